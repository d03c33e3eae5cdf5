"""Promises of the known figures: both halves of them are one row a day."""

from __future__ import annotations

from fieldapp.hub.daily.known import known, sums
from fieldapp.hub.daily.shares import TOTAL
from fieldapp.hub.due.keeping import bring_up
from tests.hub.messages.clinic import BIBP, NOON_DAY_21, Clinic


def test_doses_and_the_fully_covered_of_a_day_stand_in_one_row(clinic: Clinic) -> None:
    who = clinic.vaccinate("王一", None)
    clinic.laptop.give(who, 29, vaccine=BIBP)
    clinic.world.push_all(clinic.laptop)
    bring_up(clinic.world.store, clinic.ground, NOON_DAY_21)
    wanted = sums(known.day).where(known.kind == TOTAL).order_by(known.day)
    with clinic.world.store.reading() as connection:
        rows = connection.execute(wanted).all()
    assert [(int(row.doses), int(row.covered), int(row.completed)) for row in rows] == [
        (1, 1, 0), (1, 0, 1),
    ]  # fmt: skip
