"""Promises of the devices' pages: a code shown once, a lost laptop named to the record."""

from __future__ import annotations

import re

from fieldapp.hub.devices import devices
from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Role
from fieldapp.wire.enrol_code import read_code
from tests.hub.web.pages_process import PagesHub


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
