"""Promises of the law's catalogue: what must be kept is kept until its day, and nothing longer."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.hub.erasure.law import (
    KINDS,
    LawInvalid,
    NoSuchBasis,
    Record,
    kind_of,
    read_law,
    shipped,
)
from fieldapp.wire.dates import to_day
from fieldapp.wire.events import type_and_version
from fieldapp.wire.facts import (
    CallMade,
    ClientRegistered,
    DoseNotGiven,
    DoseRecorded,
    DoseVoided,
    Fact,
    FeeTaken,
)

DAY_S = 86_400
REGISTERED = ClientRegistered("Test", [], None, None)
CALLED = CallMade(1, "v", 2, "reached")
NOT_GIVEN = DoseNotGiven(1, "v", "fever", 0, 480, 0)
FEE = FeeTaken(2, 1, 1, 10_000, "CNY", "rule")


def dose(expiry: date | None, given: date = date(2021, 5, 8)) -> DoseRecorded:
    minutes = (to_day(given) or 0) * 1440
    return DoseRecorded(1, "v", "L", to_day(expiry), minutes, 480, 0)


def until(*facts: Fact, recorded: date = date(2021, 5, 8)) -> list[date | None]:
    """Of each until which day it is kept."""
    records = [
        Record(bytes([n]), type_and_version(fact)[0], (to_day(recorded) or 0) * DAY_S, fact)
        for n, fact in enumerate(facts)
    ]
    kept = shipped().kept_until(records)
    days = [kept.get(record.id) for record in records]
    return [
        None if day is None else date.fromordinal(date(1970, 1, 1).toordinal() + day)
        for day in days
    ]


def test_a_dose_is_kept_five_years_after_its_expiry_and_with_it_who_got_it() -> None:
    kept = date(2027, 3, 31)
    told = until(REGISTERED, dose(date(2022, 3, 31)), DoseVoided(2, "wrong"), CALLED)
    assert told == [kept, kept, kept, None]


def test_an_expiry_that_nobody_wrote_down_is_taken_to_be_three_years_after_the_dose() -> None:
    assert until(dose(None)) == [date(2029, 5, 8)]


def test_the_last_dose_decides_how_long_a_person_is_kept() -> None:
    assert until(REGISTERED, dose(date(2022, 1, 1)), dose(date(2024, 2, 29)))[0] == date(2029, 3, 1)


def test_of_who_never_got_a_dose_nothing_need_be_kept() -> None:
    assert until(REGISTERED, NOT_GIVEN, CALLED) == [None, None, None]


def test_a_receipt_is_kept_from_the_day_it_was_written() -> None:
    assert until(FEE) == [date(2031, 5, 8)]


def test_a_day_beyond_any_calendar_does_no_harm() -> None:
    far = DoseRecorded(1, "v", "L", 2**40, 0, 480, 0)
    kept = shipped().kept_until([Record(b"x", type_and_version(far)[0], 0, far)])
    assert kept == {b"x": 2**40}


def test_every_basis_says_in_both_languages_what_it_is_and_where_it_stands() -> None:
    law = shipped()
    assert {basis.keeps for basis in law.bases.values()} == {True, False}
    assert all(set(basis.words) == {"en", "zh-Hans"} for basis in law.bases.values())
    assert law.basis("request").keeps
    with pytest.raises(NoSuchBasis):
        law.basis("because")


def test_every_kind_of_record_has_a_period_with_a_source() -> None:
    assert set(shipped().periods) == set(KINDS)
    assert kind_of(type_and_version(CALLED)[0]) == "calls"


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"bases": {}, "periods": {}},
        {"bases": {"period-over": {"keeps": 1}}, "periods": {kind: {} for kind in KINDS}},
        {"bases": {"period-over": []}, "periods": {}},
    ],
)
def test_a_file_that_is_not_whole_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(LawInvalid):
        read_law(wrong | {"forgotten_after_days": {"messages": 365}})
