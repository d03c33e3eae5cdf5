"""Every movement is a row; a vial's remainder is wasted where it was used."""

from __future__ import annotations

from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import SessionClosed, SessionOpened, StockMoved, VialClosed
from tests.journal.laptop import LOT, NURSE, VACCINE, open_vial


def rows(journal: Journal) -> list[tuple[object, ...]]:
    return journal.db.rows("SELECT kind, doses, session, reason FROM stock_movement ORDER BY no")


def session(journal: Journal, label: str) -> None:
    journal.append([SessionOpened(label, "Pier", 1, "p")], user=NURSE.login)


def received(doses: int = 20, **details: object) -> StockMoved:
    return StockMoved("received", VACCINE, LOT, 19000, 5, doses, **details)  # type: ignore[arg-type]  # fields of StockMoved


def test_a_movement_is_kept_with_who_and_why(journal: Journal) -> None:
    journal.append([received(reason="at-loading")], user=NURSE.login)
    assert rows(journal) == [("received", 20, None, "at-loading")]


def test_a_counter_movement_marks_what_it_takes_back(journal: Journal) -> None:
    (first,) = journal.append([received()], user=NURSE.login)
    journal.append([received(-20, reverses=journal.ref(first.event_id))], user=NURSE.login)
    marks = journal.db.rows("SELECT reverses IS NULL, reversed IS NULL FROM stock_movement")
    assert marks == [(1, 0), (0, 1)]


def test_the_rest_of_a_vial_is_wasted_in_the_session_that_closes_it(journal: Journal) -> None:
    session(journal, "one")
    vial = open_vial(journal)
    journal.append([SessionClosed("one")], user=NURSE.login)
    session(journal, "two")
    journal.append([VialClosed(journal.ref(vial), 2, "session-end")], user=NURSE.login)
    assert rows(journal) == [("opened", 5, "one", None), ("wasted", 2, "two", "session-end")]


def test_a_vial_closed_between_sessions_is_wasted_where_it_was_opened(journal: Journal) -> None:
    session(journal, "one")
    vial = open_vial(journal)
    journal.append([SessionClosed("one")], user=NURSE.login)
    journal.append([VialClosed(journal.ref(vial), 3, "hours-over")], user=NURSE.login)
    assert rows(journal)[1] == ("wasted", 3, "one", "hours-over")


def test_a_vial_that_gave_more_than_its_label_says_is_told_as_extra(journal: Journal) -> None:
    for left in (0, -1):
        vial = open_vial(journal)
        journal.append([VialClosed(journal.ref(vial), left, "used-up")], user=NURSE.login)
    kinds = [kind for kind, *_ in rows(journal)]
    assert kinds == ["opened", "opened", "extra"]


def test_a_kind_of_a_later_program_is_stored_and_not_counted(journal: Journal) -> None:
    fact = StockMoved("lent", VACCINE, LOT, None, 5, 20)
    journal.append([fact], user=NURSE.login)
    assert rows(journal) == []
