"""Promises of what is about whom: all of it is found, by whomever it was said, and nothing else."""

from __future__ import annotations

from fieldapp.hub.erasure.about import TYPES, erased_among, everything_about
from fieldapp.wire.facts import CURRENT, ClientAmended, SessionOpened, StockMoved, VialOpened
from tests.hub.conftest import World
from tests.hub.erasure.people import erased, record_everything


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
