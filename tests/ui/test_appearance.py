"""Theme, language and text size are worn at once and kept for the next start."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.ui import language, theme
from fieldapp.ui.appearance import Appearance


def test_what_is_chosen_is_worn_and_is_there_at_the_next_start(
    qapp: QApplication, tmp_path: Path
) -> None:
    first = Appearance(qapp, tmp_path / "screen.json")
    first.next_theme()
    first.next_language()
    first.resize_text(1)
    first.wait()
    assert theme.in_force() is theme.SUNLIGHT
    assert (language.spoken(), theme.text_size()) == (language.CHINESE, 125)
    theme.apply_theme(qapp, theme.NORMAL)
    language.install(qapp, language.ENGLISH)
    Appearance(qapp, tmp_path / "screen.json")
    assert theme.in_force() is theme.SUNLIGHT
    assert (language.spoken(), theme.text_size()) == (language.CHINESE, 125)


def test_a_laptop_that_starts_in_english_counts_in_english(
    qapp: QApplication, tmp_path: Path
) -> None:
    """English is what a program speaks anyhow, but only its translation knows *1 dose*."""
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale.c())
    qapp.setProperty("language", None)
    Appearance(qapp, tmp_path / "screen.json")
    assert qapp.translate("TodayPanel", "%n dose(s)", "", 1) == "1 dose"
    assert qapp.translate("TodayPanel", "%n dose(s)", "", 2) == "2 doses"


def test_a_new_theme_needs_no_new_windows_but_other_words_and_sizes_do(
    qapp: QApplication, qtbot: QtBot
) -> None:
    look = Appearance(qapp)
    with qtbot.assertNotEmitted(look.rewritten):
        look.next_theme()
        look.resize_text(-1)  # it is the usual size already
        look.next_lock()
    with qtbot.waitSignal(look.rewritten):
        look.next_language()
    with qtbot.waitSignal(look.rewritten):
        look.resize_text(0)


def test_where_there_is_no_home_yet_nothing_is_written(qapp: QApplication, tmp_path: Path) -> None:
    look = Appearance(qapp, tmp_path / "home" / "screen.json")
    look.next_theme()
    look.wait()
    assert not (tmp_path / "home").exists()
    (tmp_path / "home").mkdir()
    look.keep()
    look.wait()
    assert (tmp_path / "home" / "screen.json").exists()


def test_a_disk_that_cannot_be_written_changes_nothing_else(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "screen.json").mkdir()
    look = Appearance(qapp, tmp_path / "screen.json")
    look.next_theme()
    look.wait()
    qtbot.wait(20)
    assert theme.in_force().name == look.liked.theme
