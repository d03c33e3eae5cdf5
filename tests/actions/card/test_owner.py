"""Whose card it is: one person for sure, the one at the desk, several to ask about, or nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fieldapp.actions.card.owner import agrees, owners_of
from fieldapp.journal import clients
from fieldapp.journal.journal import Journal
from tests.actions.card.conftest import BORN, NAME, WANG
from tests.journal.laptop import register
from tests.wire.health_card.cards import CARD

MINE = replace(CARD, name=NAME, birth_date=BORN)


def test_nobody_one_and_several(journal: Journal) -> None:
    assert owners_of(journal, MINE).people == ()
    first = register(journal, NAME, WANG, birth_date=BORN)
    found = owners_of(journal, MINE)
    assert ([one.client_id for one in found.people], found.sure) == ([first], True)
    register(journal, NAME, birth_date=BORN)
    assert not owners_of(journal, MINE).sure
    assert len(owners_of(journal, MINE).people) == 2


def test_whoever_is_at_the_desk_comes_first(journal: Journal) -> None:
    first = register(journal, NAME, WANG, birth_date=BORN)
    register(journal, NAME, birth_date=BORN)
    found = owners_of(journal, MINE, first)
    assert ([one.client_id for one in found.people], found.sure) == ([first], True)
    other = register(journal, "李乙", birth_date=BORN)
    assert not owners_of(journal, MINE, other).sure


def test_a_name_that_sounds_alike_or_an_unknown_birth_date_is_asked_about(journal: Journal) -> None:
    person = register(journal, NAME)
    found = owners_of(journal, MINE)
    assert ([one.client_id for one in found.people], found.sure) == ([person], False)
    client = clients.get(journal, person)
    assert client is not None
    assert not agrees(client, MINE)
    assert not owners_of(journal, replace(MINE, birth_date=None)).sure
    assert owners_of(journal, replace(MINE, birth_date=date(1990, 1, 1))).sure is False
