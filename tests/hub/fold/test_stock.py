"""Stock reaches the hub's tables: a balance is the sum of its movements, live and rebuilt."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from sqlalchemy import Table, select

from fieldapp.domain.stock import Kind, Movement, balance
from fieldapp.hub import schema
from fieldapp.hub.cases.kinds import Way
from fieldapp.hub.fold.projector import rebuild
from fieldapp.hub.lots.sums import COLUMNS
from fieldapp.hub.lots.tables import lot_said, lot_sum, stock_row
from fieldapp.wire.facts import (
    DoseVoided,
    LotHeld,
    LotRecalled,
    LotReleased,
    RecallWithdrawn,
    StockMoved,
    VialClosed,
)
from tests.hub.by_law import erased
from tests.hub.cases.made import PAPER, case_of, cases, judge
from tests.hub.conftest import World
from tests.hub.fake_laptop import VACCINE, FakeLaptop
from tests.hub.lots.stock import EXPIRY, LOT, a_day, give, kept, moved, opened


def rows(world: World, table: Table) -> list[Any]:
    with world.store.reading() as connection:
        return list(connection.execute(select(table)))


def sums(world: World, lot: str = LOT) -> dict[str, int]:
    """What a lot adds up to, columns of nothing left out."""
    found = [row for row in rows(world, lot_sum) if row.lot == lot]
    whole = {name: sum(row._mapping[name] for row in found) for name in COLUMNS.values()}
    return {name: doses for name, doses in whole.items() if doses}


def assert_same_when_rebuilt(world: World) -> None:
    before = world.digest()
    rebuild(world.store)
    assert world.digest() == before


def assert_sums_are_those_of_movements(world: World) -> None:
    """Added up by the domain's own rule, from rows and doses alone."""
    by_lot: dict[tuple[str, str, int], list[Movement]] = {}
    for row in rows(world, stock_row):
        moves = by_lot.setdefault((row.vaccine, row.lot, row.device), [])
        moves.append(Movement(Kind(row.kind), row.doses))
    for row in rows(world, schema.dose):
        if row.from_stock and row.state in ("counted", "contested"):
            moves = by_lot.setdefault((row.vaccine, row.lot, row.device), [])
            moves.append(Movement(Kind.GIVEN, 1))
    found = {(row.vaccine, row.lot, row.device): row._mapping for row in rows(world, lot_sum)}
    for where, moves in by_lot.items():
        whole = balance(moves)
        for kind, column in COLUMNS.items():
            assert found.get(where, Counter())[column] == whole.of(Kind(kind))


def test_a_day_of_a_team_adds_up(world: World) -> None:
    world.push_all(a_day(world.laptop()))
    assert world.held() == {}
    assert sums(world) == {
        "received": 20, "opened": 2, "given": 2, "wasted": 2, "sent_back": 5, "counted": -1,
        "extra": 1,
    }  # fmt: skip
    assert_sums_are_those_of_movements(world)
    assert_same_when_rebuilt(world)


def test_in_whatever_pieces_it_comes_the_sums_are_the_same(world: World) -> None:
    laptop = a_day(world.laptop())
    for page in laptop.pages(5, 9, 13):
        world.push(laptop, page)
    assert sums(world)["given"] == 2
    assert_sums_are_those_of_movements(world)
    assert_same_when_rebuilt(world)


def test_a_movement_taken_back_counts_for_nothing(world: World) -> None:
    laptop = world.laptop()
    wrong = laptop.add(moved("received", 50))
    laptop.add(moved("received", -50, reverses=wrong))
    laptop.add(moved("received", 5))
    world.push_all(laptop)
    assert sums(world) == {"received": 5}


def test_the_rest_of_a_vial_is_wasted_and_one_that_is_kept_is_not(world: World) -> None:
    laptop = world.laptop()
    laptop.add(VialClosed(laptop.add(opened(doses=5)), 3, "session-end"))
    kept(laptop)
    world.push_all(laptop)
    assert sums(world) == {"opened": 7, "wasted": 3}
    closed = next(row for row in rows(world, stock_row) if row.kind == "wasted")
    assert (closed.reason, closed.vaccine, closed.lot) == ("session-end", VACCINE, LOT)
    assert_same_when_rebuilt(world)


def test_doses_of_others_and_of_paper_lists_are_not_of_this_stock(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Test A")
    give(laptop, client, source=2)
    give(laptop, client, row=b"row of a list --")
    give(laptop, client, source=1)
    world.push_all(laptop)
    assert sums(world) == {"given": 1}


def test_where_all_is_taken_back_no_row_is_left(world: World) -> None:
    laptop = world.laptop()
    given = give(laptop, laptop.register("Test A"))
    world.push_all(laptop)
    assert sums(world) == {"given": 1}
    laptop.add(DoseVoided(given, "typed-wrong"))
    world.push_all(laptop)
    assert rows(world, lot_sum) == []
    assert_same_when_rebuilt(world)


def test_of_one_dose_written_down_twice_one_left_the_stock(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Test A", PAPER)
    first, _ = (laptop.hash_at(give(laptop, client)) for _ in range(2))
    world.push_all(laptop)
    assert sums(world) == {"given": 2}
    (line,) = cases(world)
    judge(world, case_of(world, line.id), Way.ONE_DOSE, first)
    assert sums(world) == {"given": 1}
    assert_sums_are_those_of_movements(world)
    assert_same_when_rebuilt(world)


def test_an_unknown_kind_moves_nothing_and_a_foreign_reference_waits_in_words(
    world: World,
) -> None:
    laptop = world.laptop()
    laptop.add(moved("teleported", 50))
    seq = laptop.add(VialClosed(1, 2, "broken"))
    world.push_all(laptop)
    assert (rows(world, stock_row), world.held()) == ([], {seq: "bad-reference"})


@pytest.mark.parametrize(
    "fact",
    [
        StockMoved("received", VACCINE, "L" * 3000, EXPIRY, 2, 5),
        StockMoved("received", VACCINE, LOT, EXPIRY, 2, 10**12),
        LotHeld(VACCINE, "L" * 3000, "vvm"),
    ],
)
def test_what_no_lot_can_be_is_held_back_and_stops_nothing(
    world: World, fact: StockMoved | LotHeld
) -> None:
    laptop = world.laptop()
    seq = laptop.add(fact)
    laptop.add(moved("received", 4))
    world.push_all(laptop)
    assert world.held() == {seq: "unreadable"}
    assert sums(world) == {"received": 4}


def test_a_dose_of_an_endless_lot_counts_and_belongs_to_no_lot(world: World) -> None:
    laptop = world.laptop()
    give(laptop, laptop.register("Test A"), lot="L" * 3000)
    world.push_all(laptop)
    assert (world.numbers()["counted"], rows(world, lot_sum)) == (1, [])


def test_what_is_erased_leaves_the_sums_as_if_it_had_never_been(world: World) -> None:
    laptop = world.laptop()
    vial = laptop.add(opened(doses=5))
    laptop.add(VialClosed(vial, 3, "session-end"))
    held = laptop.add(LotHeld(VACCINE, LOT, "vvm"))
    laptop.add(moved("received", 4))
    world.push_all(laptop)
    for seq in (vial, held):
        erased(world.store, laptop, seq)
        laptop.erase(seq)
    world.push_all(laptop)
    assert (sums(world), rows(world, lot_said)) == ({"received": 4}, [])
    assert_same_when_rebuilt(world)


def test_what_teams_decide_about_lots_is_told_with_its_excursion(world: World) -> None:
    laptop: FakeLaptop = world.laptop()
    laptop.add(LotHeld(VACCINE, LOT, "too-warm", "n", "Box 1", 1000, 35))
    laptop.add(LotReleased(VACCINE, LOT, "kept-elsewhere"))
    laptop.add(LotRecalled(VACCINE, LOT, "letter 7"))
    laptop.add(RecallWithdrawn(VACCINE, LOT, "wrong-lot"))
    world.push_all(laptop)
    said = sorted(rows(world, lot_said), key=lambda row: row.seq)
    assert [(row.about, row.holds) for row in said] == [
        ("held", True), ("held", False), ("recalled", True), ("recalled", False),
    ]  # fmt: skip
    assert (said[0].container, said[0].began_s, said[0].minutes) == ("Box 1", 1000, 35)
    assert_same_when_rebuilt(world)
