"""Of an erased fee the receipt's number and the money stay, and nothing of who paid or why."""

from __future__ import annotations

from fieldapp.journal.entries import position_of
from fieldapp.journal.erasure.bodies import destroy
from fieldapp.journal.journal import SYSTEM, Journal
from fieldapp.journal.projections.apply import replay
from fieldapp.wire.facts import Erased, FeeTaken, Value
from tests.journal.laptop import NURSE, give, register


def paid(journal: Journal, dose: bytes) -> bytes:
    fee = FeeTaken(journal.ref(dose), 3, 8, 10_000, "CNY", "rule", "s", "payer")
    (recorded,) = journal.append([fee], user=NURSE.login)
    return recorded.event_id


def erase(journal: Journal, event_id: bytes, rest: list[Value] | None) -> None:
    with journal.transaction():
        destroy(journal.db, [position_of(journal.db, event_id) or 0])
        journal.forget_seed()
        replay(journal.db)
        fact = Erased(journal.ref(event_id), "pipl-47", session="s", fee=rest)
        journal.append([fact], user=SYSTEM)


def test_the_money_stays_in_its_box(journal: Journal) -> None:
    dose = give(journal, register(journal))
    fee = paid(journal, dose)
    erase(journal, fee, [journal.ref(dose), 3, 8, 10_000, "CNY"])
    rows = journal.db.rows("SELECT event_id, number, amount, rule, payer, session FROM fee")
    assert rows == [(fee, 8, 10_000, "", None, "s")]


def test_where_nothing_is_told_of_money_nothing_stays(journal: Journal) -> None:
    dose = give(journal, register(journal))
    erase(journal, paid(journal, dose), None)
    erase(journal, dose, [1, 1, 1, 1, "CNY"])
    assert journal.db.number("SELECT count(*) FROM fee") == 0
