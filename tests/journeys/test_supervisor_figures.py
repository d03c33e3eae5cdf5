"""A supervisor's figures in Chromium: denominators, coverage over 80 %, the daily report on paper,
the seventieth operation of a boat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from fieldapp.hub.daily.publishing import publish
from fieldapp.hub.web.access import Role
from fieldapp.wire.dates import to_day
from tests.hub.daily.test_counting import member
from tests.hub.daily.test_report import DAY
from tests.hub.fake_laptop import dose
from tests.hub.operating.test_folding import LABEL, closed, opened
from tests.hub.web.pages_process import PagesHub, pages_hub
from tests.journeys.test_supervisor import (
    CHROMIUM,
    DESK,
    NAMELESS,
    OVER_THE_EDGE,
    SMALL,
    browser,
    signed_in,
)

__all__ = ["browser"]
NARROW = {"width": 360, "height": 740}
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="chromium is missing: `apt-get install chromium` shows the pages"
)


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesHub]:
    """Health workers vaccinated by a boat; a day that was published, and a dose that came late."""
    with pages_hub(tmp_path_factory.mktemp("figures") / "hub") as running:
        world = running.world
        laptop = world.laptop(name="Weishan team")
        opened(laptop)
        for at in range(17):
            who = member(laptop, f"Test {at}", group="grp-health", home="370826")
            given = dose(who, 14, month=6)
            laptop.add(replace(given, session=LABEL))
        closed(laptop)
        world.push_all(laptop)
        with running.store.writing() as connection:
            publish(connection, to_day(DAY) or 0, running.now_s)
        laptop.give(member(laptop, "Test Late", group="grp-lake", home="370826"), 14, month=6)
        world.push_all(laptop)
        yield running


@pytest.fixture
def page(browser: Browser, hub: PagesHub) -> Iterator[Page]:
    """A supervisor's tab."""
    tab = signed_in(browser, hub, Role.SUPERVISOR, DESK)
    yield tab
    tab.context.close()


def test_a_denominator_is_entered_and_health_workers_are_over_eighty_percent(
    hub: PagesHub, page: Page
) -> None:
    page.goto(hub.url)
    page.get_by_role("link", name="Coverage").click()
    expect(page.get_by_role("heading", name="No group or area over 80 % yet")).to_be_visible()
    page.get_by_role("link", name="Denominators").click()
    page.get_by_label("Group or area").select_option(label="Health workers")
    page.get_by_label("Number of people").fill("20")
    page.get_by_label("For the day").fill("2021-06-01")
    page.get_by_label("Source").fill("County health bureau, staff list of June")
    page.get_by_role("button", name="Enter").click()
    expect(page.locator("tbody")).to_contain_text("County health bureau")
    page.get_by_role("link", name="To the coverage").click()
    expect(page.locator(".banner")).to_contain_text("Health workers 85.0 %")
    expect(page.get_by_role("row").filter(has_text="Health workers")).to_contain_text("over 80 %")


def test_the_daily_report_is_restated_and_printed_with_its_chart(
    hub: PagesHub, page: Page, tmp_path: Path
) -> None:
    page.goto(f"{hub.url}/daily")
    page.get_by_label("Day", exact=True).fill("2021-06-14")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".banner")).to_contain_text("Today known: 18 (+1 late)")
    expect(page.locator("svg.chart .came-late")).to_have_count(1)
    page.pdf(path=tmp_path / "report.pdf", prefer_css_page_size=True)
    sheets = PdfReader(tmp_path / "report.pdf").pages
    text = " ".join(sheet.extract_text() for sheet in sheets)
    assert "Daily report of" in text and "Health workers" in text and "came late" in text
    assert "Sign out" not in text and "CSV" not in text and "Day before" not in text
    with page.expect_download() as taken:
        page.get_by_role("link", name="Excel").click()
    assert taken.value.suggested_filename == "daily-report-2021-06-30.xlsx"


def test_the_seventieth_operation_is_found_and_read(hub: PagesHub, page: Page) -> None:
    page.goto(f"{hub.url}/operations")
    page.get_by_role("link", name="70th of Weishan boat 3").click()
    expect(page.get_by_role("heading", name="70th of Weishan boat 3")).to_be_visible()
    expect(page.locator("dl")).to_contain_text("Lu Qing")
    expect(page.locator(".banner")).to_contain_text("93 dose records lacking")


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.READER])
def test_the_figures_fit_a_narrow_telephone(
    hub: PagesHub,
    browser: Browser,
    role: Role,
) -> None:
    tab = signed_in(browser, hub, role, NARROW)
    for path in (
        "/daily?day=2021-06-14",
        "/coverage",
        "/operations",
        f"/operations/1?label={LABEL}",
    ):
        tab.goto(hub.url + path)
        assert tab.evaluate(OVER_THE_EDGE) <= 0, path
        assert tab.evaluate(NAMELESS) == [], path
        assert tab.evaluate(SMALL) == [], path
        assert tab.locator("h1").count() == 1, path
    tab.context.close()
