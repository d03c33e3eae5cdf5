"""Promises of the words about a reaction: what is grave looks so, and every box has its name."""

from __future__ import annotations

import pytest

from fieldapp.domain.adverse_event import ReactionDetails
from fieldapp.hub.web.reaction_words import ended, look_of, seen, why_serious
from fieldapp.hub.web.words import CHINESE, ENGLISH


@pytest.mark.parametrize(
    ("serious", "grave", "words"),
    [
        (True, True, "serious"),
        (None, True, "severe by its nature"),
        (False, True, "severe by its nature"),
        (None, False, "not asked whether serious"),
        (False, False, "not serious"),
    ],
)
def test_how_grave_it_is_is_one_word(serious: bool | None, grave: bool, words: str) -> None:
    look, _, told = look_of(ReactionDetails(serious=serious), grave)
    assert told.text == words
    assert (look == "stop") is grave


def test_every_box_is_named_in_the_readers_language_and_an_unknown_one_stands() -> None:
    details = ReactionDetails(("fever", "new-box"), criteria=("hospital",), outcome="recovering")
    assert seen(details, ENGLISH) == "Fever, 38 °C or more; new-box"
    assert seen(details, CHINESE) == "发热（38 °C及以上）；new-box"
    assert (why_serious(details, ENGLISH), ended(details, CHINESE)) == ("Hospitalized", "好转")
    assert ended(ReactionDetails(), ENGLISH) == ""
