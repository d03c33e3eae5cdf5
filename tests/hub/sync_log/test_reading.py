"""Promises of reading the log: every filter alone and together, both orders."""

from __future__ import annotations

from sqlalchemy import Connection, insert

from fieldapp.hub.sync_log.attempts import Attempt
from fieldapp.hub.sync_log.reading import Filter, count, newest, next_of, oldest_first
from fieldapp.hub.sync_log.tables import sync_attempt
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.hub.sync_log.test_keeping import fill


def test_filters_and_orders(world: World) -> None:
    for device, at_s in ((1, NOW_S), (2, NOW_S + 10), (1, NOW_S + 20), (None, NOW_S + 30)):
        fill(world, device, 1, at_s)
    with world.store.reading() as connection:
        assert count(connection, Filter()) == 4
        assert count(connection, Filter(device=1)) == 2
        assert count(connection, Filter(device=1, from_s=NOW_S + 1)) == 1
        assert count(connection, Filter(from_s=NOW_S + 10, until_s=NOW_S + 20)) == 1
        assert count(connection, Filter(results=("known",))) == 4
        assert count(connection, Filter(results=("known",), others=True)) == 0
        page = newest(connection, Filter(), skip=1, most=2)
        assert [line.at_s - NOW_S for line in page] == [20, 10]
        told = list(oldest_first(connection, Filter(), 3))
        assert [line.at_s - NOW_S for line in told] == [10, 20, 30]


def note(connection: Connection, at_s: int) -> None:
    connection.execute(insert(sync_attempt).values(**Attempt(at_s, 1).refusal("busy")))


def read_after(world: World, no: int) -> list[int]:
    with world.store.reading() as connection:
        return [line.at_s - NOW_S for line in next_of(connection, Filter(after_no=no), 10)]


def test_whoever_reads_on_passes_over_nothing_that_is_written_at_the_same_time(
    server_world: World,
) -> None:
    world = server_world
    with world.store.taking_in([1]) as slow:
        note(slow, NOW_S)
        with world.store.taking_in([2]) as quick:
            note(quick, NOW_S + 1)
        assert read_after(world, 0) == [], "the first could be passed over"
    assert read_after(world, 0) == [0, 1]
    assert read_after(world, 1) == [1]
