"""Promises of results: every code that a sync can end with has words and a look."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp.hub import app, sync_answer
from fieldapp.hub.sync_log.reading import Line
from fieldapp.hub.sync_log.results import RESULTS, codes_of, kind_of, words_of
from fieldapp.hub.web.words import ENGLISH
from fieldapp.hub.web.words import words_of as language

LINE = Line(1, 0, 1, None, "internet", "received", 9, 9, 9, 1, 0, 2, 1, 15, 1, 15)


def said(line: Line) -> str:
    return language(ENGLISH).say(words_of(line))


def codes_in_source() -> set[str]:
    sources = [Path(module.__file__ or "").read_text("utf-8") for module in (sync_answer, app)]
    return set(re.findall(r'problem\(\s*\d+, "([\w-]+)"', "".join(sources)))


def test_every_refusal_of_a_sync_is_told_by_its_cause() -> None:
    others = {"not-found", "unreadable", "storage", "fault"}
    for code in codes_in_source() - others:
        assert "could not answer" not in said(replace(LINE, result=code)), code
    assert "could not answer" in said(replace(LINE, result="storage"))


@pytest.mark.parametrize(
    ("result", "kind", "words"),
    [
        ("received", "ok", "15 records received, receipt signed."),
        ("known", "ok", "Sent again what was here already; counted once."),
        ("nothing-new", "ok", "Nothing new to send."),
        ("lacking", "wait", "2 pages wait for the page before them."),
        ("not-genuine", "wait", "1 page was not genuine: not taken."),
        (
            "bare",
            "wait",
            "1 page came without what its records say, which this hub never erased: not taken."
            " Look at this laptop.",
        ),
        ("clock", "wait", "Refused: the laptop's clock is over ten minutes off. It comes again."),
        ("unsigned", "stop", "Refused: the request was not signed."),
    ],
)
def test_results_have_words_and_a_look(result: str, kind: str, words: str) -> None:
    line = replace(LINE, result=result)
    assert (kind_of(result), said(line)) == (kind, words)


def test_groups_of_results_leave_none_out() -> None:
    good, attention = codes_of("good")[0], codes_of("attention")[0]
    assert codes_of("refused") == ((*good, *attention), True)
    assert set(RESULTS) == {"good", "attention", "refused"}


def test_a_beacon_brings_nothing() -> None:
    assert "brought nothing" in said(replace(LINE, road="beacon"))
