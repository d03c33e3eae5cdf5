"""Promises of coverage as a file: stable columns, the source of each number, no figures of the
small."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from fieldapp.hub.coverage.denominators import Entry
from fieldapp.hub.coverage.export import COLUMNS, Order, percent_words, table_of, write
from fieldapp.hub.coverage.reading import Covered
from fieldapp.hub.daily.report import Figures
from fieldapp.hub.daily.shares import GROUP
from fieldapp.hub.web.times import Place
from fieldapp.hub.web.words import CHINESE, ENGLISH, words_of
from tests.hub.fake_laptop import NOW_S

DAY = date(2021, 6, 29)
ENTRY = Entry(1, GROUP, "grp-health", DAY, 1000, "County bureau", "lu.qing", NOW_S)
ROWS = {
    GROUP: (
        Covered(GROUP, "grp-health", Figures(covered=824, completed=610), ENTRY),
        Covered(GROUP, "grp-lake", None, ENTRY),
        Covered(GROUP, "grp-retail", Figures(covered=3), None),
    )
}


def order(language: str) -> Order:
    place = Place(480, language)
    return Order(words_of(language), place, NOW_S, "00ff", DAY, lambda _, code: code)


def test_a_row_says_its_denominator_and_where_that_comes_from() -> None:
    health, lake, retail = (
        dict(zip(COLUMNS, row, strict=True)) for row in table_of(ROWS, order(ENGLISH)).rows
    )
    assert (health["people"], health["source"]) == (1000, "County bureau")
    assert (health["covered_percent"], health["standing"]) == (82.4, "over-goal")
    assert (lake["people"], lake["covered"], lake["standing"]) == (None, None, "too-small")
    assert (retail["people"], retail["covered_percent"]) == (None, None)


def test_csv_can_be_opened(tmp_path: Path) -> None:
    write(ROWS, order(ENGLISH), "csv", tmp_path / "c.csv")
    text = (tmp_path / "c.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["code"] for row in rows] == ["grp-health", "grp-lake", "grp-retail"]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (ENGLISH, ["Coverage on 29 Jun 2021", "82.4 %", "County bureau", "no denominator"]),
        (CHINESE, ["2021-06-29 覆盖率", "重点人群", "超过 80%"]),
    ],
)
def test_the_same_on_paper(tmp_path: Path, language: str, lines: list[str]) -> None:
    write(ROWS, order(language), "pdf", tmp_path / "c.pdf")
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "c.pdf").pages)
    text = " ".join(text.replace("\0", "").split())
    for line in lines:
        assert line in text


def test_a_percentage_that_is_not_known_is_a_dash() -> None:
    assert (percent_words(None), percent_words(82.44)) == ("–", "82.4 %")
