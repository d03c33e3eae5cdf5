"""Who wants no messages: the newest word counts, whoever took it down."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from fieldapp.hub.messages.wishes import wanting_none, wants_messages
from fieldapp.wire.facts import ContactWished
from tests.hub.conftest import World


def test_a_word_to_any_laptop_counts_for_the_person(world: World) -> None:
    laptop = world.laptop()
    one, other = laptop.register("Test A"), laptop.register("Test B")
    laptop.add(ContactWished(one, True, False))
    laptop.add(ContactWished(other, False, True))
    world.push_all(laptop)
    person_of = {laptop.hash_at(one): b"one", laptop.hash_at(other): b"other"}
    with world.store.reading() as connection:
        assert wanting_none(connection, person_of) == {b"one"}


@dataclass(frozen=True)
class Word:
    device: int
    seq: int
    said_s: int
    messages: bool
    epoch: bytes = b"epoch-01"


@pytest.mark.parametrize(
    ("said", "wants"),
    [
        ([], True),
        ([Word(1, 5, 100, False)], False),
        ([Word(1, 5, 100, False), Word(1, 6, 90, True)], True),  # its own order, not its clock
        ([Word(1, 5, 100, False), Word(2, 3, 200, True)], True),
        ([Word(1, 5, 300, False), Word(2, 3, 200, True)], False),
        ([Word(1, 5, 200, False), Word(2, 3, 200, True)], False),
    ],
)
def test_the_newest_word_counts_and_in_doubt_it_is_no(said: list[Word], wants: bool) -> None:
    assert wants_messages(said, lambda device, epoch: 0) is wants
