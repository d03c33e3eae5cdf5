"""Every code of the records page has words; what the hub may say one day has some, too."""

from __future__ import annotations

from dataclasses import fields

from fieldapp.actions import amend_client, amend_dose, link_clients, void_dose
from fieldapp.hub.fold import rules
from fieldapp.journal.doses import DoseState
from fieldapp.ui.records import words
from fieldapp.wire.facts import ClientRegistered, DoseRecorded

UNSEEN = {"client", "source", "screening", "advice", "override_reason", "row", "birth_day"}


def test_every_code_has_words() -> None:
    for code in (*amend_dose.REASONS, *amend_client.REASONS):
        assert words.amend_words(code) != code
    for code in (*void_dose.REASONS, *amend_dose.REASONS):
        assert words.correction_words(code) != code
    assert [words.evidence_words(code) for code in link_clients.EVIDENCE]
    assert [words.apart_words(code) for code in link_clients.REASONS]
    assert len({words.state_words(state) for state in DoseState}) == len(DoseState)


def test_every_reason_of_the_hub_is_said_with_what_to_do() -> None:
    doubts = {one.code for one in vars(rules).values() if isinstance(one, rules.Doubt)}
    made = (
        rules.dangling(bytes(16)),
        rules.unknown_user(1, "nurse"),
        rules.unknown_vaccine(),
        rules.never_decided(bytes(32)),
    )
    codes = doubts | {one.code for one in made}
    assert len(codes) >= 14
    assert {code for code in codes if words.aside_words(code) == words.aside_words("new")} == set()


def test_every_field_that_can_be_corrected_has_a_name() -> None:
    names = {f.name for f in (*fields(ClientRegistered), *fields(DoseRecorded))} - UNSEEN
    assert names <= words._FIELDS.keys()


def test_a_reason_of_a_newer_hub_is_still_a_sentence() -> None:
    assert words.aside_words("future-date") != words.aside_words("made-up") != "made-up"
    assert words.evidence_words(None) == words.correction_words(None) == ""
