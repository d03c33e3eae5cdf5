"""Pages are photographed in a real browser with a made-up district behind them."""

from __future__ import annotations

import shutil

import pytest

from fieldapp.ui.language import CHINESE
from tools.guide_pages import photograph_pages

BROWSER = pytest.mark.skipif(shutil.which("chromium") is None, reason="no chromium here")


@BROWSER
def test_a_page_is_photographed_in_the_language_asked_for() -> None:
    english, chinese = (
        photograph_pages(["overview"], spoken)["overview"] for spoken in ("en", CHINESE)
    )
    assert english[:4] == chinese[:4] == b"\x89PNG"
    assert english != chinese


@BROWSER
def test_a_picture_does_not_depend_on_the_port_of_the_moment() -> None:
    """Two builds are the same; and readers see an address that looks like one."""
    first, again = (photograph_pages(["bookings"], "en")["bookings"] for _ in range(2))
    assert first == again


def test_without_a_browser_there_are_none_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert photograph_pages(["overview"], "en") == {}
    assert "no chromium" in capsys.readouterr().out
