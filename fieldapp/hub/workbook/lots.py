"""Which lots teams may give, as far as it is known here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection

from fieldapp.domain.immunization import VaccineLot
from fieldapp.hub.lots.reading import teams_of
from fieldapp.hub.lots.said import said_about
from fieldapp.hub.lots.usable import usable


def held_by(connection: Connection, laptops: Iterable[int], day: date) -> tuple[VaccineLot, ...]:
    """What the teams with these laptops hold by the sums of its movements and may give on that
    day; none that one of them put aside."""
    wanted = set(laptops)
    good = {(one.vaccine, one.key): one for one in usable(connection, day)}
    aside = {
        lot
        for lot, listed in said_about(connection, list(good)).items()
        if any(one.stands and one.device in wanted for one in listed)
    }
    holding = {
        lot
        for lot, teams in teams_of(connection, list(good)).items()
        if any(one.device in wanted and one.doses.left > 0 for one in teams)
    }
    return tuple(
        VaccineLot(one.vaccine, one.lot, one.expiry)
        for lot, one in good.items()
        if lot in holding - aside
    )
