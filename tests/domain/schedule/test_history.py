"""A person's doses are sorted into courses; none is judged by another's rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from fieldapp.domain.immunization import (
    DoseSource,
    ImmunizationEvent,
    ImmunizationStatus,
    VaccineLot,
)
from fieldapp.domain.schedule.case import PriorDose
from fieldapp.domain.schedule.history import case_of, completing_dose, doses_given, evaluate_history

from .asking import (
    ADULT,
    BIBP,
    CANSINO,
    CN,
    FLU,
    KCONVAC,
    MR,
    SINOVAC,
    TD,
    WHO,
    catalogue,
    day,
    doses,
    programme,
)

CHINA = timezone(timedelta(hours=8))


def event(status: ImmunizationStatus, vaccine: str) -> ImmunizationEvent:
    """A dose given at half past midnight, site time."""
    moment = datetime(2021, 4, 22, 0, 30, tzinfo=CHINA)
    return ImmunizationEvent(
        event_id=b"e",
        client_id=b"c",
        status=status,
        lot=VaccineLot(vaccine, "LOT-1"),
        occurred_at=moment,
        recorded_at=moment,
        recorded_by="li.na",
        source=DoseSource.GIVEN_HERE,
    )


def test_only_doses_that_happened_are_a_history_and_by_the_sites_own_day() -> None:
    events = [
        event(ImmunizationStatus.COMPLETED, BIBP),
        event(ImmunizationStatus.NOT_DONE, SINOVAC),
        event(ImmunizationStatus.ENTERED_IN_ERROR, CANSINO),
    ]
    assert doses_given(events) == (PriorDose(date(2021, 4, 22), BIBP),)


def split(under: str, product: str, *given: str) -> tuple[list[str], list[str]]:
    """The products of the course and those beside it."""
    case = case_of(
        programme(under),
        catalogue(),
        product=product,
        visit_product=product,
        birth_date=ADULT,
        doses=doses(*((name, number) for number, name in enumerate(given))),
        today=day(100),
    )
    return [d.vaccine_id for d in case.prior], [d.vaccine_id for d in case.other]


@pytest.mark.parametrize(
    ("under", "product", "given", "own", "other"),
    [
        (CN, BIBP, [BIBP, FLU], [BIBP], [FLU]),
        (CN, BIBP, [SINOVAC, CANSINO, TD], [SINOVAC, CANSINO], [TD]),
        (CN, KCONVAC, [BIBP, FLU], [BIBP], [FLU]),
        (WHO, "pentavalent", ["hepb", "pentavalent"], ["pentavalent"], ["hepb"]),
        (WHO, "bopv", ["bopv", "sipv"], ["bopv"], ["sipv"]),
        (WHO, TD, ["pentavalent", TD], [TD], ["pentavalent"]),
        (WHO, MR, [MR, "not-in-the-catalogue"], [MR], ["not-in-the-catalogue"]),
    ],
)
def test_the_programme_says_what_belongs_to_a_course(
    under: str, product: str, given: list[str], own: list[str], other: list[str]
) -> None:
    assert split(under, product, *given) == (own, other)


def test_a_backlog_of_several_vaccines_is_judged_course_by_course() -> None:
    history = doses((MR, 0), (TD, 0), (MR, 27), (TD, 28))
    found = evaluate_history(programme(WHO), catalogue(), date(2010, 1, 1), history, day(100))
    assert {(e.dose.vaccine_id, e.dose.date): e.early for e in found} == {
        (MR, day(0)): False,
        (MR, day(27)): True,
        (TD, day(0)): False,
        (TD, day(28)): False,
    }


@pytest.mark.parametrize(("interval", "early"), [(13, True), (20, True), (21, False)])
def test_a_dose_2_before_day_21_is_flagged_early_whether_it_counts_or_not(
    interval: int, early: bool
) -> None:
    history = doses((BIBP, interval), (BIBP, 0))
    found = evaluate_history(programme(CN), catalogue(), None, history, day(100))
    assert [e.early for e in found] == [False, early]


def test_doses_without_rules_in_the_programme_are_left_out() -> None:
    history = doses((FLU, 0), (KCONVAC, 1))
    assert evaluate_history(programme(CN), catalogue(), None, history, day(100)) == []


@pytest.mark.parametrize(
    ("given", "completed"),
    [
        ([(BIBP, 0)], None),
        ([(BIBP, 0), (BIBP, 7)], None),
        ([(BIBP, 0), (BIBP, 28)], (BIBP, 28)),
        ([(BIBP, 0), (SINOVAC, 28), (BIBP, 90)], (SINOVAC, 28)),
        ([(CANSINO, 0), (BIBP, 28)], (CANSINO, 0)),
        ([(BIBP, 0), (CANSINO, 28)], None),
    ],
)
def test_a_course_is_complete_with_the_dose_that_counted_last(
    given: list[tuple[str, int]], completed: tuple[str, int] | None
) -> None:
    found = completing_dose(programme(CN), catalogue(), ADULT, doses(*given), day(100))
    assert found == (None if completed is None else doses(completed)[0])


def test_what_was_decided_of_a_dose_completes_a_course_or_does_not() -> None:
    first, early = doses((BIBP, 0), (BIBP, 7))
    for counts, found in ((True, day(7)), (False, None), (None, None)):
        history = [first, replace(early, counts=counts)]
        dose = completing_dose(programme(CN), catalogue(), ADULT, history, day(100))
        assert (dose.date if dose else None) == found


def test_a_product_without_a_course_completes_nothing() -> None:
    history = doses((BIBP, 0), (BIBP, 28), (FLU, 10))
    found = completing_dose(programme(CN), catalogue(), ADULT, history, day(100))
    assert found == doses((BIBP, 28))[0]
