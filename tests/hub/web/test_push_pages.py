"""Promises of the page of what is pushed: how far each server is, what it refused, in the audit."""

from __future__ import annotations

from fieldapp.hub.push import keeping
from fieldapp.hub.push.keeping import Settled
from fieldapp.hub.web.access import Role
from tests.hub.web.pages_process import PagesHub

OUTCOME = '{"issue": [{"code": "invalid", "diagnostics": "lot?"}]}'


def test_nothing_pushed_says_how_to(hub: PagesHub) -> None:
    assert "--push-to" in hub.signed_in(Role.SUPERVISOR).get("/push").text


def test_what_a_server_refused_is_shown_and_the_look_is_noted(hub: PagesHub) -> None:
    who, dose = b"\xaa" * 32, b"\xbb" * 32
    refused = {("Immunization", dose): (422, OUTCOME)}
    settled = Settled(who, frozenset({who}), {("Patient", who): b"d"}, frozenset(), refused)
    with hub.store.writing() as connection:
        target = keeping.target_of(connection, "https://fhir.example.org/r4")
        keeping.settle(connection, target, [settled], hub.now_s, 0)
        keeping.note_end(connection, target, hub.now_s, "it answered 503")
    visitor = hub.signed_in(Role.SUPERVISOR).get("/push")
    assert "fhir.example.org" in visitor.text and "failed 1 time" in visitor.text
    assert "A dose" in visitor.text and "422 · invalid: lot?" in visitor.text
    assert f"/people/{who.hex()}" in visitor.page.text
    audit = hub.signed_in(Role.ADMINISTRATOR).get("/audit").text
    assert "looked at what other servers refused push 1" in audit
