"""Advice may block a dose, a fact may not: what was given is recorded, with who and why."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from fieldapp.actions.record_elsewhere import DayImpossible, KnownAlready
from fieldapp.actions.record_late_dose import LateDose, record_late_dose
from fieldapp.domain.immunization import BodySite, DoseSource, VaccineLot
from fieldapp.journal import doses, vials
from fieldapp.journal.journal import Journal
from tests.journal.laptop import LEAD, LOT, NURSE, VACCINE, Laptop, open_vial, register

WHEN = datetime(2021, 8, 1, 9, 30)


def late(person: bytes, occurred: datetime = WHEN, lot: str = LOT) -> LateDose:
    given = VaccineLot(VACCINE, lot, date(2021, 1, 31))
    return LateDose(person, given, occurred, LEAD.login, "battery flat", BodySite.LEFT_DELTOID)


def write(journal: Journal, laptop: Laptop, dose: LateDose) -> bytes:
    return record_late_dose(journal, dose, clock=laptop.clock, user=NURSE.login)


def test_even_an_expired_lot_is_recorded_once_it_is_in_the_arm(
    journal: Journal, laptop: Laptop
) -> None:
    person = register(journal)
    write(journal, laptop, late(person))
    (event,) = doses.of_client(journal, person)
    assert (event.source, event.vaccinator, event.recorded_by) == (
        DoseSource.LATE_ENTRY,
        LEAD.login,
        NURSE.login,
    )
    assert (event.override_reason, event.lot.expiry) == ("battery flat", date(2021, 1, 31))


def test_it_leaves_the_open_vial_of_its_lot_and_no_other(journal: Journal, laptop: Laptop) -> None:
    open_vial(journal, doses=1)
    write(journal, laptop, late(register(journal)))
    assert vials.in_use(journal)[0].doses_left == 0
    write(journal, laptop, late(register(journal)))
    write(journal, laptop, late(register(journal), lot="OTHER"))
    assert vials.in_use(journal)[0].doses_left == 0, "an empty vial stops no fact"


def test_the_same_minute_again_is_the_same_dose(journal: Journal, laptop: Laptop) -> None:
    person = register(journal)
    write(journal, laptop, late(person))
    with pytest.raises(KnownAlready):
        write(journal, laptop, late(person))


def test_a_dose_to_come_or_before_birth_is_none(journal: Journal, laptop: Laptop) -> None:
    person = register(journal, birth_date=date(1980, 5, 17))
    for occurred in (datetime(2021, 8, 1, 12, 1), datetime(1980, 5, 16, 9, 0)):
        with pytest.raises(DayImpossible):
            write(journal, laptop, late(person, occurred))
