"""Each start of the program on a laptop: its version, and how far its clock is from UTC."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fieldapp.hub.fold.change import Change, insert_row
from fieldapp.hub.fold.events import Placed
from fieldapp.hub.fold.rules import Doubt
from fieldapp.hub.web.tables import opening
from fieldapp.wire import facts

_MOST_VERSION = 40
_MOST_OFFSET_MIN = 14 * 60


def _opened(change: Change, event: Placed, fact: facts.Opened) -> Doubt | None:
    assert event.header is not None  # noqa: S101  what is applied was read from its header on
    offset = max(-_MOST_OFFSET_MIN, min(_MOST_OFFSET_MIN, fact.utc_offset_min))
    insert_row(
        change, opening,
        id=event.id, device=event.device, opened_s=event.header.wall_s,
        app_version=fact.app_version[:_MOST_VERSION], utc_offset_min=offset,
    )  # fmt: skip
    return None


APPLY: dict[type, Callable[[Change, Placed, Any], Doubt | None]] = {facts.Opened: _opened}
