"""A report names what was seen, after which dose, how grave it was and how it ended."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from fieldapp.reports.fhir.adverse_event import adverse_event
from tests.reports.fhir.people import GROUND, id_of, report
from tests.reports.fhir.reader import accept


def told(**details: Any) -> dict[str, Any]:
    resource = adverse_event(report(**details), id_of(1), GROUND.aefi)
    accept(resource)
    return resource


def test_a_report_points_to_the_person_and_the_dose() -> None:
    resource = told(onset=datetime(2021, 5, 8, 9, 20), serious=False)
    assert resource["subject"] == {"reference": f"Patient/{id_of(1).hex()}"}
    assert resource["suspectEntity"][0]["instance"]["reference"].startswith("Immunization/")
    assert (resource["date"], resource["recordedDate"]) == ("2021-05-08", "2021-05-08T02:00:00Z")
    assert resource["event"]["text"] == "Fainting, dizziness"
    assert resource["seriousness"]["text"] == "non-serious"


def test_several_reactions_are_words_and_no_code_says_only_one_of_them() -> None:
    event = told(reactions=("fever", "syncope", "new-one"), description="at home")["event"]
    assert event == {"text": "Fever, 38 °C or more; Fainting, dizziness; new-one; at home"}


@pytest.mark.parametrize("outcome", [one.id for one in GROUND.aefi.outcomes])
def test_every_outcome_of_the_form_has_its_code(outcome: str) -> None:
    (coding,) = told(outcome=outcome)["outcome"]["coding"]
    assert (coding["code"] == "unknown") == (outcome == "unknown")


def test_nothing_but_that_something_happened() -> None:
    resource = told(reactions=(), serious=True, criteria=("hospital",))
    assert resource["event"] == {"text": "Not described"}
    assert resource["seriousness"]["text"] == "serious: hospital"


def test_of_a_contested_dose_it_is_tagged() -> None:
    resource = adverse_event(report(), id_of(1), GROUND.aefi, "possible-double")
    accept(resource)
    assert resource["meta"]["tag"][0]["code"] == "possible-double"
