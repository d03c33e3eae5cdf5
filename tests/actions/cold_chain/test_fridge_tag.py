"""A Fridge-tag's own file gives each day's extremes and the minutes it counted outside."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from fieldapp.actions.cold_chain.fridge_tag import is_fridge_tag, read_fridge_tag
from fieldapp.actions.cold_chain.logger_file import BadCell, DayCount, NotThisFormat
from fieldapp.domain.cold_chain import Side

REPORT = """Device: Q-tag Fridge-tag 2
Vers: 0.5
Conf:
 Serial: 160400009999
 Temp unit: C
 Alarm:
  0:
   T AL: -0.5, t AL: 60
  1:
   T AL: +8.0, t AL: 600
Hist:
 TS Actv: 2026-11-25 10:00
 TS Report Creation: 2026-11-27 12:00
 1:
  Date: 2026-11-27
  Min T: +3.9, TS Min T: 03:00
  Max T: +12.0, TS Max T: 14:30
  Avrg T: +6.5
  Alarm:
   0:
    t Acc: 0
   1:
    t Acc: 180, TS A: 2026-11-27 14:00, C A: 2
  Events: 144
 2:
  Date: 2026-11-26
  Min T: -2.0, TS Min T: 04:00
  Max T: ---, TS Max T: ---
  Alarm:
   0:
    t Acc: 90, TS A: 2026-11-26 03:30, C A: 1
   1:
    t Acc: soon
"""


def test_it_is_known_by_its_first_line() -> None:
    assert is_fridge_tag(REPORT) and not is_fridge_tag("time,temp\n")


def test_extremes_are_readings_and_its_own_minutes_are_kept() -> None:
    file = read_fridge_tag(REPORT)
    assert file.logger == "160400009999"
    assert [(one.at, one.tenths) for one in file.readings] == [
        (datetime(2026, 11, 26, 4, 0), -20),
        (datetime(2026, 11, 27, 3, 0), 39),
        (datetime(2026, 11, 27, 14, 30), 120),
    ]
    assert file.counts == [
        DayCount(date(2026, 11, 27), Side.ABOVE, 180),
        DayCount(date(2026, 11, 26), Side.BELOW, 90),
    ]
    assert [(bad.column, bad.why) for bad in file.bad] == [
        ("Max T", "missing"),
        ("t Acc", "out-of-range"),
    ]


def test_a_day_without_a_date_is_told_and_not_guessed() -> None:
    file = read_fridge_tag(REPORT.replace("Date: 2026-11-26", "Date: 26 Nov"))
    assert BadCell(26, "Date", "26 Nov", "not-a-time") in file.bad
    assert len(file.readings) == 2


def test_fahrenheit_is_turned_into_celsius() -> None:
    text = REPORT.replace("Temp unit: C", "Temp unit: F").replace("+12.0", "+53.6")
    assert 120 in [one.tenths for one in read_fridge_tag(text).readings]


def test_a_file_without_its_days_says_so() -> None:
    with pytest.raises(NotThisFormat, match="list of days"):
        read_fridge_tag(REPORT.split("Hist:")[0])
