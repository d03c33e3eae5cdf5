"""Promises of bulk export over HTTP: asked for, looked after, fetched by who asked, dropped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from fieldapp.hub.api.bulk import NDJSON
from fieldapp.hub.api.scopes import Scope
from tests.hub.api.program import Program, program_of
from tests.hub.web.pages_process import PagesHub
from tests.patience import wait_for
from tests.reports.fhir.reader import accept


@pytest.fixture(scope="module")
def program(hub: PagesHub) -> Iterator[Program]:
    yield program_of(hub, Scope.PEOPLE)


def at(program: Program, answer: requests.Response) -> str:
    """Where to look after what was asked for."""
    assert answer.status_code == 202, answer.text
    return answer.headers["Content-Location"].removeprefix(program.url)


def manifest(program: Program, where: str) -> Any:
    wait_for(lambda: program.get(where).status_code == 200)
    return program.json(where)


def lines(program: Program, manifest: Any) -> dict[str, list[Any]]:
    found = {}
    for file in manifest["output"]:
        answer = program.get(file["url"].removeprefix(program.url))
        assert answer.headers["Content-Type"].startswith(NDJSON)
        found[file["type"]] = [json.loads(line) for line in answer.text.splitlines()]
        assert len(found[file["type"]]) == file["count"]
    return found


def test_everything_is_asked_for_and_fetched(program: Program) -> None:
    told = manifest(program, at(program, program.get("/fhir/$export")))
    assert told["requiresAccessToken"] is True and told["error"] == []
    found = lines(program, told)
    assert (len(found["Patient"]), len(found["Immunization"])) == (3, 4)
    for resource in (one for listed in found.values() for one in listed):
        accept(resource)


def test_only_some_kinds(program: Program) -> None:
    where = at(program, program.get("/fhir/$export", _type="Immunization,Patient"))
    found = lines(program, manifest(program, where))
    assert found.keys() == {"Patient", "Immunization"}
    refused = program.get("/fhir/$export", _type="Observation")
    assert refused.status_code == 400
    accept(refused.json())


def test_nobody_changed_since_is_an_export_of_nothing(program: Program) -> None:
    where = at(program, program.get("/fhir/$export", _since="2031-01-01T00:00:00Z"))
    assert manifest(program, where)["output"] == []


def test_another_program_sees_nothing_of_it(hub: PagesHub, program: Program) -> None:
    where = at(program, program.get("/fhir/$export", _type="Patient"))
    told = manifest(program, where)
    other = program_of(hub, Scope.PEOPLE)
    assert other.get(where).status_code == 404
    assert other.get(told["output"][0]["url"].removeprefix(hub.url)).status_code == 404
    assert other.ask("DELETE", where).status_code == 404


def test_what_is_dropped_is_gone(program: Program) -> None:
    where = at(program, program.get("/fhir/$export", _type="Patient"))
    told = manifest(program, where)
    assert program.ask("DELETE", where).status_code == 202
    assert program.get(where).status_code == 404
    assert program.get(told["output"][0]["url"].removeprefix(program.url)).status_code == 404
