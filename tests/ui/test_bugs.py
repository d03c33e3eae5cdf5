"""A bug is logged with its places and without its words."""

from __future__ import annotations

import logging

import pytest

from fieldapp.ui.bugs import log_bug


def test_the_kind_and_the_place_are_noted_and_no_name(caplog: pytest.LogCaptureFixture) -> None:
    try:
        int("王海波 370826198001010014")
    except ValueError as bug:
        with caplog.at_level(logging.ERROR, "fieldapp"):
            log_bug(bug)
    assert "ValueError" in caplog.text and "test_bugs.py" in caplog.text
    assert "王海波" not in caplog.text and "3708" not in caplog.text
