"""A record says what was given, what was not and why, and what was struck through."""

from __future__ import annotations

from typing import Any

import pytest

from fieldapp.domain.immunization import BodySite, DoseSource, ImmunizationStatus, VaccineLot
from fieldapp.reports.fhir.immunization import immunization
from fieldapp.reports.fhir.records import DoseTold
from tests.reports.fhir.people import BIBP, GROUND, dose, id_of
from tests.reports.fhir.reader import accept

NOT_DONE, IN_ERROR = ImmunizationStatus.NOT_DONE, ImmunizationStatus.ENTERED_IN_ERROR


def told(given: DoseTold, number: int | None = None) -> dict[str, Any]:
    resource = immunization(given, id_of(1), number, GROUND.catalogue)
    accept(resource)
    return resource


def codes(concept: dict[str, Any]) -> list[str]:
    return [one["code"] for one in concept["coding"]]


def test_a_dose_given_here() -> None:
    resource = told(dose(note="left early"), 2)
    assert (resource["status"], resource["primarySource"]) == ("completed", True)
    assert resource["occurrenceDateTime"] == "2021-05-08T09:00:00+08:00"
    assert resource["recorded"] == "2021-05-08T01:05:00Z"
    assert (resource["lotNumber"], resource["expirationDate"]) == ("TEST-0001", "2022-01-07")
    assert codes(resource["site"]) == ["LA", "left-deltoid"]
    assert codes(resource["route"]) == ["IM"]
    assert [one["actor"]["display"] for one in resource["performer"]] == ["nurse.test", "Boat Test"]
    assert resource["protocolApplied"][0]["doseNumberPositiveInt"] == 2
    assert resource["note"] == [{"text": "left early"}]


@pytest.mark.parametrize(
    ("evidence", "code"), [("card", "record"), ("told", "recall"), ("register", None), (None, None)]
)
def test_a_dose_elsewhere_is_not_of_a_primary_source(evidence: str, code: str | None) -> None:
    given = dose(source=DoseSource.ELSEWHERE, evidence=evidence, place="Jining clinic", site=None)
    resource = told(given)
    assert resource["primarySource"] is False
    assert resource["occurrenceDateTime"] == "2021-05-08"
    assert [one["actor"]["display"] for one in resource["performer"]] == ["Jining clinic"]
    wanted = [one for one in (code, evidence) if one]
    assert (codes(resource["reportOrigin"]) if wanted else []) == wanted


@pytest.mark.parametrize(
    ("reason", "code"), [("refused", "PATOBJ"), ("no-stock", "OSTOCK"), ("fever", None)]
)
def test_not_given_says_why_and_nothing_of_a_lot(reason: str, code: str | None) -> None:
    resource = told(dose(status=NOT_DONE, reason=reason, lot=VaccineLot("", "")))
    assert codes(resource["statusReason"]) == [one for one in (code, reason) if one]
    assert codes(resource["vaccineCode"]) == ["unknown"]
    assert not {"lotNumber", "site", "route"} & set(resource)


def test_struck_through_is_entered_in_error_with_the_reason_as_a_note() -> None:
    resource = told(dose(status=IN_ERROR, reason="wrong person"))
    assert resource["status"] == "entered-in-error"
    assert resource["note"] == [{"text": "Struck through: wrong person"}]
    assert "statusReason" not in resource


def test_a_contested_dose_bears_a_tag() -> None:
    assert told(dose(contest="possible-double"))["meta"]["tag"][0]["code"] == "possible-double"


def test_a_site_without_a_standard_code_has_ours_and_the_mouth_is_a_route() -> None:
    assert codes(told(dose(site=BodySite.LEFT_THIGH))["site"]) == ["left-thigh"]
    assert "site" not in told(dose(site=BodySite.ORAL, lot=VaccineLot("bopv", "1")))


def test_against_the_advice_is_said() -> None:
    resource = told(dose(override_reason="outbreak", lot=VaccineLot(BIBP, "")))
    assert resource["note"][0]["text"] == "Given against the advice: outbreak"
    assert "lotNumber" not in resource
