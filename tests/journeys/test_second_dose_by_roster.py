"""Dose 1 by one team, dose 2 by another that knows of it from the roster alone: one person, whole.

The hub and each team's laptop are processes of their own; the roster came by the line or by a
stick, and is read with the hub off the air.
"""

from __future__ import annotations

from tests.journeys.country import LIN, WANG, Country, reads_day_30
from tests.patience import wait_for


def test_the_second_team_sees_day_30_gives_dose_2_and_the_first_need_not_call(
    country: Country,
) -> None:
    (name, number), team, hub = WANG, country.same_region, country.hub
    hub.start()
    wait_for(lambda: team.asks("sync")["received"] > 0)
    hub.kill()
    with team.windows() as windows:
        windows.open_operation()
        windows.scan(number)
        windows.sees_person(name)
        windows.reads("from the roster", "Give dose 2")
        reads_day_30(windows)
        windows.record()
        hub.start()
        windows.sync()
    country.assert_whole()
    country.assert_team_a_need_not_call()


def test_the_same_by_stick_and_a_lease_that_ends_locks_the_roster(country: Country) -> None:
    team, stick = country.same_region, country.folder / "roster.vxd"
    country.hub.command("roster", "write", stick)
    assert team.asks("bundle", "read", stick)["people"] == 2
    with team.windows() as windows:
        windows.scan("wanghaibo")
        windows.reads("Who is it?", WANG[0])
        windows.scan(WANG[1])
        windows.sees_person(WANG[0])
        windows.reads("from the roster", "Give dose 2")
        reads_day_30(windows)
    with team.windows(days_later=15) as windows:
        windows.open_operation()
        windows.writes_down(*LIN)
        windows.reads("History: unknown here.", "The roster is locked since")
        windows.record()
