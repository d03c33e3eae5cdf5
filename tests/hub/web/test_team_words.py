"""Promises of the form that asks for some teams: what it offers is what it finds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fieldapp.hub.web.standing import EVERY_TEAM, SILENT, Silence, TeamFilter
from fieldapp.hub.web.team_words import SILENCE, STATES_ASKED, asked_teams, team_filter
from fieldapp.hub.web.times import Place
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import ENGLISH, words_of
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


def asking(world: World, **query: str) -> Visit:
    return Visit(
        world.hub, "/overview", "hub", "10.0.0.1", True, query, {}, "cookie", True, None,
        words_of(ENGLISH), Place(480, ENGLISH), NOW_S,
    )  # fmt: skip


def test_every_standing_has_words() -> None:
    assert set(SILENCE) == set(Silence)


@pytest.mark.parametrize(
    ("query", "which"),
    [
        ({}, EVERY_TEAM),
        ({"state": "?", "region": "", "name": " "}, EVERY_TEAM),
        ({"state": "silent", "region": "north"}, TeamFilter("north", silences=SILENT)),
        ({"state": "waiting", "name": "haiyun "}, TeamFilter(name="haiyun", waiting=True)),
    ],
)
def test_a_form_asks_for_what_it_says(
    sqlite_world: World, query: dict[str, str], which: TeamFilter
) -> None:
    assert team_filter(asking(sqlite_world, **query)) == which


def test_every_state_that_is_offered_is_understood(sqlite_world: World) -> None:
    for state in STATES_ASKED:
        visit = asking(sqlite_world, state=state)
        assert team_filter(visit) != EVERY_TEAM
        assert asked_teams(visit) == f"state={state}"
        assert team_filter(replace(visit, query={"state": f"{state}x"})) == EVERY_TEAM
