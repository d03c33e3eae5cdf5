"""Promises of words: there is one for every state, outcome, step and fate."""

from __future__ import annotations

from fieldapp.domain.call import Outcome, Step
from fieldapp.hub.due.reading import STATES
from fieldapp.hub.messages.queue import State
from fieldapp.hub.web.due_words import DUE_WORDS, MESSAGE_WORDS, OUTCOME_WORDS, STEP_WORDS
from fieldapp.reports.due import NONE_SENT


def test_everything_has_a_word() -> None:
    assert set(DUE_WORDS) == set(STATES)
    assert set(OUTCOME_WORDS) == {one.value for one in Outcome}
    assert set(STEP_WORDS) == {one.value for one in Step}
    assert set(MESSAGE_WORDS) == {one.value for one in State} | {NONE_SENT}
