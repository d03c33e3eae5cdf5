"""Everything about a case has words, and every way to decide has its line of the form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fieldapp.hub.cases.case import Case, State
from fieldapp.hub.cases.kinds import WAYS, Kind, Way
from fieldapp.hub.fold import rules
from fieldapp.hub.fold.people import DECISIONS_DIFFER, SAME_DOCUMENT
from fieldapp.hub.fold.rules import Doubt
from fieldapp.hub.web.case_words import KINDS, QUESTIONS, STATES, WAY_WORDS, choices_of, why_words
from fieldapp.hub.web.record_words import HELD


def case(kind: Kind) -> Case:
    return Case(b"i", kind, b"a", b"b", "code", 1, 2, 0, b"f", State.OPEN, ())


def test_every_kind_state_and_way_has_words() -> None:
    assert KINDS.keys() == QUESTIONS.keys() == set(Kind)
    assert STATES.keys() == set(State)
    assert WAY_WORDS.keys() == set(Way)
    assert why_words(Kind.IDENTITY, DECISIONS_DIFFER) != why_words(Kind.IDENTITY, SAME_DOCUMENT)
    for kind in Kind:
        assert why_words(kind, "future-date").text


def test_every_doubt_has_words() -> None:
    doubts = {one.code for one in vars(rules).values() if isinstance(one, Doubt)}
    made = {
        rules.dangling(bytes(32)), rules.never_decided(bytes(32)), rules.unknown_user(1, "x"),
        rules.unknown_vaccine(),
    }  # fmt: skip
    assert doubts | {one.code for one in made} == HELD.keys()


@pytest.mark.parametrize("kind", list(Kind))
def test_the_form_offers_every_way_and_of_one_dose_either_record(kind: Kind) -> None:
    offered = {one.value.partition("/")[0] for one in choices_of(case(kind))}
    assert offered == {way.value for way in WAYS[kind]}
    values = [one.value for one in choices_of(case(kind))]
    assert len(values) == len(WAYS[kind]) + (kind is Kind.DOUBLE)


def test_who_was_shut_out_is_not_asked_to_correct() -> None:
    late = replace(case(Kind.QUARANTINE), code="revoked")
    assert [one.value for one in choices_of(late)] == ["counts", "set-aside", "referred"]
