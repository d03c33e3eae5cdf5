"""Advice becomes words: what to do, why, by which rule; in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp.domain.scan import identify
from fieldapp.domain.schedule.advice import Advice
from fieldapp.ui import language, words
from tools.screens.people import BIBP, NOW, consultation, wang

TODAY = NOW.date()
ALL_NO = dict.fromkeys(("fever", "severe-reaction", "other-vaccine", "neurological"), False)


def advice(days_ago: int | None, **answers: bool) -> Advice:
    said = {name.replace("_", "-"): yes for name, yes in answers.items()}
    return consultation(days_ago, {**ALL_NO, **said}, BIBP, wang()).advice


@pytest.mark.parametrize(
    ("given", "title"),
    [
        (advice(23), "Give dose 2"),
        (advice(None), "Give dose 1"),
        (advice(3), "Not yet: from 10 Dec 2026"),
        (advice(23, fever=True), "Not today"),
        (advice(23, severe_reaction=True), "Do not give today"),
    ],
)
def test_the_verdict_is_said_in_the_nurses_words(given: Advice, title: str) -> None:
    assert words.verdict_title(given, TODAY) == title


def test_why_names_the_days_and_the_window() -> None:
    last = TODAY - timedelta(days=23)
    assert words.verdict_reason(advice(23), last, TODAY) == (
        "Day 23 of 21–56 after the last dose. Window: 20 Nov 2026 to 25 Dec 2026."
    )


def test_in_chinese_too_the_day_stands_in_its_window(qapp: QApplication) -> None:
    language.install(qapp, language.CHINESE)
    said = words.verdict_reason(advice(30), TODAY - timedelta(days=30), TODAY)
    assert said.startswith("上一剂后第30天，接种期为第21–56天。")


def test_past_the_window_the_day_is_not_said_to_be_in_it() -> None:
    said = words.verdict_reason(advice(60), TODAY - timedelta(days=60), TODAY)
    assert said.startswith("Day 60 after the last dose. Window: ")
    assert said.endswith("Late: give it now, never start again.")


def test_the_rule_is_named_with_its_edition_and_its_source() -> None:
    said = words.rule_words(advice(23), "en")
    assert said.startswith("Rule: inactivated (Vero cell), 2 doses · 1st ed., 29 Mar 2021 · ")
    assert "National Health Commission" in said


def test_the_chinese_verdict_writes_dates_the_chinese_way(qapp: QApplication) -> None:
    language.install(qapp, language.CHINESE)
    assert words.verdict_title(advice(3), TODAY) == "尚未到期：2026-12-10起"
    assert words.verdict_title(advice(23), TODAY) == "可接种第2剂"


REASONS = (
    "BELOW_MIN_AGE",
    "CONTRAINDICATED",
    "DEFER",
    "DUE",
    "DUPLICATE_SAME_DAY",
    "INFECTION_GAP",
    "INVALID_HISTORY",
    "LATE_CONTINUE",
    "LIVE_VACCINE_GAP",
    "NEEDS_CLINICAL_REVIEW",
    "OTHER_VACCINE_GAP",
    "PLATFORM_MISMATCH",
    "SERIES_COMPLETE",
    "TOO_EARLY",
)


@pytest.mark.parametrize("spoken", language.LANGUAGES)
@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_of_the_engine_has_its_own_sentence(
    qapp: QApplication, reason: str, spoken: str
) -> None:
    language.install(qapp, spoken)
    given = advice(23)
    given = replace(given, forecast=replace(given.forecast, reason=reason, warnings=()))
    said = words.verdict_reason(given, None, TODAY)
    assert said
    assert said != words.tr("Look at the history again.")
    assert reason not in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("370826198001010014", "ID card read"),
        ("13812345678", "Phone number read"),
        ("王海波", "Name read"),
        (
            "370826198001010016",
            "ID card: the check digit is wrong. Scan it again or type the number.",
        ),
    ],
)
def test_a_scan_is_told_by_what_it_is_or_what_to_try(text: str, said: str) -> None:
    assert words.scan_words(identify(text, date(2026, 11, 22))) == said


def test_what_cannot_be_recognised_is_shown_as_it_was_read() -> None:
    said = words.scan_words(identify("@@##", TODAY))
    assert "@@##" in said
    assert "Scan again, or type the name." in said


def test_every_reason_that_can_be_chosen_has_words() -> None:
    assert all(words.not_given_words(code) != code for code in words.NOT_GIVEN)
    assert all(words.void_words(code) != code for code in words.VOIDED)
    assert words.site_words("left-deltoid") == "left arm"
    assert words.role_words("vaccinator") == "vaccinator"


def test_the_lock_counts_those_who_are_watched() -> None:
    assert words.clocks_go_on(0) == ""
    assert words.clocks_go_on(1) == "1 person is being watched; the clock goes on."
    assert words.clocks_go_on(3) == "3 people are being watched; their clocks go on."


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("severe_vaccine_allergy", "A severe reaction to an earlier dose"),
        ("serious_reaction_before", "A serious reaction to an earlier dose"),
    ],
)
def test_a_reaction_on_record_is_named_as_the_reason(condition: str, said: str) -> None:
    at = advice(23)
    told = replace(
        at,
        forecast=replace(at.forecast, eligible=False, decided_by=condition),
        on_record=frozenset({condition}),
    )
    assert words.verdict_reason(told, None, TODAY).startswith(said)


def test_sentences_follow_one_another_as_the_language_writes_them(qapp: QApplication) -> None:
    assert words.sentences("One.", "", "Two.") == "One. Two."
    language.install(qapp, language.CHINESE)
    assert words.sentences("一。", "", "二。") == "一。二。"
