"""Promises of dose records for programs: no name, no document; whoever comes back with the cursor
gets what changed since and nothing else, on both databases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from fieldapp.hub.api.doses import COLUMNS, doses_json
from fieldapp.hub.api.endpoints import Call
from fieldapp.hub.api.parameters import CURSOR
from fieldapp.hub.fold.projector import use_vaccines
from fieldapp.wire.facts import DoseVoided
from tests.hub.api.program import a_team, send
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.hub.messages.clinic import BIBP


@pytest.fixture
def told(world: World) -> Iterator[World]:
    use_vaccines(world.store, [BIBP])
    yield world


def asked(world: World, cursor: str = "", limit: int = 500) -> dict[str, Any]:
    given: dict[str, Any] = {"limit": limit}
    if cursor:
        given["cursor"] = CURSOR.read(cursor)
    response = doses_json(Call(world.hub, given, NOW_S, "", "")).response
    found: dict[str, Any] = json.loads(bytes(response.body))
    return found


def test_records_are_told_without_names_and_documents(told: World) -> None:
    a_team(told)
    rows = asked(told)["rows"]
    assert [tuple(row) for row in rows] == [COLUMNS] * 4
    assert "测试" not in str(rows) and "E9900000" not in str(rows)
    assert sorted(row["status"] for row in rows) == ["entered-in-error", *["given"] * 3]
    assert {row["team"] for row in rows} == {"Boat 3"}
    assert {row["source"] for row in rows} == {"given-here"}
    assert len({row["person_id"] for row in rows}) == 3


def test_who_comes_back_gets_what_changed_since(told: World) -> None:
    laptop = a_team(told)
    first = asked(told)
    again = asked(told, first["next"])
    assert again == {"rows": [], "next": first["next"]}
    dose = next(seq for seq in range(1, laptop.seq) if
                laptop.hash_at(seq).hex() == first["rows"][0]["event_id"])  # fmt: skip
    laptop.add(DoseVoided(dose, "typed twice"))
    send(told, laptop)
    news = asked(told, first["next"])["rows"]
    voided = {row["event_id"]: row["status"] for row in news}
    assert voided[laptop.hash_at(dose).hex()] == "entered-in-error"
    assert len({row["person_id"] for row in news}) == 1


def test_pages_together_are_everything_once(told: World) -> None:
    a_team(told)
    cursor, rows = "", []
    while True:
        piece = asked(told, cursor, limit=1)
        if not piece["rows"]:
            break
        rows += piece["rows"]
        cursor = piece["next"]
    assert rows == asked(told)["rows"]


def test_before_the_first_record_there_is_nothing(told: World) -> None:
    empty = asked(told)
    assert empty["rows"] == []
    assert asked(told, empty["next"]) == empty
