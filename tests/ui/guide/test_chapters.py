"""Both languages tell the same, chapter by chapter; every picture is of a screen that exists."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.ui.guide import chapters as module
from fieldapp.ui.guide.chapters import Chapter, chapters, illustrated, picture_file
from fieldapp.ui.language import CHINESE, ENGLISH, LANGUAGES
from tools.made_up_screens import SCREENS


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guide_is_cut_at_its_headings(language: str) -> None:
    found = chapters(language)
    assert len(found) == 13
    assert all(chapter.title and len(chapter.text) > 80 for chapter in found)
    assert not any("\n## " in chapter.text for chapter in found)


def test_both_languages_have_the_same_chapters_pictures_and_keys() -> None:
    for english, chinese in zip(chapters(ENGLISH), chapters(CHINESE), strict=True):
        assert english.pictures == chinese.pictures
        assert _keys(english) == _keys(chinese), english.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_of_a_screen_that_is_there(language: str) -> None:
    named = {name for chapter in chapters(language) for name in chapter.pictures}
    assert named and named <= SCREENS.keys()


def test_a_picture_that_was_not_drawn_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    chapter = Chapter("Title", "![The desk](desk-due)\n\nWords.", ("desk-due",))
    monkeypatch.setattr(module, "picture_file", lambda _language, _name: None)
    assert illustrated(chapter, ENGLISH) == "Words."


def test_a_picture_that_was_drawn_is_shown_with_its_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "desk-due.png"
    monkeypatch.setattr(module, "picture_file", lambda _language, _name: file)
    chapter = Chapter("Title", "![The desk](desk-due)\n\nWords.", ("desk-due",))
    assert illustrated(chapter, ENGLISH) == f"![The desk]({file.as_uri()})\n\nWords."


def test_no_picture_is_made_up() -> None:
    assert picture_file(ENGLISH, "no-such-screen") is None


def _keys(chapter: Chapter) -> set[str]:
    return set(chapter.text.split("`")[1::2])
