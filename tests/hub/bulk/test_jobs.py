"""Promises of bulk exports, on both databases: each program sees its own, few wait, old ones go."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from fieldapp.hub.bulk import jobs
from fieldapp.hub.bulk.jobs import BulkJob, State
from fieldapp.hub.bulk.tables import bulk_job, bulk_piece
from fieldapp.hub.store import Store
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


def ask(store: Store, program: str = "ministry", since_s: int | None = None) -> BulkJob | None:
    with store.writing() as connection:
        return jobs.ask(connection, program, ["Patient", "Immunization"], since_s, NOW_S)


def asked(store: Store, program: str = "ministry", since_s: int | None = None) -> BulkJob:
    job = ask(store, program, since_s)
    assert job is not None
    return job


def test_the_same_that_waits_already_is_the_same(world: World) -> None:
    first = asked(world.store)
    assert asked(world.store) == first
    assert asked(world.store, since_s=5).id != first.id
    assert asked(world.store, "other").id != first.id


def test_a_program_sees_its_own_alone(world: World) -> None:
    job = asked(world.store)
    with world.store.reading() as connection:
        assert jobs.find(connection, job.id, "ministry") == job
        assert jobs.find(connection, job.id, "other") is None
        assert jobs.next_waiting(connection) == job


def test_only_so_many_wait(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "MOST_OPEN", 2)
    monkeypatch.setattr(jobs, "MOST_OPEN_IN_ALL", 3)
    asked(world.store, since_s=1)
    asked(world.store, since_s=2)
    assert ask(world.store, since_s=3) is None
    asked(world.store, "other")
    assert ask(world.store, "third") is None


def test_what_is_written_comes_back_in_its_order(world: World) -> None:
    job = asked(world.store)
    with world.store.writing() as connection:
        for number, lines in ((1, ["一", "二"]), (2, ["三"]), (4, ["四"])):
            jobs.add_piece(connection, job, number, "Patient", lines)
    with world.store.reading() as connection:
        assert jobs.counts(connection, job) == {"Patient": 4}
    content = b"".join(jobs.content_of(world.store, job, "Patient", 4)).decode()
    assert content == "一\n二\n三\n四\n"
    assert list(jobs.content_of(world.store, job, "Immunization", 0)) == []


def test_what_was_dropped_or_is_a_day_old_goes(world: World) -> None:
    store = world.store
    dropped, old, new = (asked(store, since_s=number) for number in (1, 2, 3))
    with store.writing() as connection:
        jobs.drop(connection, dropped)
        assert not jobs.change(connection, dropped, people=1), "nobody writes on"
        assert jobs.change(connection, old, state=State.WRITTEN, ended_s=NOW_S)
        jobs.add_piece(connection, old, 1, "Patient", ["x"])
        assert jobs.find(connection, dropped.id, "ministry") is None
        jobs.forget(connection, NOW_S + jobs.KEPT_S)
        assert jobs.find(connection, old.id, "ministry") is not None
        jobs.forget(connection, NOW_S + jobs.KEPT_S + 1)
        left = connection.execute(select(bulk_job.c.id)).scalars().all()
        assert left == [new.id]
        assert connection.execute(select(bulk_piece)).first() is None
