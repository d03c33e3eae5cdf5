"""Dose 1 in one region, dose 2 in another that has no roster of it: the pocket registry knows.

The hub and each team's laptop are processes of their own; the registry came over the line or by a
stick, and is read with the hub off the air.
"""

from __future__ import annotations

from tests.journeys.country import LIN, WANG, Country, reads_day_30
from tests.journeys.town import id_card

STRANGER = ("Test Bo", id_card(77))


def test_the_registry_tells_of_day_30_and_dose_2_makes_one_person_whole(country: Country) -> None:
    boat, hub = country.boat, country.hub
    hub.command("registry", "write")
    hub.start()
    boat.run("sync")  # brings the lease: without it the file says nothing
    assert boat.asks("registry", "pull")["edition"] == 1
    hub.kill()
    with boat.windows() as windows:
        windows.open_operation()
        windows.writes_down(*WANG)
        windows.reads("from the pocket registry", "Give dose 2")
        reads_day_30(windows)
        windows.record()
        hub.start()
        windows.sync()
    country.assert_whole()
    country.assert_team_a_need_not_call()


def test_the_same_file_by_stick_a_stranger_is_told_as_such_and_a_lease_that_ends_shuts_it(
    country: Country,
) -> None:
    boat, hub, stick = country.boat, country.hub, country.folder / "registry.vxp"
    hub.command("registry", "write", "--out", stick)
    hub.start()
    boat.run("sync")  # its last line to the hub: it brings the lease
    hub.kill()
    assert boat.asks("registry", "read", stick)["edition"] == 1
    with boat.windows() as windows:
        windows.writes_down(*WANG)
        windows.reads("Give dose 2")
        reads_day_30(windows)
        windows.writes_down(*STRANGER)
        windows.reads("from the pocket registry", "Give dose 1")
    with boat.windows(days_later=15) as windows:
        windows.writes_down(*LIN)
        windows.reads("History: unknown here. Ask: any dose before, anywhere?", "Give dose 1")
