"""Promises of erasing in any history: whoever is erased, all proves, others can still be read."""

from __future__ import annotations

import random

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from fieldapp.hub import schema
from fieldapp.hub.erasure import law
from fieldapp.hub.erasure.about import everything_about
from fieldapp.hub.erasure.erasing import Order, erase
from fieldapp.hub.erasure.errors import Unsettled
from fieldapp.hub.erasure.keeping import keep_once
from fieldapp.hub.erasure.tables import erased_event
from fieldapp.hub.fold.projector import rebuild
from fieldapp.hub.verify import verify
from fieldapp.wire.frame import decode_frame, replay
from tests.hub.conftest import World
from tests.hub.erasure.people import LATER_S
from tests.hub.fold.busy import cut_at_random, forked_history
from tests.hub.fold.test_projector import fresh_world
from tests.properties import ONE_FIXTURE


def bodies(world: World) -> dict[bytes, bytes | None]:
    """By event its body, wherever a stored frame still has it."""
    found: dict[bytes, bytes | None] = {}
    with world.store.reading() as connection:
        for raw in connection.execute(select(schema.frame.c.body)).scalars():
            for entry in replay(decode_frame(raw)):
                found[entry.id] = found.get(entry.id) or entry.body
    return found


def persons(world: World) -> list[bytes]:
    with world.store.reading() as connection:
        return sorted(set(connection.execute(select(schema.client.c.person)).scalars()))


def about(world: World, person: bytes) -> set[bytes]:
    same = select(schema.client.c.id).where(schema.client.c.person == person)
    with world.store.reading() as connection:
        clients = set(connection.execute(same).scalars())
        return {one.id for one in everything_about(connection, clients)}


def erase_some(rng: random.Random, world: World) -> set[bytes]:
    """Some people on some bases; the events that are gone. Whose dose is disputed stays whole."""
    gone: set[bytes] = set()
    for person in persons(world):
        if rng.random() < 0.4:
            basis = rng.choice(["request", "never-true"])
            theirs, before = about(world, person), world.digest()
            try:
                erase(world.store, Order(person, basis, "test", "test"), law.shipped(), LATER_S)
            except Unsettled:
                assert world.digest() == before
            else:
                gone |= theirs
    return gone


def check(rng: random.Random, world: World) -> None:
    branches = forked_history(rng, [world.laptop(b"epoch-01"), world.laptop(b"epoch-02")])
    pages = [(laptop, page) for laptop in branches for page in cut_at_random(rng, laptop)]
    rng.shuffle(pages)
    late, soon = pages[: len(pages) // 3], pages[len(pages) // 3 :]
    for laptop, page in soon:
        world.take(laptop, page)
    world.fold()
    gone = erase_some(rng, world)
    is_whole(world)
    for laptop, page in (*late, *soon):
        world.take(laptop, page)
    world.fold()
    keep_once(world.store, law.shipped(), LATER_S)
    is_whole(world)
    gone |= erase_some(rng, world)
    after = bodies(world)
    assert all(after[id_] is None for id_ in gone & after.keys())
    told = {entry.id for _, page in pages for entry in replay(decode_frame(page.frame_bytes))}
    whole = told & after.keys() - gone_by_list(world)
    assert all(after[id_] is not None for id_ in whole)
    is_whole(world)


def gone_by_list(world: World) -> set[bytes]:
    with world.store.reading() as connection:
        return set(connection.execute(select(erased_event.c.id)).scalars())


def is_whole(world: World) -> None:
    before = world.digest()
    numbers = world.numbers()
    rebuild(world.store)
    assert world.digest() == before
    assert verify(world.store.folder).problems == []
    confirmed, _ = numbers.pop("confirmed", 0), numbers.pop("clients", 0)
    assert confirmed == sum(numbers.values())


@settings(ONE_FIXTURE, max_examples=6, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(seed=st.integers(0, 2**32))
def test_erasing_anybody_in_any_history_leaves_it_whole(seed: int) -> None:
    with fresh_world() as world:
        check(random.Random(seed), world)


def test_the_same_on_both_databases(world: World) -> None:
    check(random.Random(7), world)
