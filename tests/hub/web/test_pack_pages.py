"""Promises of the pack's page: pasted requests become one file, for administrators, on record."""

from __future__ import annotations

import pytest
from nacl.signing import SigningKey
from starlette.requests import Request

from fieldapp.hub.packs.errors import OnlyByCommand
from fieldapp.hub.registry.build import build_registry
from fieldapp.hub.running import Hub
from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Role
from fieldapp.hub.web.guard import visit_of
from fieldapp.hub.web.pack_pages import ask_pack, write_pack
from fieldapp.wire.pack import is_pack_file
from tests.hub.fake_laptop import NOW_S
from tests.hub.packs.asking import code_of, line
from tests.hub.web.pages_process import PagesHub
from tests.hub.web.visitor import Visitor


def page(hub: PagesHub) -> Visitor:
    return hub.signed_in(Role.ADMINISTRATOR).get("/devices/pack")


def test_pasted_requests_become_one_pack_and_each_laptop_is_on_record(hub: PagesHub) -> None:
    visitor = page(hub)
    text = f"from the harbour: {line(code_of(hub.world))}\n{line(code_of(hub.world))}"
    answer = visitor.post("/devices/pack", requests=text).page
    assert is_pack_file(answer.content)
    assert len(answer.content) == int(answer.headers["Content-Length"])
    assert 'filename="pack-' in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]
    with hub.store.reading() as connection:
        rows = list(audit.entries(connection, before_no=None, most=2))
    assert {(row.login, row.act) for row in rows} == {("administrator", "laptops-packed")}
    assert "wrote a pack for a laptop" in hub.signed_in(Role.ADMINISTRATOR).get("/audit").text


def test_a_refused_laptop_is_named_and_nobody_gets_half_a_pack(hub: PagesHub) -> None:
    code = code_of(hub.world)
    both = "\n".join((line(code), line(code, SigningKey.generate(), team="接种队 <8>")))
    visitor = page(hub).post("/devices/pack", requests=both)
    assert visitor.status == 422
    assert "The code of 接种队 <8> is unknown" in visitor.text
    assert "VXE1." in visitor.page.text, "what was pasted is still there"


def test_what_is_no_request_is_said(hub: PagesHub) -> None:
    assert "no request of a laptop" in page(hub).post("/devices/pack", requests="hello").text
    cut = line(code_of(hub.world)).removesuffix("A")
    while len(cut.removeprefix("VXE1.")) % 4 != 1:
        cut = cut[:-1]
    assert "a part of its line is missing" in page(hub).post("/devices/pack", requests=cut).text


def test_the_pocket_registry_comes_where_it_is_wanted(hub: PagesHub) -> None:
    registry = build_registry(hub.store.folder, now_s=lambda: NOW_S).file
    visitor = page(hub)
    assert "With the pocket registry" in visitor.text
    asked = line(code_of(hub.world))
    without = visitor.post("/devices/pack", requests=asked).page.content
    whole = page(hub).post("/devices/pack", requests=asked, registry="yes").page.content
    assert registry.read_bytes() in whole
    assert registry.read_bytes() not in without


def test_where_pages_may_lend_no_keys_the_command_is_named(hub: PagesHub) -> None:
    pages_only = Hub(hub.store, lambda: hub.now_s, folds=False)
    asked = {"type": "http", "method": "GET", "path": "/devices/pack", "query_string": b""}
    visit = visit_of(pages_only, Request({**asked, "headers": [], "scheme": "http"}))
    assert b"fieldapp hub pack FOLDER" in ask_pack(visit).body
    with pytest.raises(OnlyByCommand):
        write_pack(visit)
