"""Two registrations become one person, and two again: reversible, decided by people."""

from __future__ import annotations

import pytest

from fieldapp.actions.link_clients import (
    NothingToLink,
    link_clients,
    part_from_roster,
    tell_apart,
)
from fieldapp.actions.permission import NotAllowed, SecondPerson
from fieldapp.journal import clients, links
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import ClientLinked
from tests.journal.laptop import LEAD, NURSE, register


def together(journal: Journal, one: bytes) -> int:
    return len(clients.linked(journal, one))


def test_a_link_can_be_taken_back_and_made_again(journal: Journal) -> None:
    one, other = register(journal), register(journal)
    link_clients(journal, one, other, "same-document", user=LEAD.login)
    assert (together(journal, one), links.evidence_of(journal, one, other)) == (2, "same-document")
    tell_apart(journal, other, one, "linked-by-mistake", user=LEAD.login)
    assert together(journal, one) == 1
    link_clients(journal, one, other, "person-says", user=LEAD.login)
    assert together(journal, one) == 2


def test_people_never_linked_can_be_told_apart(journal: Journal) -> None:
    one, other = register(journal), register(journal)
    tell_apart(journal, one, other, "two-people", user=LEAD.login)
    assert links.told_apart(journal, one, other) == "two-people"


def test_what_is_decided_already_or_names_nobody_is_no_event(journal: Journal) -> None:
    one, other = register(journal), register(journal)
    link_clients(journal, one, other, "other", user=LEAD.login)
    with pytest.raises(NothingToLink):
        link_clients(journal, other, one, "other", user=LEAD.login)
    with pytest.raises(NothingToLink):
        link_clients(journal, one, one, "other", user=LEAD.login)
    with pytest.raises(NothingToLink):
        tell_apart(journal, one, b"?" * 32, "other", user=LEAD.login)
    tell_apart(journal, one, other, "other", user=LEAD.login)
    with pytest.raises(NothingToLink):
        tell_apart(journal, one, other, "other", user=LEAD.login)


def test_a_recorder_links_with_a_lead_beside_them_and_tells_apart_alone(journal: Journal) -> None:
    one, other = register(journal), register(journal)
    tell_apart(journal, one, other, "two-people", user=NURSE.login)
    with pytest.raises(NotAllowed):
        link_clients(journal, one, other, "other", user=NURSE.login)
    second = SecondPerson(LEAD.login)
    link_clients(journal, one, other, "other", user=NURSE.login, second=second)
    with pytest.raises(NotAllowed):
        tell_apart(journal, one, other, "linked-by-mistake", user=NURSE.login)


def test_a_link_made_from_the_roster_can_be_taken_back_by_who_may(journal: Journal) -> None:
    person, ref = register(journal), b"f" * 16
    journal.append([ClientLinked(journal.ref(person), ref, "roster")], user=NURSE.login)
    assert links.refs_elsewhere(journal, person) == [ref]
    with pytest.raises(NotAllowed):
        part_from_roster(journal, person, ref, "linked-by-mistake", user=NURSE.login)
    part_from_roster(journal, person, ref, "linked-by-mistake", user=LEAD.login)
    assert links.refs_elsewhere(journal, person) == []
    with pytest.raises(NothingToLink):
        part_from_roster(journal, person, ref, "linked-by-mistake", user=LEAD.login)
