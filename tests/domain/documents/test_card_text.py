"""A card's text, whole or as scanners spoil it; anything else is no card."""

from __future__ import annotations

import pytest

from fieldapp.domain.documents.card_text import awaits_more_digits, card_text, looks_like_card
from fieldapp.wire.health_card import write_card
from tests.wire.health_card.cards import CARD, KEY

TEXT = write_card(CARD, KEY).text


def test_a_card_is_itself_whatever_was_done_to_its_first_letters_or_lines() -> None:
    digits = TEXT.removeprefix("shc:/")
    for spoilt in (TEXT, f"SHC:/{digits}", f"shcÖ-{digits}", f"{TEXT[:700]}\n{TEXT[700:]} "):
        assert looks_like_card(spoilt)
        assert card_text(spoilt) == TEXT
    assert card_text("shc:/1/2/5676") == "shc:/1/2/5676"


@pytest.mark.parametrize("text", ["", "shc", "shc 12", "Shcherbakov 3", "1234", "shcÖ-12"])
def test_anything_else_is_none(text: str) -> None:
    assert not looks_like_card(text)
    assert card_text(text) is None


def test_a_card_that_is_not_one_looks_like_it_all_the_same() -> None:
    assert looks_like_card("shc:/x")
    assert card_text("shc:/x") is None


def test_of_a_card_in_lines_every_line_but_the_last_awaits_more() -> None:
    for cut in range(120, len(TEXT), 61):
        first, rest = TEXT[:cut], TEXT[cut:]
        assert awaits_more_digits(first)
        assert not awaits_more_digits(f"{first}\n{rest}")
    assert not awaits_more_digits(TEXT)


def test_nothing_else_is_waited_for() -> None:
    begun = TEXT[:500]
    for text in ("", "shc:/12", "110105198005170017", f"{begun}\nWang", f"shc:/1/2/{begun[5:]}"):
        assert not awaits_more_digits(text)
