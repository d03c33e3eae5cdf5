"""Of all that a dose must wait for, the last to end decides, and it is named."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fieldapp.domain.schedule.waits import Wait, binding

from .asking import (
    BIBP,
    FLU,
    MR,
    RABIES,
    TD,
    WHO,
    YF,
    ask,
    day,
    outcome,
    window,
)

CHILD = date(2025, 1, 10)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (0, (False, "OTHER_VACCINE_GAP")),
        (13, (False, "OTHER_VACCINE_GAP")),
        (14, (False, "OTHER_VACCINE_GAP")),
        (15, (True, "DUE")),
    ],
)
def test_day_15_after_another_vaccine_is_the_first_allowed(
    on: int, expected: tuple[bool | None, str]
) -> None:
    answer = ask(BIBP, on, others=[(FLU, 0)])
    assert outcome(answer) == expected
    assert window(answer) == (day(15), day(15), None)


@pytest.mark.parametrize(
    "exempt", [RABIES, TD, "rabies-ig", "tetanus-immunoglobulin", "immunoglobulin", "tetanus"]
)
def test_vaccines_after_an_injury_ask_for_no_gap(exempt: str) -> None:
    answer = ask(BIBP, 1, others=[(exempt, 0)])
    assert outcome(answer) == (True, "DUE")
    assert window(answer) == (date(1998, 5, 17), None, None)


def test_the_last_of_several_other_vaccines_decides_and_is_named() -> None:
    answer = ask(BIBP, 20, others=[(FLU, 10), ("hepb", 0), (RABIES, 19)])
    assert outcome(answer) == (False, "OTHER_VACCINE_GAP")
    assert (answer.earliest, answer.decided_by) == (day(25), FLU)


def test_a_gap_may_move_dose_2_past_its_target() -> None:
    answer = ask(BIBP, 58, [(BIBP, 0)], others=[(FLU, 50)])
    assert outcome(answer) == (False, "OTHER_VACCINE_GAP")
    assert window(answer) == (day(65), day(65), day(56))
    assert answer.warnings == ("EARLIEST_AFTER_LATEST",)


def test_another_vaccine_dated_in_the_future_is_a_record_to_put_right() -> None:
    assert outcome(ask(BIBP, 0, others=[(FLU, 1)])) == (None, "INVALID_HISTORY")


@pytest.mark.parametrize(
    ("on", "expected", "warnings"),
    [
        (date(2021, 7, 9), (False, "INFECTION_GAP"), ()),
        (date(2021, 7, 10), (True, "DUE"), ("ONE_DOSE_COMPLETES_AFTER_INFECTION",)),
    ],
)
def test_after_an_infection_one_dose_is_given_from_6_months(
    on: date, expected: tuple[bool | None, str], warnings: tuple[str, ...]
) -> None:
    answer = ask(BIBP, on, infected=date(2021, 1, 10))
    assert outcome(answer) == expected
    assert window(answer) == (date(2021, 7, 10), date(2021, 7, 10), None)
    assert answer.warnings == warnings


def test_an_infection_between_the_doses_moves_dose_2_and_drops_its_target() -> None:
    answer = ask(BIBP, date(2021, 10, 30), [(BIBP, 0)], infected=date(2021, 4, 30))
    assert outcome(answer) == (True, "DUE")
    assert window(answer) == (date(2021, 10, 30), date(2021, 10, 30), None)
    assert answer.dose_number == 2
    assert answer.warnings == ("ONE_DOSE_COMPLETES_AFTER_INFECTION",)


def test_measles_dose_2_waits_for_15_months_and_4_weeks() -> None:
    first = [(MR, date(2025, 10, 10))]
    answer = ask(MR, date(2026, 4, 9), first, born=CHILD, under=WHO)
    assert outcome(answer) == (False, "BELOW_MIN_AGE")
    assert window(answer) == (date(2026, 4, 10), date(2026, 4, 10), None)
    late_first = [(MR, date(2026, 4, 1))]
    answer = ask(MR, date(2026, 4, 28), late_first, born=CHILD, under=WHO)
    assert outcome(answer) == (False, "TOO_EARLY")
    assert answer.earliest == date(2026, 4, 29)


@pytest.mark.parametrize(
    ("apart", "expected"),
    [
        (0, (True, "DUE")),
        (1, (False, "LIVE_VACCINE_GAP")),
        (27, (False, "LIVE_VACCINE_GAP")),
        (28, (True, "DUE")),
    ],
)
@pytest.mark.parametrize(("asked", "other"), [(MR, YF), (YF, MR)])
def test_live_vaccines_keep_28_days_unless_given_together(
    apart: int, expected: tuple[bool | None, str], asked: str, other: str
) -> None:
    visit = date(2025, 11, 20)
    before = [(other, visit - timedelta(days=apart))]
    answer = ask(asked, visit, others=before, born=CHILD, under=WHO)
    assert outcome(answer) == expected


def test_oral_polio_vaccine_and_inactivated_ones_do_not_hold_a_live_one_up() -> None:
    others = [("bopv", date(2025, 11, 19)), (FLU, date(2025, 11, 18))]
    answer = ask(MR, date(2025, 11, 20), others=others, born=CHILD, under=WHO)
    assert outcome(answer) == (True, "DUE")


def test_nothing_to_wait_for_binds_nobody() -> None:
    assert binding([]) is None


def test_the_wait_that_ends_last_binds() -> None:
    sooner, later = Wait(day(21), "TOO_EARLY"), Wait(day(22), "OTHER_VACCINE_GAP", FLU)
    assert binding([later, sooner]) == binding([sooner, later]) == later


def test_of_waits_ending_on_one_day_the_persons_own_age_is_said_first() -> None:
    waits = [
        Wait(day(21), reason)
        for reason in ("OTHER_VACCINE_GAP", "INFECTION_GAP", "TOO_EARLY", "BELOW_MIN_AGE")
    ]
    said = binding(waits)
    assert said is not None
    assert said.reason == "BELOW_MIN_AGE"
