"""One word tells practice from the real thing."""

from __future__ import annotations

from fieldapp.domain.made_up import MADE_UP, is_made_up


def test_only_its_own_word_is_practice() -> None:
    assert is_made_up(MADE_UP)
    assert not any(is_made_up(kind) for kind in ("boat", "vehicle", "", "MADE-UP"))
