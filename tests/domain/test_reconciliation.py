"""A session adds up, or it is said which lot does not and by how many."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.reconciliation import CashCount, LotCount, Reconciliation, total

COUNT = st.integers(0, 500)
LOTS = st.builds(
    LotCount,
    vaccine=st.just("v"),
    lot=st.sampled_from(["0417", "0418"]),
    loaded=COUNT,
    given=COUNT,
    wasted=COUNT,
    returned=st.none() | COUNT,
    in_use=st.integers(-3, 20),
    extra=COUNT,
    back=COUNT,
)
CASH = st.builds(CashCount, COUNT, COUNT, COUNT, st.none() | COUNT, COUNT)


@given(LOTS)
def test_a_lot_adds_up_when_loaded_is_given_wasted_and_returned(lot: LotCount) -> None:
    explained = lot.given + lot.wasted + lot.in_use + lot.back + (lot.returned or 0)
    there = lot.loaded + lot.extra
    assert lot.adds_up == (lot.returned is not None and there == explained)


@given(LOTS)
def test_what_is_missing_is_what_would_make_it_add_up(lot: LotCount) -> None:
    if lot.missing is None:
        assert lot.returned is None and not lot.adds_up
        return
    assert replace(lot, wasted=lot.wasted + lot.missing).adds_up


@given(st.lists(LOTS, max_size=5))
def test_the_total_is_the_sum_of_the_lots(lots: list[LotCount]) -> None:
    whole = total(lots)
    assert whole.loaded == sum(lot.loaded for lot in lots)
    assert whole.left == sum(lot.left for lot in lots)
    if whole.missing is not None:
        assert whole.missing == sum(lot.missing or 0 for lot in lots)


@given(CASH)
def test_cash_adds_up_when_float_and_takings_are_counted(cash: CashCount) -> None:
    if cash.counted is None:
        assert cash.adds_up == (not cash.handled)
    else:
        assert cash.adds_up == (cash.start + cash.taken - cash.refunded == cash.counted)


def test_cash_that_differs_closes_only_counted_and_explained() -> None:
    short = CashCount(start=100, counted=90)
    assert not short.adds_up
    assert replace(short, reason="fell overboard, Gao Jun saw it").adds_up
    assert not replace(short, counted=None, reason="nobody counted").adds_up


@given(st.lists(LOTS, max_size=4), CASH)
def test_a_session_adds_up_when_every_lot_and_the_cash_do(
    lots: list[LotCount], cash: CashCount
) -> None:
    whole = Reconciliation(tuple(lots), cash)
    assert whole.adds_up == (all(lot.adds_up for lot in lots) and cash.adds_up)
    assert {id(lot) for lot in whole.wrong_lots} == {id(lot) for lot in lots if not lot.adds_up}


def test_two_lots_that_err_against_each_other_do_not_hide_it() -> None:
    short, over = LotCount("v", "1", 60, 53, 0, 6), LotCount("v", "2", 10, 5, 0, 6)
    whole = Reconciliation((short, over), CashCount())
    assert total(whole.lots).missing == 0
    assert whole.to_explain == 2
    assert whole.wrong_lots == (short, over)


def test_the_picture_s_lot_is_one_vial_short() -> None:
    assert LotCount("bibp", "0418", 60, 53, 0, 6).missing == 1
    assert LotCount("bibp", "0417", 150, 131, 1, 18).missing == 0
