"""Lists of loggers are read whatever their separator and heading; bad cells are named by place."""

from __future__ import annotations

from datetime import datetime

import pytest

from fieldapp.actions.cold_chain.logger_csv import read_csv
from fieldapp.actions.cold_chain.logger_file import NAMELESS, BadCell, NotThisFormat

SEVEN = datetime(2026, 11, 28, 7, 0)


@pytest.mark.parametrize(
    "text",
    [
        "time,temp\n2026-11-28 07:00,4.6\n",
        "Date;Time;Temperature °C\n2026-11-28;07:00;4,6\n",
        "No.\tDate Time\tTemp(°F)\n1\t2026-11-28 07:00:00\t40.28\n",
        "序号,日期时间,温度(℃)\n1,2026/11/28 07:00,4.6\n",
        "\n\nExported by,x\nTemperatures of a week,none\n\nTimestamp,CH1\n28.11.2026 07:00,4.6\n",
    ],
)
def test_one_reading_in_many_dresses(text: str) -> None:
    file = read_csv(text, 480)
    assert [(one.at, one.tenths) for one in file.readings] == [(SEVEN, 46)]
    assert file.bad == [] and file.logger == NAMELESS


def test_the_serial_number_of_the_heading_names_the_logger() -> None:
    text = "Serial number;16040034\nDate Time;Temp\n2026-11-28 07:00;4,6\n"
    assert read_csv(text, 480).logger == "16040034"


def test_bad_cells_are_told_with_line_and_column_and_the_rest_is_taken() -> None:
    text = (
        "Time,Temp (C)\n2026-11-28 07:00,4.6\n2026-11-28 07:10,---\nend of day,5.0\n"
        ',4.9\n\n2026-11-28 07:40,warm\n"2026-11-28 07:50",250\n2026-11-28 08:00,4.8\n'
    )
    file = read_csv(text, 480)
    assert [one.line for one in file.readings] == [2, 9]
    assert file.bad == [
        BadCell(3, "Temp (C)", "---", "missing"),
        BadCell(4, "Time", "end of day", "not-a-time"),
        BadCell(5, "Time", "", "missing"),
        BadCell(7, "Temp (C)", "warm", "not-a-temperature"),
        BadCell(8, "Temp (C)", "250", "out-of-range"),
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no line names"),
        ("name,phone\nA,1\n", "no line names"),
        ("time,temp\n", "no line names"),
        ("time,temp\n05/06/2026 07:00,4.6\n", "day and month"),
        ("time,temp\nx,4.6\n", "begins with a date"),
    ],
)
def test_a_file_that_is_no_list_of_temperatures_says_why(text: str, why: str) -> None:
    with pytest.raises(NotThisFormat, match=why):
        read_csv(text, 480)
