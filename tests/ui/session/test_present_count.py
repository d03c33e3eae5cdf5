"""What is counted next is asked in words, with what becomes of the open vial."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.domain.reconciliation import CashCount, LotCount, Reconciliation
from fieldapp.ui.session.present_count import count_state
from fieldapp.ui.session.state import CASH
from tests.journal.laptop import VACCINE, Laptop
from tests.ui.session.test_present import standing

LOT = LotCount(VACCINE, "0417", 60, 53, 0, None, in_use=3)


def test_what_is_thrown_away_and_what_is_kept_is_said_with_the_question(laptop: Laptop) -> None:
    _, at = standing(laptop)
    for lot, words in (
        (LOT, "3 doses in the open vial will be thrown away at the close."),
        (replace(LOT, in_use=0, kept=3), "3 doses stay in the open vial."),
    ):
        counting = replace(at, reconciliation=Reconciliation((lot,), CashCount()))
        asked = count_state(counting, (VACCINE, "0417"))
        assert asked is not None and asked.words.endswith(words)


def test_the_cash_is_asked_by_its_own_key_and_nothing_by_none(laptop: Laptop) -> None:
    _, at = standing(laptop, cash=CashCount(20_000))
    asked = count_state(at, CASH)
    assert asked is not None and asked.words == "Count the cash box."
    assert count_state(at, None) is None
