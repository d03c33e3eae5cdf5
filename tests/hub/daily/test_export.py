"""Promises of the report as a file: stable columns, what was reported beside what is known."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from fieldapp.hub.daily.export import COLUMNS, Order, restated_words, table_of, write
from fieldapp.hub.daily.report import Day, Figures, Part, Report, Restated
from fieldapp.hub.daily.shares import GROUP, VACCINE
from fieldapp.hub.web.times import Place
from fieldapp.hub.web.words import CHINESE, ENGLISH, words_of
from tests.hub.fake_laptop import NOW_S

PLACE = Place(480, ENGLISH)
RESTATED = Restated(Figures(831, 2, 5, 700, 90), Figures(812, 2, 5, 690, 88))
DAY = Day(date(2021, 6, 14), RESTATED, NOW_S)
OPEN = Day(date(2021, 6, 15), Restated(Figures(10), None), None)
PARTS = (Part("grp-health", RESTATED, Figures(9000, 0, 0, 8000, 900)),)
REPORT = Report(DAY, RESTATED, (DAY,), {VACCINE: (), GROUP: PARTS})


def order(language: str) -> Order:
    return Order(words_of(language), Place(480, language), NOW_S, "00ff", lambda _, code: code)


def told(day: Day) -> str:
    return words_of(ENGLISH).say(restated_words(day, PLACE))


def test_what_came_late_is_said_in_a_sentence() -> None:
    assert told(DAY) == "Reported on 30 Jun 2021 04:53: 812. Today known: 831 (+19 late)"
    less = Restated(Figures(810), Figures(812))
    assert "(−2 struck through since)" in told(Day(DAY.day, less, NOW_S))
    same = Restated(Figures(812), Figures(812))
    assert told(Day(DAY.day, same, NOW_S)).endswith("812. Nothing came late.")
    assert told(OPEN) == "10 doses known so far; this day is not published yet."


def test_rows_hold_both_figures_and_an_unpublished_day_holds_none() -> None:
    table = table_of(Report(OPEN, OPEN.figures, (DAY, OPEN), {}), lambda _, code: code)
    first, second, so_far = (dict(zip(COLUMNS, row, strict=True)) for row in table.rows)
    assert (first["doses"], first["doses_reported"], first["late"]) == (831, 812, 19)
    assert first["reported_utc"] == "2021-06-29T20:53:20Z"
    assert (second["doses_reported"], second["reported_utc"], second["late"]) == (None,) * 3
    assert so_far["line"] == "so-far"


def test_csv_and_excel_can_be_opened(tmp_path: Path) -> None:
    write(REPORT, order(ENGLISH), "csv", tmp_path / "r.csv")
    text = (tmp_path / "r.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert [(row["line"], row["split"]) for row in rows] == [
        ("day", "total"), ("so-far", "total"), ("day", "group"), ("so-far", "group"),
    ]  # fmt: skip
    write(REPORT, order(ENGLISH), "xlsx", tmp_path / "r.xlsx")
    (sheet,) = load_workbook(tmp_path / "r.xlsx").worksheets
    assert sheet.max_row == 5


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (ENGLISH, ["Daily report of 14 Jun 2021", "(+19 late)", "By key group", "grp-health"]),
        (CHINESE, ["2021-06-14 日报", "迟到 +19", "按重点人群"]),
    ],
)
def test_on_paper_the_restatement_comes_first(
    tmp_path: Path, language: str, lines: list[str]
) -> None:
    write(REPORT, order(language), "pdf", tmp_path / "r.pdf")
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "r.pdf").pages)
    text = text.replace("\0", "")
    for line in lines:
        assert line in text
