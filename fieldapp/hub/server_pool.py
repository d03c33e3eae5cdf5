"""Connections to a server that rested are asked whether they live before they are used again.

One that was used within the last second is not: in a storm each page would ask three times, a
seventh of what its receipt waits for.
"""

from __future__ import annotations

import time
from functools import partial
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Dialect, Engine
from sqlalchemy.exc import InvalidatePoolError

RESTED_S = 1.0
_USED = "used"


def ask_the_rested(engine: Engine) -> None:
    """From now on. A connection that broke while it rested is replaced, and with it all as old:
    whoever wanted one does not notice."""
    event.listen(engine, "checkin", _note_use)
    event.listen(engine, "checkout", partial(_ask, engine.dialect))


def _note_use(_connection: Any, record: Any) -> None:
    record.info[_USED] = time.monotonic()


def _ask(dialect: Dialect, connection: Any, record: Any, _proxy: Any) -> None:
    used = record.info.get(_USED)  # nothing: it was made this moment
    if used is None or time.monotonic() - used < RESTED_S:
        return
    try:
        dialect.do_ping(connection)
    except dialect.loaded_dbapi.Error as error:
        raise InvalidatePoolError() from error
