"""Which doses were given against an antigen, and who is of which age."""

from __future__ import annotations

from datetime import date

from fieldapp.domain.cdsi.person import Observation, doses_against

from .made_up import KILLED, data, length, person


def test_an_age_begins_on_its_day_and_ends_before_the_other() -> None:
    somebody = person()
    begin, end = length("1 year"), length("2 years")
    days = [date(2021, 1, 9), date(2021, 1, 10), date(2022, 1, 9), date(2022, 1, 10)]
    assert [somebody.within(day, begin, end) for day in days] == [False, True, True, False]
    assert somebody.within(date(1999, 1, 1), None, None)


def test_doses_come_oldest_first() -> None:
    somebody = person(("2024-05-01", KILLED), ("2021-05-01", KILLED), ("2024-05-01", "905"))
    found = doses_against(data().schedule, somebody, "Sunpox")
    assert [dose.place for dose in found] == [2, 1]


def test_a_dose_of_the_future_was_not_given_yet() -> None:
    somebody = person(("2024-05-01", KILLED), ("2024-05-02", KILLED))
    assert [dose.place for dose in somebody.until(date(2024, 5, 1)).doses] == [1]


def test_the_age_decides_what_a_vaccine_is_against() -> None:
    somebody = person(("2020-01-09", "905"), ("2020-01-10", "905"), born=date(1970, 1, 10))
    schedule = data().schedule
    assert [d.place for d in doses_against(schedule, somebody, "Rain")] == [1]
    assert [d.place for d in doses_against(schedule, somebody, "Sunpox")] == [2]


def test_an_observation_is_found_by_its_code() -> None:
    seen = Observation("055", date(2025, 3, 1))
    assert person(observed=[seen]).observed("055") == seen
    assert person().observed("055") is None
