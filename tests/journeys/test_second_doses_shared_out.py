"""A supervisor shares a short supply out in Chromium: sees what lacks, changes, decides, prints;
then looks up whom to call."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from fieldapp.domain.client import ClientDetails
from fieldapp.hub.web.access import Role
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.facts import CallMade
from tests.hub.messages.clinic import BIBP, BORN
from tests.hub.web.pages_process import PagesHub, pages_hub
from tests.journeys.test_supervisor import (
    DESK,
    NAMELESS,
    OVER_THE_EDGE,
    PHONE,
    SMALL,
    browser,  # noqa: F401  a fixture
    pytestmark,  # noqa: F401  where there is no Chromium
    signed_in,
)

HERE = f"/allocation/product/{BIBP}"


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesHub]:
    """Two teams whose people are due this week and in the next two; one was called."""
    with pages_hub(tmp_path_factory.mktemp("shared") / "hub") as running:
        world = running.world
        teams = (("北港", "北港接种船", 20), ("Weishan", "Boat Haiyun 6", 10))
        for at, (region, name, people) in enumerate(teams):
            laptop = world.laptop(b"epoch-0%d" % at, name=name, region=region)
            for number in range(people):
                phone = f"+86139{at}{number:07}"
                details = ClientDetails(f"Test {at} {number}", birth_date=BORN, phone=phone)
                seq = laptop.add(to_fact(details))
                laptop.give(seq, (1, 9, 16)[number % 3], month=6, vaccine=BIBP)
                if number % 4 == 0:
                    laptop.add(CallMade(seq, BIBP, 2, "no-answer", phone=phone))
            world.push_all(laptop)
        yield running


def test_a_short_supply_is_shared_out_and_decided(
    hub: PagesHub,
    browser: Browser,  # noqa: F811  the fixture above
    tmp_path: Path,
) -> None:
    page = signed_in(browser, hub, Role.SUPERVISOR, DESK)
    page.goto(f"{hub.url}/overview")
    page.get_by_role("link", name="Second dose").click()
    page.get_by_role("link", name="Allocation", exact=True).click()
    page.get_by_role("link", name="Supply and proposal").click()
    _enter(page, ["15", "5", "20"])
    expect(page.locator("body")).to_contain_text("to hand:")
    page.get_by_label("Week 26", exact=True).fill("1o")  # a slip of the finger is named
    page.get_by_role("button", name="Enter the supply").click()
    expect(page.get_by_role("alert")).to_contain_text("“1o” is not a whole number")
    _enter(page, ["40", "5", "20"])
    expect(page.get_by_role("heading", name="Every second dose that falls due")).to_be_visible()
    page.get_by_label("北港, week 26: First doses").fill("900")
    page.get_by_role("button", name="Check the sums").click()
    expect(page.get_by_role("alert")).to_contain_text("too many")
    page.get_by_label("北港, week 26: First doses").fill("0")
    page.get_by_label("Reason").fill("the ferry goes once a week")
    page.get_by_role("button", name="Save as decision").click()
    expect(page.locator(".chip", has_text="stands")).to_be_visible()
    expect(page.locator("body")).to_contain_text("the ferry goes once a week")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Excel").click()
    taken.value.save_as(tmp_path / "allocation.xlsx")
    assert (tmp_path / "allocation.xlsx").read_bytes().startswith(b"PK")
    _printed(page, tmp_path)
    page.context.close()


def _enter(page: Page, doses: list[str]) -> None:
    for week, text in enumerate(doses, start=26):
        page.get_by_label(f"Week {week}", exact=True).fill(text)
    page.get_by_role("button", name="Enter the supply").click()


def _printed(page: Page, folder: Path) -> None:
    from pypdf import PdfReader

    page.pdf(path=folder / "decision.pdf", prefer_css_page_size=True)
    sheets = PdfReader(folder / "decision.pdf").pages
    text = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())
    assert "second doses reserved" in text and "Weishan" in text
    assert "Excel" not in text and "Sign out" not in text


def test_whom_to_call_is_found_and_taken_away(
    hub: PagesHub,
    browser: Browser,  # noqa: F811  the fixture above
) -> None:
    page = signed_in(browser, hub, Role.SUPERVISOR, DESK)
    page.goto(f"{hub.url}/due")
    row = page.get_by_role("row").filter(has_text="Boat Haiyun 6").first
    row.get_by_role("link", name="Boat Haiyun 6", exact=True).click()
    expect(page.get_by_role("row").filter(has_text="Test 1 0")).to_contain_text("no answer")
    page.get_by_label("State").select_option("overdue")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("caption")).to_have_text("0 next doses")
    with page.expect_download() as taken:
        page.get_by_role("link", name="CSV").click()
    assert taken.value.suggested_filename == "due-2021-06-30.csv"
    page.context.close()


@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
@pytest.mark.parametrize("path", ["/allocation", HERE, "/due", "/due/people"])
def test_every_page_fits_a_telephone(
    hub: PagesHub,
    browser: Browser,  # noqa: F811  the fixture above
    path: str,
    locale: str,
) -> None:
    page = signed_in(browser, hub, Role.SUPERVISOR, {**PHONE, "width": 360})
    page.goto(f"{hub.url}/language/{'zh-CN' if locale == 'zh-CN' else 'en'}?back={path}")
    page.goto(hub.url + path)
    assert page.evaluate(OVER_THE_EDGE) <= 0
    assert page.evaluate(NAMELESS) == []
    assert page.evaluate(SMALL) == []
    page.context.close()
