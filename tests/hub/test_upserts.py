"""Promises of rows written over others: one row a key, replaced as asked, on both databases."""

from __future__ import annotations

from sqlalchemy import select

from fieldapp.hub import schema
from fieldapp.hub.upserts import put
from tests.hub.conftest import World


def said(world: World) -> list[tuple[int, int, str]]:
    claim = schema.claim.c
    with world.store.reading() as connection:
        rows = connection.execute(select(claim.device, claim.seq, claim.source).order_by(claim.seq))
        return [tuple(row) for row in rows]


def say(world: World, device: int, seq: int, source: str, *, if_more: bool = False) -> None:
    row = {"device": device, "epoch": b"epoch-01", "seq": seq, "hash": b"?", "said_s": 1}
    over, more = ("seq", "source"), "seq" if if_more else None
    with world.store.writing() as connection:
        put(connection, schema.claim, [{**row, "source": source}], over=over, if_more=more)


def test_a_row_of_the_same_key_is_replaced_and_others_stay(world: World) -> None:
    say(world, 1, 7, "sync")
    say(world, 2, 9, "sync")
    say(world, 1, 3, "beacon")
    assert said(world) == [(1, 3, "beacon"), (2, 9, "sync")]


def test_where_only_more_counts_less_and_the_same_change_nothing(world: World) -> None:
    for seq, source in ((7, "sync"), (3, "beacon"), (7, "beacon")):
        say(world, 1, seq, source, if_more=True)
        assert said(world) == [(1, 7, "sync")]
    say(world, 1, 8, "beacon", if_more=True)
    assert said(world) == [(1, 8, "beacon")]


def test_nothing_is_written_where_nothing_is_said(world: World) -> None:
    with world.store.writing() as connection:
        put(connection, schema.claim, [], over=("seq",))
    assert said(world) == []
