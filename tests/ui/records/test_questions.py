"""Every reason that the verbs take can be given."""

from __future__ import annotations

from fieldapp.actions import link_clients, void_dose
from fieldapp.ui.records import questions


def test_every_reason_is_offered() -> None:
    strike = [code for code, _ in questions.why_strike("BIBP").reasons]
    assert strike == list(void_dose.REASONS)
    assert [code for code, _ in questions.why_same().reasons] == list(link_clients.EVIDENCE)
    assert [code for code, _ in questions.why_apart(True).reasons] == list(link_clients.REASONS)


def test_taking_a_link_back_is_called_so() -> None:
    assert questions.why_apart(True).confirm == "Take the link back"
    assert questions.why_apart(False).confirm == "Two people"
