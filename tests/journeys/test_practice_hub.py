"""The pages of a hub for practice, in Chromium: nobody takes them for the real ones, neither on the
screen nor on paper, in either language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from fieldapp.domain.made_up import MADE_UP
from fieldapp.hub.enrolment import make_code
from fieldapp.hub.web.access import Permission, Role, allows
from fieldapp.hub.web.serving import PAGES
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.hub.web.pages_process import PagesHub, pages_hub
from tests.journeys.test_supervisor import (
    DESK,
    OVER_THE_EDGE,
    PHONE,
    browser,
    signed_in,
)
from tests.journeys.test_supervisor import pytestmark as needs_chromium

__all__ = ["browser"]
pytestmark = needs_chromium
BAND = "PRACTICE · made-up people · nothing of this is real"
IN_CHINESE = "练习 · 虚构人员 · 一切都不是真的"


def practise(world: World) -> None:
    """More people than a sheet has lines."""
    with world.store.writing() as connection:
        make_code(connection, "Test team", MADE_UP, "north", now_s=NOW_S)
    laptop = world.laptop(name="Test team", kind=MADE_UP)
    for number in range(45):
        laptop.give(laptop.register(f"Test {number}"), 29, month=6)
    world.push_all(laptop)


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesHub]:
    """A hub whose team practises."""
    with pages_hub(tmp_path_factory.mktemp("practice") / "hub", before=practise) as running:
        yield running


def opened_by(role: Role) -> list[str]:
    """Every page with an address of its own that is there for this role."""
    return [
        page.path
        for page in PAGES
        if page.method == "GET" and "{" not in page.path
        and page.needs is not Permission.SIGNING_IN
        and (page.needs is Permission.PUBLIC or allows(role, page.needs))
    ]  # fmt: skip


@pytest.mark.parametrize("role", Role)
def test_every_page_says_so_before_anything_else(hub: PagesHub, role: Role) -> None:
    visitor, pages = hub.signed_in(role), opened_by(role)
    assert len(pages) > 10
    for path in pages:
        shown = visitor.get(path)
        if "text/html" in shown.page.headers["Content-Type"]:
            assert shown.text.startswith(f"Skip to the content {BAND} "), path
    assert visitor.get("/nowhere").text.startswith(f"Skip to the content {BAND} ")
    assert hub.visitor().get("/sign-in").text.startswith(f"Skip to the content {BAND} ")


def sheets_of(pdf: bytes) -> list[str]:
    """What stands on each sheet of a file."""
    return [sheet.extract_text().replace("\0", "") for sheet in PdfReader(BytesIO(pdf)).pages]


def test_a_real_hub_says_nothing_of_practice(tmp_path: Path) -> None:
    with pages_hub(tmp_path / "hub", before=lambda world: world.laptop()) as real:
        supervisor = real.signed_in(Role.SUPERVISOR)
        shown = supervisor.get("/overview").page.text
        (sheet,) = sheets_of(supervisor.get("/sync-log/sync-log.pdf").page.content)
    assert "PRACTICE" not in shown + sheet


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_the_band_stays_in_sight_however_far_one_scrolls(
    hub: PagesHub, browser: Browser, size: dict[str, int]
) -> None:
    page = signed_in(browser, hub, Role.SUPERVISOR, size)
    page.goto(f"{hub.url}/doses")
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    assert page.evaluate("() => scrollY") > 0
    band = page.get_by_role("note").filter(has_text=BAND)
    expect(band).to_be_in_viewport(ratio=1)
    assert page.evaluate(OVER_THE_EDGE) <= 0
    page.goto(f"{hub.url}/language/zh-CN?back=/doses")
    expect(page.get_by_role("note").filter(has_text=IN_CHINESE)).to_be_in_viewport(ratio=1)
    assert page.title().startswith("练习 · ")
    page.context.close()


def test_every_sheet_of_paper_is_stamped(hub: PagesHub, browser: Browser, tmp_path: Path) -> None:
    page = signed_in(browser, hub, Role.SUPERVISOR, DESK)
    page.goto(f"{hub.url}/doses")
    expect(page.locator(".stamp")).to_be_hidden()
    page.pdf(path=tmp_path / "doses.pdf", prefer_css_page_size=True)
    sheets = [sheet.extract_text() for sheet in PdfReader(tmp_path / "doses.pdf").pages]
    assert len(sheets) > 1 and BAND in sheets[0]
    assert all("PRACTICE" in text.replace(BAND, "") for text in sheets)
    page.context.close()


def test_a_team_that_joins_a_hub_for_practice_practises_too(
    hub: PagesHub, browser: Browser
) -> None:
    page = signed_in(browser, hub, Role.ADMINISTRATOR, DESK)
    page.goto(f"{hub.url}/devices/new")
    assert page.get_by_role("radio").count() == 1
    page.get_by_label("Name of the team").fill("Second test team")
    expect(page.get_by_label("Practice", exact=True)).to_be_checked()
    page.get_by_label("Region, whose roster it gets").fill("north")
    page.get_by_role("button", name="Make the code").click()
    expect(page.get_by_text("Code for Second test team")).to_be_visible()
    page.context.close()


@pytest.mark.parametrize("path", ["sync-log/sync-log", "daily/daily-report", "coverage/coverage"])
def test_a_file_that_is_taken_away_says_so_in_its_name_and_on_every_sheet(
    hub: PagesHub, path: str
) -> None:
    page = hub.signed_in(Role.READER).get(f"/{path}.pdf").page
    assert f'filename="practice-{path.partition("/")[2]}-' in page.headers["Content-Disposition"]
    sheets = sheets_of(page.content)
    assert sheets and all("PRACTICE" in text for text in sheets)


def test_a_card_that_is_made_again_says_so_in_its_own_language(hub: PagesHub) -> None:
    visitor = hub.signed_in(Role.SUPERVISOR).get("/doses")
    person = re.search("/people/[0-9a-f]+", visitor.page.text)
    assert person
    where = f"{person[0]}/card"
    for language, word in (("en", "PRACTICE"), ("zh-CN", "练习")):
        made = visitor.get(where).post(where, why="lost", language=language).page
        sheets = sheets_of(made.content)
        assert sheets and all(word in text for text in sheets)
