"""Which lots teams may give, as far as it is known here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection

from fieldapp.domain.immunization import VaccineLot
from fieldapp.hub.lots.reading import balances
from fieldapp.hub.lots.usable import Use, read_lots

# whoever types the workbook reads the vial, so its day may be unknown here
_TO_CHOOSE = (Use.GOOD, Use.UNDATED)


def held_by(connection: Connection, laptops: Iterable[int], day: date) -> tuple[VaccineLot, ...]:
    """What the teams with these laptops hold by the sums of its movements and may give on that
    day; none that one of them put aside."""
    wanted = set(laptops)
    rows = [row for row in balances(connection, devices=wanted) if row.left > 0]
    numbers = {(row.vaccine, row.lot_key): row.lot for row in reversed(rows)}
    known = read_lots(connection, numbers, day)
    return tuple(
        VaccineLot(lot[0], numbers[lot], known.last.get(lot))
        for lot in sorted(numbers)
        if all(known.use(lot, no) in _TO_CHOOSE for no in wanted)
    )
