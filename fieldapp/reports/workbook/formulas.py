"""What calculates itself in a workbook: dose number, not before, age, check, next dose.

The programme's answers stand in the hidden sheet of rules, a line a person: first for their own
course, then for each lot; the formulas only choose among them by the lot that was chosen, and add
periods as the programme does (a day that a month does not have becomes the first of the next).
Walk-ins have no answers there: nobody knows their history, so only the age is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fieldapp.domain.schedule.calendar import Period
from fieldapp.reports.workbook.columns import letter
from fieldapp.reports.workbook.content import NextDose
from fieldapp.reports.workbook.words import Words

BLOCKS = ("number", "not_before", "stop", "days", "months", "floor")
"""The blocks of a line of the rules, each one column for the course and one for each lot."""
LISTS, RULES = "Lists", "Rules"
FIRST_LIST_ROW = 2
LOTS_COLUMN, AGES_COLUMN = "A", "B"


def rule_cells(answers: Sequence[NextDose]) -> list[str | int | date | None]:
    """A person's line of the rules: the blocks one after another."""
    blocks: dict[str, list[str | int | date | None]] = {block: [] for block in BLOCKS}
    for one in answers:
        days, months = days_and_months(one.interval)
        blocks["number"].append(one.number)
        blocks["not_before"].append(one.not_before)
        blocks["stop"].append(one.stop)
        blocks["days"].append(days)
        blocks["months"].append(months)
        blocks["floor"].append(one.floor)
    return [cell for block in BLOCKS for cell in blocks[block]]


def days_and_months(period: Period | None) -> tuple[int | None, int | None]:
    """A period as a spreadsheet adds it: a number of days, or of months."""
    if period is None:
        return None, None
    if period.unit in "dw":
        return period.count * (7 if period.unit == "w" else 1), None
    return None, period.count * (12 if period.unit == "y" else 1)


@dataclass(frozen=True, slots=True)
class Row:
    """The formulas of one row. `line` is its number on the sheet, `rule_line` on that of the rules
    (None for a blank row), both from 1."""

    words: Words
    line: int
    lots: int
    rule_line: int | None

    def cell(self, key: str) -> str:
        """A cell of this row."""
        return f"${letter(key)}{self.line}"

    @property
    def age(self) -> str:
        """Whole years on the day of the dose; of a year alone, the years between."""
        born = self._born
        day = f"IF(ISNUMBER({self.cell('day')}),{self.cell('day')},TODAY())"
        by_year, by_day = f"YEAR({day})-{born}", f'DATEDIF({born},{day},"Y")'
        return f'=IFERROR(IF({born}="","",IF({born}<3000,{by_year},{by_day})),"")'

    @property
    def dose(self) -> str:
        """The number of the dose in its course, by the lot that was chosen."""
        if self.rule_line is None:
            unknown = self.words("history.unknown_number")
            return f'=IF({self.cell("status")}="","","{unknown}")'
        return f'=IF({self._rule("number")}=0,"",{self._rule("number")})'

    @property
    def not_before(self) -> str:
        """The first day on which the dose counts."""
        if self.rule_line is not None:
            return f'=IF({self._rule("not_before")}=0,"",{self._rule("not_before")})'
        first_day = f"IF({self._born}<3000,DATE({self._born},1,1),{self._born})"
        unknown = f'OR({self._born}="",{self._chosen}=0)'
        return f'=IFERROR(IF({unknown},"",{_later(first_day, self._min_age)}),"")'

    @property
    def check(self) -> str:
        """Whether anything speaks against what was typed, in words."""
        w, cell = self.words.of("check"), self.cell
        touched = f'{cell("lot")}&{cell("site")}&{cell("reason")}&{cell("note")}=""'
        nobody = "" if self.rule_line is not None else f'IF({cell("name")}="","{w["name"]}",'
        steps = (
            f'IF({cell("status")}="",IF({touched},"","{w["status"]}"),{nobody}'
            f'IF({cell("status")}="{self.words("status.not-given")}",'
            f'IF({cell("reason")}="","{w["reason"]}","{w["ok"]}"),'
            f'IF({cell("lot")}="","{w["lot"]}",IF(NOT(ISNUMBER({cell("day")})),"{w["day"]}",'
            f"{self._verdict})))"
        )
        return f"={steps})" + (")" if nobody else "")

    @property
    def _verdict(self) -> str:
        w, day, earliest = self.words.of("check"), self.cell("day"), self.cell("not_before")
        early = f"IF(ISNUMBER({earliest}),{day}<{earliest},FALSE)"
        if self.rule_line is None:
            return f'IF({early},"{w["too_early"]}","{w["ok"]}")'
        stop = self._rule("stop")
        stopped = f'IF({stop}="complete","{w["complete"]}",IF({stop}="ask","{w["ask"]}",'
        return f'IF({early},"{w["too_early"]}",{stopped}"{w["ok"]}")))'

    @property
    def next(self) -> str:
        """The day from which the dose after this one is due; empty where none follows or nobody
        can say."""
        if self.rule_line is None:
            return '=""'
        days, months, floor = (self._rule(name) for name in ("days", "months", "floor"))
        day, checked = self.cell("day"), f'{self.cell("check")}="{self.words("check.ok")}"'
        given = f'{self.cell("status")}="{self.words("status.given")}"'
        due = f"IF({months}>0,{_later(day, months)},{day}+{days})"
        return f'=IF(AND({checked},{given},{days}+{months}>0),MAX({floor},{due}),"")'

    @property
    def _born(self) -> str:
        """What was typed as birth date, or the date in the number of a resident ID card."""
        typed, number = self.cell("born"), self.cell("document")
        if self.rule_line is not None:
            return typed
        parts = (f"MID({number},{at},{count})" for at, count in ((7, 4), (11, 2), (13, 2)))
        in_number = f"DATE({','.join(parts)})"
        return f'IF({typed}<>"",{typed},IF(LEN({number})=18,{in_number},""))'

    @property
    def _chosen(self) -> str:
        """Which lot was chosen, from 1; 0 while none is."""
        lots = f"{LISTS}!${LOTS_COLUMN}${FIRST_LIST_ROW}:${LOTS_COLUMN}${self._last_lot}"
        return f"IFERROR(MATCH({self.cell('lot')},{lots},0),0)"

    @property
    def _min_age(self) -> str:
        ages = f"{LISTS}!${AGES_COLUMN}${FIRST_LIST_ROW}:${AGES_COLUMN}${self._last_lot}"
        return f"INDEX({ages},{self._chosen})"

    @property
    def _last_lot(self) -> int:
        return FIRST_LIST_ROW + max(self.lots, 1) - 1

    def _rule(self, block: str) -> str:
        """The programme's answer for the lot that was chosen, or for the person's own course."""
        wide = self.lots + 1
        first = BLOCKS.index(block) * wide
        span = f"${_name(first)}${self.rule_line}:${_name(first + wide - 1)}${self.rule_line}"
        return f"INDEX({RULES}!{span},1,{self._chosen}+1)"


def _later(day: str, months: str) -> str:
    """So many months later; a day that does not exist becomes the first of the next month."""
    return f"EDATE({day},{months})+(DAY(EDATE({day},{months}))<DAY({day}))"


def _name(column: int) -> str:
    """A column as a spreadsheet names it, counted from 0."""
    high, low = divmod(column, 26)
    return (chr(ord("A") + high - 1) if high else "") + chr(ord("A") + low)
