"""The demo's hands do what a person and a scanner do, and give up with a picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fieldapp.cli.demo import hands as hands_module
from fieldapp.cli.demo.hands import Hands, NothingHappened


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[QLineEdit]:
    window = QWidget()
    qtbot.addWidget(window)
    made = QLineEdit(window)
    window.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made


@pytest.fixture
def hands(qapp: QApplication, line: QLineEdit, tmp_path: Path) -> Hands:
    return Hands(qapp, lambda: line.window(), tmp_path)


def test_a_scan_is_typed_and_every_line_ends_with_enter(hands: Hands, line: QLineEdit) -> None:
    entered: list[str] = []
    line.returnPressed.connect(lambda: entered.append(line.text()))
    hands.scan("P<UTO\nL8989")
    assert entered == ["P<UTO", "P<UTOL8989"]
    assert (hands.scans, hands.keys) == (1, 0)


def test_keys_are_counted_as_a_person_presses_them(hands: Hands, line: QLineEdit) -> None:
    hands.write(line, "测试甲")
    hands.press(Qt.Key.Key_F9)
    assert (line.text(), hands.keys) == ("测试甲", 4)


def test_waiting_in_vain_ends_with_a_picture_and_words(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hands_module, "_PATIENCE_S", 0.01)
    with pytest.raises(NothingHappened, match="a dose that never came"):
        hands.wait_for("a dose that never came", lambda: False)
    assert (tmp_path / "01-waited-in-vain.png").stat().st_size > 0
