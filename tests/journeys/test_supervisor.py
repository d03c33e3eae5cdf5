"""A supervisor's and an administrator's morning in Chromium, as the system has it."""

from __future__ import annotations

import re
import shutil
from base64 import b32decode
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from fieldapp.hub.devices import heard_from
from fieldapp.hub.web import totp
from fieldapp.hub.web.access import Role
from fieldapp.hub.web.people import search
from fieldapp.hub.web.serving import PAGES
from fieldapp.hub.web.standing import RED_S
from tests.hub.cases.made import cases, double
from tests.hub.web.pages_process import PagesHub, pages_hub
from tests.hub.web.visitor import PASSPHRASE

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="chromium is missing: `apt-get install chromium` shows the pages"
)
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PHONE, DESK = {"width": 390, "height": 800}, {"width": 1280, "height": 800}


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesHub]:
    """A hub with a team that is silent for four days, and one that is not."""
    with pages_hub(tmp_path_factory.mktemp("supervisor") / "hub") as running:
        world = running.world
        for epoch, name in ((b"epoch-01", "Boat Haiyun 6"), (b"epoch-02", "港口接种点")):
            laptop = world.laptop(epoch, name=name)
            laptop.give(laptop.register(f"Test {name}"), 29, month=6)
            world.push_all(laptop)
        laptop.give(laptop.register("Not sent"), 29, month=6)
        world.push(laptop, heads=(laptop.head,))
        with running.store.writing() as connection:
            heard_from(connection, 1, running.now_s - RED_S - 86_400)
        yield running


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser with a profile of its own, which has never seen anything."""
    expect.set_options(timeout=60_000)  # on a machine that is busy with other tests
    home = tmp_path_factory.mktemp("chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=CHROMIUM, args=FLAGS, env={"HOME": str(home)}
        )
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab without memory, in which scripts are switched off: none is needed for anything."""
    context = browser.new_context(viewport=DESK, locale="en-GB", java_script_enabled=False)  # type: ignore[arg-type]  # a plain dict with both keys
    yield context.new_page()
    context.close()


def signed_in(browser: Browser, hub: PagesHub, role: Role, size: dict[str, int]) -> Page:
    context = browser.new_context(viewport=size, locale="en-GB")  # type: ignore[arg-type]  # a plain dict with both keys
    token = hub.signed_in(role).http.cookies["fieldapp"]
    context.add_cookies([{"name": "fieldapp", "value": token, "url": hub.url}])
    return context.new_page()


def test_from_the_first_sign_in_to_the_proof_on_paper(
    hub: PagesHub, page: Page, tmp_path: Path
) -> None:
    hub.let_in("lu.qing", Role.SUPERVISOR, second=False)
    page.goto(hub.url)
    page.locator("input:focus").wait_for()  # the first box has the focus, once it is there
    page.keyboard.type("lu.qing")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSPHRASE)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Set up your second factor")).to_be_visible()
    secret = b32decode(page.locator(".secret").inner_text().replace(" ", ""))
    page.get_by_label("The six digits").fill(totp.code_at(secret, hub.now_s // totp.STEP_S))
    page.get_by_role("button", name="Finish").click()
    row = page.get_by_role("row").filter(has_text="Boat Haiyun 6")
    expect(row).to_contain_text("silent over 3 days: call")
    row.get_by_role("link", name="Boat Haiyun 6", exact=True).click()
    expect(page.get_by_role("heading", name="Sync log: Boat Haiyun 6")).to_be_visible()
    expect(page.locator("tbody")).to_contain_text("4 records received, receipt signed.")
    with page.expect_download() as taken:
        page.get_by_role("link", name="PDF").click()
    taken.value.save_as(tmp_path / "log.pdf")
    assert (tmp_path / "log.pdf").read_bytes().startswith(b"%PDF-")
    page.get_by_role("link", name="简体中文").click()
    expect(page.get_by_role("heading", name="同步日志")).to_be_visible()
    page.get_by_role("button", name="退出").click()
    expect(page.get_by_role("heading", name="登录")).to_be_visible()


def test_a_lost_laptop_is_shut_out_by_who_may(hub: PagesHub, browser: Browser) -> None:
    page = signed_in(browser, hub, Role.ADMINISTRATOR, DESK)
    page.goto(hub.url)
    page.get_by_role("link", name="港口接种点").click()
    expect(page.get_by_role("heading", name="2 records owed")).to_be_visible()
    page.get_by_label("Reason").fill("left on the ferry")
    page.get_by_label("I am sure").check()
    page.get_by_role("button", name="Shut laptop 2 out").click()
    expect(page.locator(".chip")).to_have_text("shut out")
    page.get_by_role("link", name="Audit").click()
    expect(page.locator("tbody")).to_contain_text("left on the ferry")
    page.context.close()


def a_case(hub: PagesHub) -> str:
    """A possible double that waits; its id."""
    if not cases(hub.world):
        twice = "Test Twice", "Test Twice"
        double(hub.world, names=twice, epochs=(b"epoch-11", b"epoch-12"))
    return cases(hub.world)[0].id.hex()


def test_a_double_is_decided_and_taken_back(hub: PagesHub, browser: Browser) -> None:
    a_case(hub)
    page = signed_in(browser, hub, Role.SUPERVISOR, DESK)
    page.goto(hub.url)
    page.get_by_role("link", name="To the cases").click()
    page.get_by_label("Kind").select_option("Possible double")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("cell", name="Possible double").get_by_role("link").click()
    expect(page.locator(".differs").filter(has_text="Team")).to_contain_text("Gate Two")
    case = page.url
    page.get_by_label("One dose, written twice: record A counts").check()
    page.get_by_label("Why, without anybody's name").fill("one card, one dose")
    page.keyboard.press("Enter")
    expect(page.locator(".banner")).to_contain_text("One dose, written twice")
    page.get_by_role("link", name="History of Test Twice").click()
    expect(page.locator("tr.struck")).to_have_count(1)
    expect(page.locator("tr.struck")).to_contain_text("one card, one dose")
    page.goto(case)
    page.get_by_label("Why it is taken back").fill("two cards after all")
    page.get_by_role("button", name="Take the decision back").click()
    expect(page.locator(".chip").first).to_have_text("to be decided")
    page.get_by_role("link", name="History of Test Twice").click()
    expect(page.get_by_text("possible double").first).to_be_visible()
    expect(page.locator("tr.struck")).to_have_count(0)
    page.context.close()


def test_a_lot_is_recalled_in_one_form_and_the_recall_is_lifted(
    hub: PagesHub, browser: Browser, tmp_path: Path
) -> None:
    page = signed_in(browser, hub, Role.SUPERVISOR, DESK)
    page.goto(hub.url)
    page.get_by_role("link", name="Supply").click()
    page.get_by_role("link", name="TEST-0001").first.click()
    page.get_by_label("Why").select_option("Its quality is in doubt")
    page.get_by_label("Notice or letter").fill("Notice 4/2021")
    page.keyboard.press("Enter")
    expect(page.locator(".banner")).to_contain_text("Its quality is in doubt: Notice 4/2021.")
    expect(page.get_by_role("row").filter(has_text="has not heard yet").first).to_be_visible()
    page.get_by_role("link", name="Who they are").click()
    expect(page.locator("tbody")).to_contain_text("Test Boat Haiyun 6")
    with page.expect_download() as taken:
        page.get_by_role("link", name="For the call-back: CSV").click()
    taken.value.save_as(tmp_path / "people.csv")
    assert "Test Boat Haiyun 6" in (tmp_path / "people.csv").read_text("utf-8-sig")
    page.get_by_role("link", name="To the lot").click()
    page.get_by_label("Why").select_option("Another lot was meant")
    page.get_by_role("button", name="Lift the recall").click()
    expect(page.locator(".banner")).to_contain_text("The recall was lifted")
    page.context.close()


ELSEWHERE = ("/operations/{", "/allocation/decisions/{", "/allocation/product/{", "/programs/{")
"""Pages of what this hub has none of; tests of those rooms have some."""
SHOWN = [
    (role, one.path)
    for role, needs in ((Role.SUPERVISOR, ("figures", "sync-log", "people", "denominators")),
                        (Role.ADMINISTRATOR, ("devices", "users", "audit")))
    for one in PAGES
    if one.method == "GET" and one.needs in needs and "." not in one.path  # a file is no page
    and not one.path.startswith(ELSEWHERE)
]  # fmt: skip
NAMELESS = """
() => [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
  .filter(box => !box.labels.length && !box.ariaLabel).map(box => box.name)
"""
OVER_THE_EDGE = "() => document.documentElement.scrollWidth - window.innerWidth"
SMALL = """
() => [...document.querySelectorAll('button, .button, select, input:not([type=hidden])')]
  .filter(one => !['radio', 'checkbox'].includes(one.type))
  .filter(one => one.getBoundingClientRect().height < 44 && one.offsetParent)
  .map(one => one.outerHTML.slice(0, 80))
"""


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_every_page_fits_a_telephone_and_has_names_for_everything(
    hub: PagesHub, browser: Browser, role: Role
) -> None:
    page = signed_in(browser, hub, role, PHONE)
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    hub.let_in("reader", Role.READER)
    with hub.store.reading() as connection:
        (found,), _ = search(connection, "Test Boat")
    someone, case = found.person.hex(), a_case(hub)
    for path in (path for of, path in SHOWN if of is role):
        page.goto(
            hub.url
            + path.replace("{no}", "1")
            .replace("{login}", "reader")
            .replace("{person}", someone)
            .replace("{case}", case)
            + ("?vaccine=covid-test-1&lot=TEST-0001" if path.startswith("/lots/") else "")
        )
        assert page.evaluate(OVER_THE_EDGE) <= 0, path
        assert page.evaluate(NAMELESS) == [], path
        assert page.evaluate(SMALL) == [], path
        assert page.locator("h1").count() == 1, path
        assert page.locator("html").get_attribute("lang") == "en"
        assert re.match(r".+ · Vaccination hub", page.title()), path
        for table in page.locator("table").all():
            assert table.locator("th[scope=col]").count() > 1, path
    assert errors == [], "the browser kept something out, or missed it"
    page.context.close()


def test_tab_goes_round_in_reading_order_and_the_focus_is_seen(
    hub: PagesHub, browser: Browser
) -> None:
    page = signed_in(browser, hub, Role.SUPERVISOR, DESK)
    page.goto(f"{hub.url}/sync-log")
    reached = []
    for _ in range(24):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("document.activeElement.innerText || document.activeElement.name")
        )
        drawn = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert drawn == "3px"
    assert reached[:2] == ["Skip to the content", "Today"]
    assert reached.index("Supply") < reached.index("Records") < reached.index("Sign out")
    assert reached.index("Sign out") < reached.index("People") < reached.index("Sync log")
    assert reached.index("CSV") < reached.index("PDF") < reached.index("day")
    page.context.close()


def test_on_paper_there_is_what_counts_and_no_buttons(
    hub: PagesHub, browser: Browser, tmp_path: Path
) -> None:
    from pypdf import PdfReader

    page = signed_in(browser, hub, Role.SUPERVISOR, DESK)
    page.goto(f"{hub.url}/sync-log")
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    sheet = PdfReader(tmp_path / "page.pdf").pages[0]
    text = sheet.extract_text()
    assert "unaccounted" in text and "Boat Haiyun" in text
    assert "Sign out" not in text and "CSV" not in text and "All teams" not in text
    assert sheet.mediabox.width > sheet.mediabox.height
    page.context.close()
