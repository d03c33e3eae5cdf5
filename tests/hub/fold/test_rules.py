"""Promises about the words of a doubt."""

from __future__ import annotations

from fieldapp.hub.fold.rules import dangling, unknown_user, unknown_vaccine, user_key


def test_no_words_carry_what_somebody_wrote_down() -> None:
    for doubt in (unknown_vaccine(), unknown_user(7, "canary.test"), dangling(b"canary")):
        assert "canary" not in doubt.words and doubt.words.endswith(".")


def test_users_of_two_laptops_are_not_confused() -> None:
    assert user_key(1, "1:test") != user_key(11, ":test")
