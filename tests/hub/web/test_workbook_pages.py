"""Promises of the workbook's page: numbers first, names in the file alone, and that on record."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Role
from tests.hub.web.pages_process import PagesHub
from tests.hub.workbook.boats import BOAT, LI, LOT, OTHER, PIER, WANG, boat

PAGE, FILE = "/operations/workbook", "/operations/workbook.xlsx"
ASKED = {"team": "1", "place": PIER, "day": "2021-06-30"}


@pytest.fixture(scope="module")
def boats(hub: PagesHub) -> PagesHub:
    """One team with people who are due, one with nothing. Today is the 30th of June."""
    boat(hub.world)
    hub.world.push_all(hub.world.laptop(b"epoch-02", name=OTHER, region="south"))
    return hub


def test_the_form_begins_with_today_and_a_usual_number_of_rows(boats: PagesHub) -> None:
    page = boats.signed_in(Role.SUPERVISOR).get(PAGE)
    assert (page.status, "soon 2" in page.text) == (200, False)
    assert 'value="2021-06-30"' in page.page.text and 'value="20"' in page.page.text
    assert BOAT in page.text and OTHER in page.text


def test_what_would_stand_in_it_is_told_in_numbers_without_a_name(boats: PagesHub) -> None:
    text = boats.signed_in(Role.SUPERVISOR).get(PAGE, **ASKED).text
    assert "Due that day or soon 2" in text and LOT in text and "Nurse Test" in text
    assert f"{BOAT} · {PIER} · 2021-06-30" in text
    assert WANG not in text and LI not in text


def test_where_no_lot_is_known_it_says_so_before_anything_is_written(boats: PagesHub) -> None:
    text = boats.signed_in(Role.SUPERVISOR).get(PAGE, **{**ASKED, "team": "2"}).text
    assert "No lot is known" in text


def test_the_file_names_people_and_is_in_the_audit(boats: PagesHub) -> None:
    page = boats.signed_in(Role.SUPERVISOR).get(FILE, **ASKED, language="zh-CN", blanks="3").page
    named = 'attachment; filename="workbook-1-2021-06-30.xlsx"'
    assert page.headers["Content-Disposition"] == named
    sheet: Any = load_workbook(io.BytesIO(page.content)).worksheets[1]
    told = [str(cell.value) for row in sheet.iter_rows(max_row=9) for cell in row]
    assert WANG in told and LI in told and "姓名" in told
    with boats.store.reading() as connection:
        (entry,) = audit.entries(connection, before_no=None, most=1)
    assert (entry.login, entry.act, entry.subject) == (
        "supervisor", "workbook-exported", "laptop 1",
    )  # fmt: skip
    assert entry.details.endswith(f"2021-06-30 {PIER}, 2 people")


@pytest.mark.parametrize("role", [Role.READER, Role.ADMINISTRATOR])
def test_it_is_for_those_alone_who_may_see_names(boats: PagesHub, role: Role) -> None:
    visitor = boats.signed_in(role)
    assert [visitor.get(path, **ASKED).status for path in (PAGE, FILE)] == [403, 403]
    assert "Workbook" not in visitor.get("/operations").text


def test_no_team_is_no_file(boats: PagesHub) -> None:
    visitor = boats.signed_in(Role.SUPERVISOR)
    for team in ("", "9", "x"):
        assert visitor.get(FILE, **{**ASKED, "team": team}).status == 404


def test_the_pages_of_a_session_and_of_whom_to_call_lead_here(boats: PagesHub) -> None:
    visitor = boats.signed_in(Role.SUPERVISOR)
    told = visitor.get("/operations/1", label="Boat 3 · 71").page.text
    assert f'{PAGE}?team=1&amp;place=Nanyang%20pier"' in told
    for path in ("/operations", "/due/people"):
        assert f'{PAGE}?team=1"' in visitor.get(path, team="1").page.text
