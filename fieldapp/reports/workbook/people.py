"""The sheet to fill in: a line for everybody who is due, blank lines, and the hidden seal below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from fieldapp.reports.workbook.columns import COLUMNS, HEADER_ROW, index
from fieldapp.reports.workbook.content import BlankLine, Content, PersonLine
from fieldapp.reports.workbook.formulas import FIRST_LIST_ROW, LISTS, Row
from fieldapp.reports.workbook.look import Look
from fieldapp.reports.workbook.words import Words

FIRST_ROW = HEADER_ROW + 1
LIST_COLUMNS = {"lot": "A", "site": "C", "vaccinator": "D", "reason": "E", "kind": "F"}
"""Where the hidden sheet of lists has the choices of a column; B holds the ages of the lots."""
_CALCULATED = ("age", "dose", "not_before", "check", "next")
_ROW_HEIGHT, _HEAD_HEIGHT, _LINE_HEIGHT = 30, 32, 13
_DAY_ZERO = date(1899, 12, 30)


class PeopleSheet:
    """Writes the sheet into a book of XlsxWriter."""

    def __init__(self, sheet: Any, look: Look, content: Content, words: Words) -> None:
        self._sheet, self._look, self._content, self._words = sheet, look, content, words
        self._last = FIRST_ROW + len(content.people) + len(content.blanks) - 1

    def write(self, choices: dict[str, Sequence[str]]) -> None:
        """All of it. `choices` are what the drop-downs offer, by column."""
        self._head()
        for at, person in enumerate(self._content.people):
            self._person(FIRST_ROW + at, person, rule_line=at + 1)
        for at, blank in enumerate(self._content.blanks, start=len(self._content.people)):
            self._row(FIRST_ROW + at, blank, {"history": blank.told}, None)
        self._drop_downs(choices)
        self._days()
        self._colours()
        self._below()
        self._page()

    def _head(self) -> None:
        content, words, sheet = self._content, self._words, self._sheet
        title = words("title", session=content.session, place=content.place)
        sheet.merge_range(0, 0, 0, len(COLUMNS) - 1, title, self._look.title)
        line = words(
            "line",
            team=content.team,
            day=content.day.isoformat(),
            people=len(content.people),
            blanks=len(content.blanks),
            written=f"{content.written:%Y-%m-%d %H:%M}",
        )
        sheet.merge_range(1, 0, 1, len(COLUMNS) - 1, line, self._look.line)
        sheet.merge_range(2, 0, 2, len(COLUMNS) - 1, words("private"), self._look.warning)
        for at, column in enumerate(COLUMNS):
            sheet.set_column(at, at, column.width)
            sheet.write_string(HEADER_ROW, at, words(f"column.{column.key}"), self._look.head)
        sheet.set_row(0, 24)
        sheet.set_row(HEADER_ROW, _HEAD_HEIGHT)
        sheet.freeze_panes(FIRST_ROW, index("name") + 1)

    def _person(self, at: int, person: PersonLine, rule_line: int) -> None:
        fixed: dict[str, str | int] = {
            "name": person.name,
            "kind": self._words(f"kind.{person.kind}") if person.kind else "",
            "document": person.document,
            "born": int(person.born) if person.born.isdecimal() else person.born,
            "phone": person.phone,
            "history": person.history,
            **self._calculated(person),
        }
        self._row(at, person, fixed, rule_line)

    def _calculated(self, person: PersonLine) -> dict[str, str | int]:
        """What the formulas say before anything is typed, for programs that open a file without
        calculating it."""
        found: dict[str, str | int] = {}
        if person.planned.number is not None:
            found["dose"] = person.planned.number
        if person.planned.not_before is not None:
            found["not_before"] = (person.planned.not_before - _DAY_ZERO).days
        if person.born.isdecimal():
            found["age"] = self._content.day.year - int(person.born)
        return found

    def _row(
        self,
        at: int,
        line: PersonLine | BlankLine,
        fixed: dict[str, str | int],
        rule_line: int | None,
    ) -> None:
        blank, sheet = isinstance(line, BlankLine), self._sheet
        sheet.set_row(at, _height(str(fixed.get("history", ""))))
        formulas = Row(self._words, at + 1, len(self._content.lots), rule_line)
        known = {**fixed, "number": line.number, "row": line.code}
        for column, key in enumerate(one.key for one in COLUMNS):
            typed = COLUMNS[column].typed == "all" or (blank and COLUMNS[column].typed == "blank")
            form = self._look.cell(key, typed=typed)
            if key in _CALCULATED:
                sheet.write_formula(at, column, getattr(formulas, key), form, known.get(key, ""))
            elif key == "day":
                sheet.write_datetime(at, column, self._content.day, form)
            elif known.get(key, "") == "":
                sheet.write_blank(at, column, None, form)
            elif isinstance(known[key], int):
                sheet.write_number(at, column, known[key], form)
            else:
                sheet.write_string(at, column, known[key], form)

    def _drop_downs(self, choices: dict[str, Sequence[str]]) -> None:
        for key, offered in choices.items():
            if not offered:
                continue
            first = FIRST_ROW + len(self._content.people) if key == "kind" else FIRST_ROW
            if first > self._last:
                continue
            column = LIST_COLUMNS[key]
            last = FIRST_LIST_ROW + len(offered) - 1
            self._validate(first, key, {
                "validate": "list",
                "source": f"={LISTS}!${column}${FIRST_LIST_ROW}:${column}${last}",
                "error_message": self._words("error.list"),
                "error_type": "warning" if key == "vaccinator" else "stop",
            })  # fmt: skip
        self._validate(FIRST_ROW, "status", {
            "validate": "list",
            "source": list(self._words.of("status").values()),
            "error_message": self._words("error.list"),
        })  # fmt: skip

    def _days(self) -> None:
        self._validate(FIRST_ROW, "day", {
            "validate": "date",
            "criteria": ">=",
            "value": self._content.began,
            "input_message": self._words("input.day"),
            "error_message": self._words("error.day"),
            "error_type": "warning",
        })  # fmt: skip
        first = FIRST_ROW + len(self._content.people)
        for key in ("born", "document"):
            if first <= self._last:
                said = {"validate": "any", "input_message": self._words(f"input.{key}")}
                self._validate(first, key, said)

    def _validate(self, first: int, key: str, options: Mapping[str, object]) -> None:
        column = index(key)
        self._sheet.data_validation(first, column, self._last, column, options)

    def _colours(self) -> None:
        check = self._words.of("check")
        tones = {
            self._look.good: ("ok",),
            self._look.stop: ("too_early", "complete", "ask"),
            self._look.missing: ("lot", "day", "reason", "status", "name"),
        }
        column = index("check")
        for form, codes in tones.items():
            for code in codes:
                self._sheet.conditional_format(FIRST_ROW, column, self._last, column, {
                    "type": "cell", "criteria": "==", "value": f'"{check[code]}"', "format": form,
                })  # fmt: skip

    def _below(self) -> None:
        """The line to sign, and the seal in lines that nobody sees."""
        self._sheet.write_string(self._last + 2, 0, self._words("signature"), self._look.line)
        for at, line in enumerate(self._content.seal, start=self._last + 4):
            self._sheet.write_string(at, 0, line, self._look.hidden)
            self._sheet.set_row(at, None, None, {"hidden": True})

    def _page(self) -> None:
        sheet, content = self._sheet, self._content
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.3, right=0.3, top=0.4, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEADER_ROW)
        sheet.print_area(0, 0, self._last + 2, len(COLUMNS) - 1)
        named = self._words("footer", workbook=content.workbook, seal=content.seal_name)
        sheet.set_footer(f"&L&8{content.session}&C&8{self._words('page')}&R&8{named}")
        sheet.protect("", {"format_columns": True, "format_rows": True})


def _height(told: str) -> int:
    """Of a row, so that all that was given before can be read on paper, too."""
    return max(_ROW_HEIGHT, _LINE_HEIGHT * (told.count("\n") + 1))
