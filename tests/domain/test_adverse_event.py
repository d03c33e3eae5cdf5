"""What the AEFI form asks, what is grave, and what it means for the next dose."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fieldapp.actions.aefi_codes import load_aefi_codes
from fieldapp.domain.adverse_event import (
    AdverseEvent,
    CodesInvalid,
    ReactionDetails,
    changes,
    conditions_after,
    is_grave,
    parse_codes,
    still_missing,
)

CODES = load_aefi_codes()
GOOD: dict[str, object] = {
    "reactions": [{"id": "a", "name": {"en": "A"}}],
    "criteria": [{"id": "b", "name": {"en": "B"}}],
    "outcomes": [{"id": "c", "name": {"en": "C"}}],
    "serious_sets": "serious",
    "core_variables": {"variables": [{"id": "x", "critical": True}]},
}


def event(*reactions: str, serious: bool | None = False, vaccine: str = "v") -> AdverseEvent:
    return AdverseEvent(
        reaction_id=bytes(32),
        dose_id=bytes(32),
        client_id=bytes(32),
        vaccine_id=vaccine,
        details=ReactionDetails(reactions=reactions, serious=serious),
        reported_at=datetime(2026, 11, 22, tzinfo=UTC),
        reported_by="nurse.test",
    )


def test_the_form_has_whos_25_core_variables_of_which_13_are_critical() -> None:
    assert len(CODES.variables) == 25
    assert sum(CODES.variables.values()) == 13


def test_every_box_has_words_in_both_languages() -> None:
    for code in (*CODES.reactions, *CODES.criteria, *CODES.outcomes):
        assert code.name["en"] and code.name["zh-Hans"]


@pytest.mark.parametrize(
    ("told", "grave"),
    [
        (ReactionDetails(("syncope",), serious=False), False),
        (ReactionDetails(("syncope",), serious=None), False),
        (ReactionDetails(("syncope",), serious=True), True),
        (ReactionDetails(("syncope", "anaphylaxis"), serious=None), True),
        (ReactionDetails(("of-a-newer-program",), serious=False), False),
    ],
)
def test_a_reaction_is_grave_when_serious_or_severe_by_its_nature(
    told: ReactionDetails, grave: bool
) -> None:
    assert is_grave(told, CODES) is grave


def test_a_severe_or_serious_reaction_sets_a_condition_for_the_same_vaccine() -> None:
    told = [
        event("anaphylaxis", vaccine="one"),
        event("syncope", serious=True, vaccine="one"),
        event("syncope", vaccine="other"),
    ]
    found = conditions_after(told, CODES)
    assert found["one"] == {"severe_vaccine_allergy", "serious_reaction_before"}
    assert found["other"] == frozenset()


def test_a_withdrawn_report_sets_nothing() -> None:
    assert conditions_after([replace(event("anaphylaxis"), withdrawn="other")], CODES) == {}


def test_what_is_still_missing_is_named_in_the_forms_order() -> None:
    first = ReactionDetails(("syncope",), serious=False)
    assert still_missing(first, CODES) == ("onset_at", "outcome")
    whole = replace(first, onset=datetime(2026, 11, 22, 14, 30), outcome="recovered")
    assert still_missing(whole, CODES) == ()


def test_what_changed_is_named() -> None:
    old = ReactionDetails(("syncope",))
    assert changes(old, old) == ()
    assert changes(old, replace(old, outcome="recovered", serious=True)) == ("serious", "outcome")


@pytest.mark.parametrize(
    ("slip", "place"),
    [
        ({"serious_sets": None}, "serious_sets"),
        ({"reactions": []}, "reactions"),
        ({"criteria": [{"id": "b"}]}, r"criteria\[0\]"),
        ({"criteria": [{"id": "b", "name": {"en": "B"}, "severe": 1}]}, r"criteria\[0\]"),
        ({"outcomes": [{"id": "c", "name": {"en": "C"}}] * 2}, "outcomes: an id twice"),
        ({"core_variables": {}}, "core_variables"),
        ({"core_variables": {"variables": [{"id": 1}]}}, "core_variables"),
    ],
)
def test_a_slip_in_the_file_is_named_by_its_place(slip: dict[str, object], place: str) -> None:
    assert parse_codes(GOOD).serious_sets == "serious"
    with pytest.raises(CodesInvalid, match=place):
        parse_codes({**GOOD, **slip})
