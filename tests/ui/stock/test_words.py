"""Every code that can be recorded has words."""

from __future__ import annotations

import pytest

from fieldapp.actions.cold_chain.logger_file import BAD_CELLS
from fieldapp.domain.lot import (
    HOLD_REASONS,
    RECALL_WITHDRAWN_REASONS,
    RELEASE_REASONS,
    LotStanding,
)
from fieldapp.domain.stock import (
    COUNT_REASONS,
    LOAD_SHORTFALL,
    SENT_BACK_REASONS,
    WASTE_REASONS,
    Kind,
)
from fieldapp.ui.stock import words


def test_every_kind_standing_and_bad_cell_has_words() -> None:
    assert {kind.value for kind in Kind} == words.KINDS.keys()
    assert {standing.value for standing in LotStanding} == words.STANDINGS.keys()
    assert set(BAD_CELLS) == words.BAD_CELLS.keys()
    assert words.kind_words("wasted") == "Wasted" and words.standing_words("held") == "Held"
    assert words.bad_cell_words("missing") == "nothing stands there"


@pytest.mark.parametrize(
    "reasons",
    [WASTE_REASONS, COUNT_REASONS, SENT_BACK_REASONS, HOLD_REASONS, RELEASE_REASONS,
     RECALL_WITHDRAWN_REASONS, (LOAD_SHORTFALL, "replaced", "used-up")],
)  # fmt: skip
def test_every_reason_has_words(reasons: tuple[str, ...]) -> None:
    assert set(reasons) <= words.REASONS.keys()
    assert words.reason_words(reasons[0]) != reasons[0]
    assert words.reason_words(None) == ""


def test_the_reasons_that_are_offered_can_be_recorded() -> None:
    assert words.WASTE.keys() <= set(WASTE_REASONS)
    assert words.COUNT.keys() == set(COUNT_REASONS)
    assert words.SENT_BACK.keys() == set(SENT_BACK_REASONS)
    assert words.HOLD.keys() == set(HOLD_REASONS)
    assert words.RELEASE.keys() == set(RELEASE_REASONS)
    assert words.WITHDRAW.keys() == set(RECALL_WITHDRAWN_REASONS)
