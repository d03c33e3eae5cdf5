"""A card in words: refused, claiming, taken; whatever it holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fieldapp.actions.card.check import CardVerdict, CheckedCard
from fieldapp.actions.card.refusals import refusal_of
from fieldapp.actions.card.take_over import TakenOver
from fieldapp.actions.programme import load_catalogue
from fieldapp.domain.birth_date import Precision
from fieldapp.ui.desk.present_card import (
    dose_words,
    refused_card,
    taken_words,
    verdict_title,
)
from fieldapp.wire.health_card.content import CVX
from tests.wire.health_card.cards import CARD, DOSE

CATALOGUE = load_catalogue()
FOREIGN = replace(DOSE, codes=((CVX, "207"),), lot="", giver="")


@pytest.mark.parametrize("verdict", [v for v in CardVerdict if v is not CardVerdict.VALID])
def test_only_a_card_that_may_be_honest_is_quoted(verdict: CardVerdict) -> None:
    found = CheckedCard(verdict, CARD)
    refused = refusal_of(found)
    assert refused is not None
    state = refused_card(found, refused, CATALOGUE)
    assert state.verdict.title == verdict_title(verdict)
    quoted = verdict in (CardVerdict.UNKNOWN_ISSUER, CardVerdict.TRUST_TOO_OLD)
    assert bool(state.claims) is quoted


def test_what_a_card_claims_is_told_line_by_line() -> None:
    year = replace(CARD, birth_known_to=Precision.YEAR, birth_date=date(1980, 1, 1))
    found = CheckedCard(CardVerdict.UNKNOWN_ISSUER, year)
    refused = refusal_of(found)
    assert refused is not None
    person, dose = refused_card(found, refused, CATALOGUE).claims
    assert person == "王测试 · born 1980"
    assert dose == "8 May 2021 · BIBP · Lot TEST-0001 · Beijing Test 1"


def test_a_product_that_is_not_listed_goes_by_its_code() -> None:
    assert dose_words(FOREIGN, CATALOGUE) == "8 May 2021 · CVX 207"
    assert "?" in dose_words(replace(DOSE, codes=()), CATALOGUE)


def test_what_was_added_known_or_left_out_is_said() -> None:
    words, tone = taken_words("Team A", TakenOver(added=2), CATALOGUE)
    assert (tone, "Doses added to the history: 2." in words) == ("ok", True)
    words, tone = taken_words("Team A", TakenOver(known=1), CATALOGUE)
    assert (tone, "Nothing is new" in words) == ("ok", True)
    words, tone = taken_words(
        "Team A", TakenOver(unknown=(FOREIGN,), impossible=(DOSE,)), CATALOGUE
    )
    assert tone == "wait"
    assert "CVX 207" in words and "the day cannot be" in words
    assert "Nothing is new" not in words
