"""The workbook as a file: what to read, who is due, and two hidden sheets behind the formulas."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

from fieldapp.reports.workbook.content import Content
from fieldapp.reports.workbook.formulas import (
    FIRST_LIST_ROW,
    LISTS,
    RULES,
    days_and_months,
    rule_cells,
)
from fieldapp.reports.workbook.look import Look
from fieldapp.reports.workbook.people import LIST_COLUMNS, PeopleSheet
from fieldapp.reports.workbook.read_me import write_read_me
from fieldapp.reports.workbook.words import Words

_AGES = 1


def workbook_bytes(content: Content) -> bytes:
    """The .xlsx file; it holds names, so whoever keeps it keeps it like a list of patients."""
    import xlsxwriter  # here, because it takes longer to load than the whole lock screen

    whole, words = io.BytesIO(), Words(content.language)
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(whole, options) as book:
        look = Look(book, content.language)
        read_me = book.add_worksheet(words("sheet.read_me"))
        people = book.add_worksheet(words("sheet.people"))
        lists, rules = book.add_worksheet(LISTS), book.add_worksheet(RULES)
        write_read_me(read_me, look, content)
        choices = _choices(content, words)
        _write_lists(lists, choices, content)
        _write_rules(rules, look, content)
        PeopleSheet(people, look, content, words).write(choices)
        people.activate()
    return whole.getvalue()


def _choices(content: Content, words: Words) -> dict[str, Sequence[str]]:
    return {
        "lot": [lot.words for lot in content.lots],
        "site": list(words.of("site").values()),
        "vaccinator": content.staff,
        "reason": list(words.of("reason").values()),
        "kind": list(words.of("kind").values()),
    }


def _write_lists(sheet: Any, choices: dict[str, Sequence[str]], content: Content) -> None:
    for key, offered in choices.items():
        column = ord(LIST_COLUMNS[key]) - ord("A")
        sheet.write_column(FIRST_LIST_ROW - 1, column, offered)
    for at, lot in enumerate(content.lots, start=FIRST_LIST_ROW - 1):
        _, months = days_and_months(lot.min_age)
        if months is not None:
            sheet.write_number(at, _AGES, months)
    _hide(sheet)


def _write_rules(sheet: Any, look: Look, content: Content) -> None:
    for at, person in enumerate(content.people):
        for column, cell in enumerate(rule_cells((person.planned, *person.by_lot))):
            if isinstance(cell, date):
                sheet.write_datetime(at, column, cell, look.day)
            elif cell not in (None, ""):
                sheet.write(at, column, cell)
    _hide(sheet)


def _hide(sheet: Any) -> None:
    sheet.hide()
    sheet.protect("")
