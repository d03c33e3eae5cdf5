"""Balances are sums over movements and doses; voids, imports and amendments count rightly."""

from __future__ import annotations

from datetime import date

from fieldapp.domain.stock import Kind
from fieldapp.journal import stock
from fieldapp.journal.journal import Journal
from fieldapp.journal.verify import verify
from fieldapp.wire.facts import DoseAmended, DoseVoided, SessionOpened, StockMoved, VialClosed
from tests.journal.laptop import LOT, NURSE, VACCINE, give, open_vial, register

SESSION = "boat-test-0508"  # the session of made-up doses


def move(journal: Journal, kind: Kind, doses: int, **details: object) -> None:
    fact = StockMoved(kind.value, VACCINE, LOT, 19000, 5, doses, **details)  # type: ignore[arg-type]  # fields of StockMoved
    journal.append([fact], user=NURSE.login)


def test_a_day_adds_up_by_lot_and_session(journal: Journal) -> None:
    journal.append([SessionOpened(SESSION, "Pier", 1, "p")], user=NURSE.login)
    move(journal, Kind.RECEIVED, 50)
    move(journal, Kind.LOADED, 20, session=SESSION)
    client, vial = register(journal), open_vial(journal)
    for _ in range(3):
        give(journal, client, vial=vial)
    journal.append([VialClosed(journal.ref(vial), 2, "session-end")], user=NURSE.login)
    move(journal, Kind.RETURNED, 10, session=SESSION)
    (lot,) = stock.balances(journal)
    assert (lot.lot.expiry, lot.vial_doses, lot.was_received) == (date(2022, 1, 8), 5, True)
    assert (lot.balance.on_hand, lot.balance.places) == (45, {None: 40, SESSION: 5})
    (row,) = stock.of_session(journal, SESSION)
    told = (row.loaded, row.given, row.wasted, row.returned, row.difference)
    assert told == (20, 3, 2, 10, 5)
    assert stock.of_session(journal, "another") == []


def test_a_void_gives_the_dose_back_and_an_amended_lot_moves_it(journal: Journal) -> None:
    client = register(journal)
    first, second = give(journal, client), give(journal, client)
    assert stock.balance_of(journal, VACCINE, LOT).balance.on_hand == -2
    journal.append([DoseVoided(journal.ref(first), "other")], user=NURSE.login)
    amended = DoseAmended(journal.ref(second), "lot", LOT, "RIGHT")
    journal.append([amended], user=NURSE.login)
    assert stock.balance_of(journal, VACCINE, LOT).balance.on_hand == 0
    right = stock.balance_of(journal, VACCINE, "RIGHT")
    assert (right.balance.on_hand, right.was_received) == (-1, False)


def test_an_imported_backlog_takes_nothing_from_the_stock(journal: Journal) -> None:
    give(journal, register(journal), row=bytes(16))
    assert stock.balances(journal) == []


def test_movements_are_told_newest_first_with_what_was_taken_back(journal: Journal) -> None:
    move(journal, Kind.RECEIVED, 10)
    (newest,) = stock.movements(journal, 9)
    assert stock.movement(journal, newest.event_id) == newest
    assert (newest.taken_back, newest.takes_back, newest.from_vial) == (False, False, False)
    move(journal, Kind.RECEIVED, -10, reverses=journal.ref(newest.event_id))
    counter, first = stock.movements(journal, 9)
    assert (counter.takes_back, first.taken_back) == (True, True)
    assert stock.movement(journal, give(journal, register(journal))) is None


def test_it_is_known_when_the_stock_was_last_counted(journal: Journal) -> None:
    assert stock.last_count(journal) is None
    move(journal, Kind.COUNTED, -1, counted=4, reason="lost")
    assert stock.last_count(journal) == (journal.clock.now(), NURSE.login)


def test_the_tables_follow_from_the_events(journal: Journal) -> None:
    move(journal, Kind.RECEIVED, 10)
    vial = open_vial(journal)
    journal.append([VialClosed(journal.ref(vial), 2, "broken")], user=NURSE.login)
    assert verify(journal).ok
