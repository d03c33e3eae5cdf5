"""What folds make of calls is what `journal.calls` reads: its tests look at both."""

from __future__ import annotations

from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import CallMade, CallWithdrawn, ContactWished
from tests.journal.laptop import NURSE, VACCINE, register


def test_a_call_keeps_its_row_when_it_is_struck_through(journal: Journal) -> None:
    client = journal.ref(register(journal))
    fact = CallMade(client, VACCINE, 2, "will-come", day=18800, phone="+8613800000001")
    (made,) = journal.append([fact], user=NURSE.login)
    journal.append([CallWithdrawn(journal.ref(made.event_id), "twice")], user=NURSE.login)
    rows = journal.db.rows("SELECT outcome, day, made_by, withdrawn FROM call")
    assert rows == [("will-come", 18800, NURSE.login, "twice")]


def test_of_wishes_the_newest_stands(journal: Journal) -> None:
    client = journal.ref(register(journal))
    wishes = [ContactWished(client, calls=False, messages=True), ContactWished(client, True, False)]
    journal.append(wishes, user=NURSE.login)
    assert journal.db.rows("SELECT calls, messages FROM contact") == [(1, 0)]
