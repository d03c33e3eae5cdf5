from __future__ import annotations

from fieldapp.journal import clients
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import ClientLinked, ClientUnlinked
from tests.journal.laptop import NURSE, register


def link(journal: Journal, one: bytes, other: bytes) -> None:
    fact = ClientLinked(journal.ref(one), journal.ref(other), "same face")
    journal.append([fact], user=NURSE.login)


def unlink(journal: Journal, one: bytes, other: bytes) -> None:
    fact = ClientUnlinked(journal.ref(one), journal.ref(other), "twins")
    journal.append([fact], user=NURSE.login)


def group(journal: Journal, client_id: bytes) -> list[bytes]:
    return [client.client_id for client in clients.linked(journal, client_id)]


def test_links_join_whole_groups_and_taking_one_back_parts_them(journal: Journal) -> None:
    a, b, c, d = (register(journal) for _ in range(4))
    link(journal, a, b)
    link(journal, d, c)
    link(journal, c, b)
    assert group(journal, a) == group(journal, d) == [a, b, c, d]
    unlink(journal, b, c)
    assert (group(journal, b), group(journal, c)) == ([a, b], [c, d])


def test_who_is_linked_by_another_way_stays_linked(journal: Journal) -> None:
    a, b, c = (register(journal) for _ in range(3))
    link(journal, a, b)
    link(journal, b, c)
    link(journal, a, c)
    unlink(journal, a, b)
    assert group(journal, b) == [a, b, c]


def test_linking_somebody_to_themselves_or_twice_changes_nothing(journal: Journal) -> None:
    a, b = register(journal), register(journal)
    link(journal, a, a)
    link(journal, a, b)
    link(journal, b, a)
    assert group(journal, a) == [a, b]
    unlink(journal, a, b)
    unlink(journal, a, b)
    assert (group(journal, a), group(journal, b)) == ([a], [b])
