"""Today's list shows every record of the day, newest first, and how safe each is."""

from __future__ import annotations

from datetime import date, datetime

from fieldapp.actions.programme import load_catalogue
from fieldapp.actions.today import TodayRecord, records_of
from fieldapp.actions.void_dose import void_dose
from fieldapp.domain.immunization import ImmunizationStatus
from fieldapp.journal.hub_link import store_receipt
from fieldapp.journal.journal import Journal
from tests.journal.hub import enrol, receipt
from tests.journal.laptop import NURSE, give, register

DAY = date(2021, 5, 8)


def today(journal: Journal, most: int = 500) -> list[TodayRecord]:
    return records_of(journal, load_catalogue(), DAY, most)


def test_the_newest_record_comes_first_with_its_name_and_number(journal: Journal) -> None:
    one, other = register(journal, "测试甲"), register(journal, "测试乙")
    give(journal, one, occurred=datetime(2021, 4, 9, 9, 0))
    give(journal, one)
    give(journal, other)
    assert [(r.name, r.dose_number) for r in today(journal)] == [("测试乙", 1), ("测试甲", 2)]


def test_other_days_are_left_out(journal: Journal) -> None:
    person = register(journal)
    give(journal, person, occurred=datetime(2021, 5, 7, 23, 59))
    give(journal, person, occurred=datetime(2021, 5, 9, 0, 0))
    assert today(journal) == []


def test_a_record_is_confirmed_only_by_a_receipt(journal: Journal) -> None:
    enrol(journal)
    person = register(journal)
    give(journal, person)
    store_receipt(journal, receipt(journal.head()))
    give(journal, person)
    assert [record.confirmed for record in today(journal)] == [False, True]


def test_a_struck_record_stays_in_the_list_without_a_number(journal: Journal) -> None:
    dose = give(journal, register(journal))
    void_dose(journal, dose, "other", user=NURSE.login)
    (record,) = today(journal)
    assert record.event.status is ImmunizationStatus.ENTERED_IN_ERROR
    assert record.dose_number is None


def test_a_long_day_shows_its_newest_records(journal: Journal) -> None:
    person = register(journal)
    for _ in range(4):
        give(journal, person)
    assert [record.dose_number for record in today(journal, most=2)] == [4, 3]
