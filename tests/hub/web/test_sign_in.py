"""Promises of the door: two factors, slower guesses, one answer for unknown logins."""

from __future__ import annotations

import re
from base64 import b32decode

import pytest

from fieldapp.hub.web import accounts, totp
from fieldapp.hub.web.access import Role
from fieldapp.hub.web.sessions import IDLE_S
from tests.hub.web.pages_process import PagesHub
from tests.hub.web.visitor import PASSPHRASE, Visitor


@pytest.fixture
def reader(hub: PagesHub) -> Visitor:
    """Somebody who may sign in, in front of the door, with a code that was not used before."""
    hub.let_in("lu.qing", Role.READER)
    hub.wait(totp.STEP_S * 100)
    return hub.visitor()


def test_an_empty_hub_says_what_its_operator_does(hub: PagesHub) -> None:
    with hub.store.reading() as connection:
        if accounts.anybody(connection):
            pytest.skip("another test of this module let somebody in before")
    visitor = hub.visitor().get("/")
    assert "Nobody can sign in yet" in visitor.text
    assert "fieldapp hub add-user LOGIN --role administrator --data DIR" in visitor.text


def test_passphrase_and_code_open_the_door(hub: PagesHub, reader: Visitor) -> None:
    reader.sign_in("lu.qing")
    assert (reader.status, reader.path) == (200, "/overview")
    assert "lu.qing Reader" in reader.text
    reader.post("/sign-out")
    assert reader.path == "/sign-in"
    assert reader.get("/overview").path == "/sign-in"


def test_the_passphrase_alone_opens_nothing(hub: PagesHub, reader: Visitor) -> None:
    reader.get("/sign-in").post("/sign-in", login="lu.qing", passphrase=PASSPHRASE)
    assert reader.path == "/sign-in/code"
    assert reader.get("/overview").path == "/sign-in"
    assert reader.get("/sign-in/set-up").path == "/sign-in/code", "nobody sets up another one"


def test_a_code_that_was_used_is_refused(hub: PagesHub, reader: Visitor) -> None:
    assert reader.sign_in("lu.qing").path == "/overview"
    other = hub.visitor().sign_in("lu.qing")
    assert (other.status, other.path) == (401, "/sign-in/code")
    assert "was used already" in other.text
    hub.wait(totp.STEP_S)
    assert other.post("/sign-in/code", code=other.code()).path == "/overview"


def test_an_unknown_login_gets_the_very_answer_of_a_wrong_passphrase(reader: Visitor) -> None:
    answers = []
    for login in ("lu.qing", "nobody.at.all"):
        reader.get("/sign-in").post("/sign-in", login=login, passphrase="wrong, but long enough")
        answers.append((reader.status, reader.text))
    assert answers[0] == answers[1]
    assert answers[0][0] == 401 and "do not fit together" in answers[0][1]


def test_guessing_has_to_wait_known_login_or_not(hub: PagesHub) -> None:
    hub.let_in("guessed", Role.READER)
    for login in ("guessed", "not.there"):
        visitor = hub.visitor()
        for _ in range(5):
            visitor.get("/sign-in").post(
                "/sign-in", login=login, passphrase="wrong again and again"
            )
        assert visitor.status == 401
        visitor.get("/sign-in").post("/sign-in", login=login, passphrase=PASSPHRASE)
        assert visitor.status == 429, "not even the right one"
        assert "Wait 15 seconds" in visitor.text
    hub.wait(3600)
    assert hub.visitor().sign_in("guessed").path == "/overview"


def test_guessing_codes_has_to_wait(hub: PagesHub, reader: Visitor) -> None:
    reader.get("/sign-in").post("/sign-in", login="lu.qing", passphrase=PASSPHRASE)
    for _ in range(5):
        reader.post("/sign-in/code", code="000000")
    reader.post("/sign-in/code", code=reader.code())
    assert reader.status == 429
    hub.wait(3600)


def test_the_second_factor_is_set_up_at_the_first_sign_in(hub: PagesHub) -> None:
    hub.let_in("fresh", Role.SUPERVISOR, second=False)
    visitor = hub.visitor().get("/sign-in").post("/sign-in", login="fresh", passphrase=PASSPHRASE)
    assert visitor.path == "/sign-in/set-up"
    assert "<svg" in visitor.page.text and "Or type it in" in visitor.text
    shown = re.search(r'class="secret">([A-Z2-7 ]+)<', visitor.page.text)
    assert shown
    secret = b32decode(shown[1].replace(" ", ""))
    visitor.post("/sign-in/set-up", code="000000")
    assert visitor.status == 401 and shown[1] in visitor.page.text, "still the same code to scan"
    visitor.post("/sign-in/set-up", code=totp.code_at(secret, hub.now_s // totp.STEP_S))
    assert visitor.path == "/overview"


def test_a_passphrase_that_somebody_else_made_is_replaced_first(hub: PagesHub) -> None:
    hub.let_in("newcomer", Role.READER)
    with hub.store.writing() as connection:
        desk = accounts.Desk(connection, hub.store.keys, hub.now_s)
        accounts.reset_passphrase(desk, "newcomer", "told by telephone")
    visitor = hub.visitor().get("/sign-in")
    visitor.post("/sign-in", login="newcomer", passphrase="told by telephone")
    assert visitor.path == "/sign-in/passphrase"
    assert "differ" in visitor.post("/sign-in/passphrase", first="x", again="y").text
    weak = visitor.post("/sign-in/passphrase", first="too short", again="too short")
    assert "fewer than 12" in weak.text
    own = "my own four words"
    assert visitor.post("/sign-in/passphrase", first=own, again=own).path == "/sign-in/code"
    hub.wait(totp.STEP_S * 10)
    assert visitor.post("/sign-in/code", code=visitor.code()).path == "/overview"


def test_the_session_ends_by_itself(hub: PagesHub) -> None:
    visitor = hub.signed_in(Role.READER).get("/overview")
    assert visitor.path == "/overview"
    hub.wait(IDLE_S)
    assert visitor.get("/overview").path == "/sign-in"


def test_the_token_changes_at_every_step(hub: PagesHub, reader: Visitor) -> None:
    tokens = set()
    reader.get("/sign-in")
    tokens.add(reader.http.cookies["fieldapp"])
    reader.post("/sign-in", login="lu.qing", passphrase=PASSPHRASE)
    tokens.add(reader.http.cookies["fieldapp"])
    reader.post("/sign-in/code", code=reader.code())
    tokens.add(reader.http.cookies["fieldapp"])
    assert len(tokens) == 3, "a token that was planted before signing in is worth nothing after"


def test_another_language_is_kept_and_leads_back(hub: PagesHub, reader: Visitor) -> None:
    visitor = reader.get("/language/zh-CN", back="/sign-in")
    assert visitor.path == "/sign-in" and "登录名" in visitor.text
    for elsewhere in ("//evil.example", "https://evil.example", "/\\evil.example"):
        assert visitor.get("/language/en", back=elsewhere).page.url.startswith(hub.url)
