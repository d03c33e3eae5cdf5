"""Promises of possible doubles: every two that are near are asked about, each decision is kept to,
and tables made anew are those that were kept, whatever was decided and whenever it came."""

from __future__ import annotations

import random
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.hub.cases import listing
from fieldapp.hub.cases.case import read_case
from fieldapp.hub.cases.decide import Judgement, decide, seen_of, undo
from fieldapp.hub.cases.kinds import WAYS, Way
from fieldapp.hub.cases.listing import CaseFilter
from fieldapp.hub.fold.projector import carry_out, rebuild
from tests.hub.cases.made import PAPER, SUPERVISOR, case_of, cases, judge
from tests.hub.conftest import World, new_world
from tests.hub.fake_laptop import NOW_S, FakeLaptop
from tests.hub.fold.busy import act_at_random


def records(world: World, *days: int) -> list[bytes]:
    laptop = world.laptop()
    client = laptop.register("Wang Xiaoming", PAPER)
    ids = [laptop.hash_at(laptop.give(client, day)) for day in days]
    world.push_all(laptop)
    return ids


def test_every_two_near_each_other_are_a_case_and_others_are_none(world: World) -> None:
    a, b, c, _ = records(world, 8, 8, 9, 20)
    asked = {frozenset((line.about.one, line.about.other)) for line in cases(world)}
    assert asked == {frozenset((a, b)), frozenset((a, c)), frozenset((b, c))}
    assert world.numbers() == {"clients": 1, "confirmed": 4, "counted": 1, "contested": 3}


def test_of_records_that_are_one_dose_in_a_circle_one_counts(world: World) -> None:
    a, b, c = records(world, 8, 8, 8)
    for line in cases(world):
        case = case_of(world, line.id)
        pair = {case.one, case.other}
        keep = {frozenset((a, b)): a, frozenset((b, c)): b, frozenset((a, c)): c}
        judge(world, case, Way.ONE_DOSE, keep[frozenset(x for x in pair if x)])
        if not cases(world):
            break
    numbers = world.numbers()
    assert (numbers["counted"], numbers["voided"]) == (1, 2)


def decide_at_random(world: World, rng: random.Random) -> None:
    which = CaseFilter(rng.choice([CaseFilter().state, *(line.state for line in cases(world))]))
    with world.store.reading() as connection:
        lines = listing.page_of(connection, which, skip=0, most=50)
    if not lines:
        return
    with world.store.folding() as connection:
        case = read_case(connection, rng.choice(lines).id)
        assert case is not None
        way = rng.choice([*WAYS[case.kind], *([Way.UNDONE] if case.newest else [])])
        keep = rng.choice([case.one, case.other]) if way is Way.ONE_DOSE else None
        judged = Judgement(way, "at random", SUPERVISOR, seen_of(case), keep)
        (undo if way is Way.UNDONE else decide)(connection, case.id, judged, NOW_S)
        if rng.random() < 0.7:
            carry_out(connection)


@settings(max_examples=15)
@given(seed=st.integers(0, 2**32))
def test_whatever_is_decided_between_whatever_comes_a_rebuild_says_the_same(seed: int) -> None:
    rng = random.Random(seed)
    with TemporaryDirectory() as folder:
        world = new_world(Path(folder) / "hub")
        laptops = [world.laptop(), world.laptop(b"epoch-02")]
        branches: list[FakeLaptop] = list(laptops)
        for _ in range(6):
            for _ in range(rng.randrange(1, 6)):
                act_at_random(rng, rng.choice(laptops), branches)
            for laptop in laptops:
                world.push_all(laptop)
            world.fold()
            decide_at_random(world, rng)
        world.fold()
        live = world.digest()
        rebuild(world.store)
        assert world.digest() == live
        world.store.close()
