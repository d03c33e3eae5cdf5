"""Promises of sessions folded: the newest word of each kind counts, and a rebuild says the same."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from fieldapp.hub.fold.projector import rebuild
from fieldapp.hub.operating.folding import lots_of
from fieldapp.hub.operating.tables import operation
from fieldapp.wire.facts import (
    SessionClosed,
    SessionEquipped,
    SessionOpened,
    SessionReconciled,
    Value,
)
from tests.hub.by_law import erased
from tests.hub.conftest import World
from tests.hub.fake_laptop import FakeLaptop

LABEL = "Weishan boat 3 · 70"
LOT: Value = ["covid-test-1", "L1", 120, 110, 4, 6]


def opened(laptop: FakeLaptop, label: str = LABEL, *, place: str = "Pier 3") -> int:
    laptop.add(SessionOpened(label, place, 70, "cn-nhc-2021-03-29", "Port cities"))
    staff: list[Value] = [["Lu Qing", "lu.qing"], ["Helper", None]]
    return laptop.add(SessionEquipped(label, "Weishan boat 3", staff, 20_000, "CNY", 3_460_000, 1))


def closed(laptop: FakeLaptop, label: str = LABEL, *, counted: int = 30_000) -> int:
    laptop.add(SessionReconciled(label, [LOT], 30_000, counted, "CNY", 7, 0, "two notes torn"))
    return laptop.add(SessionClosed(label, "wind 6"))


def rows(world: World) -> list[dict[str, Any]]:
    """The table; the same after a rebuild."""

    def read() -> list[dict[str, Any]]:
        with world.store.reading() as connection:
            wanted = select(operation).order_by(operation.c.label)
            return [dict(row._mapping) for row in connection.execute(wanted)]

    kept, digest = read(), world.digest()
    rebuild(world.store)
    assert (read(), world.digest()) == (kept, digest)
    return kept


def test_a_session_is_one_row_from_opening_to_close(world: World) -> None:
    laptop = world.laptop()
    opened(laptop)
    world.push_all(laptop)
    (row,) = rows(world)
    assert (row["number"], row["unit"], row["place"]) == (70, "Weishan boat 3", "Pier 3")
    assert (row["closed_s"], row["given"]) == (None, None)
    closed(laptop)
    world.push_all(laptop)
    (row,) = rows(world)
    assert row["closed_s"] is not None
    assert (row["given"], row["wasted"], row["unsent"]) == (110, 4, 7)
    assert (row["cash_expected"], row["cash_counted"]) == (30_000, 30_000)


def test_the_newest_word_counts(world: World) -> None:
    laptop = world.laptop()
    opened(laptop)
    laptop.add(SessionEquipped(LABEL, "Weishan boat 4", [], 0, "CNY"))
    world.push_all(laptop)
    assert [row["unit"] for row in rows(world)] == ["Weishan boat 4"]


def test_two_laptops_with_one_label_are_two_sessions(world: World) -> None:
    for epoch in (b"epoch-01", b"epoch-02"):
        laptop = world.laptop(epoch)
        opened(laptop)
        world.push_all(laptop)
    assert [row["device"] for row in rows(world)] == [1, 2]


def test_a_copied_laptop_gives_the_same_row_whichever_branch_comes_first(world: World) -> None:
    laptop = world.laptop()
    opened(laptop)
    copy = laptop.copy()
    closed(laptop)
    copy.add(SessionClosed(LABEL, "other branch"))
    world.push_all(laptop)
    first = rows(world)
    world.push_all(copy)
    assert len(first) == len(rows(world)) == 1


def test_lots_that_cannot_be_read_are_left_out(world: World) -> None:
    odd: list[Value] = [LOT, ["x"], "text", ["v", "l", 1, None, 2, 3]]
    fact = SessionReconciled(LABEL, odd, 0, None, "CNY", 0, 0)
    assert [lot.given for lot in lots_of(fact)] == [110]
    laptop = world.laptop()
    opened(laptop)
    laptop.add(fact)
    world.push_all(laptop)
    assert [row["given"] for row in rows(world)] == [110]


def test_of_an_erased_event_nothing_stays(world: World) -> None:
    laptop = world.laptop()
    equipped = opened(laptop)
    world.push_all(laptop)
    erased(world.store, laptop, equipped)
    world.push_all(laptop)
    assert [row["unit"] for row in rows(world)] == [None]
