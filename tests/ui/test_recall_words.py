"""A recalled lot is refused with who recalled it, when and why; any other failure as ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from fieldapp.actions.load_vials import LotRecalledAway
from fieldapp.actions.open_vial import LotExpired, LotIsRecalled
from fieldapp.domain.lot import RECALL_REASONS, LotState
from fieldapp.journal.lots import LotDecision
from fieldapp.ui.error_words import in_words
from fieldapp.ui.recall_words import fault_words, recall_words
from fieldapp.ui.stock.words import REASONS

SITE = datetime(2021, 8, 1, 9, 0, tzinfo=timezone(timedelta(hours=8)))
LATE = datetime(2021, 7, 31, 20, 0, tzinfo=UTC)
HUB = LotDecision(
    "v", "L-1", LotState.RECALLED, "quality", "Notice 4", LATE, "", from_hub=True
)  # fmt: skip
OWN = LotDecision("v", "L-1", LotState.RECALLED, None, "letter 7", LATE, "lead.test")


@pytest.mark.parametrize(
    ("recall", "words"),
    [
        (HUB, "Lot L-1 was recalled by the hub on 1 Aug 2021: Its quality is in doubt (Notice 4)."),
        (OWN, "Lot L-1 was recalled here on 1 Aug 2021: letter 7."),
    ],
)
def test_who_when_and_why_are_one_sentence(recall: LotDecision, words: str) -> None:
    assert recall_words(recall, SITE) == words


def test_a_recall_without_a_word_says_so() -> None:
    bare = LotDecision("v", "L-1", LotState.RECALLED, None, None, LATE, "lead.test")
    assert "no reason was written down" in recall_words(bare, SITE)


@pytest.mark.parametrize("error", [LotIsRecalled(HUB), LotRecalledAway(HUB)])
def test_a_refused_vial_says_who_recalled_it_and_what_to_do(error: LotIsRecalled) -> None:
    words = fault_words(error, SITE)
    assert words.startswith(recall_words(HUB, SITE))
    assert words.endswith(error.next_step)


def test_any_other_failure_is_said_as_ever() -> None:
    expired = LotExpired(expiry="2021-07-31")
    assert fault_words(expired, SITE) == in_words(expired)


def test_every_reason_of_the_hub_has_words() -> None:
    assert set(RECALL_REASONS) <= REASONS.keys()
