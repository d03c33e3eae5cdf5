"""Every way of ending and of separating has words of its own."""

from __future__ import annotations

from fieldapp.ui.scanner.words import end_words, separator_words


def test_each_code_has_its_own_words() -> None:
    ends = {end_words(code) for code in ("enter", "tab", "line-feed", "camera")}
    ways = {separator_words(code) for code in ("key", "ctrl", "alt", "arrow")}
    assert (len(ends), len(ways)) == (4, 4)
