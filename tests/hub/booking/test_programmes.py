"""Promises of fees: what the page says is what the desk will say, by the same rule."""

from __future__ import annotations

import pytest

from fieldapp.domain.client import Document
from fieldapp.domain.fees import FeeKind
from fieldapp.hub.booking.papers import Paper
from fieldapp.hub.booking.programmes import programme_of, programmes
from tests.hub.booking.desk import PROGRAMME, passport

RESIDENT = Paper(Document("cn-resident-id", "11010519491231002X"), "CHN")


@pytest.mark.parametrize(
    ("paper", "insured", "amount"),
    [
        (passport(1), False, 10_000),
        (passport(1), True, 0),
        (passport(1, "CHN"), False, 0),
        (RESIDENT, False, 0),
    ],
)
def test_foreign_nationals_without_social_security_pay(
    paper: Paper, insured: bool, amount: int
) -> None:
    fee = programme_of(PROGRAMME).fee(paper, insured)
    assert fee is not None and fee.amount == amount
    assert fee.kind is (FeeKind.DUE if amount else FeeKind.FREE)


def test_who_did_not_say_is_asked() -> None:
    fee = programme_of(PROGRAMME).fee(passport(1), None)
    assert fee is not None and fee.kind is FeeKind.ASK


def test_a_programme_without_fees_takes_none() -> None:
    free = programme_of("who")
    assert free.fee(passport(1), False) is None and free.highest_fee == 0
    assert programme_of(PROGRAMME).highest_fee == 10_000


def test_every_programme_has_a_name_in_both_languages() -> None:
    for programme in programmes().values():
        assert programme.title["en"] and programme.title["zh-Hans"]


def test_a_programme_of_another_release_stands_by_its_id() -> None:
    assert programme_of("gone").title["en"] == "gone"
