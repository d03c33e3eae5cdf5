"""Made-up matters for somebody to decide, and the deciding of them."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.hub.cases import listing
from fieldapp.hub.cases.case import Case, read_case
from fieldapp.hub.cases.decide import Judgement, decide, seen_of, undo
from fieldapp.hub.cases.kinds import Way
from fieldapp.hub.cases.listing import CaseFilter, CaseLine
from fieldapp.hub.fold.projector import carry_out
from fieldapp.hub.verify import verify
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop

PAPER = ("passport", "TEST00001")
SUPERVISOR = "lu.qing"


@dataclass
class Double:
    """One dose of one person, recorded by two teams that knew nothing of each other."""

    one: FakeLaptop
    other: FakeLaptop
    first: bytes
    second: bytes


def double(
    world: World,
    *,
    names: tuple[str, str] = ("Wang Xiaoming", "Wang Xiaoming"),
    epochs: tuple[bytes, bytes] = (b"epoch-01", b"epoch-02"),
    paper: tuple[str, str] = PAPER,
) -> Double:
    """The records of both teams, arrived."""
    one = world.laptop(epochs[0], name="Boat One")
    other = world.laptop(epochs[1], name="Gate Two")
    first = one.give(one.register(names[0], paper), 8)
    second = other.give(other.register(names[1], paper), 8)
    world.push_all(one)
    world.push_all(other)
    return Double(one, other, one.hash_at(first), other.hash_at(second))


def cases(world: World, which: CaseFilter | None = None) -> list[CaseLine]:
    """One page of them."""
    with world.store.reading() as connection:
        return listing.page_of(connection, which or CaseFilter(), skip=0, most=50)


def the_case(world: World) -> Case:
    """The only one that is open."""
    (line,) = cases(world)
    return case_of(world, line.id)


def case_of(world: World, id_: bytes) -> Case:
    """As it stands."""
    with world.store.reading() as connection:
        case = read_case(connection, id_)
    assert case is not None
    return case


def judge(
    world: World, case: Case, way: Way, keep: bytes | None = None, *, folds: bool = True
) -> Case:
    """Decide it, or take it back; as it stands then."""
    judged = Judgement(way, "asked both teams", SUPERVISOR, seen_of(case_of(world, case.id)), keep)
    with world.store.folding() as connection:
        (undo if way is Way.UNDONE else decide)(connection, case.id, judged, NOW_S)
        if folds:
            carry_out(connection)
    return case_of(world, case.id)


def proven(world: World) -> bool:
    """Whether the tables are what the records and the decisions say, made anew."""
    found = verify(world.store.folder)
    assert found.problems == []
    return found.ok
