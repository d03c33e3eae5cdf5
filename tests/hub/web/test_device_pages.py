"""Promises of the devices' pages: a code shown once, a lost laptop named to the record."""

from __future__ import annotations

import re

from fieldapp.hub.devices import devices, heard_from
from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Role
from fieldapp.hub.web.standing import RED_S
from fieldapp.wire.enrol_code import read_code
from tests.hub.web.pages_process import PagesHub

SPREAD = "   ".join("+23480355588")
"""Written by a hand that likes room: its first thirty characters are another number."""


def test_a_team_gets_a_code_that_is_shown_once(hub: PagesHub) -> None:
    visitor = hub.signed_in(Role.ADMINISTRATOR).get("/devices/new")
    visitor.post("/devices/new", name="接种队 <7>", kind="boat", region="370826")
    shown = re.search(r'class="code">([^<]+)<', visitor.page.text)
    assert shown and read_code(shown[1])
    assert f"Address of the hub: {hub.url}" in visitor.text
    assert "Code for 接种队 <7>" in visitor.text and "<7>" not in visitor.page.text
    listed = visitor.get("/devices")
    assert "接种队 <7> · 370826" in listed.text and shown[1] not in listed.page.text


def test_a_team_without_a_region_is_asked_again_with_what_was_typed(hub: PagesHub) -> None:
    visitor = hub.signed_in(Role.ADMINISTRATOR).get("/devices/new")
    visitor.post("/devices/new", name="Boat 7", kind="boat", region=" ")
    assert visitor.status == 422 and "A team needs a region." in visitor.text
    assert 'value="Boat 7"' in visitor.page.text


def test_of_a_lost_laptop_it_is_known_to_the_record_what_is_owed(hub: PagesHub) -> None:
    world = hub.world
    laptop = world.laptop(b"epoch-09", name="Boat Lost")
    laptop.give(laptop.register("Test"))
    world.push_all(laptop)
    first = laptop.seq + 1
    for number in range(3):
        laptop.give(laptop.register(f"Test {number}"))
    world.push(laptop, heads=(laptop.head,))
    visitor = hub.signed_in(Role.ADMINISTRATOR).get(f"/devices/{laptop.device}")
    assert "6 records owed" in visitor.text
    assert f"{first} – {laptop.seq} what it said at a sync" in visitor.text
    where = f"/devices/{laptop.device}"
    refused = visitor.post(f"{where}/revoke", reason="left on the ferry")
    assert refused.status == 422 and "the tick are both needed" in refused.text
    visitor.post(f"{where}/revoke", reason="left on the ferry", sure="yes")
    assert visitor.path == where and "shut out" in visitor.text
    with hub.store.reading() as connection:
        assert devices(connection)[laptop.device].revoked_s == hub.now_s
        (row,) = audit.entries(connection, before_no=None, most=1)
    assert (row.login, row.act, row.subject, row.details) == (
        "administrator", "device-revoked", f"laptop {laptop.device}", "left on the ferry",
    )  # fmt: skip


def test_a_laptop_that_is_none_is_said(hub: PagesHub) -> None:
    visitor = hub.signed_in(Role.ADMINISTRATOR)
    for no in ("999", "x", "99999999999", "²"):
        assert visitor.get(f"/devices/{no}").status == 404
    visitor.get("/devices/new").post("/devices/999/revoke", reason="x", sure="yes")
    assert visitor.status == 409 and "No laptop has the number 999" in visitor.text


def test_a_team_is_called_under_the_number_that_an_administrator_noted(hub: PagesHub) -> None:
    laptop = hub.world.laptop(b"epoch-07", name="Boat Silent")
    hub.world.push_all(laptop)
    with hub.store.writing() as connection:
        heard_from(connection, laptop.device, hub.now_s - RED_S - 1)
    where = f"/devices/{laptop.device}"
    administrator = hub.signed_in(Role.ADMINISTRATOR).get(where)
    administrator.post(f"{where}/telephone", telephone="138 0000 0007")
    assert administrator.path == where and "+8613800000007" in administrator.text
    pages = "/overview", f"/sync-log?team={laptop.device}"
    supervisor, reader = hub.signed_in(Role.SUPERVISOR), hub.signed_in(Role.READER)
    for page in pages:
        assert 'href="tel:+8613800000007"' in supervisor.get(page).page.text
        assert "13800000007" not in reader.get(page).page.text


def test_of_a_number_the_audit_keeps_its_end_alone(hub: PagesHub) -> None:
    laptop = hub.world.laptop(b"epoch-06", name="Boat Noted")
    where = f"/devices/{laptop.device}"
    administrator = hub.signed_in(Role.ADMINISTRATOR).get(where)
    for typed in ("138 0000 0007", ""):
        administrator.post(f"{where}/telephone", telephone=typed)
    with hub.store.reading() as connection:
        rows = audit.entries(connection, before_no=None, most=2)
    about = "telephone-noted", f"laptop {laptop.device}"
    assert [(row.act, row.subject, row.details) for row in rows] == [
        (*about, "taken away"), (*about, "…0007"),
    ]  # fmt: skip


def test_a_number_that_cannot_be_called_is_asked_for_again_as_it_was_typed(hub: PagesHub) -> None:
    laptop = hub.world.laptop(b"epoch-08", name="Boat Misheard")
    where = f"/devices/{laptop.device}"
    visitor = hub.signed_in(Role.ADMINISTRATOR).get(where)
    visitor.post(f"{where}/telephone", telephone="13800")
    assert visitor.status == 422 and "This is no number that can be called." in visitor.text
    assert 'value="13800"' in visitor.page.text
    visitor.post(f"{where}/telephone", telephone=SPREAD)
    assert SPREAD.replace(" ", "") in visitor.text
    visitor.post(f"{where}/telephone", telephone=SPREAD + " " * 30)
    assert visitor.status == 422
    visitor.post(f"{where}/telephone", telephone="+234 803 555 8841")
    visitor.post(f"{where}/telephone", telephone=" ")
    assert "+234" not in visitor.text and "not known" in visitor.text
    visitor.get(where)
    assert visitor.post("/devices/999/telephone", telephone="13800000007").status == 404
