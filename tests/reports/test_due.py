from __future__ import annotations

from datetime import date

from fieldapp.domain.demand import Demand
from fieldapp.domain.due import Cohort
from fieldapp.reports.due import COLUMNS, CallerLine, DueLine, due_table

PERSON = DueLine(
    b"\x01", "王", None, "+86138", "zh", None, "Pier", "v", 2, date(2021, 5, 8), None, None, "due",
    "call", 0, None, None, None, None, None, True, True,
)  # fmt: skip


def test_every_kind_of_line_fills_its_own_columns_and_no_other() -> None:
    callers = [CallerLine("Boat", "Li Na", {"refused": 2, "no-answer": 1})]
    dropped = [Cohort("s", date(2021, 5, 1), 3, 1)]
    table = due_table([PERSON], callers, dropped, [Demand("v", "Pier", 1, 2, 3)])
    told = [dict(zip(COLUMNS, row, strict=True)) for row in table.rows]
    assert [line["line"] for line in told] == ["due", "calls", "drop-out", "demand"]
    assert (told[0]["client_id"], told[0]["team"]) == ("01", None)
    assert (told[1]["calls"], told[1]["reached"], told[1]["no_answer"]) == (3, 2, 1)
    assert (told[2]["first_dose_month"], told[2]["drop_out_percent"]) == ("2021-05", 66.7)
    assert (told[3]["now"], told[3]["week_2"], told[3]["name"]) == (1, 3, None)
