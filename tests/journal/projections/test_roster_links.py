"""A link to whom another laptop registered is kept apart from links between own registrations."""

from __future__ import annotations

from fieldapp.journal.journal import Journal
from fieldapp.journal.rebuild import rebuild
from fieldapp.wire.facts import ClientLinked, ClientUnlinked
from tests.journal.laptop import NURSE, register

REF = b"f" * 16


def links(journal: Journal) -> list[tuple[bytes]]:
    return journal.db.rows("SELECT ref FROM roster_link")


def test_a_link_elsewhere_is_kept_and_taken_back(journal: Journal) -> None:
    person = register(journal)
    journal.append([ClientLinked(journal.ref(person), REF, "roster")], user=NURSE.login)
    journal.append([ClientLinked(journal.ref(person), REF, "roster")], user=NURSE.login)
    assert links(journal) == [(REF,)]
    assert journal.db.number("SELECT count(*) FROM link") == 0
    rebuild(journal)
    assert links(journal) == [(REF,)]
    journal.append([ClientUnlinked(journal.ref(person), REF, "two-people")], user=NURSE.login)
    assert links(journal) == []


def test_a_link_between_own_registrations_is_none_elsewhere(journal: Journal) -> None:
    one, other = register(journal), register(journal)
    journal.append([ClientLinked(journal.ref(one), other[:16], "same face")], user=NURSE.login)
    assert links(journal) == []
    assert journal.db.number("SELECT count(*) FROM link") == 1
