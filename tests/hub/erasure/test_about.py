"""Promises of what is about whom: all of it is found, by whomever it was said, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from sqlalchemy import select

from fieldapp.hub import schema
from fieldapp.hub.erasure import ledger
from fieldapp.hub.erasure.about import TYPES, erased_among, everything_about
from fieldapp.hub.erasure.errors import Unsettled
from fieldapp.wire.facts import (
    CURRENT,
    ClientAmended,
    DoseAmended,
    SessionOpened,
    StockMoved,
    VialOpened,
)
from tests.hub.conftest import World
from tests.hub.erasure.people import erased, everything_stored, record_everything
from tests.hub.fake_laptop import VACCINE, FakeLaptop


def seqs(world: World, *clients: bytes) -> list[tuple[int, int]]:
    with world.store.reading() as connection:
        return sorted((one.device, one.seq) for one in everything_about(connection, clients))


def test_every_kind_of_record_about_somebody_is_found_from_their_registrations(
    world: World,
) -> None:
    laptop = world.laptop()
    canary = record_everything(laptop)
    last = laptop.seq
    other = laptop.register("Somebody Else")
    laptop.give(other)
    world.push_all(laptop)
    twin = laptop.hash_at(4)
    assert seqs(world, canary.client, twin) == [(laptop.device, n) for n in range(3, last + 1)]
    assert seqs(world, laptop.hash_at(other)) == [
        (laptop.device, last + 1),
        (laptop.device, last + 2),
    ]


def test_a_number_means_the_event_of_the_same_branch(world: World) -> None:
    laptop = world.laptop()
    clone = laptop.copy()
    one, other = laptop.register("One"), clone.register("Other")
    laptop.give(one, 3)
    clone.give(other, 4)
    clone.add(ClientAmended(other, "phone", None, "+8613800000001"))
    world.push_all(laptop)
    world.push_all(clone)
    assert len(seqs(world, laptop.hash_at(one))) == 2
    assert len(seqs(world, clone.hash_at(other))) == 3


def test_what_is_not_about_people_is_not_among_the_types() -> None:
    assert not TYPES & {CURRENT[fact][0] for fact in (SessionOpened, StockMoved, VialOpened)}


def test_what_refers_to_somebody_erased_is_known_in_both_ways_of_referring(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Canary")
    world.push_all(laptop)
    done = erased(world, laptop.hash_at(client))
    place = laptop.device.to_bytes(4, "big") + laptop.epoch + client.to_bytes(8, "big")
    id_ = laptop.hash_at(client)
    with world.store.reading() as connection:
        assert erased_among(connection, [id_[:16]]) == [(id_, done.version)]
        assert erased_among(connection, [place]) == [(id_, done.version)]
        assert erased_among(connection, [b"x" * 16, place[:-1] + b"\x01"]) == []


@dataclass
class Two:
    """Somebody, another one, and a dose that was written down for the first."""

    laptop: FakeLaptop
    one: bytes
    other: bytes
    dose: bytes

    @property
    def moved(self) -> DoseAmended:
        """The correction that it was the other's."""
        return DoseAmended(self.dose[:16], "client", self.one, self.other)


def two(world: World, vaccine: str = VACCINE) -> Two:
    laptop = world.laptop()
    one, other = laptop.register("One"), laptop.register("Other")
    dose = laptop.give(one, vaccine=vaccine)
    return Two(laptop, *(laptop.hash_at(seq) for seq in (one, other, dose)))


def refused(world: World, client: bytes) -> None:
    stored = everything_stored(world)
    with pytest.raises(Unsettled):
        erased(world, client)
    assert everything_stored(world) == stored and ledger.read(world.store.folder) == []


def test_a_dose_that_was_moved_to_somebody_else_stays_with_them(world: World) -> None:
    found = two(world)
    found.laptop.add(found.moved)
    world.push_all(found.laptop)
    world.fold()
    assert erased(world, found.one).doses == 0
    assert world.numbers()["counted"] == 1


def test_a_moved_dose_that_cannot_be_read_stops_the_erasure(world: World) -> None:
    found = two(world, "unknown-vaccine")
    found.laptop.add(found.moved)
    world.push_all(found.laptop)
    world.fold()
    refused(world, found.one)


def test_a_correction_that_waits_stops_the_erasure(world: World) -> None:
    found = two(world)
    found.laptop.add(DoseAmended(found.dose[:16], "client", found.one, b"not yet come" + b"x" * 4))
    world.push_all(found.laptop)
    world.fold()
    refused(world, found.one)


def test_corrections_that_disagree_whose_it_is_stop_the_erasure(world: World) -> None:
    found, second = two(world), world.laptop(b"epoch-02")
    third = second.register("Third")
    found.laptop.add(found.moved)
    world.push_all(found.laptop)
    second.add(DoseAmended(found.dose[:16], "client", found.one, second.hash_at(third)))
    world.push_all(second)
    world.fold()
    with world.store.reading() as connection:
        dose = schema.dose.c
        whose = connection.execute(select(dose.client).where(dose.id == found.dose)).scalar_one()
    refused(world, bytes(whose))


def test_nor_does_a_doubt_about_the_person_hide_that_corrections_disagree(world: World) -> None:
    laptop, second = world.laptop(), world.laptop(b"epoch-02")
    papers = ("passport", "SHARED001")
    one, other, third = (laptop.register(name, papers) for name in ("One", "Other", "Third"))
    dose = laptop.hash_at(laptop.give(one))
    was, first, last = (laptop.hash_at(seq) for seq in (one, other, third))
    laptop.add(DoseAmended(dose[:16], "client", was, first))
    second.add(DoseAmended(dose[:16], "client", was, last))
    for team in (laptop, second):
        world.push_all(team)
    world.fold()
    rows = schema.dose.c
    with world.store.reading() as connection:
        whose, contest = connection.execute(select(rows.client, rows.contest)).one()
    assert contest == "same-document-other-name"
    refused(world, bytes(whose))


def test_a_dispute_about_the_persons_own_details_stops_nothing(world: World) -> None:
    found, second = two(world), world.laptop(b"epoch-02")
    found.laptop.add(found.moved)
    found.laptop.add(ClientAmended(found.other, "phone", None, "+8613800000001"))
    second.add(ClientAmended(found.other, "phone", None, "+8613800000002"))
    for team in (found.laptop, second):
        world.push_all(team)
    world.fold()
    assert erased(world, found.other).doses == 1


def test_other_corrections_and_settled_ones_stop_nothing(world: World) -> None:
    found = two(world)
    found.laptop.add(DoseAmended(found.dose[:16], "note", None, "pale"))
    found.laptop.add(found.moved)
    world.push_all(found.laptop)
    world.fold()
    assert erased(world, found.other).doses == 1
