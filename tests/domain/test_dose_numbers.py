"""Dose numbers are counted, course by course, from what was really given."""

from __future__ import annotations

from datetime import UTC, datetime

from fieldapp.actions.programme import load_catalogue
from fieldapp.domain.dose_numbers import dose_numbers, numbers_of
from fieldapp.domain.immunization import (
    DoseSource,
    ImmunizationEvent,
    ImmunizationStatus,
    VaccineLot,
)

NOW = datetime(2021, 8, 1, tzinfo=UTC)


def event(
    number: int, vaccine: str, status: ImmunizationStatus = ImmunizationStatus.COMPLETED
) -> ImmunizationEvent:
    lot = VaccineLot(vaccine, "TEST-0001")
    return ImmunizationEvent(
        bytes([number]), b"person", status, lot, NOW, NOW, "nurse.test", DoseSource.GIVEN_HERE
    )


def numbers(*history: ImmunizationEvent) -> list[int | None]:
    found = dose_numbers(history, load_catalogue())
    return [found.get(one.event_id) for one in history]


def test_doses_are_counted_from_one() -> None:
    assert numbers(*(event(n, "covid-inact-bibp") for n in range(3))) == [1, 2, 3]


def test_dose_2_of_another_maker_is_dose_2() -> None:
    assert numbers(event(1, "covid-inact-bibp"), event(2, "covid-inact-sinovac")) == [1, 2]


def test_a_vaccine_against_another_disease_is_counted_by_itself() -> None:
    history = [event(1, "mr-live"), event(2, "covid-inact-bibp"), event(3, "mr-live")]
    assert numbers(*history) == [1, 1, 2]


def test_what_was_not_given_or_struck_through_has_no_number() -> None:
    assert numbers(
        event(1, "covid-inact-bibp", ImmunizationStatus.ENTERED_IN_ERROR),
        event(2, "covid-inact-bibp", ImmunizationStatus.NOT_DONE),
        event(3, "covid-inact-bibp"),
    ) == [None, None, 1]


def test_a_product_that_the_catalogue_does_not_list_is_a_course_of_its_own() -> None:
    assert numbers(event(1, "made-up"), event(2, "made-up"), event(3, "other")) == [1, 2, 1]


def test_doses_known_by_their_products_alone_are_counted_alike() -> None:
    products = ["covid-inact-bibp", "yellow-fever", "covid-inact-sinovac"]
    assert numbers_of(products, load_catalogue()) == [1, 1, 2]
