"""Whatever the fields of facts hold that the wire takes: the hub counts what it can, holds nobody
else up, and everything that follows from the tables can be made of them."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from sqlalchemy import select

from fieldapp.domain.client import ClientDetails
from fieldapp.hub import schema
from fieldapp.hub.due.keeping import bring_up
from fieldapp.hub.exports.people import these
from fieldapp.hub.fold.projector import use_vaccines
from fieldapp.hub.fold.shape import is_well_formed
from fieldapp.hub.regions.publish import publish
from fieldapp.hub.verify import verify
from fieldapp.reports.fhir.telling import tell
from fieldapp.wire import facts
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.facts import CURRENT, Fact
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop, dose
from tests.hub.fold.test_shape import HUGE
from tests.hub.messages.clinic import BIBP, BORN, ground
from tests.reports.fhir.people import GROUND

INTS = [0, 1, -1, 2**15, 2**31, -(2**31) - 1, 2**53, -(2**53), 840, 18_000, 27_000_000]
TEXTS = ["", "x", "\ud7ff", HUGE, BIBP, "x" * 41, "\x01", "F", "given", "will-come", "=1+1"]
BYTES = [b"", b"12345", bytes(16), bytes(32), bytes(3000)]
VALUES: list[Any] = [
    None,
    True,
    2**53,
    "x",
    HUGE,
    b"x",
    [1, "x", None],
    [["a", None, 2**53]],
    [[]],
    ["x"],
]
TIMES = [0, -1, 2**31, 2**37 - 1, 2**37, 2**39, -(2**31), -(2**39)]
_SPOILED = 0.6


class _AnyValue:
    """Stands for `Value`, which refers to itself."""


def some(rng: random.Random, hint: Any) -> Any:
    """A value of a hinted kind, mostly at its edge."""
    plain: dict[Any, list[Any]] = {
        int: INTS,
        str: TEXTS,
        bytes: BYTES,
        bool: [False, True],
        type(None): [None],
    }
    if hint in plain:
        return rng.choice(plain[hint])
    parts = get_args(hint)
    if get_origin(hint) is list:
        return [some(rng, parts[0]) for _ in range(rng.randrange(3))]
    return some(rng, rng.choice(parts)) if parts else rng.choice(VALUES)


def hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, vars(sys.modules[kind.__module__]) | {"Value": _AnyValue})


def made(rng: random.Random, kind: type[Fact], **given: Any) -> Fact:
    """Any fact of a kind that is well formed."""
    told = hints(kind)
    while True:
        fact = kind(**{one.name: some(rng, told[one.name]) for one in fields(kind)} | given)
        if is_well_formed(fact):
            return fact


def bent(rng: random.Random, fact: Fact) -> Fact:
    """A proper fact with one field that is not."""
    told = hints(type(fact))
    while True:
        name = rng.choice([one.name for one in fields(fact) if one.name != "client"])
        other = replace(fact, **{name: some(rng, told[name])})
        if is_well_formed(other):
            return other


def people(rng: random.Random, laptop: FakeLaptop) -> Iterator[None]:
    """Somebody after somebody, whose records are a little strange."""
    while True:
        strange = rng.random() < _SPOILED
        laptop.wall_s = rng.choice(TIMES) if rng.random() < 0.1 else NOW_S - rng.randrange(10**6)
        proper = to_fact(ClientDetails("Test", birth_date=BORN))
        client = laptop.add(bent(rng, proper) if strange else proper)
        proper_dose = dose(client, vaccine=BIBP)
        given = laptop.add(bent(rng, proper_dose) if strange else proper_dose)
        kind = rng.choice([kind for kind in CURRENT if kind is not facts.Opened])
        about = {"client": client, "dose": given, "reaction": given, "call": given}
        named = {one.name for one in fields(kind)} & about.keys()
        laptop.add(made(rng, kind, **{name: about[name] for name in named}))
        yield


@pytest.mark.parametrize("seed", range(3))
def test_whatever_facts_hold_everything_goes_on(
    world: World, seed: int, caplog: pytest.LogCaptureFixture
) -> None:
    rng, laptop = random.Random(seed), world.laptop()
    use_vaccines(world.store, [BIBP])
    for _, _ in zip(range(70), people(rng, laptop), strict=False):
        pass
    world.take(laptop, *laptop.pages(*range(2, laptop.seq)))
    world.fold()
    assert world.numbers()["counted"] >= 20, "the proper ones, at least"
    bring_up(world.store, ground(), NOW_S)
    publish(world.store, now_s=NOW_S)
    today = datetime.fromtimestamp(NOW_S, UTC).date()
    with world.store.reading() as connection:
        persons = set(connection.execute(select(schema.client.c.person)).scalars())
        for person in these(connection, sorted(persons)):
            json.dumps(tell(person.told, GROUND, today).resources, ensure_ascii=False).encode()
    assert verify(world.store.folder).problems == []
    assert "fault" not in caplog.text
