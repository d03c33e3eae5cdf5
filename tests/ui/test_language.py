"""Dates, times and numbers read as people of that language write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp.ui import language

NOW = datetime(2026, 11, 22, 14, 32, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture
def chinese(qapp: QApplication) -> None:
    language.install(qapp, language.CHINESE)


def test_a_day_in_english() -> None:
    assert language.day(date(2026, 11, 2)) == "2 Nov 2026"


@pytest.mark.usefixtures("chinese")
def test_a_day_in_chinese() -> None:
    assert language.day(date(2026, 11, 2)) == "2026-11-02"


def test_moments_are_told_on_the_sites_own_clock() -> None:
    said = [
        language.moment(NOW.astimezone(UTC) - timedelta(hours=hours), NOW)
        for hours in (3, 27, 24 * 40)
    ]
    assert said == ["today 11:32", "yesterday 11:32", "13 Oct 2026 14:32"]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (59, "59 s"),
        (60, "1 min"),
        (3 * 3600 + 12 * 60, "3 h 12 min"),
        (86400, "1 day 0 h"),
        (2 * 86400 + 3600, "2 days 1 h"),
    ],
)
def test_how_long_in_two_units_at_most(seconds: int, words: str) -> None:
    assert language.duration(seconds) == words


@pytest.mark.usefixtures("chinese")
def test_how_long_in_chinese() -> None:
    assert language.duration(3 * 3600 + 12 * 60) == "3小时12分"
    assert language.duration(2 * 86400) == "2天0小时"


def test_numbers_and_sizes() -> None:
    assert language.number(4812) == "4,812"
    assert [language.size(n) for n in (950, 1300, 2_000_000)] == ["950 B", "1.3 kB", "2.0 MB"]
    assert language.size(96_040_000_000) == "96.0 GB"


def test_a_language_is_spoken_until_another_is(qapp: QApplication) -> None:
    language.install(qapp, language.CHINESE)
    assert language.spoken() == language.CHINESE
    assert language.catalogue_key() == "zh-Hans"
    language.install(qapp, language.ENGLISH)
    assert language.spoken() == language.ENGLISH


def test_only_the_first_letter_is_made_a_capital() -> None:
    assert language.capital("today AD 5") == "Today AD 5"
    assert language.capital("") == ""


@pytest.mark.usefixtures("chinese")
def test_a_paper_may_be_in_another_language_than_the_screens() -> None:
    with language.speaking(language.ENGLISH):
        assert language.day(date(2026, 11, 2)) == "2 Nov 2026"
        assert language.translate("words", "Document") == "Document"
    assert language.translate("words", "Document") == "证件"
    with language.speaking(""):
        assert language.spoken() == language.CHINESE


def test_what_is_written_in_chinese_leaves_english_screens_as_they_are(qapp: QApplication) -> None:
    language.install(qapp, language.ENGLISH)
    with language.speaking(language.CHINESE):
        assert language.translate("words", "Document") == "证件"
    assert language.translate("words", "Document") == "Document"
