"""Promises of the pages about people: found, whole, noted; no name in an address or the audit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Role
from fieldapp.wire.facts import DoseVoided
from tests.hub.fake_laptop import dose
from tests.hub.web.pages_process import PagesHub


@pytest.fixture(scope="module")
def town(hub: PagesHub) -> PagesHub:
    """A hub that knows somebody with a dose that was struck through."""
    laptop = hub.world.laptop(name="Boat <One>")
    client = laptop.register("Wang <b>Xiaoming", ("passport", "G12345678"))
    struck = laptop.give(client, 8)
    laptop.add(replace(dose(client, 20), override_reason="doctor <Lin> decided"))
    laptop.add(DoseVoided(struck, "wrong vial"))
    hub.world.push_all(laptop)
    return hub


def acts(hub: PagesHub, most: int = 5) -> list[tuple[str, str]]:
    with hub.store.reading() as connection:
        rows = audit.entries(connection, before_no=None, most=most)
    return [(row.act, row.details) for row in rows]


def test_somebody_is_found_and_everything_of_them_is_shown(town: PagesHub) -> None:
    visitor = town.signed_in(Role.SUPERVISOR).get("/people").post("/people", q="wang")
    assert visitor.path == "/people" and "?" not in visitor.page.url
    assert "1 person on this page" in visitor.text and "••••5678" in visitor.text
    assert "G12345678" not in visitor.page.text
    link = visitor.page.text.split('href="/people/')[1].split('"')[0]
    visitor.get(f"/people/{link}")
    assert "Wang <b>Xiaoming" in visitor.text and "<b>Xiaoming" not in visitor.page.text
    assert "struck through: wrong vial" in visitor.text and "<del>" in visitor.page.text
    assert "given against the rule: doctor <Lin> decided" in visitor.text
    assert acts(town, 2) == [("person-looked-at", ""), ("people-searched", "1")]


def test_doses_are_listed_by_what_is_chosen(town: PagesHub) -> None:
    visitor = town.signed_in(Role.SUPERVISOR).get("/doses", state="voided", day="2021-05-08")
    assert "1 dose record " in visitor.text and "8 May 2021 09:00" in visitor.text
    assert acts(town, 1) == [("doses-looked-at", "1 day=2021-05-08 state=voided")]
    odd = visitor.get("/doses", state="?", day="x", team="x", page="-1")
    assert "2 dose records" in odd.text


def test_who_sees_figures_alone_sees_nobody(town: PagesHub) -> None:
    visitor = town.signed_in(Role.READER)
    for path in ("/people", "/doses", "/people/00"):
        assert visitor.get(path).status == 403
    assert "Wang" not in visitor.get("/overview").page.text


def test_nobody_under_an_address_is_said(town: PagesHub) -> None:
    visitor = town.signed_in(Role.SUPERVISOR)
    for address in ("00", "xyz", "é"):
        assert visitor.get(f"/people/{address}").status == 404
    assert "Nobody found" in visitor.get("/people").post("/people", q="nobody of this name").text
