"""Promises of the page of what others are sent: how far each server is, its refusals, the audit."""

from __future__ import annotations

from fieldapp.hub.push import keeping
from fieldapp.hub.push.keeping import Settled
from fieldapp.hub.web.access import Role
from tests.hub.web.pages_process import PagesHub

OUTCOME = '{"issue": [{"code": "invalid", "diagnostics": "lot?"}]}'


def test_where_nothing_is_sent_it_says_how_to(hub: PagesHub) -> None:
    told = hub.signed_in(Role.SUPERVISOR).get("/push").text
    assert "Nothing is sent to other systems from here." in told and "--push-to" in told


def test_the_menu_and_the_page_say_it_in_plain_words_of_either_language(hub: PagesHub) -> None:
    visitor = hub.signed_in(Role.SUPERVISOR).get("/push")
    assert "Sent to others" in visitor.text and "Sent to other systems" in visitor.text
    assert "pushed" not in visitor.text.lower()
    told = visitor.get("/language/zh-CN", back="/push").text
    assert "对外发送" in told and "发送到外部系统" in told


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
    assert "1 record refused" in visitor.text
    assert "A dose" in visitor.text and "422 · invalid: lot?" in visitor.text
    assert f"/people/{who.hex()}" in visitor.page.text
    audit = hub.signed_in(Role.ADMINISTRATOR).get("/audit").text
    assert "looked at what other servers refused push 1" in audit
