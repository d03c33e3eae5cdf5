"""Promises of the door: every page of every role, forms of ours alone, headers, faults in words."""

from __future__ import annotations

from pathlib import Path

import pytest
import requests

from fieldapp.hub.making import open_or_make
from fieldapp.hub.web import layout
from fieldapp.hub.web.access import Permission, Role, allows
from fieldapp.hub.web.guard import MOST_FORM_BYTES, Page, routes_of
from fieldapp.hub.web.serving import PAGES
from fieldapp.hub.web.sessions import Stage
from fieldapp.resource_files import resource_path
from tests.hub.databases import Server
from tests.hub.web.pages_process import PagesHub, pages_hub

SAMPLE = {
    "no": "1",
    "login": "reader",
    "name": "ministry",
    "language": "en",
    "fmt": "csv",
    "person": "00",
    "case": "00",
    "vaccine": "bopv",
}


def path_of(page: Page) -> str:
    path = page.path
    for name, value in SAMPLE.items():
        path = path.replace(f"{{{name}}}", value)
    return path


def asked(hub: PagesHub, page: Page, http: requests.Session) -> requests.Response:
    """One request, no redirect followed; forms go without a token, so that nothing is ever done."""
    return http.request(
        page.method, hub.url + path_of(page), allow_redirects=False, timeout=60,
        headers={"Origin": hub.url},
    )  # fmt: skip


def refused(answer: requests.Response) -> bool:
    """Whether somebody who signed in was told that their role does not open it."""
    return answer.status_code == 403 and "Your role" in answer.text


def sent_to_the_door(answer: requests.Response) -> bool:
    return answer.status_code == 303 and answer.headers["Location"] == "/sign-in"


@pytest.mark.parametrize("role", list(Role))
def test_each_role_opens_its_pages_and_no_other(hub: PagesHub, role: Role) -> None:
    http = hub.signed_in(role).http
    for page in PAGES:
        answer = asked(hub, page, http)
        assert answer.status_code < 500, page.path
        if page.needs is Permission.SIGNING_IN:
            assert sent_to_the_door(answer), page.path
        else:
            assert refused(answer) is not allows(role, page.needs), (page.method, page.path)


@pytest.mark.parametrize("stage", [None, *(one for one in Stage if one is not Stage.IN)])
def test_who_is_not_in_opens_nothing(hub: PagesHub, stage: Stage | None) -> None:
    visitor = hub.signed_in(Role.ADMINISTRATOR, stage) if stage else hub.visitor()
    for page in PAGES:
        if page.needs not in (Permission.PUBLIC, Permission.SIGNING_IN):
            assert sent_to_the_door(asked(hub, page, visitor.http)), (page.method, page.path)


def test_no_role_but_the_supervisors_has_a_page_about_people() -> None:
    about = (
        "/people", "/doses", "/cases", "/push", "/lots/people", "/due/people",
        "/operations/workbook", "/reactions",
    )  # fmt: skip
    for page in PAGES:
        about_people = page.path.startswith(about)
        assert about_people == (page.needs is Permission.PEOPLE), page.path


def test_every_act_is_a_form() -> None:
    """Links change nothing: what only shows is GET, and a form needs its token."""
    acts = {page.path for page in PAGES if page.method == "POST"}
    assert {page.method for page in PAGES} == {"GET", "POST"}
    assert {"/devices/{no}/revoke", "/users/{login}/end", "/sign-out"} <= acts


def test_a_form_without_its_token_or_from_elsewhere_does_nothing(hub: PagesHub) -> None:
    visitor = hub.signed_in(Role.ADMINISTRATOR).get("/users/new")
    form = {"login": "smuggled", "role": "reader"}
    without = visitor.http.post(f"{hub.url}/users/new", form, headers={"Origin": hub.url})
    assert without.status_code == 403 and "Nothing was done" in without.text
    token = visitor.page.text.split('name="form" value="')[1].split('"')[0]
    for origin in ("https://evil.example", "null", ""):
        headers = {"Origin": origin} if origin else {}
        elsewhere = visitor.http.post(
            f"{hub.url}/users/new", {**form, "form": token}, headers=headers
        )
        assert elsewhere.status_code == 403
    assert "smuggled" not in visitor.get("/users").text


def test_too_much_is_not_read(hub: PagesHub) -> None:
    answer = hub.visitor().http.post(f"{hub.url}/sign-in", b"x" * (MOST_FORM_BYTES + 1))
    assert answer.status_code == 413


def test_every_answer_forbids_scripts_frames_and_other_places(hub: PagesHub) -> None:
    visitor = hub.signed_in(Role.SUPERVISOR)
    for path in ("/sign-in", "/overview", "/sync-log", "/nothing-here", layout.style_path()):
        headers = visitor.get(path).page.headers
        assert headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
    assert visitor.get("/overview").page.headers["Cache-Control"] == "no-store"


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(hub: PagesHub) -> None:
    said = hub.visitor().get("/sign-in").page.headers["Set-Cookie"]
    assert "HttpOnly" in said and "SameSite=strict" in said and "Secure" not in said


def test_behind_tls_the_cookie_is_bound_to_it(hub: PagesHub) -> None:
    answer = requests.get(f"{hub.url}/sign-in", headers={"X-Forwarded-Proto": "https"}, timeout=30)
    assert answer.headers["Set-Cookie"].startswith("__Host-fieldapp=")
    assert "Secure" in answer.headers["Set-Cookie"]
    assert "Strict-Transport-Security" in answer.headers


def test_a_fault_is_said_without_its_message(
    hub: PagesHub, caplog: pytest.LogCaptureFixture
) -> None:
    from starlette.applications import Starlette

    def fail(_visit: object) -> object:
        raise RuntimeError("Zhang San, 110105198005170017")

    page = Page("GET", "/x", Permission.PUBLIC, fail)  # type: ignore[arg-type]  # it never answers
    app = Starlette(routes=routes_of(hub.world.hub, (page,)))
    status, body = ask(app, "/x")
    assert status == 500 and b"Zhang" not in body
    assert "Zhang" not in caplog.text and "RuntimeError" in caplog.text


def ask(app: object, path: str) -> tuple[int, bytes]:
    """One GET, without a server."""
    import asyncio

    sent: list[dict[str, object]] = []
    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "headers": [],
        "query_string": b"", "scheme": "http", "server": ("hub", 80), "client": ("x", 1),
    }  # fmt: skip

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))  # type: ignore[operator]  # an ASGI application
    body = sent[1]["body"]
    status = sent[0]["status"]
    assert isinstance(body, bytes) and isinstance(status, int)
    return status, body


def test_pages_are_files_of_ours_alone() -> None:
    for page in resource_path("hub", "pages").glob("*.html"):
        text = page.read_text("utf-8")
        assert "<script" not in text and "style=" not in text and "onclick" not in text, page.name
        assert "://" not in text and "|safe" not in text, page.name


def test_a_letter_that_no_database_keeps_is_no_fault_of_the_hub(
    postgres_server: Server, tmp_path: Path
) -> None:
    open_or_make(tmp_path / "hub", database=postgres_server.empty_database()).close()
    with pages_hub(tmp_path / "hub") as running:
        supervisor = running.signed_in(Role.SUPERVISOR)
        stranger = running.visitor().get("/sign-in")
        stranger.post("/sign-in", login="nobody\0", passphrase="wrong, but long enough")
        assert stranger.status == 401
        for path in ("/v1/r/a%00b/1", "/v1/messages/%00/1", "/people/%00"):
            assert stranger.get(path).status < 500, path
        for page in ("/people", "/devices", "/lots"):
            assert supervisor.get(page, q="a\0b", page="\0", name="\0").status < 500, page
