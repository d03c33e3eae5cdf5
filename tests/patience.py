"""How long tests wait for what has to come: as long as a machine may take that does much else.

What never comes fails all the same, only later; so no test says how fast anything is.
"""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE_S = 180.0
PATIENCE_MS = int(PATIENCE_S * 1000)


def wait_for(what: Callable[[], object]) -> None:
    """Until it is so."""
    until = time.monotonic() + PATIENCE_S
    while not what():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.05)
