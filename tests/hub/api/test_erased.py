"""Promises about what was erased: whoever took copies learns every id once, and nothing else."""

from __future__ import annotations

import json
from typing import Any

from fieldapp.hub.api.endpoints import Call
from fieldapp.hub.api.erased import COLUMNS, erased_json
from fieldapp.hub.api.parameters import CURSOR
from fieldapp.hub.api.scopes import Scope
from tests.hub.api.program import a_team, program_of
from tests.hub.conftest import World
from tests.hub.erasure.people import erased
from tests.hub.fake_laptop import NOW_S
from tests.hub.web.pages_process import PagesHub


def asked(world: World, cursor: str = "", limit: int = 500) -> dict[str, Any]:
    given: dict[str, Any] = {"limit": limit}
    if cursor:
        given["cursor"] = CURSOR.read(cursor)
    response = erased_json(Call(world.hub, given, NOW_S, "", "")).response
    found: dict[str, Any] = json.loads(bytes(response.body))
    return found


def test_every_id_is_told_once_a_few_at_a_time(world: World) -> None:
    laptop = a_team(world)
    begin = asked(world)
    assert begin["rows"] == []
    person, doses = laptop.hash_at(3), (laptop.hash_at(6), laptop.hash_at(7))
    erased(world, person)
    told, cursor = [], begin["next"]
    while rows := (answer := asked(world, cursor, limit=1))["rows"]:
        told += rows
        cursor = answer["next"]
    assert {row["id"] for row in told} == {one.hex() for one in (person, *doses)}
    assert len(told) == 3 and all(tuple(row) == COLUMNS for row in told)
    assert {row["erased_at"] for row in told} != {None}


def test_who_reads_on_gets_the_next_erasure_alone(world: World) -> None:
    laptop = a_team(world)
    erased(world, laptop.hash_at(3))
    before = asked(world)
    erased(world, laptop.hash_at(4))
    news = asked(world, before["next"])
    assert laptop.hash_at(4).hex() in {row["id"] for row in news["rows"]}
    assert not {row["id"] for row in news["rows"]} & {row["id"] for row in before["rows"]}


def test_it_is_for_whoever_reads_doses_or_people_and_for_nobody_else(hub: PagesHub) -> None:
    for scope in (Scope.DOSES, Scope.PEOPLE):
        assert program_of(hub, scope, name=f"copy-{scope.name.lower()}").json("/api/v1/erased")
    other = program_of(hub, Scope.FIGURES, Scope.SYNC_LOG, name="counts")
    assert other.get("/api/v1/erased").status_code == 403
    wrong = program_of(hub, Scope.DOSES, name="odd").get("/api/v1/erased", cursor="811801")
    assert wrong.status_code == 400
