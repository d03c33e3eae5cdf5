"""A supervisor's whole morning in Chromium, from the home page by its menu alone: signs in, sees
who is silent, takes the log away, decides a double, recalls a lot, enters how many health workers
there are, shares doses out, and prints the daily report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from fieldapp.hub.web.access import Role
from tests.hub.messages.clinic import lines_of
from tests.hub.web.pages_process import PagesHub, pages_hub
from tests.hub.web.visitor import PASSPHRASE
from tests.journeys.district import (
    BOAT,
    DUE,
    FULLY,
    GATE,
    HARBOUR,
    HEALTH_WORKERS,
    LOT,
    NORTH,
    RECEIVED,
    TWICE,
    VEHICLE,
    WEISHAN,
    health_workers,
    made_up,
)
from tests.journeys.supervisor import Supervisor
from tests.journeys.test_supervisor import (
    browser,  # noqa: F401  a fixture
    pytestmark,  # noqa: F401  where there is no Chromium
)

WIDE = {"width": 1366, "height": 768}
THERE_ARE = 25
"""Health workers, as the county says."""
MOST_KB = 6
"""What a page may weigh: one second on a line of 50 kbit/s."""


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[PagesHub]:
    with pages_hub(tmp_path / "hub", before=made_up) as running:
        running.let_in("lu.qing", Role.SUPERVISOR)
        yield running


@pytest.fixture
def she(browser: Browser, tmp_path: Path) -> Iterator[Supervisor]:  # noqa: F811  the fixture above
    """In a tab without memory, in which scripts are switched off: none is needed for anything."""
    context = browser.new_context(viewport=WIDE, locale="en-GB", java_script_enabled=False)  # type: ignore[arg-type]  # a plain dict with both keys
    yield Supervisor(context.new_page(), tmp_path)
    context.close()


def test_a_supervisors_morning(
    hub: PagesHub, she: Supervisor, capsys: pytest.CaptureFixture[str]
) -> None:
    signs_in(she, hub)
    sees_who_is_silent(she)
    takes_the_log_away(she)
    decides_a_double_by_keys_alone(she)
    takes_it_back(she)
    recalls_a_lot(she)
    reads_the_coverage_of_health_workers(she)
    shares_doses_out(she)
    prints_the_daily_report(she)
    with capsys.disabled():
        print("", *(f"morning: {step}: {cost}" for step, cost in she.costs.items()), sep="\n")
    assert max(size for cost in she.costs.values() for size in cost.pages) < MOST_KB * 1024


def signs_in(she: Supervisor, hub: PagesHub) -> None:
    page = she.page
    with she.step("signs in"):
        page.goto(hub.url)
        she.type("lu.qing")
        she.key("Tab")
        she.type(PASSPHRASE)
        she.enter()
        expect(page.get_by_role("heading", level=1)).to_have_text("Code from your telephone")
        she.type(hub.visitor().code())
        she.enter()
        expect(page.get_by_role("heading", name="Overview", exact=True)).to_be_visible()


def sees_who_is_silent(she: Supervisor) -> None:
    page = she.page
    with she.step("sees who is silent"):
        expect(page.locator(".banner")).to_contain_text("2 teams are silent")
        rows = page.locator("tbody tr")
        expect(rows.nth(0)).to_contain_text(BOAT)
        expect(rows.nth(0).locator(".chip.stop")).to_have_text("silent over 3 days: call")
        expect(rows.nth(1)).to_contain_text(HARBOUR)
        expect(rows.nth(1).locator(".chip.wait")).to_have_text("silent over 1 day")
        she.follow(BOAT)
        expect(page.get_by_role("heading", name=f"Sync log: {BOAT}")).to_be_visible()
        expect(page.locator("tbody")).to_contain_text("18 records received, receipt signed.")


def takes_the_log_away(she: Supervisor) -> None:
    with she.step("takes the log away"):
        lines = lines_of(she.take("CSV"))
        book = load_workbook(she.take("Excel"), read_only=True)
        paper = text_of(she.take("PDF"))
    assert {line["team"] for line in lines if line["team"]} == {BOAT}
    rows = [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    assert len(rows) == len(lines) + 1
    assert BOAT in paper and "19 records known to be made = 1 waiting on laptops + 18" in paper
    everything = f"{lines} {rows} {paper}"
    assert not any(name in everything for name in health_workers()), "a log has no names"


def decides_a_double_by_keys_alone(she: Supervisor) -> None:
    page = she.page
    with she.step("decides a double, by keys alone"):
        she.tab_to("Records")
        she.enter()
        for there in ("Possible double", "Decide"):
            she.skip()
            she.tab_to(there)
            she.enter()
        expect(page.locator(".differs").filter(has_text="Team")).to_contain_text(GATE)
        she.tab_to("One dose, written twice: record A counts")
        she.key("Space")
        she.tab_to("Why, without anybody's name")
        she.type("one passport, one dose")
        she.enter()
        expect(page.locator(".banner")).to_contain_text("One dose, written twice")
        she.skip()
        she.tab_to(f"History of {TWICE}")
        she.enter()
        expect(page.locator("tr.struck")).to_have_count(1)
        expect(page.locator("tr.struck")).to_contain_text("one passport, one dose")


def takes_it_back(she: Supervisor) -> None:
    page = she.page
    with she.step("takes the decision back"):
        she.follow("Possible double")
        she.fill("Why it is taken back", "two passports after all")
        she.push("Take the decision back")
        expect(page.locator(".chip").first).to_have_text("to be decided")


def recalls_a_lot(she: Supervisor) -> None:
    page = she.page
    with she.step("recalls a lot"):
        she.follow("Supply", LOT)
        she.choose("Why", "Its quality is in doubt")
        she.fill("Notice or letter, shown on every laptop; no names of people vaccinated", "No. 4")
        she.push("Recall this lot")
        expect(page.locator(".banner.stop")).to_contain_text("Its quality is in doubt: No. 4.")
        expect(page.locator(".banner.stop")).to_contain_text("0 of 4 laptops have heard")
    for team, received in RECEIVED.items():
        given = HEALTH_WORKERS.get(team, 1)
        row = page.get_by_role("row").filter(has_text=team).first
        expect(row.locator("td").last).to_have_text(str(received - given))
    with she.step("sees who got it"):
        she.follow("Who they are")
        expect(page.locator("caption")).to_have_text("6 people, 7 dose records")
        expect(page.locator("tbody")).to_contain_text(TWICE)
        listed = lines_of(she.take("For the call-back: CSV"))
    assert len(listed) == HEALTH_WORKERS[VEHICLE] + 1
    assert all(one["phone"].startswith("+86138") for one in listed)


def reads_the_coverage_of_health_workers(she: Supervisor) -> None:
    page, covered = she.page, len(list(health_workers()))
    with she.step("enters how many health workers there are"):
        she.follow("Today", "Coverage", "Denominators")
        she.choose("Group or area", "Health workers")
        she.fill("Number of people", str(THERE_ARE))
        she.fill("For the day", "2021-06-01")
        she.fill("Source", "County health bureau, staff list of June")
        she.push("Enter")
        expect(page.locator("tbody")).to_contain_text("County health bureau")
    with she.step("reads the coverage"):
        she.follow("To the coverage")
        row = page.get_by_role("row").filter(has_text="Health workers")
        expect(row.locator("td").nth(3)).to_have_text(str(covered))
        expect(row.locator("td").nth(4)).to_contain_text(f"{100 * covered / THERE_ARE:.1f} %")
        expect(row.locator(".chip.ok")).to_have_text("over 80 %")
        markets = page.get_by_role("row").filter(has_text="supermarkets")
        expect(markets.locator("td").nth(5)).to_have_text(str(FULLY))


def shares_doses_out(she: Supervisor) -> None:
    page = she.page
    with she.step("enters the supply"):
        she.follow("Second dose", "Allocation", "Supply and proposal")
        for week, doses in ((26, 20), (27, 10), (28, 30)):
            she.fill(f"Week {week}", str(doses))
        she.push("Enter the supply")
        tiles = page.locator(".tiles .card")
        for apart in ("second doses reserved", "held, for second doses", "first doses"):
            expect(tiles.filter(has_text=re.compile(rf"^\s*\d+\s*{apart}"))).to_have_count(1)
        expect(page.locator("tr.group").filter(has_text=WEISHAN)).to_contain_text(" held = ")
    with she.step("changes it and decides"):
        she.fill(f"{NORTH}, week 28: First doses", "4")
        she.fill("Reason; no names of people vaccinated", "the ferry goes once a week")
        she.push("Save as decision")
        expect(page.locator(".chip", has_text="stands")).to_be_visible()
    with she.step("takes the allocation away"):
        book = load_workbook(she.take("Excel"), read_only=True)
        rows = list(book.worksheets[0].iter_rows(values_only=True))
    places = {str(cell) for row in rows for cell in row}
    assert set(DUE) <= places


def prints_the_daily_report(she: Supervisor) -> None:
    page = she.page
    with she.step("prints yesterday's report"):
        she.follow("Today", "Daily report", "Day before")
        expect(page.locator(".banner")).to_contain_text("Today known: 8 (+1 late)")
        printed = text_of(she.print("daily"))
    assert "Daily report of 29 Jun 2021" in printed and "came late" in printed
    assert "Health workers" in printed and "Today known: 8 (+1 late)" in printed
    assert not any(word in printed for word in ("Sign out", "CSV", "Day before", "Bookings"))


def text_of(paper: Path) -> str:
    """All that stands on it."""
    text = " ".join(one.extract_text() for one in PdfReader(paper).pages)
    return " ".join(text.replace("\0", "").split())
