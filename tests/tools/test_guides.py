"""`make guides` draws every picture that a guide names, anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from fieldapp.ui.guide.chapters import Chapter
from tools import guides


def test_the_pictures_are_those_of_the_guide_and_no_older_ones(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "old.png").touch()
    told = [Chapter("One", "", ("lock",)), Chapter("Two", "", ("help",))]
    monkeypatch.setattr(guides, "chapters", lambda _language: told)
    assert guides.draw_all(qapp, "en", tmp_path) == 2
    assert sorted(file.name for file in tmp_path.iterdir()) == ["help.png", "lock.png"]
    assert QImage(str(tmp_path / "lock.png")).width() == 960
