"""No card, no roster, no registry: the dose is recorded all the same, and the hub puts it right.

The hub and both teams' laptops are processes of their own; the second team works off the air.
"""

from __future__ import annotations

from tests.journeys.country import LIN, WANG, Country
from tests.journeys.real_laptop import Windows
from tests.patience import wait_for

UNKNOWN = "History: unknown here. Ask: any dose before, anywhere?"
FOUND = "A dose too early: Ctrl H"


def test_a_dose_without_any_source_is_recorded_and_both_teams_are_told_what_the_hub_finds(
    country: Country,
) -> None:
    with country.same_region.windows() as windows:
        windows.open_operation()
        for person in (WANG, LIN):
            windows.writes_down(*person)
            windows.reads(UNKNOWN, "Give dose 1")
            windows.record()
        country.hub.start()
        wait_for(lambda: is_told(windows))
        opens_the_records(windows)
    country.assert_team_a_need_not_call()
    with country.beijing.windows() as windows:
        windows.scan(LIN[1])
        windows.reads(FOUND)
        opens_the_records(windows)
        windows.go_to(1)
        windows.scan(WANG[1])
        windows.sees_person(WANG[0])
        windows.reads("The course is complete")
        assert FOUND not in windows.words()


def is_told(windows: Windows) -> bool:
    """Whether a sync has brought what the hub found about Lin."""
    windows.sync()
    windows.scan(LIN[1])
    windows.sees_person(LIN[0])
    return FOUND in windows.words()


def opens_the_records(windows: Windows) -> None:
    windows.key("H", ctrl=True)
    windows.reads("A dose was given too early: the supervisor decides whether it counts.")
