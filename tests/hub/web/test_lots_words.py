"""Every code that a hub or a laptop writes about lots has its words."""

from __future__ import annotations

from fieldapp.domain.lot import (
    HOLD_REASONS,
    RECALL_LIFTED_REASONS,
    RECALL_REASONS,
    RECALL_WITHDRAWN_REASONS,
    RELEASE_REASONS,
    LotState,
)
from fieldapp.domain.stock import WASTE_REASONS
from fieldapp.hub.lots.heard import Hearing
from fieldapp.hub.web import lots_words
from fieldapp.hub.web.words import CHINESE, words_of


def test_every_code_has_words() -> None:
    assert tuple(lots_words.RECALL_REASONS) == RECALL_REASONS
    assert tuple(lots_words.LIFTED_REASONS) == RECALL_LIFTED_REASONS
    assert set(WASTE_REASONS) <= lots_words.WASTED.keys()
    said = {*HOLD_REASONS, *RELEASE_REASONS, *RECALL_WITHDRAWN_REASONS}
    assert said <= lots_words.HELD.keys()
    assert lots_words.HEARING.keys() == set(Hearing)
    assert lots_words.DECIDED.keys() == {(one, held) for one in LotState for held in (True, False)}


def test_a_code_of_a_newer_laptop_stands_as_it_is() -> None:
    words = words_of(CHINESE)
    assert words.say(lots_words.words_of(lots_words.WASTED, "dropped-{x}")) == "dropped-{x}"
    assert words.say(lots_words.words_of(lots_words.WASTED, None)) == "未写原因"
