"""Promises of forms: only our own pages' are taken."""

from __future__ import annotations

import pytest

from fieldapp.hub.web.csrf import is_ours, token_for

HOST = "hub.example:8470"


def test_our_own_form_is_taken() -> None:
    assert is_ours("cookie", token_for("cookie"), f"https://{HOST}", HOST)


@pytest.mark.parametrize(
    ("cookie", "token", "origin", "host"),
    [
        (None, token_for(""), f"https://{HOST}", HOST),
        ("", token_for(""), f"https://{HOST}", HOST),
        ("cookie", token_for("other"), f"https://{HOST}", HOST),
        ("cookie", "", f"https://{HOST}", HOST),
        ("cookie", token_for("cookie"), None, HOST),
        ("cookie", token_for("cookie"), "null", HOST),
        ("cookie", token_for("cookie"), "https://evil.example", HOST),
        ("cookie", token_for("cookie"), "null", ""),
    ],
)
def test_nothing_else_is(cookie: str | None, token: str, origin: str | None, host: str) -> None:
    assert not is_ours(cookie, token, origin, host)


def test_the_token_does_not_give_the_cookie_away() -> None:
    assert "cookie" not in token_for("cookie")
    assert token_for("cookie") != token_for("cookie2")
