"""The ground of the journeys to a second dose: one hub, three teams in two regions, no windows yet.

Team A gave two people their first dose and told the hub of it. The two other teams looked at the
hub before that, so none of them knows. Made once, by real commands; every journey gets a copy.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.journeys.real_laptop import RealLaptop, Windows
from tests.journeys.town import id_card
from tests.patience import wait_for
from tests.sync.real_hub import RealHub

WANG = ("王海波", id_card(21))
"""Had dose 1 thirty days ago."""
LIN = ("林秀英", id_card(42, "19620903"))
"""Had dose 1 five days ago."""
TEAM_A = "Beijing 1"


@dataclass(frozen=True)
class Country:
    """All of it lies in one folder; the hub is not running until somebody starts it."""

    folder: Path
    hub: RealHub

    @property
    def beijing(self) -> RealLaptop:
        """Team A."""
        return RealLaptop(self.folder / "beijing")

    @property
    def same_region(self) -> RealLaptop:
        """Another team of team A's region."""
        return RealLaptop(self.folder / "beijing-2")

    @property
    def boat(self) -> RealLaptop:
        """A team of another region."""
        return RealLaptop(self.folder / "boat")

    def copy(self, to: Path) -> Country:
        """The same once more; its hub listens where the laptops know it."""
        shutil.copytree(self.folder, to)
        return Country(to, RealHub(to / "hub", self.hub.port))

    def assert_whole(self) -> None:
        """The hub knows two people, counts every dose, and expects nobody for a next one: Wang has
        both doses, and Lin's second is far away."""
        state = json.loads(self.hub.command("status", "--json"))
        found = {key: state[key] for key in ("clients", "contested", "quarantined")}
        assert found == {"clients": 2, "contested": 0, "quarantined": 0}
        assert json.loads(self.hub.command("demand", "--json")) == []

    def assert_team_a_need_not_call(self) -> None:
        """Nobody is on team A's call list any more, once it has heard."""
        wait_for(lambda: bool(self.beijing.run("sync")) and self.beijing.has_to_call() == [])


def make(folder: Path) -> Country:
    country = Country(folder, RealHub(folder / "hub"))
    country.hub.start()
    try:
        _join_all(country)
        country.beijing.gave_dose_1((*WANG, 30), (*LIN, 5))
        country.beijing.run("sync")
    finally:
        country.hub.kill()
    return country


def _join_all(country: Country) -> None:
    country.beijing.join(country.hub, TEAM_A, "beijing")
    country.beijing.run("sync")  # from now on its cards can be proven
    country.same_region.join(country.hub, "Beijing 2", "beijing")
    country.same_region.run("sync")
    country.boat.join(country.hub, "Boat 3", "nanyang")
    country.boat.run("sync")


def reads_day_30(windows: Windows) -> None:
    """Wang's day is on the screen: the 30th, or the next one if midnight came since `make`."""
    told = [f"Day {day} of 21–56 after the last dose." for day in (30, 31)]
    wait_for(lambda: any(words in windows.words() for words in told))
