"""Both languages tell the same, chapter by chapter; every picture is of a screen that exists."""

from __future__ import annotations

import pytest

from fieldapp.hub.web.navigation import NAVIGATION
from fieldapp.reports.guide import (
    CHINESE,
    ENGLISH,
    SUPERVISOR,
    VACCINATOR,
    Chapter,
    chapters,
    picture_file,
)
from tools.made_up_screens import SCREENS

GUIDES = (VACCINATOR, SUPERVISOR)


@pytest.mark.parametrize("guide", GUIDES)
@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_a_guide_is_cut_at_its_headings(language: str, guide: str) -> None:
    found = chapters(language, guide)
    assert len(found) >= 13
    assert all(chapter.title and len(chapter.text) > 60 for chapter in found)
    assert not any("\n## " in chapter.text for chapter in found)


@pytest.mark.parametrize("guide", GUIDES)
def test_both_languages_have_the_same_chapters_pictures_and_keys(guide: str) -> None:
    for english, chinese in zip(chapters(ENGLISH, guide), chapters(CHINESE, guide), strict=True):
        assert english.pictures == chinese.pictures
        assert _keys(english) == _keys(chinese), english.title


def test_every_picture_is_of_a_screen_or_page_that_is_there() -> None:
    pages = {path.strip("/") for _, entries in NAVIGATION for path, *_ in entries}
    assert _pictures(VACCINATOR) <= SCREENS.keys()
    assert _pictures(SUPERVISOR) <= pages


def test_a_picture_without_an_address_is_left_out() -> None:
    chapter = Chapter("Title", "![The desk](desk-due)\n\nWords.", ("desk-due",))
    assert chapter.illustrated(lambda _name: None) == "Words."
    shown = chapter.illustrated(lambda name: f"/pictures/{name}")
    assert shown == "![The desk](/pictures/desk-due)\n\nWords."


def test_no_picture_is_made_up() -> None:
    assert picture_file(ENGLISH, VACCINATOR, "no-such-screen") is None


def _pictures(guide: str) -> set[str]:
    found = {name for chapter in chapters(ENGLISH, guide) for name in chapter.pictures}
    assert found
    return found


def _keys(chapter: Chapter) -> set[str]:
    return set(chapter.text.split("`")[1::2])
