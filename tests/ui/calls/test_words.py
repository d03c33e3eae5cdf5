from __future__ import annotations

from datetime import date

import pytest

from fieldapp.actions.calls.record_call import REFUSALS, WITHDRAWALS
from fieldapp.domain.call import Outcome
from fieldapp.domain.message import Fate, Kind, SentMessage
from fieldapp.ui.calls import words


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_words_a_button_and_a_title(outcome: Outcome) -> None:
    for said in (words.outcome_words, words.outcome_button, words.outcome_title):
        assert said(outcome.value) != outcome.value or "-" not in outcome.value
    assert outcome.value in words.BUTTONS


def test_a_column_says_the_outcome_in_as_few_words_as_it_can() -> None:
    assert words.outcome_column("will-come").format(day="24 Nov") == "comes 24 Nov"
    assert words.outcome_column("no-answer") == words.outcome_words("no-answer")


def test_every_reason_has_words() -> None:
    assert set(words.REFUSALS) == set(REFUSALS)
    assert set(words.WITHDRAWALS) == set(WITHDRAWALS)
    assert words.refusal_words(None) == ""
    assert words.refusal_words("too-far") == "It is too far"
    assert words.withdrawal_words("twice") == "Written down twice"


def test_what_a_newer_program_says_is_shown_as_it_is() -> None:
    assert words.outcome_words("by-pigeon") == "by-pigeon"
    assert words.off_words("by-pigeon") == "Is not called any more."


@pytest.mark.parametrize("fate", Fate)
@pytest.mark.parametrize("kind", Kind)
def test_every_message_and_what_became_of_it_has_words(kind: Kind, fate: Fate) -> None:
    sent = SentMessage("s", 2, kind, date(2026, 11, 26), fate)
    assert "{" not in words.fate_words(sent) + words.message_words(sent)
    assert "26 Nov 2026" in words.message_words(sent)
