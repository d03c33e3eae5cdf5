"""Every verdict but one is a refusal, in three whole sentences."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from fieldapp.actions.card.check import CardVerdict, CheckedCard
from fieldapp.actions.card.refusals import refusal_of
from fieldapp.wire.trust import Issuer

ISSUER = Issuer(7, "Boat Test", bytes(64), 1_620_440_000)
HEARD = datetime(2021, 6, 1, tzinfo=UTC)


def test_a_valid_card_is_not_refused() -> None:
    assert refusal_of(CheckedCard(CardVerdict.VALID)) is None


@pytest.mark.parametrize("verdict", [v for v in CardVerdict if v is not CardVerdict.VALID])
def test_every_other_verdict_says_what_happened_what_is_safe_and_what_to_do(
    verdict: CardVerdict,
) -> None:
    refused = refusal_of(CheckedCard(verdict, None, ISSUER, HEARD))
    assert refused is not None
    for words in (refused.happened, refused.safe, refused.next_step):
        assert words
        assert "{" not in words


def test_who_was_shut_out_and_since_when_the_list_is_old_are_named() -> None:
    shut_out = refusal_of(CheckedCard(CardVerdict.REVOKED_ISSUER, None, ISSUER, HEARD))
    old = refusal_of(CheckedCard(CardVerdict.TRUST_TOO_OLD, None, ISSUER, HEARD))
    assert "Boat Test that signed this card was shut out on 2021-05-08" in str(shut_out)
    assert "since 2021-06-01" in str(old)
