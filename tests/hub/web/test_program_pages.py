"""Promises of access for programs as a page: chosen, shown once, ended with one button."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import requests

from fieldapp.hub.web.access import Role
from tests.hub.web.pages_process import PagesHub
from tests.hub.web.visitor import Visitor


def form(hub: PagesHub, **more: str) -> dict[str, str]:
    until = datetime.fromtimestamp(hub.now_s, UTC).date() + timedelta(days=90)
    return {"name": "Ministry.2021", "figures.read": "yes", "until": until.isoformat(), **more}


def let_in(hub: PagesHub, **more: str) -> Visitor:
    visitor = hub.signed_in(Role.ADMINISTRATOR).get("/programs/new")
    return visitor.post("/programs/new", **form(hub, **more))


def token_on(visitor: Visitor) -> str:
    found = re.search(r'id="token">([^<]+)<', visitor.page.text)
    assert found is not None
    return found[1]


def opens(hub: PagesHub, token: str) -> int:
    headers = {"Authorization": f"Bearer {token}"}
    return requests.get(f"{hub.url}/api/v1/coverage", headers=headers, timeout=30).status_code


def test_a_program_is_let_in_and_ended(hub: PagesHub) -> None:
    visitor = let_in(hub)
    token = token_on(visitor)
    assert "It is shown only now." in visitor.text and opens(hub, token) == 200
    listed = visitor.get("/programs")
    assert "ministry.2021" in listed.text and "may read" in listed.text
    assert token not in listed.page.text
    visitor.get("/programs/ministry.2021").post("/programs/ministry.2021/end")
    assert visitor.status == 422 and "Set the tick if you are sure." in visitor.text
    assert opens(hub, token) == 200
    visitor.post("/programs/ministry.2021/end", sure="yes")
    assert visitor.path == "/programs/ministry.2021" and "Ended" in visitor.text
    assert opens(hub, token) == 401
    assert "End the access" not in visitor.text
    audit = visitor.get("/audit").text
    assert "let a program in program ministry.2021" in audit


def test_what_is_wrong_is_said_and_what_was_typed_stays(hub: PagesHub) -> None:
    visitor = let_in(hub, name="no good", **{"people.read": "yes"})
    assert visitor.status == 422 and "cannot be the name" in visitor.text
    assert 'value="no good"' in visitor.page.text
    assert visitor.page.text.count(" checked") == 2
    for wrong in ({"until": "soon"}, {"until": "2051-01-01"}):
        assert "two years" in let_in(hub, **wrong).text
    visitor.get("/programs/new").post("/programs/new", name="x.y", until=form(hub)["until"])
    assert "It was not chosen what the program may read." in visitor.text


def test_a_name_that_nobody_has_is_said(hub: PagesHub) -> None:
    visitor = hub.signed_in(Role.ADMINISTRATOR)
    assert visitor.get("/programs/nobody").status == 404


def test_what_programs_read_stands_in_the_audit_by_their_names(hub: PagesHub) -> None:
    token = token_on(let_in(hub, name="register", **{"doses.read": "yes"}))
    headers = {"Authorization": f"Bearer {token}"}
    requests.get(f"{hub.url}/api/v1/doses", headers=headers, timeout=30)
    audit = hub.signed_in(Role.ADMINISTRATOR).get("/audit").text
    assert "program register read GET /api/v1/doses 0" in audit
