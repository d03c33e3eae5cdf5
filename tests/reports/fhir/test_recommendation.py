"""What the programme says next, with its days; never a day for who must not have it."""

from __future__ import annotations

from datetime import date
from typing import Any

from fieldapp.domain.immunization import VaccineLot
from fieldapp.reports.fhir.recommendation import recommendation
from fieldapp.reports.fhir.records import PersonTold
from tests.reports.fhir.people import GROUND, TODAY, dose, person, report
from tests.reports.fhir.reader import accept


def told(somebody: PersonTold, today: date = TODAY) -> dict[str, Any]:
    resource = recommendation(somebody, GROUND, today)
    assert resource is not None
    accept(resource)
    (course,) = resource["recommendation"]
    return dict(course)


def status(course: dict[str, Any]) -> str:
    return str(course["forecastStatus"]["coding"][0]["code"])


def test_after_dose_one_dose_two_has_its_days() -> None:
    course = told(person(dose()), date(2021, 5, 30))
    assert (status(course), course["doseNumberPositiveInt"]) == ("due", 2)
    days = {c["code"]["coding"][0]["code"]: c["value"] for c in course["dateCriterion"]}
    assert days["30981-5"] == "2021-05-29"
    assert days["59777-3"] == "2021-07-03"


def test_long_after_it_is_overdue() -> None:
    assert status(told(person(dose()), date(2021, 12, 1))) == "overdue"


def test_after_all_doses_it_is_complete_without_days() -> None:
    course = told(person(dose(10), dose(11, day=date(2021, 6, 1))))
    assert status(course) == "complete"
    assert "dateCriterion" not in course


def test_after_a_grave_reaction_no_day_is_told() -> None:
    grave = report(reactions=("anaphylaxis",), serious=True)
    course = told(person(dose(), reactions=(grave,)))
    assert status(course) in ("contraindicated", "clinical-review")
    assert "dateCriterion" not in course


def test_a_doubtful_history_is_tagged() -> None:
    resource = recommendation(person(dose(contest="possible-double")), GROUND, TODAY)
    assert resource is not None
    assert resource["meta"]["tag"][0]["code"] == "possible-double"


def test_without_a_course_there_is_none() -> None:
    assert recommendation(person(), GROUND, TODAY) is None
    assert recommendation(person(dose(lot=VaccineLot("new-one", ""))), GROUND, TODAY) is None
