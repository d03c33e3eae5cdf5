"""Promises of the pages of due and calls: numbers for all, names for those alone who may see them,
and every look and file in the audit."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import pytest

from fieldapp.domain.client import ClientDetails
from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Role
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.facts import CallMade
from tests.hub.messages.clinic import BIBP, BORN
from tests.hub.web.pages_process import PagesHub

PHONE = "+8613912345678"
_PEOPLE = re.compile(r'href="(/due/people[^"]*)"')


@pytest.fixture(scope="module")
def calls(hub: PagesHub) -> PagesHub:
    """Two teams; one called, one gave a dose long ago. Today is the 30th of June."""
    world = hub.world
    north, south = (
        world.laptop(name="Boat One"),
        world.laptop(b"epoch-02", name="车队二", region="south"),
    )
    for number, day in enumerate((5, 8, 12)):
        told = ClientDetails(f"Wang {number}", birth_date=BORN, phone=f"{PHONE}{number}")
        seq = north.add(to_fact(told))
        north.give(seq, day, month=6, vaccine=BIBP)
    north.add(CallMade(seq, BIBP, 2, "no-answer", phone=f"{PHONE}2"))
    south.give(south.register("Li Si", born=BORN), 1, month=4, vaccine=BIBP)
    for laptop in (north, south):
        world.push_all(laptop)
    return hub


def newest_act(hub: PagesHub) -> tuple[str, str, str]:
    with hub.store.reading() as connection:
        (row,) = audit.entries(connection, before_no=None, most=1)
    return row.login, row.act, row.details


def test_how_many_are_due_where_in_numbers_and_no_name(calls: PagesHub) -> None:
    page = calls.signed_in(Role.READER).get("/due")
    assert page.status == 200
    assert "1 past the latest day" in page.text
    assert "north Boat One 0 0 2 1 0" in page.text, "past, overdue, due, soon, will not come"
    assert "south 车队二 1 0 0 0 0 100.0 % 1 of 1" in page.text
    assert "/due/people" not in page.page.text
    assert "no answer" in page.text and "north Boat One 1 0 1" in page.text
    assert "Wang" not in page.text and "Whom to call" not in page.text


def test_a_filter_by_product_that_nobody_is_due_shows_none(calls: PagesHub) -> None:
    text = calls.signed_in(Role.READER).get("/due", vaccine="bopv").text
    assert "0 past the latest day" in text


def test_every_number_leads_to_the_people_behind_it(calls: PagesHub) -> None:
    page = calls.signed_in(Role.SUPERVISOR).get("/due", vaccine=BIBP)
    links = [unescape(one) for one in _PEOPLE.findall(page.page.text)]
    assert f"/due/people?vaccine={BIBP}&state=past-latest" in links
    assert f"/due/people?team=1&vaccine={BIBP}&state=due" in links
    for link in links:
        assert page.get(link).status == 200
    assert "2 next doses" in page.get(f"/due/people?team=1&vaccine={BIBP}&state=due").text
    assert f'href="tel:{PHONE}0"' in page.page.text


def test_whom_to_call_is_for_those_who_may_see_names(calls: PagesHub) -> None:
    assert calls.signed_in(Role.READER).get("/due/people").status == 403
    page = calls.signed_in(Role.SUPERVISOR).get("/due/people")
    assert "4 next doses" in page.text and "Li Si" in page.text
    assert f"{PHONE}2" in page.text and "no answer" in page.text
    assert newest_act(calls) == ("supervisor", "due-looked-at", "4 ")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"place": "south"}, "1 next dose"),
        ({"place": "south", "team": "1"}, "0 next doses"),
        ({"state": "due"}, "2 next doses"),
        ({"from": "2021-06-26", "to": "2021-06-29"}, "2 next doses"),
        ({"team": "x", "state": "?", "from": "never", "page": "-1"}, "4 next doses"),
    ],
)
def test_filters_do_what_they_say(calls: PagesHub, query: dict[str, str], found: str) -> None:
    assert f" {found} " in calls.signed_in(Role.SUPERVISOR).get("/due/people", **query).text


def exported(hub: PagesHub, role: Role, **query: str) -> list[dict[str, str]]:
    page = hub.signed_in(role).get("/due/due.csv", **query).page
    assert page.headers["Content-Disposition"] == 'attachment; filename="due-2021-06-30.csv"'
    return list(csv.DictReader(io.StringIO(page.content.decode("utf-8-sig"))))


def test_a_file_names_people_only_to_those_who_may_see_them(calls: PagesHub) -> None:
    rows = exported(calls, Role.SUPERVISOR, place="north")
    assert [row["line"] for row in rows] == ["due"] * 3 + ["calls", "drop-out"] + ["demand"] * 2
    assert rows[0]["name"].startswith("Wang")
    assert newest_act(calls) == ("supervisor", "due-exported", "csv, 3 named place=north")
    rows = exported(calls, Role.READER)
    assert [row["line"] for row in rows] == ["calls", "drop-out", "demand", "demand"]
    assert not any(row["name"] or row["phone"] for row in rows)
    assert newest_act(calls) == ("reader", "due-exported", "csv, 0 named ")


def test_a_format_that_is_none_is_said(calls: PagesHub) -> None:
    assert calls.signed_in(Role.READER).get("/due/due.exe").status == 404
