"""`make guides` draws every picture that a guide names, as wide as a guide shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tools import guides


def test_the_screens_are_those_that_the_guide_names(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guides, "named", lambda _language, _guide: ["lock", "help"])
    assert guides.draw_screens(qapp, "en", tmp_path) == 2
    assert sorted(file.name for file in tmp_path.iterdir()) == ["help.png", "lock.png"]
    assert QImage(str(tmp_path / "lock.png")).width() == 960


def test_the_pages_are_made_as_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    image = QImage(1200, 40, QImage.Format.Format_RGB32)
    image.save(str(tmp_path / "wide.png"))
    wide = (tmp_path / "wide.png").read_bytes()
    monkeypatch.setattr(guides, "photograph_pages", lambda names, _language: {names[0]: wide})
    assert guides.draw_pages("en", tmp_path) == 1
    assert QImage(str(tmp_path / "overview.png")).width() == 960
