"""What the desk asks reasons for: every code that the verbs take is offered, in words."""

from __future__ import annotations

from fieldapp.actions import record_not_given, void_dose
from fieldapp.ui.desk import reasons


def test_every_reason_can_be_given() -> None:
    assert [code for code, _ in reasons.why_not_given().reasons] == list(record_not_given.REASONS)
    assert [code for code, _ in reasons.why_void().reasons] == list(void_dose.REASONS)


def test_a_dose_against_the_advice_wants_words() -> None:
    asked = reasons.why_override()
    assert asked.free_text and not asked.reasons
