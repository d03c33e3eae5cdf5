"""Promises of the API's door: each token opens what its scopes name and nothing else; every look at
people is in the audit; a token is in no log."""

from __future__ import annotations

import pytest
import requests
from sqlalchemy import select

from fieldapp.hub.api import door, tokens
from fieldapp.hub.api.door import READ
from fieldapp.hub.api.endpoints import Endpoint
from fieldapp.hub.api.parameters import In
from fieldapp.hub.api.problems import PROBLEM
from fieldapp.hub.api.scopes import Scope
from fieldapp.hub.api.serving import ENDPOINTS
from fieldapp.hub.app import make_app
from fieldapp.hub.web import audit
from fieldapp.hub.web.accounts import Desk
from fieldapp.hub.web.tables import audit as rows
from tests.hub.api.program import Program, in_process, program_of, token_of
from tests.hub.conftest import World
from tests.hub.web.pages_process import PagesHub

SAMPLE = {"fmt": "csv", "id": "00" * 32, "job": "00" * 16, "kind": "Patient"}
GUARDED = [one for one in ENDPOINTS if one.needs is not None]
OPEN = {"/api/openapi.json", "/fhir/metadata"}


def asked(program: Program, endpoint: Endpoint) -> requests.Response:
    path = endpoint.path
    for name, value in SAMPLE.items():
        path = path.replace(f"{{{name}}}", value)
    return program.ask(endpoint.method, path)


def code_of(answer: requests.Response) -> str:
    """The stable code of a refusal, however it is said."""
    body = answer.json()
    return str(body.get("code") or body["issue"][0]["code"])


@pytest.mark.parametrize("scope", list(Scope))
def test_each_scope_opens_its_own_and_nothing_else(hub: PagesHub, scope: Scope) -> None:
    program = program_of(hub, scope)
    for endpoint in GUARDED:
        answer = asked(program, endpoint)
        if scope in endpoint.opened_by:
            assert answer.status_code in (200, 202, 404), (endpoint.path, answer.text)
        else:
            assert answer.status_code == 403, endpoint.path
            assert code_of(answer) in ("no-scope", "forbidden")


def test_without_a_token_that_holds_nothing_opens(hub: PagesHub) -> None:
    store, now_s = hub.store, hub.now_s
    ended = Program(hub.url, token_of(store, "ended.one", now_s=now_s))
    with store.writing() as connection:
        tokens.end_token(Desk(connection, store.keys, now_s), "ended.one")
    over = Program(hub.url, token_of(store, "over.one", now_s=now_s - 40 * 86_400))
    strangers = (
        Program(hub.url), Program(hub.url, tokens.BEGINS + "x" * 43), Program(hub.url, "x"),
        ended, over,
    )  # fmt: skip
    for program in strangers:
        for endpoint in GUARDED:
            answer = asked(program, endpoint)
            assert answer.status_code == 401, endpoint.path
            assert answer.headers["WWW-Authenticate"] == "Bearer"
            assert code_of(answer) in ("no-token", "login")


def test_only_descriptions_are_for_everybody() -> None:
    assert {one.path for one in ENDPOINTS if one.needs is None} == OPEN


def test_everything_about_people_is_declared_so() -> None:
    """But for how far an export is, which names nobody and is asked for every few seconds."""
    about = {one.name for one in ENDPOINTS if one.needs in (Scope.PEOPLE, Scope.DOSES)}
    assert {one.name for one in ENDPOINTS if one.personal} == about - {"bulkExportStatus"}


def test_a_document_is_asked_for_in_a_body_alone() -> None:
    for endpoint in ENDPOINTS:
        named = [p for p in endpoint.parameters if p.name == "identifier"]
        if endpoint.path.startswith("/fhir/Patient"):
            assert all(one.where is In.FORM for one in named), endpoint.path


def test_every_look_at_people_is_in_the_audit_under_the_programs_name(hub: PagesHub) -> None:
    program = program_of(hub, name="ministry")
    program.json("/fhir/Patient")
    program.json("/api/v1/doses")
    program.json("/api/v1/daily-report")
    with hub.store.reading() as connection:
        told = connection.execute(
            select(rows.c.subject, rows.c.details).where(
                rows.c.login == "program ministry.0", rows.c.act == READ
            )
        )
        assert [tuple(row) for row in told] == [("GET /fhir/Patient", "3"),
                                                ("GET /api/v1/doses", "4")]  # fmt: skip
        assert not list(audit.problems(connection, hub.store.keys))


def test_when_it_was_last_used_is_known(hub: PagesHub) -> None:
    program = program_of(hub, Scope.FIGURES, name="once")
    program.json("/api/v1/coverage")
    with hub.store.reading() as connection:
        found = tokens.called(connection, "once.0")
    assert found is not None and found.used_s == hub.now_s


def test_a_parameter_that_cannot_be_read_is_named(hub: PagesHub) -> None:
    program = program_of(hub)
    for path, query, named in (
        ("/api/v1/daily-report", {"as_of": "2021-02-30"}, "as_of"),
        ("/api/v1/daily-report", {"as_off": "2021-02-28"}, "as_off"),
        ("/api/v1/lots", {"limit": "0"}, "limit"),
        ("/api/v1/lots", {"limit": ["1", "2"]}, "limit"),
        ("/api/v1/doses", {"cursor": "00"}, "cursor"),
        ("/api/v1/coverage.pdf", {}, "fmt"),
    ):
        answer = program.get(path, **query)
        assert answer.status_code == 400, path
        assert answer.headers["Content-Type"] == PROBLEM
        assert answer.json()["parameter"] == named
    answer = program.get("/fhir/Immunization", date="yesterday")
    assert answer.status_code == 400
    assert answer.json()["issue"][0]["expression"] == ["http.date"]


def test_a_token_in_an_address_is_no_parameter(hub: PagesHub) -> None:
    program = program_of(hub)
    answer = Program(hub.url).get("/api/v1/doses", access_token=program.token)
    assert answer.status_code == 401
    answer = program.get("/api/v1/doses", access_token=program.token)
    assert answer.status_code == 400 and program.token not in answer.text


def test_who_asks_too_often_is_told_when_to_come_again(
    sqlite_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "MOST_AN_HOUR", 2)
    store, app = sqlite_world.store, make_app(sqlite_world.hub)
    mad, calm = token_of(store, "mad"), token_of(store, "calm")
    answers = [in_process(app, "/api/v1/lots", mad) for _ in range(3)]
    assert [status for status, _ in answers] == [200, 200, 429]
    assert 0 < int(answers[2][1]["retry-after"]) <= 3600
    assert in_process(app, "/api/v1/lots", calm)[0] == 200


def test_a_form_that_is_too_large_is_not_read(hub: PagesHub) -> None:
    answer = program_of(hub).ask("POST", "/fhir/Patient/_search", data={"identifier": "x" * 9000})
    assert answer.status_code == 413


def test_an_address_where_nothing_is_says_so_to_programs(hub: PagesHub) -> None:
    browser = {"Accept": "text/html"}
    nothing = requests.get(f"{hub.url}/api/v1/nothing", headers=browser, timeout=30)
    assert (nothing.status_code, nothing.json()["code"]) == (404, "not-found")
    wrong = requests.delete(f"{hub.url}/api/v1/doses", timeout=30)
    assert (wrong.status_code, set(wrong.headers["Allow"].split(", "))) == (405, {"GET", "HEAD"})
    fhir = requests.get(f"{hub.url}/fhir/Observation", timeout=30)
    assert (fhir.status_code, fhir.json()["resourceType"]) == (404, "OperationOutcome")
