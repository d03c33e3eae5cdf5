"""Promises of writing bulk exports, on both databases: everybody once, whoever is killed in
between; nothing of who was erased."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from fieldapp.hub.bulk import jobs, working
from fieldapp.hub.bulk.jobs import BulkJob, State, Vanished
from fieldapp.hub.bulk.working import bulk_written, step, write_once
from fieldapp.hub.changes.keeping import number_changes
from fieldapp.hub.fold.projector import use_vaccines
from fieldapp.hub.running import Hub
from tests.hub.api.program import a_team, send, somebody
from tests.hub.conftest import World
from tests.hub.erasure.people import erased
from tests.hub.fake_laptop import NOW_S, FakeLaptop
from tests.hub.messages.clinic import BIBP, ground
from tests.patience import wait_for
from tests.reports.fhir.people import GROUND
from tests.reports.fhir.reader import accept, dangling

KINDS = ("Patient", "Immunization", "AdverseEvent", "ImmunizationRecommendation")


@pytest.fixture
def team(world: World) -> FakeLaptop:
    world.hub = replace(world.hub, ground=ground)
    use_vaccines(world.store, [BIBP])
    return a_team(world)


def asked(world: World, since_s: int | None = None) -> BulkJob:
    with world.store.writing() as connection:
        job = jobs.ask(connection, "ministry", KINDS, since_s, NOW_S)
    assert job is not None
    return job


def now(world: World, job: BulkJob) -> BulkJob:
    with world.store.reading() as connection:
        found = jobs.find(connection, job.id, "ministry")
    assert found is not None
    return found


def written(world: World, job: BulkJob) -> list[Any]:
    assert now(world, job).state is State.WRITTEN
    with world.store.reading() as connection:
        counted = jobs.counts(connection, job)
    text = "".join(
        piece.decode()
        for kind, lines in counted.items()
        for piece in jobs.content_of(world.store, job, kind, lines)
    )
    return [json.loads(line) for line in text.splitlines()]


def test_everybody_is_written_and_every_line_is_valid(world: World, team: FakeLaptop) -> None:
    job = asked(world)
    assert write_once(world.hub) is None
    told = written(world, job)
    for resource in told:
        accept(resource)
    assert not dangling(told)
    kinds = [one["resourceType"] for one in told]
    assert (kinds.count("Patient"), kinds.count("Immunization")) == (3, 4)


def test_step_by_step_each_once_whoever_goes_on(
    world: World, team: FakeLaptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = asked(world)
    write_once(world.hub)
    monkeypatch.setattr(working, "PEOPLE_A_STEP", 1)
    job = asked(world)
    before = job
    step(world.store, job, GROUND, NOW_S)
    step(world.store, before, GROUND, NOW_S)  # another process that saw the same: it is too late
    assert now(world, job).people == 1
    while now(world, job).state is State.WAITING:
        step(world.store, now(world, job), GROUND, NOW_S)
    key = json.dumps
    assert sorted(map(key, written(world, job))) == sorted(map(key, written(world, whole)))


def test_half_a_file_does_not_look_whole(
    world: World, team: FakeLaptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "PEOPLE_A_STEP", 1)
    job = asked(world)
    write_once(world.hub)
    fetched = jobs.content_of(world.store, job, "Patient", 3)
    assert next(fetched)
    with world.store.writing() as connection:
        jobs.forget_all(connection)
    with pytest.raises(Vanished):
        list(fetched)


def test_only_who_changed_since(world: World, team: FakeLaptop) -> None:
    somebody(team, "测试丁", "E5")
    world.push_all(team)
    world.fold()
    number_changes(world.store, lambda: NOW_S + 60)
    job = asked(world, NOW_S + 60)
    write_once(world.hub)
    assert [one["name"] for one in written(world, job)] == [[{"text": "测试丁"}]]


def test_an_erasure_ends_what_may_tell_of_somebody(world: World, team: FakeLaptop) -> None:
    gone = somebody(team, "Canary", "E5")
    send(world, team)
    job = asked(world)
    write_once(world.hub)
    erased(world, team.hash_at(gone))
    with world.store.reading() as connection:
        assert jobs.find(connection, job.id, "ministry") is None
    assert list(jobs.content_of(world.store, job, "Patient", 0)) == []


def test_a_fault_ends_the_export_and_names_nobody(
    world: World, team: FakeLaptop, caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def fail(*_: object) -> object:
        raise RuntimeError("测试1 E99000001")

    job = asked(world)
    monkeypatch.setattr(working, "tell", fail)
    assert write_once(world.hub) is None
    assert now(world, job).state is State.FAILED
    assert "RuntimeError" in caplog.text and "测试" not in caplog.text


def test_a_hub_without_a_programme_writes_none(world: World) -> None:
    asked(world)
    assert write_once(Hub(world.store, lambda: NOW_S)) is None


def test_a_round_beside_the_server_does_the_same(world: World, team: FakeLaptop) -> None:
    job = asked(world)
    with bulk_written(world.hub, 0.05):
        wait_for(lambda: now(world, job).state is State.WRITTEN)
