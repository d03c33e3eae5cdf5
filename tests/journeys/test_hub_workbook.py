"""A boat's laptop is broken in the morning, before it wrote anything for its team: the supervisor
writes the workbook at the hub, the team fills it in, the laptop that replaces the broken one and a
neighbour's both take the same file, and the hub counts each dose once.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from fieldapp.actions.enrol import enrol
from fieldapp.actions.practice import practice_on
from fieldapp.actions.sync_now import sync_now
from fieldapp.actions.workbook.strangers import DOUBLE
from fieldapp.actions.workbook.take_back import carry_out, plan
from fieldapp.hub.cases.kinds import Way
from fieldapp.hub.devices import revoke
from fieldapp.hub.enrolment import add_team
from fieldapp.hub.web.access import Role
from fieldapp.journal import doses, stock
from fieldapp.journal.roster import find
from fieldapp.journal.verify import verify
from tests.actions.workbook.made_up import cells, fill
from tests.hub.booking.desk import book
from tests.hub.cases.made import case_of, cases, judge
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.hub.web.pages_process import PagesHub, pages_hub
from tests.hub.workbook.boats import BOAT, LI, LOT, OTHER, PIER, WANG, boat, day_of_seats
from tests.journal.laptop import NURSE, FakeClock, Laptop
from tests.journeys.supervisor import Supervisor
from tests.journeys.test_supervisor import (
    DESK,
    browser,  # noqa: F401  a fixture
    signed_in,
)
from tests.journeys.test_supervisor import (
    pytestmark as needs_chromium,
)
from tests.office import needs_office, saved_by_office

pytestmark = [needs_chromium, needs_office]
GIVEN = {"status": "Given", "lot": f"BIBP {LOT} exp 2022-01-08", "site": "Left arm"}
GUEST = {"name": "Anna Test", "kind": "Passport", "document": "C0000009", "born": 1990}
PATIENCE_S, PAUSE_S = 40, 0.5


@dataclass
class Port:
    """The hub, and two laptops that work."""

    hub: PagesHub
    spare: Laptop
    neighbour: Laptop

    def syncs(self, laptop: Laptop) -> None:
        """Until nothing waits."""
        sync_now(laptop.open(), laptop.clock)
        laptop.close()

    def counts(self) -> dict[str, int]:
        """The hub's equation."""
        world = self.hub.world
        world.fold()
        return world.numbers()


def morning(world: World) -> None:
    """Until today: the boat's people are at the hub, somebody new has a seat, the laptop broke."""
    boat(world)
    book(world.store, day_of_seats(world.store), 9, now_s=NOW_S - 86_400)


def a_laptop(hub: PagesHub, home: Path, team: str) -> Laptop:
    """It joined, and knows the people of its region."""
    code = add_team(hub.store.folder, team, "boat", "north", now_s=hub.now_s)
    laptop = Laptop(home, FakeClock(datetime.fromtimestamp(hub.now_s, UTC)))
    laptop.set_up()
    journal = laptop.open()
    enrol(journal, hub.url, code, None, laptop.clock)
    for _ in range(int(PATIENCE_S / PAUSE_S)):
        sync_now(journal, laptop.clock)
        if {WANG, LI} <= {entry.person.name for entry in find.everybody(journal)}:
            break
        time.sleep(PAUSE_S)
    else:
        raise AssertionError("the roster never came")
    laptop.close()
    return laptop


@pytest.fixture
def port(tmp_path: Path) -> Iterator[Port]:
    with pages_hub(tmp_path / "hub", before=morning) as hub:
        revoke(hub.store.folder, 1, now_s=hub.now_s)
        spare, neighbour = (a_laptop(hub, tmp_path / team, team) for team in (BOAT, OTHER))
        yield Port(hub, spare, neighbour)


def written_by_the_supervisor(port: Port, browser: Browser, folder: Path) -> Path:  # noqa: F811  the fixture above
    """From the list of operations to the file, as anybody would."""
    page = signed_in(browser, port.hub, Role.SUPERVISOR, DESK)
    she = Supervisor(page, folder)
    page.goto(f"{port.hub.url}/operations")
    with she.step("looks what stands in it"):
        she.follow("Workbook")
        she.choose("Team", f"{BOAT} (1), north")
        she.fill("Place", PIER)
        she.push("Look what stands in it")
    told = page.locator(".tiles .card")
    expect(told).to_contain_text(["Due that day or soon2", "Booked, and not among them1", "20"])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    with she.step("writes it"), page.expect_download() as taken:
        she.push("Write the workbook")
    file = folder / taken.value.suggested_filename
    taken.value.save_as(file)
    page.context.close()
    return file


def test_a_broken_laptops_session_goes_on_and_is_counted_once(
    port: Port,
    browser: Browser,  # noqa: F811  the fixture above
    tmp_path: Path,
) -> None:
    book_ = written_by_the_supervisor(port, browser, tmp_path)
    assert [cells(book_, row)["name"] for row in (1, 2, 3)] == [LI, WANG, None]
    assert "Booked 09:00" in cells(book_, 3)["history"]
    filled = saved_by_office(fill(book_, {1: GIVEN, 2: GIVEN, 3: {**GUEST, **GIVEN}}))

    taken_by_the_spare(port, filled)
    assert port.counts()["counted"] == 6
    taken_by_the_neighbour_who_has_not_synced(port, filled)
    assert port.counts()["contested"] == 6
    decided(port.hub.world)
    numbers = port.counts()
    assert (numbers["counted"], numbers.get("contested", 0), numbers["voided"]) == (6, 0, 3)


def taken_by_the_spare(port: Port, file: Path) -> None:
    """The laptop in place of the broken one: once, however often the file is brought."""
    journal = port.spare.open()
    practice = practice_on(journal, port.spare.clock)
    done = plan(practice, file)
    assert (done.doses, done.refusals, done.asked) == (3, (), frozenset())
    assert carry_out(practice, file, done, user=NURSE.login).doses == 3
    again = plan(practice, file)
    assert (again.doses, again.seen.already_here) == (0, 3)
    given = [one.event for one in doses.all_records(journal)]
    assert {one.session for one in given} == {f"{BOAT} · {PIER} · 2021-06-30"}
    assert not stock.balances(journal), "the vials were not this laptop's"
    assert not verify(journal).problems
    port.spare.close()
    port.syncs(port.spare)


def taken_by_the_neighbour_who_has_not_synced(port: Port, file: Path) -> None:
    """Nothing tells it that the rows were taken: the hub has to."""
    journal = port.neighbour.open()
    practice = practice_on(journal, port.neighbour.clock)
    done = plan(practice, file)
    assert carry_out(practice, file, done, user=NURSE.login).doses == 3
    port.neighbour.close()
    port.syncs(port.neighbour)


def decided(world: World) -> None:
    """One dose each, by the supervisor."""
    lines = cases(world)
    assert len(lines) == 3
    for line in lines:
        case = case_of(world, line.id)
        judge(world, case, Way.ONE_DOSE, case.one)


def test_a_laptop_that_heard_of_the_doses_asks_before_it_takes_the_file(
    port: Port, tmp_path: Path
) -> None:
    hub = port.hub.signed_in(Role.SUPERVISOR)
    asked = {"team": "1", "place": PIER, "day": "2021-06-30"}
    path = tmp_path / "book.xlsx"
    path.write_bytes(hub.get("/operations/workbook.xlsx", **asked).page.content)
    fill(path, {1: GIVEN, 2: GIVEN})
    journal = port.spare.open()
    practice = practice_on(journal, port.spare.clock)
    carry_out(practice, path, plan(practice, path), user=NURSE.login)
    port.spare.close()
    port.syncs(port.spare)
    journal = port.neighbour.open()
    for _ in range(int(PATIENCE_S / PAUSE_S)):
        sync_now(journal, port.neighbour.clock)
        if sum(len(entry.person.doses) for entry in find.everybody(journal)) == 5:
            break
        time.sleep(PAUSE_S)
    done = plan(practice_on(journal, port.neighbour.clock), path)
    assert (done.doses, [one.asks for one in done.seen.held]) == (0, [DOUBLE, DOUBLE])
    port.neighbour.close()
