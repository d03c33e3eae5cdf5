"""The given supply, by product and week: as supervisors entered it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, insert, select

from fieldapp.hub.allocation.tables import allocation_supply
from fieldapp.wire.dates import from_day, to_day

_row = allocation_supply.c


@dataclass(frozen=True, slots=True)
class Supply:
    """Of one product. `vials` by the Monday of their week; `vial` None: nothing was entered."""

    vial: int | None
    vials: Mapping[date, int]
    entered_by: str = ""
    entered_s: int = 0

    def of(self, mondays: Sequence[date]) -> tuple[int, ...]:
        """In these weeks."""
        return tuple(self.vials.get(monday, 0) for monday in mondays)


def supply_of(connection: Connection, vaccine: str, since: date) -> Supply:
    """What was entered of a product for the weeks from `since` on."""
    wanted = (
        select(allocation_supply)
        .where(_row.vaccine == vaccine, _row.monday >= to_day(since))
        .order_by(_row.entered_s)
    )
    rows = connection.execute(wanted).all()
    if not rows:
        return Supply(None, {})
    newest = rows[-1]
    vials = {from_day(row.monday) or date.min: row.vials for row in rows}
    return Supply(newest.vial_doses, vials, newest.entered_by, newest.entered_s)


def supplied_products(connection: Connection, since: date) -> list[str]:
    """Those of which anything was entered for the weeks from `since` on."""
    wanted = select(_row.vaccine).where(_row.monday >= to_day(since)).distinct()
    return sorted(connection.execute(wanted).scalars())


def enter_supply(
    connection: Connection,
    vaccine: str,
    vial: int,
    vials: Mapping[date, int],
    *,
    login: str,
    now_s: int,
) -> None:
    """Put these in the place of what was entered for the same weeks; all weeks to come have the
    same size of vial."""
    first = to_day(min(vials))
    connection.execute(
        delete(allocation_supply).where(_row.vaccine == vaccine, _row.monday >= first)
    )
    rows = [
        {"vaccine": vaccine, "monday": to_day(monday), "vial_doses": vial, "vials": number,
         "entered_by": login, "entered_s": now_s}
        for monday, number in vials.items()
    ]  # fmt: skip
    connection.execute(insert(allocation_supply), rows)
