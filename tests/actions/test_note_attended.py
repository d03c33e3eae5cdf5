"""Whoever booked is here: written down once, and taken back when it was a slip."""

from __future__ import annotations

from fieldapp.actions.note_attended import note_attended
from fieldapp.journal.attended import attended
from fieldapp.journal.journal import Journal
from tests.journal.laptop import NURSE


def note(journal: Journal, came: bool) -> bool:
    return note_attended(journal, 1, b"code1", came=came, user=NURSE.login)


def test_the_same_again_writes_nothing(journal: Journal) -> None:
    assert note(journal, True)
    head = journal.head()
    assert not note(journal, True) and journal.head() == head
    assert note(journal, False) and attended(journal, 1) == {b"code1": False}


def test_nobody_is_taken_back_who_never_came(journal: Journal) -> None:
    assert not note(journal, False)
