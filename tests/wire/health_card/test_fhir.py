"""The bundle: everything comes back, other issuers' cards are read, nonsense is refused."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire.errors import Undecodable
from fieldapp.wire.health_card.content import CVX, CardDose, HealthCard
from fieldapp.wire.health_card.fhir import MOST_DOSES, from_json, to_json
from tests.wire.health_card.cards import CARD, cards

ELSEWHERE = {
    "iss": "https://spec.smarthealth.cards/examples/issuer",
    "nbf": 1620992383.218,
    "vc": {
        "type": ["https://smarthealth.cards#health-card"],
        "credentialSubject": {
            "fhirVersion": "4.0.1",
            "fhirBundle": {
                "resourceType": "Bundle",
                "type": "collection",
                "entry": [
                    {
                        "fullUrl": "resource:0",
                        "resource": {
                            "resourceType": "Patient",
                            "name": [{"family": "Anyperson", "given": ["Test", "B."]}],
                            "birthDate": "1951-01-20",
                        },
                    },
                    {
                        "fullUrl": "resource:1",
                        "resource": {
                            "resourceType": "Immunization",
                            "status": "completed",
                            "vaccineCode": {"coding": [{"system": CVX, "code": "207"}]},
                            "patient": {"reference": "resource:0"},
                            "occurrenceDateTime": "2021-01-01T10:00:00Z",
                            "performer": [{"actor": {"display": "Test Hospital"}}],
                            "lotNumber": "0000001",
                        },
                    },
                    {
                        "fullUrl": "resource:2",
                        "resource": {
                            "resourceType": "Immunization",
                            "status": "not-done",
                            "vaccineCode": {"coding": [{"system": CVX, "code": "207"}]},
                            "occurrenceDateTime": "2021-01-29",
                        },
                    },
                    {"fullUrl": "resource:3", "resource": {"resourceType": "Observation"}},
                ],
            },
        },
    },
}


def entries(told: dict[str, Any]) -> list[Any]:
    found: list[Any] = told["vc"]["credentialSubject"]["fhirBundle"]["entry"]
    return found


@given(cards)
def test_a_card_comes_back(card: HealthCard) -> None:
    assert from_json(to_json(card)) == card


def test_it_is_minified_and_names_no_document_phone_or_nurse() -> None:
    told = to_json(CARD)
    assert b", " not in told
    patient = entries(json.loads(told))[0]["resource"]
    assert set(patient) == {"resourceType", "name", "birthDate"}


def test_a_card_of_others_is_read_too() -> None:
    card = from_json(json.dumps(ELSEWHERE).encode())
    dose = CardDose(((CVX, "207"),), date(2021, 1, 1), "0000001", "Test Hospital")
    assert (card.name, card.birth_date) == ("Test B. Anyperson", date(1951, 1, 20))
    assert card.doses == (dose,), "what was not given is no dose"


@pytest.mark.parametrize("written", ["1951", "1951-01", "1951-01-20"])
def test_a_birth_date_is_known_as_far_as_it_is_written(written: str) -> None:
    told = json.loads(json.dumps(ELSEWHERE))
    entries(told)[0]["resource"]["birthDate"] = written
    card = from_json(json.dumps(told).encode())
    assert card.born == written
    assert from_json(to_json(card)) == card


def spoilt() -> list[object]:
    """A card with one thing wrong, in many ways."""
    made: list[object] = [None, [], "text", 3, {}, {"nbf": 3}, {**ELSEWHERE, "nbf": "soon"}]
    made += [{**ELSEWHERE, "nbf": value} for value in (True, -1, 2**60, float("inf"))]
    made += [{**ELSEWHERE, "iss": value} for value in (None, "x" * 300, "a\u0000b")]
    changes: list[tuple[int, str, object]] = [
        (0, "name", []), (0, "name", [{}]), (0, "name", "text"), (0, "name", [{"text": "a\nb"}]),
        (0, "birthDate", "51"), (0, "birthDate", 1951), (0, "birthDate", "1951-13"),
        (0, "birthDate", "1951-02-30"),
        (0, "resourceType", "Immunization"), (1, "resourceType", "Patient"),
        (1, "occurrenceDateTime", None), (1, "occurrenceDateTime", "2021-13-01"),
        (1, "vaccineCode", {}), (1, "vaccineCode", {"coding": [{"code": 3}]}),
        (1, "lotNumber", 3), (1, "performer", [None]), (1, "performer", [{"actor": 3}]),
    ]  # fmt: skip
    for which, name, value in changes:
        told = json.loads(json.dumps(ELSEWHERE))
        entries(told)[which]["resource"][name] = value
        made.append(told)
    many = json.loads(json.dumps(ELSEWHERE))
    entries(many).extend([entries(many)[1]] * MOST_DOSES)
    return [*made, many]


@pytest.mark.parametrize("told", spoilt())
def test_one_thing_wrong_and_nothing_is_taken_from_it(told: object) -> None:
    with pytest.raises(Undecodable):
        from_json(json.dumps(told).encode())


@given(st.binary(max_size=200))
def test_garbage_is_refused(data: bytes) -> None:
    with pytest.raises(Undecodable):
        from_json(data)


def test_json_nested_without_end_is_refused() -> None:
    with pytest.raises(Undecodable):
        from_json(b"[" * 60_000)
