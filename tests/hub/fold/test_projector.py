"""Promises of the fold: the tables follow from the events alone, whatever road those took."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from fieldapp.hub.fold.projector import catch_up, rebuild, use_vaccines
from fieldapp.hub.ingest import Taken
from fieldapp.wire.events import decode_header
from fieldapp.wire.facts import (
    ClientAmended,
    ClientLinked,
    ClientUnlinked,
    DoseAmended,
    DoseVoided,
    EpochBegan,
    Erased,
    Ref,
)
from fieldapp.wire.seal import SealedFrame
from tests.hub.conftest import World, new_world
from tests.hub.fake_laptop import OTHER_VACCINE, VACCINE, FakeLaptop

PAPER, OTHER_PAPER = ("passport", "TEST00001"), ("passport", "TEST00002")


@contextmanager
def fresh_world() -> Iterator[World]:
    with TemporaryDirectory() as folder:
        world = new_world(Path(folder) / "hub")
        try:
            yield world
        finally:
            world.store.close()


def forked_history(rng: random.Random, laptops: list[FakeLaptop]) -> list[FakeLaptop]:
    """Two laptops of which one was copied, with everything that can happen in their journals."""
    first, second = laptops
    branches = [first, second]
    for step in range(rng.randrange(8, 30)):
        laptop = rng.choice(branches)
        act_at_random(rng, laptop, branches)
        if step == 5:
            branches.append(first.copy())
    return branches


def some_ref(rng: random.Random, laptop: FakeLaptop, branches: list[FakeLaptop], kind: int) -> Ref:
    """A reference to an event, mostly of this type, here or elsewhere."""
    other = rng.choice([laptop, laptop, *branches])
    fitting = [
        seq
        for seq, (header, _, _) in enumerate(other.parts, start=1)
        if decode_header(header).type == kind or rng.random() < 0.01
    ]
    seq = rng.choice(fitting or [1])
    return seq if other is laptop and rng.random() < 0.7 else other.ref(seq)


def act_at_random(rng: random.Random, laptop: FakeLaptop, branches: list[FakeLaptop]) -> None:
    client = some_ref(rng, laptop, branches, 16)
    dose = some_ref(rng, laptop, branches, 32)
    papers = rng.sample([PAPER, OTHER_PAPER], rng.randrange(3))
    born = rng.choice([None, None, None, date(1980, 1, 2), date(2021, 5, 3), date(2030, 1, 1)])
    name = rng.choice(["Test A", "Test  a", "Test B", "Test B", ""])
    vaccine = rng.choice([VACCINE] * 5 + [OTHER_VACCINE, "no-such"])
    match rng.randrange(12):
        case 0 | 1 | 2:
            laptop.register(name, *papers, born=born)
        case 3 | 4 | 5 | 6:
            laptop.give(client, rng.randrange(1, 8), vaccine=vaccine)
        case 7:
            laptop.add(DoseVoided(dose, "test"))
        case 8:
            other = some_ref(rng, laptop, branches, 16)
            laptop.add(ClientLinked(client, other, "test"))
        case 9:
            other = some_ref(rng, laptop, branches, 16)
            laptop.add(ClientUnlinked(client, other, "test"))
        case 10:
            laptop.add(ClientAmended(client, "name", name, rng.choice(["Test A", "Test B"])))
            laptop.add(DoseAmended(dose, "vaccine", VACCINE, vaccine))
            laptop.add(DoseAmended(dose, "client", client, client))
        case _:
            laptop.add(Erased(rng.choice([client, dose]), "test"))


def cut_at_random(rng: random.Random, laptop: FakeLaptop) -> list[SealedFrame]:
    """Pages that cover everything, some of them twice and across others."""
    ends = sorted({0, laptop.seq, *rng.sample(range(laptop.seq), min(3, laptop.seq))})
    pages = [laptop.page(first + 1, last) for first, last in pairwise(ends)]
    for _ in range(rng.randrange(3)):
        first = rng.randrange(1, laptop.seq + 1)
        pages.append(laptop.page(first, rng.randrange(first, laptop.seq + 1)))
    return pages


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32))
def test_any_order_and_any_cut_of_a_forked_history_give_the_same_tables(seed: int) -> None:
    rng = random.Random(seed)
    digests, numbers = set(), []
    keys = None
    for _ in range(3):
        with fresh_world() as world:
            if keys is None:
                laptops = [world.laptop(b"epoch-01"), world.laptop(b"epoch-02")]
                keys = [laptop.key for laptop in laptops]
                branches = forked_history(rng, laptops)
            else:
                for key in keys:
                    world.enrol(key, "Boat Test")
            pages = [(laptop, page) for laptop in branches for page in cut_at_random(rng, laptop)]
            rng.shuffle(pages)
            for laptop, page in pages:
                world.take(laptop, page)
                if rng.random() < 0.5:
                    world.fold()
            world.fold()
            digests.add(world.digest())
            numbers.append(world.numbers())
            rebuild(world.store)
            digests.add(world.digest())
    assert numbers[0] == numbers[1] == numbers[2]
    assert len(digests) == 1


def test_confirmed_is_the_sum_of_its_parts_at_every_page(world: World) -> None:
    rng = random.Random(7)
    branches = forked_history(rng, [world.laptop(b"epoch-01"), world.laptop(b"epoch-02")])
    for laptop in branches:
        for page in laptop.pages(*range(1, laptop.seq)):
            world.take(laptop, page)
            world.fold()
            numbers = world.numbers()
            confirmed, _ = numbers.pop("confirmed", 0), numbers.pop("clients", 0)
            assert confirmed == sum(numbers.values())


def test_a_fold_cut_short_goes_on_where_it_was(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Test A"))
    world.take(laptop, *laptop.pages(2))

    class PowerCut(Exception):
        pass

    def cut(*_: object) -> None:
        raise PowerCut

    event.listen(world.store.engine, "commit", cut)
    try:
        catch_up(world.store)
    except PowerCut:
        event.remove(world.store.engine, "commit", cut)
    world.fold()
    assert world.numbers() == {"clients": 1, "confirmed": 1, "counted": 1}


def test_a_new_catalogue_judges_everything_anew(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Test A"), vaccine="covid-test-new")
    world.push_all(laptop)
    assert world.held() == {4: "unknown-vaccine"}
    use_vaccines(world.store, [VACCINE, "covid-test-new"])
    world.fold()
    assert world.numbers() == {"clients": 1, "confirmed": 1, "counted": 1}


def test_a_second_epoch_goes_on_where_the_first_was_lost(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Test A")
    later = FakeLaptop(laptop.device, laptop.key, epoch=b"epoch-09")
    end = laptop.head
    later.add(EpochBegan(end.epoch, end.seq, end.hash, "restored"), user="system")
    later.give(laptop.ref(client))
    world.push_all(later)
    assert set(world.held().values()) == {"unknown-user"}
    world.push_all(laptop)
    assert world.held() == {}
    assert world.numbers() == {"clients": 1, "confirmed": 1, "counted": 1}


def test_an_orphan_counts_for_nothing_until_its_parent_comes(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Test A"))
    assert world.take(laptop, laptop.page(4, 4)) == [Taken.ORPHAN]
    world.fold()
    assert world.numbers() == {}
    assert world.take(laptop, laptop.page(1, 3)) == [Taken.JOINED]
    world.fold()
    assert world.numbers() == {"clients": 1, "confirmed": 1, "counted": 1}
