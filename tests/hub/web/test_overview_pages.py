"""Promises of the overview page: its sentence is true, states and the chart have words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from fieldapp.hub.devices import heard_from
from fieldapp.hub.sync_log.proof import Tally
from fieldapp.hub.web.access import Role
from fieldapp.hub.web.overview import Overview
from fieldapp.hub.web.overview_pages import bars_of, verdict_on
from fieldapp.hub.web.standing import RED_S, Silence
from fieldapp.hub.web.words import ENGLISH, words_of
from tests.hub.cases.made import double
from tests.hub.web.pages_process import PagesHub

DAY = date(2021, 6, 29)


def seen(whole: Tally, behind: int = 0, silences: Mapping[Silence, int] | None = None) -> Overview:
    return Overview((), 0, (), 1, 1, whole, behind, silences or {}, DAY, 0, ((DAY, 0),))


@pytest.mark.parametrize(
    ("overview", "kind", "title", "text"),
    [
        (seen(Tally(5, 5)), "ok", "0 unaccounted", "is here."),
        (seen(Tally(5, 5, 2)), "wait", "0 unaccounted", "named as waiting"),
        (seen(Tally(5, 5), 0, {Silence.RED: 1}), "wait", "0 unaccounted", "is not known"),
        (seen(Tally(4, 5)), "stop", "1 record unaccounted", "fieldapp hub verify"),
        (seen(Tally(4, 5), 3), "info", "3 pages being counted", "signed for"),
    ],
)
def test_the_sentence_at_the_top_is_true(
    overview: Overview, kind: str, title: str, text: str
) -> None:
    verdict, words = verdict_on(overview), words_of(ENGLISH)
    assert (verdict.kind, words.say(verdict.title)) == (kind, title)
    assert text in words.say(verdict.text)


def test_bars_are_as_high_as_their_numbers() -> None:
    low, high = bars_of(((date(2021, 6, 28), 5), (DAY, 10)))
    assert float(str(high["height"])) == pytest.approx(2 * float(str(low["height"])))
    assert (low["today"], high["today"]) == (False, True)
    assert [bar["height"] for bar in bars_of(((DAY, 0),))] == [0]


def test_a_supervisor_sees_who_is_silent_in_words(hub: PagesHub) -> None:
    world = hub.world
    laptop = world.laptop(name="Boat Haiyun 6")
    laptop.give(laptop.register("Wang Xiaoming"), 29, month=6)
    world.push_all(laptop)
    with hub.store.writing() as connection:
        heard_from(connection, laptop.device, hub.now_s - RED_S - 3600)
    text = hub.signed_in(Role.SUPERVISOR).get("/overview").text
    assert "Boat Haiyun 6" in text and "silent over 3 days: call" in text
    assert "1 team is silent: what it made since is not known." in text
    assert "Wang" not in text


def test_a_page_number_that_is_none_shows_the_first(hub: PagesHub) -> None:
    visitor = hub.signed_in(Role.READER)
    for page in ("0", "-1", "x", "99", "²"):
        assert visitor.get("/overview", page=page).status == 200


def test_what_waits_leads_to_its_list_and_a_district_sees_its_own_teams(hub: PagesHub) -> None:
    double(hub.world, epochs=(b"epoch-11", b"epoch-12"))
    page = hub.signed_in(Role.SUPERVISOR).get("/overview")
    for link in ("?state=red#teams", "/cases", "/doses?state=contested", "/doses?team=2", "/daily"):
        assert f'href="{link}"' in page.page.text
    assert "1 team silent over 3 days" in page.text and "3 teams" in page.text
    page.get("/overview", state="silent", region="north", name="haiyun")
    assert "1 team " in page.text and "Gate Two" not in page.text
    assert "No team fits." in page.get("/overview", region="nowhere", state="x").text
    reader = hub.signed_in(Role.READER).get("/overview")
    assert "/doses" not in reader.page.text and "1 team silent over 3 days" in reader.text
