"""An expatriate books, looks and cancels in Chromium with scripts switched off, on a telephone; a
supervisor opens the session before, and prints the sheet after."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from fieldapp.hub.web.access import Role
from tests.hub.booking.desk import book, open_day, taken
from tests.hub.web.pages_process import PagesHub, pages_hub
from tests.journeys.test_supervisor import (
    DESK,
    NAMELESS,
    OVER_THE_EDGE,
    SMALL,
    browser,  # noqa: F401  a fixture
    pytestmark,  # noqa: F401  skips where Chromium is missing
    signed_in,
)

NARROW = {"width": 360, "height": 740}
LANGUAGES = {"en-GB": "en", "zh-CN": "zh-CN"}


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesHub]:
    """A hub that offers nothing yet."""
    with pages_hub(tmp_path_factory.mktemp("booking") / "hub") as running:
        yield running


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:  # noqa: F811  the fixture, not the import
    """A narrow telephone that runs no script."""
    context = browser.new_context(viewport=NARROW, locale="en-GB", java_script_enabled=False)  # type: ignore[arg-type]  # a plain dict with both keys
    yield context.new_page()
    context.close()


def open_for_booking(page: Page, hub: PagesHub) -> None:
    """A supervisor's two forms."""
    page.goto(f"{hub.url}/bookings")
    page.get_by_role("link", name="Open a place").click()
    page.get_by_label("Name, in English").fill("Harbour clinic")
    page.get_by_label("Name, in Chinese").fill("海港接种点")
    page.get_by_label("Address, in English").fill("1 Harbour Road, east gate")
    page.get_by_label("Address, in Chinese").fill("海港路1号东门")
    page.get_by_role("button", name="Open a place").click()
    page.get_by_role("link", name="Open a session").click()
    page.get_by_label("Vaccination").select_option(label="China, COVID-19")
    page.get_by_label("Day", exact=True).fill("2021-07-05")
    page.get_by_role("button", name="Open a session").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Harbour clinic, Monday, 5 Jul 2021")


def test_from_the_supervisors_form_to_the_sheet_for_the_team(
    hub: PagesHub,
    phone: Page,
    browser: Browser,  # noqa: F811  the fixture, not the import
    tmp_path: Path,
) -> None:
    from pypdf import PdfReader

    desk = signed_in(browser, hub, Role.SUPERVISOR, DESK)
    open_for_booking(desk, hub)
    phone.goto(f"{hub.url}/book")
    phone.get_by_role("link", name="Harbour clinic").click()
    phone.get_by_role("link", name="Monday, 5 Jul 2021").click()
    phone.get_by_label("09:20–09:40").check()
    phone.get_by_label("Passport", exact=True).check()
    phone.get_by_label("Its number").fill("c 0123 4567")
    phone.get_by_label("With a passport").select_option(label="Germany")
    phone.get_by_label("No", exact=True).check()
    expect(phone.get_by_text("pay 100 yuan for each dose")).to_be_visible()
    phone.get_by_role("button", name="Book this time").click()
    expect(phone.get_by_role("heading", level=2, name="Booked")).to_be_visible()
    code = phone.locator("code.code").inner_text()
    expect(phone.get_by_role("img", name="The same code")).to_be_visible()
    phone.pdf(path=tmp_path / "slip.pdf", prefer_css_page_size=True)
    (sheet_of_paper,) = PdfReader(tmp_path / "slip.pdf").pages
    assert sheet_of_paper.mediabox.height > sheet_of_paper.mediabox.width
    slip = sheet_of_paper.extract_text()
    assert "Booked" in slip and "Harbour clinic" in slip and "Look up" not in slip
    desk.reload()
    expect(desk.get_by_role("row").filter(has_text=code)).to_contain_text("Passport, Germany")
    desk.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
    sheet = "".join(page.extract_text() for page in PdfReader(tmp_path / "sheet.pdf").pages)
    assert "Germany" in sheet and "Harbour clinic" in sheet and "Call the session" not in sheet
    desk.context.close()
    cancelled(phone, code)


def cancelled(phone: Page, code: str) -> None:
    """Look it up, in Chinese, and give it back."""
    phone.get_by_role("link", name="Look up or cancel").click()
    phone.get_by_role("link", name="简体中文").click()
    phone.get_by_label("预约码").fill(code.lower().replace("-", " "))
    phone.get_by_label("预约时所用证件的号码").fill("C01234567")
    phone.get_by_role("button", name="查看预约").click()
    expect(phone.get_by_role("heading", name="您的名额已保留")).to_be_visible()
    phone.get_by_label("我不能前来").check()
    phone.get_by_role("button", name="取消此预约").click()
    expect(phone.get_by_role("heading", name="此预约已不保留名额")).to_be_visible()


def test_it_is_booked_by_keyboard_alone(hub: PagesHub, phone: Page) -> None:
    session = open_day(hub.store)
    phone.goto(f"{hub.url}/book/sessions/{session.no}")
    phone.locator("input[name=slot]").first.focus()
    phone.keyboard.press("Space")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Space")  # the first kind of document: a passport
    phone.keyboard.press("Tab")
    phone.keyboard.type("C0000009")
    phone.keyboard.press("Tab")
    phone.keyboard.type("Germany")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Space")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", level=2, name="Booked")).to_be_visible()
    assert taken(hub.store, session) == [1, 0, 0]


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_page_fits_a_telephone_and_has_names_for_everything(
    hub: PagesHub,
    browser: Browser,  # noqa: F811  the fixture, not the import
    locale: str,
) -> None:
    session = open_day(hub.store)
    for person in (1, 2):
        book(hub.store, session, person)
    context = browser.new_context(viewport=NARROW, locale=locale)  # type: ignore[arg-type]  # a plain dict with both keys
    token = hub.signed_in(Role.SUPERVISOR).http.cookies["fieldapp"]
    context.add_cookies([{"name": "fieldapp", "value": token, "url": hub.url}])
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    for path in (
        "/book", f"/book/places/{session.place.no}", f"/book/sessions/{session.no}", "/book/look",
        "/bookings", "/bookings/places/new", "/bookings/sessions/new",
        f"/bookings/sessions/{session.no}",
    ):  # fmt: skip
        page.goto(hub.url + path)
        assert page.evaluate(OVER_THE_EDGE) <= 0, path
        assert page.evaluate(NAMELESS) == [], path
        assert page.evaluate(SMALL) == [], path
        assert page.locator("h1").count() == 1, path
        assert page.locator("html").get_attribute("lang") == LANGUAGES[locale]
        assert page.locator("script").count() == 0, path
    assert errors == [], "the browser kept something out, or missed it"
    context.close()
