"""Promises of the users' pages: let in with a passphrase shown once, changed, ended."""

from __future__ import annotations

import re

from fieldapp.hub.web.access import Role
from fieldapp.hub.web.visit import cookie_name
from tests.hub.web.pages_process import PagesHub

SURE = {"sure": "yes"}


def test_a_user_is_let_in_with_a_passphrase_that_works_once(hub: PagesHub) -> None:
    boss = hub.signed_in(Role.ADMINISTRATOR).get("/users/new")
    boss.post("/users/new", login="Chen.Wei", role="supervisor")
    shown = re.search(r'id="passphrase">([^<]+)<', boss.page.text)
    assert shown and "First passphrase of chen.wei" in boss.text
    assert shown[1] not in boss.get("/users/chen.wei").page.text
    fresh = hub.visitor().get("/sign-in")
    fresh.post("/sign-in", login="chen.wei", passphrase=shown[1])
    assert fresh.path == "/sign-in/passphrase"


def test_wrong_forms_are_said_and_kept(hub: PagesHub) -> None:
    boss = hub.signed_in(Role.ADMINISTRATOR).get("/users/new")
    boss.post("/users/new", login="two words", role="reader")
    assert boss.status == 422 and "cannot be a login" in boss.text
    assert 'value="two words"' in boss.page.text
    boss.post("/users/new", login="norole", role="king")
    assert boss.status == 422 and "No role was chosen" in boss.text
    boss.post("/users/new", login="administrator", role="reader")
    assert "There is, or was, a user called administrator" in boss.text


def test_another_role_an_end_and_a_reset_sign_them_out_at_once(hub: PagesHub) -> None:
    boss = hub.signed_in(Role.ADMINISTRATOR)
    for what, form in (("role", {"role": "supervisor"}), ("second-factor", {}), ("end", SURE)):
        reader = hub.signed_in(Role.READER).get("/overview")
        assert reader.path == "/overview"
        boss.get("/users/reader").post(f"/users/reader/{what}", **form)
        assert boss.path == "/users/reader", boss.text
        assert reader.get("/overview").path == "/sign-in"
    assert "Ended" in boss.text and "End their access" not in boss.text


def test_an_end_that_cannot_be_undone_wants_a_tick(hub: PagesHub) -> None:
    hub.let_in("stays", Role.READER)
    boss = hub.signed_in(Role.ADMINISTRATOR).get("/users/stays").post("/users/stays/end")
    assert boss.status == 422 and "Set the tick if you are sure." in boss.text
    assert "It cannot be undone." in boss.get("/users/stays").text and "Ended" not in boss.text


def test_a_forgotten_passphrase_is_replaced_and_shown_once(hub: PagesHub) -> None:
    hub.let_in("forgot", Role.READER)
    boss = hub.signed_in(Role.ADMINISTRATOR).get("/users/forgot")
    boss.post("/users/forgot/passphrase")
    assert "It is shown only now." in boss.text


def test_the_last_administrator_stays(hub: PagesHub) -> None:
    boss = hub.signed_in(Role.ADMINISTRATOR).get("/users/administrator")
    boss.post("/users/administrator/end", **SURE)
    assert boss.status == 409 and "is the only administrator" in boss.text
    assert boss.get("/users/nobody").status == 404


def test_the_cookie_has_the_name_that_the_visitor_knows() -> None:
    assert (cookie_name(False), cookie_name(True)) == ("fieldapp", "__Host-fieldapp")
