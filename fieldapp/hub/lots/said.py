"""What teams decided about lots: held, released, recalled by themselves, with the excursion of
temperature behind it. One team's word is about its own vials and leaves another's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Connection

from fieldapp.domain.lot import LotState
from fieldapp.hub.fold.order import epoch_ranks, standing
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.lots.tables import lot_said

Lot: TypeAlias = tuple[str, str]
"""Product and `lot_key`."""
_said = lot_said.c


@dataclass(frozen=True, slots=True)
class Said:
    """What a team decided about a lot, with the excursion of temperature behind it if one was."""

    device: int
    about: LotState
    holds: bool
    stands: bool
    reason: str | None
    note: str | None
    at_s: int
    login: str
    container: str | None
    began_s: int | None
    minutes: int | None


def said_about(connection: Connection, lots: Sequence[Lot]) -> dict[Lot, list[Said]]:
    """All of it, newest first; of each team and question its last word stands."""
    rows: dict[Lot, list[Any]] = defaultdict(list)
    for row in rows_in(connection, list(_said), _said.lot_key, {key for _, key in lots}):
        rows[row.vaccine, row.lot_key].append(row)
    rank = epoch_ranks(connection, {row.device for listed in rows.values() for row in listed})
    found = {}
    for lot, listed in rows.items():
        last = {
            row.id
            for about in LotState
            for row in standing([one for one in listed if one.about == about], rank)
        }
        said = [_as_said(row, row.id in last) for row in listed]
        found[lot] = sorted(said, key=lambda one: -one.at_s)
    return found


def _as_said(row: Any, is_last: bool) -> Said:
    return Said(
        row.device, LotState(row.about), bool(row.holds), is_last and bool(row.holds), row.reason,
        row.note, row.at_s, row.login, row.container, row.began_s, row.minutes,
    )  # fmt: skip
