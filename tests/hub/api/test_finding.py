"""Promises of searches, on both databases: only what counts, in one order, by an index."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import event

from fieldapp.hub.api.finding import BadPlace, Kind, Span, Wanted, find
from fieldapp.hub.fold.projector import use_vaccines
from fieldapp.wire.facts import ClientLinked
from tests.hub.api.program import a_team, send, somebody
from tests.hub.by_law import listed
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.hub.messages.clinic import BIBP


@pytest.fixture
def told(world: World) -> World:
    use_vaccines(world.store, [BIBP])
    a_team(world)
    return world


def found(world: World, kind: Kind, wanted: Wanted) -> list[bytes]:
    with world.store.reading() as connection:
        return [one.id for one in find(connection, kind, wanted)]


EVERYTHING = (
    Wanted(), Wanted(by_change=True), Wanted(changed=(Span(0, NOW_S + 1),)),
    Wanted(given=(Span(0, None),)), Wanted(lot="l"),
)  # fmt: skip


@pytest.mark.parametrize("wanted", EVERYTHING)
@pytest.mark.parametrize("kind", list(Kind))
def test_one_after_the_other_is_everything_once(told: World, kind: Kind, wanted: Wanted) -> None:
    whole = found(told, kind, wanted)
    after: tuple[int | bytes, ...] = ()
    one_by_one: list[bytes] = []
    while True:
        with told.store.reading() as connection:
            step = find(connection, kind, replace(wanted, most=1, after=after))
        if not step:
            break
        one_by_one.append(step[0].id)
        after = step[0].place
    assert one_by_one == whole and len(set(whole)) == len(whole)


def test_who_was_erased_or_does_not_count_is_not_found(told: World) -> None:
    laptop = told.laptop(b"epoch-09", name="Boat 9")
    gone = somebody(laptop, "测试丁", "E1")
    laptop.give(gone, 3, vaccine=BIBP)
    listed(told.store, laptop, gone)
    laptop.erase(gone)
    send(told, laptop)
    assert len(found(told, Kind.PATIENT, Wanted())) == 3
    assert found(told, Kind.PATIENT, Wanted(paper=("passport", "E1"))) == []
    assert len(found(told, Kind.IMMUNIZATION, Wanted())) == 4


def test_a_document_of_either_registration_finds_the_person(told: World) -> None:
    laptop = told.laptop(b"epoch-09", name="Boat 9")
    one, two = somebody(laptop, "王小明", "E1"), somebody(laptop, "王晓明", "E2")
    laptop.add(ClientLinked(one, two, "same face"))
    send(told, laptop)
    both = {laptop.hash_at(one), laptop.hash_at(two)}
    for number in ("E1", "E2"):
        assert set(found(told, Kind.PATIENT, Wanted(paper=("passport", number)))) == both
    assert set(found(told, Kind.RECOMMENDATION, Wanted(patient=max(both)))) == {min(both)}


def test_the_place_of_another_search_is_refused(told: World) -> None:
    for after in ((1,), (b"x", b"y"), (1, 2, 3), (1, b"x")):
        with pytest.raises(BadPlace), told.store.reading() as connection:
            find(connection, Kind.PATIENT, Wanted(after=after))


def test_no_search_reads_a_whole_table(sqlite_world: World) -> None:
    """As the database itself says that it goes about it."""
    use_vaccines(sqlite_world.store, [BIBP])
    laptop = a_team(sqlite_world)
    who = laptop.hash_at(3)
    asked = [
        (Kind.IMMUNIZATION, Wanted(patient=who)), (Kind.IMMUNIZATION, Wanted(id=who)),
        (Kind.IMMUNIZATION, Wanted(given=(Span(1, 2),))), (Kind.IMMUNIZATION, Wanted(lot="B2")),
        (Kind.IMMUNIZATION, Wanted(by_change=True)), (Kind.PATIENT, Wanted(id=who)),
        (Kind.PATIENT, Wanted(paper=("passport", "E1"))), (Kind.PATIENT, Wanted(by_change=True)),
        (Kind.RECOMMENDATION, Wanted(patient=who)), (Kind.ADVERSE_EVENT, Wanted(id=who)),
    ]  # fmt: skip
    for kind, wanted in asked:
        scans = [line for line in plan_of(sqlite_world, kind, wanted) if line.startswith("SCAN")]
        assert all(line.startswith(_IN_ORDER) for line in scans), (kind, wanted, scans)


_IN_ORDER = ("SCAN change USING INDEX", "SCAN reaction_withdrawn")
"""Change after change as far as is needed; reports that were withdrawn are a handful."""


def plan_of(world: World, kind: Kind, wanted: Wanted) -> list[str]:
    said: list[tuple[str, Any]] = []

    def note(_c: object, _cu: object, statement: str, given: Any, *_: object) -> None:
        said.append((statement, given))

    event.listen(world.store.engine, "before_cursor_execute", note)
    found(world, kind, wanted)
    event.remove(world.store.engine, "before_cursor_execute", note)
    with world.store.engine.connect() as connection:
        return [
            str(row[3])
            for statement, given in said
            if statement.startswith("SELECT")
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)
        ]
