from __future__ import annotations

from datetime import UTC, datetime

import pytest

from fieldapp.domain.fees import FeeDue, FeeKind
from fieldapp.domain.reconciliation import LotCount
from fieldapp.domain.stock import WASTE_REASONS
from fieldapp.journal.sessions import VaccinationSession
from fieldapp.ui.session.words import (
    fee_words,
    missing_words,
    money,
    session_words,
    title_words,
    waste_choices,
    waste_words,
)

PROGRAMME = "cn-nhc-2021-03-29"


def session(operation: int | None, unit: str) -> VaccinationSession:
    opened = datetime(2021, 8, 1, tzinfo=UTC)
    label = "Boat 3 · 71"
    return VaccinationSession(label, "Pier", operation, "p", None, opened, None, None, unit=unit)


def test_the_strip_says_boat_operation_and_place() -> None:
    assert session_words(session(71, "Boat 3")) == "Boat 3 · Operation 71 · Pier"
    assert session_words(session(None, "")) == "Boat 3 · 71 · Pier"
    assert session_words(None) == ""
    assert title_words(session(None, "")) == "Boat 3 · 71"


@pytest.mark.parametrize(
    ("returned", "vial", "words"),
    [(6, 1, "1 vial missing"), (5, 1, "2 vials missing"), (5, 5, "2 doses missing")],
)
def test_what_is_missing_is_said_in_vials_where_a_vial_is_a_dose(
    returned: int, vial: int, words: str
) -> None:
    assert missing_words(LotCount("v", "1", 60, 53, 0, returned, vial=vial)) == words


def test_too_many_are_said_too() -> None:
    assert missing_words(LotCount("v", "1", 60, 53, 0, 9)) == "2 too many"


def test_a_fee_is_said_with_amount_and_reason_and_a_free_dose_says_nothing() -> None:
    due = FeeDue(FeeKind.DUE, 10_000, "CNY", "rule", "no-social-security")
    assert fee_words(due, PROGRAMME) == ("Fee: 100 yuan, no social security", "info")
    ask = FeeDue(FeeKind.ASK, 0, "CNY", "rule", "social-security-unknown")
    assert fee_words(ask, PROGRAMME)[1] == "wait"
    assert fee_words(FeeDue(FeeKind.FREE, 0, "CNY", "rule", "citizen"), PROGRAMME) == ("", "")
    assert fee_words(None, PROGRAMME) == ("", "")


def test_money_of_a_programme_without_fees_has_no_unit() -> None:
    assert money(9_350, PROGRAMME) == "93.50 yuan"
    assert money(9_350, "who") == "93.50"


def test_every_reason_that_is_offered_is_one_of_the_stock_s() -> None:
    assert {code for code, _ in waste_choices()} <= set(WASTE_REASONS)
    assert waste_words("newer-reason") == "newer-reason"
