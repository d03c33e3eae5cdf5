"""Promises of a visit: what the browser is given back, and what it is known by."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from fieldapp.hub.web.access import Role
from fieldapp.hub.web.sessions import Session, Stage
from fieldapp.hub.web.times import Place
from fieldapp.hub.web.visit import Visit, language_cookie
from fieldapp.hub.web.words import ENGLISH, words_of
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


@pytest.fixture
def visit(world: World) -> Visit:
    session = Session(b"hash", "lu.qing", Role.READER, Stage.IN, None)
    return Visit(
        world.hub, "/x", "hub", "10.0.0.1", True, {}, {}, "cookie", True, session,
        words_of(ENGLISH), Place(480, ENGLISH), NOW_S,
    )  # fmt: skip


def test_a_new_browser_is_given_what_it_is_known_by(visit: Visit) -> None:
    page = visit.show("problem.html", 404, lines=["<b>Not here</b>"])
    assert page.status_code == 404
    assert "&lt;b&gt;Not here" in bytes(page.body).decode()
    assert page.headers["Set-Cookie"].startswith("__Host-fieldapp=cookie;")


def test_today_is_the_day_where_the_teams_work(visit: Visit) -> None:
    late = replace(visit, now_s=int(datetime(2026, 11, 27, 18, 0, tzinfo=UTC).timestamp()))
    assert late.today == date(2026, 11, 28)


def test_going_on_is_by_get(visit: Visit) -> None:
    assert visit.go("/overview").status_code == 303


def test_what_is_done_is_done_in_the_visitors_name(visit: Visit, world: World) -> None:
    assert visit.login == "lu.qing"
    with world.store.writing() as connection:
        assert visit.desk(connection).by == "lu.qing"
        visit.note(connection, "signed-in")


def test_the_chosen_language_is_in_a_cookie(visit: Visit) -> None:
    response = visit.go("/")
    visit.keep_language(response, "zh-CN")
    assert language_cookie({"fieldapp_language": "zh-CN"}) == "zh-CN"
    assert "fieldapp_language=zh-CN" in response.headers["Set-Cookie"]
    visit.take_away(response)
    assert language_cookie({}) is None


def test_another_language_shows_the_same_list(visit: Visit) -> None:
    asked = replace(visit, query={"team": "3", "state": "a&b"})
    assert asked.here == "/x?team=3&state=a%26b"
    page = bytes(asked.show("problem.html", 404, lines=[]).body).decode()
    assert 'href="/language/zh-CN?back=/x%3Fteam%3D3%26state%3Da%2526b"' in page
    assert visit.here == "/x"
