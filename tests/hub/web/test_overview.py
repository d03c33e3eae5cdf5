"""Promises of the overview: silence is told, sums add up, late records change the day."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.hub.devices import heard_from
from fieldapp.hub.sync_log.proof import Tally
from fieldapp.hub.web import overview
from fieldapp.hub.web.overview import Overview, read_overview
from fieldapp.hub.web.standing import AMBER_S, RED_S, SILENT, Silence, TeamFilter
from fieldapp.wire.facts import DoseVoided
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.hub.statements import counted

TODAY = date(2021, 6, 29)


def read(world: World, page: int = 1) -> Overview:
    with world.store.reading() as connection:
        return read_overview(connection, NOW_S, TODAY, page)


def test_an_empty_hub_is_an_overview_of_nothing(world: World) -> None:
    seen = read(world)
    assert (seen.teams, seen.whole.recorded, seen.whole.doses, seen.pages) == ((), 0, 0, 1)


def test_recorded_is_waiting_and_confirmed_and_confirmed_is_told_apart(world: World) -> None:
    laptop = world.laptop()
    doses = [laptop.give(laptop.register(f"Test {n}"), 29, month=6) for n in range(4)]
    laptop.add(DoseVoided(doses[0], "wrong person"))
    world.push_all(laptop)
    here = laptop.seq
    laptop.give(laptop.register("Not sent"), 29, month=6)
    world.push(laptop, heads=(laptop.head,))
    (team,), whole = read(world).teams, read(world).whole
    assert (whole.recorded, whole.waiting, whole.confirmed) == (laptop.seq, 2, here)
    assert (whole.states, whole.doses, whole.unaccounted) == ({"counted": 3, "voided": 1}, 4, 0)
    assert team.tally == whole and whole.waiting_since_s == NOW_S
    assert (team.today, team.app_version) == (3, "0.0.0")


def test_a_late_record_changes_the_day_on_which_it_was_given(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Early"), 28, month=6)
    world.push_all(laptop)
    assert dict(read(world).days)[date(2021, 6, 28)] == 1
    laptop.give(laptop.register("Late"), 28, month=6)
    world.push_all(laptop)
    seen = read(world)
    assert dict(seen.days)[date(2021, 6, 28)] == 2
    assert (len(seen.days), seen.days[-1]) == (14, (TODAY, 0))


def test_who_needs_a_call_comes_first(world: World) -> None:
    names = ("heard", "red", "amber", "never")
    for at, name in enumerate(names):
        world.laptop(b"epoch-%02d" % at, name=name)
    with world.store.writing() as connection:
        for no, ago_s in ((1, 60), (2, RED_S + 9), (3, AMBER_S + 9)):
            heard_from(connection, no, NOW_S - ago_s)
    seen = read(world)
    assert [team.device.name for team in seen.teams] == ["red", "amber", "never", "heard"]
    assert seen.silences == {Silence.HEARD: 1, Silence.RED: 1, Silence.AMBER: 1, Silence.NEVER: 1}


def test_many_teams_are_told_page_by_page_and_summed_over_all(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview, "TEAMS_A_PAGE", 2)
    for at in range(3):
        world.push_all(world.laptop(b"epoch-%02d" % at, name=f"Team {at}"))
    first, last = read(world), read(world, 99)
    assert (len(first.teams), len(last.teams), last.page, last.pages) == (2, 1, 2, 2)
    assert first.whole == last.whole != Tally()


def test_what_is_stored_but_not_folded_is_no_loss(world: World) -> None:
    laptop = world.laptop()
    world.take(laptop, *laptop.pages())
    assert read(world).behind == 1


def test_the_teams_asked_for_are_shown_and_the_sums_stay_those_of_all(world: World) -> None:
    for at, region in enumerate(("north", "south", "south")):
        laptop = world.laptop(b"epoch-%02d" % at, name=f"Team {at}", region=region)
        world.push_all(laptop)
    laptop.give(laptop.register("Not sent"), 29, month=6)
    world.push(laptop, heads=(laptop.head,))
    with world.store.writing() as connection:
        heard_from(connection, 1, NOW_S - RED_S - 9)

    def names(which: TeamFilter) -> list[str]:
        with world.store.reading() as connection:
            seen = read_overview(connection, NOW_S, TODAY, 1, which)
        assert (seen.whole, seen.regions) == (read(world).whole, ("north", "south"))
        assert seen.found == len(seen.teams)
        return [team.device.name for team in seen.teams]

    assert names(TeamFilter(region="south")) == ["Team 1", "Team 2"]
    assert names(TeamFilter(silences=SILENT)) == ["Team 0"]
    assert names(TeamFilter(name="TEAM 2")) == ["Team 2"]
    assert names(TeamFilter(waiting=True)) == ["Team 2"]
    assert names(TeamFilter(region="nowhere")) == []


def test_many_teams_ask_no_more_of_the_database_than_one(world: World) -> None:
    def asked() -> int:
        with world.store.reading() as connection, counted(connection.engine) as sent:
            read_overview(connection, NOW_S, TODAY)
        return sent.total()

    world.push_all(world.laptop())
    alone = asked()
    for at in range(4):
        world.push_all(world.laptop(b"epoch-%02d" % at, name=f"Team {at}"))
    assert asked() == alone < 20
