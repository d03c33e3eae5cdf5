"""What is on board, how it stands, and what needs somebody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fieldapp.actions.cold_chain.lot_decisions import hold_lot, recall_lot
from fieldapp.actions.stock.amount import Amount
from fieldapp.actions.stock.count_lot import count_lot
from fieldapp.actions.stock.load_box import load_box
from fieldapp.actions.stock.receive_lot import receive_lot
from fieldapp.actions.stock.stock_board import BoxTally, stock_board
from fieldapp.domain.lot import LotStanding
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import SessionOpened, VialOpened
from tests.actions.cold_chain.practice import BIBP, practice_on
from tests.actions.stock.store import LOT, SESSION, USER, doses, vials
from tests.journal.laptop import LEAD, NURSE, Laptop, give, register
from tests.journal.recalled import hub_recalls


def test_lots_stand_with_their_places_and_the_box_adds_up(journal: Journal) -> None:
    journal.append([SessionOpened(SESSION, "Pier", 1, "p")], user=USER)
    receive_lot(journal, vials(4), user=USER)
    load_box(journal, vials(3), SESSION, user=USER)
    give(journal, register(journal))
    count_lot(journal, vials(1), user=USER)
    board = stock_board(practice_on(journal))
    (row,) = board.lots
    assert (row.on_hand, row.in_box, row.in_store, row.vial_doses) == (19, 14, 5, 5)
    assert board.box == BoxTally(SESSION, loaded=15, given=1, wasted=0, lots=1)
    assert board.counted == (journal.clock.now(), NURSE.name)
    assert (board.on_board, board.usable, board.waiting) == (19, 19, 0)


def test_what_nobody_may_use_is_counted_apart_and_needs_somebody(journal: Journal) -> None:
    receive_lot(journal, vials(2), user=USER)
    receive_lot(journal, Amount(BIBP, 7), user=USER)
    old = replace(BIBP, lot_number="OLD", expiry=date(2021, 7, 31))
    receive_lot(journal, Amount(old, 3), user=USER)
    hold_lot(journal, BIBP.vaccine_id, BIBP.lot_number, "vvm", user=USER)
    recall_lot(journal, BIBP.vaccine_id, "FAR", user=LEAD.login)
    board = stock_board(practice_on(journal))
    stands = {row.lot.lot_number: row.standing for row in board.lots}
    assert stands[LOT.lot_number] in (LotStanding.GOOD, LotStanding.SOON)
    assert (stands["OLD"], stands["B-1"]) == (LotStanding.EXPIRED, LotStanding.HELD)
    assert (board.on_board, board.usable, board.waiting) == (20, 10, 2)
    (held,) = next(row.decisions for row in board.lots if row.lot == BIBP)
    assert held.by == NURSE.name, "a name, not how she logs in"
    assert stands["FAR"] is LotStanding.RECALLED  # not on board, and known all the same


def test_an_empty_lot_is_left_out_and_one_below_zero_is_not(journal: Journal) -> None:
    receive_lot(journal, doses(1), user=USER)
    client = register(journal)
    give(journal, client)
    assert stock_board(practice_on(journal)).lots == ()
    give(journal, client)
    (row,) = stock_board(practice_on(journal)).lots
    assert (row.on_hand, row.standing) == (-1, LotStanding.BELOW_ZERO)


def test_an_open_vial_says_when_its_hours_are_over(journal: Journal, laptop: Laptop) -> None:
    fact = VialOpened("covid-inact-sinovac", "S-1", 19500, 2)
    journal.append([fact], user=USER)
    (vial,) = stock_board(practice_on(journal)).vials
    assert vial.discard_at is not None and not vial.over
    laptop.clock.pass_s(6 * 3600)
    board = stock_board(practice_on(journal))
    assert board.vials[0].over and board.waiting == 1


def test_what_the_hub_recalled_is_shown_where_it_ever_was_on_board(journal: Journal) -> None:
    receive_lot(journal, vials(2), user=USER)
    gone = replace(BIBP, lot_number="GONE 1")
    receive_lot(journal, Amount(gone, 7), user=USER)
    count_lot(journal, Amount(gone, 0), user=USER, reason="lost")
    hub_recalls(
        journal, (LOT.vaccine_id, LOT.lot_number.lower()), (BIBP.vaccine_id, "gone1"),
        (BIBP.vaccine_id, "FAR"),
    )  # fmt: skip
    board = stock_board(practice_on(journal))
    stands = {row.lot.lot_number: (row.standing, row.on_hand) for row in board.lots}
    assert stands == {
        LOT.lot_number: (LotStanding.RECALLED, 10), "GONE 1": (LotStanding.RECALLED, 0),
    }  # fmt: skip
    assert (board.usable, board.waiting) == (0, 1)
