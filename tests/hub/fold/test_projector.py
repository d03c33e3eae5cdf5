"""Promises of the fold: the tables follow from the events alone, whatever road those took."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.signing import SigningKey
from sqlalchemy import event

from fieldapp.hub.fold import projector
from fieldapp.hub.fold.projector import catch_up, fold_next, rebuild, use_vaccines
from fieldapp.hub.ingest import Taken
from fieldapp.wire.facts import (
    ClientAmended,
    EpochBegan,
)
from tests.hub.conftest import World, new_world
from tests.hub.fake_laptop import VACCINE, FakeLaptop
from tests.hub.fold.busy import PAPER, busy_history, cut_at_random, forked_history
from tests.hub.statements import counted, told
from tests.properties import ONE_FIXTURE

_MOST_A_CHANGE, _MOST_A_PAGE = 100, 5


@contextmanager
def fresh_world() -> Iterator[World]:
    with TemporaryDirectory() as folder:
        world = new_world(Path(folder) / "hub")
        try:
            yield world
        finally:
            world.store.close()


@settings(ONE_FIXTURE, max_examples=12)
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


@settings(ONE_FIXTURE, max_examples=12)
@given(seed=st.integers(0, 2**32))
def test_pages_folded_many_at_a_time_give_the_same_tables_as_one_by_one(seed: int) -> None:
    rng = random.Random(seed)
    keys = [SigningKey.generate(), SigningKey.generate()]
    laptops = [FakeLaptop(n, key, b"epoch-0%d" % n).start() for n, key in enumerate(keys, 1)]
    branches = busy_history(rng, laptops)
    pages = [(laptop, page) for laptop in branches for page in cut_at_random(rng, laptop)]
    rng.shuffle(pages)
    digests = set()
    for often in (1.0, 0.3, 0.0):
        with fresh_world() as world:
            for key in keys:
                world.enrol(key, "Boat Test")
            for laptop, page in pages:
                world.take(laptop, page)
                if rng.random() < often:
                    world.fold()
            world.fold()
            digests.add(world.digest())
            rebuild(world.store)
            digests.add(world.digest())
    assert len(digests) == 1


def test_a_change_costs_so_many_statements_and_each_of_its_pages_a_few(world: World) -> None:
    """Not timed, but what a fold is slow by; more doses in a page cost no more of them."""
    sent = {}
    for number, (pages, doses) in enumerate(((4, 3), (4, 3), (44, 3), (4, 30))):
        for page in range(pages):
            laptop = world.laptop(b"epoch%d%02d" % (number, page))
            for dose in range(doses):
                laptop.give(
                    laptop.register(f"Test {dose}", ("passport", f"T{number}-{page}-{dose}"))
                )
            world.take(laptop, *laptop.pages())
        with counted(world.store.engine) as sent[number]:
            world.fold()
    _, few, many, full = sent.values()
    assert few.total() <= _MOST_A_CHANGE, told(few)
    assert many.total() - few.total() <= 40 * _MOST_A_PAGE, told(many)
    assert full.total() - few.total() <= _MOST_A_PAGE, told(full)


def test_the_same_events_in_two_pages_of_one_change_are_filed_once(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Test A", PAPER))
    world.take(laptop, laptop.page(1, 3), laptop.page(2, 4), laptop.page(1, 4))
    world.fold()
    assert world.numbers() == {"clients": 1, "confirmed": 1, "counted": 1}


def test_what_is_corrected_in_the_same_change_leaves_the_papers_it_named(world: World) -> None:
    """So that everybody whom they ever joined is looked at again, as after two changes."""
    laptop = world.laptop()
    client = laptop.register("Test A", PAPER)
    laptop.add(ClientAmended(client, "documents", [], []))
    first, second = laptop.pages(client)
    for page in (first, second):
        world.take(laptop, page)
        world.fold()
    live = world.digest()
    rebuild(world.store)
    assert world.digest() == live


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


def test_a_change_holds_so_many_events_and_one_page_at_least(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(projector, "EVENTS_AT_ONCE", 5)
    laptop = world.laptop()
    for number in range(6):
        laptop.register(f"Test {number}")
    world.take(laptop, *laptop.pages(2, 4, 5))
    ends = []
    more = True
    while more:
        with world.store.folding() as connection:
            place, more = fold_next(connection)
            ends.append(place)
    assert ends == [3, 4]
    assert world.numbers() == {"clients": 6}
