"""A session's statement says every count, in one line, the same everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from fieldapp.domain.reconciliation import CashCount, LotCount, Reconciliation
from fieldapp.reports.session_summary import (
    DosesGiven,
    NotGiven,
    Receipts,
    SessionSummary,
    statement,
)

SITE = timezone(timedelta(hours=8))
OPENED = datetime(2026, 11, 23, 6, 10, tzinfo=SITE)
SUMMARY = SessionSummary(
    label="Boat 3 · 70",
    team="Weishan boat 3",
    operation=70,
    unit="Boat 3",
    place="Nanyang pier",
    programme="cn-nhc-2021-03-29",
    opened_at=OPENED,
    opened_by="Nurse Test",
    closed_at=OPENED.replace(hour=17, minute=0),
    reckoning=Reconciliation(
        (LotCount("covid-inact-bibp", "TEST-1", 100, 80, 5, 13, in_use=2),),
        CashCount(start=20000, taken=30000, refunded=10000, counted=40000, receipts=3),
    ),
    currency="CNY",
    people=78,
    doses=(DosesGiven("covid-inact-bibp", 1, 50), DosesGiven("covid-inact-bibp", 2, 30)),
    not_given=(NotGiven("fever", 2), NotGiven("refused", 1)),
    receipts=Receipts(3, "71-00120-AAAA", "71-00122-BBBB", refunds=1),
)
HEAD = (815, bytes(range(32)))


def test_the_counts_of_a_session_are_added_up() -> None:
    assert (SUMMARY.given, SUMMARY.declined) == (80, 3)


def test_the_statement_is_one_line_with_every_count() -> None:
    said = statement(SUMMARY, *HEAD)
    assert "\n" not in said
    for part in (
        "VXSUM1|Weishan boat 3|Boat 3 · 70|2026-11-23T06:10+0800|2026-11-23T17:00+0800",
        "given=80;people=78;not=3;void=0;aefi=0/0;unsent=0",
        "TEST-1=100,80,7,13",
        "cash=20000+30000-10000=40000 CNY 71-00120-AAAA..71-00122-BBBB 3",
        "head=815:000102",
    ):
        assert part in said


def test_what_was_not_counted_yet_and_a_session_still_open_are_said() -> None:
    lots = (LotCount("covid-inact-bibp", "TEST-1", 10, 1, 0, None),)
    still_open = replace(
        SUMMARY, closed_at=None, reckoning=Reconciliation(lots, CashCount(start=100))
    )
    said = statement(still_open, *HEAD)
    assert "TEST-1=10,1,0,?" in said
    assert "cash=100+0-0=?" in said
    assert "|-|given=" in said


@pytest.mark.parametrize("name", ["A|B", "A;B", "A=B", "A\nB"])
def test_no_name_can_pretend_to_be_another_field(name: str) -> None:
    said = statement(replace(SUMMARY, team=name), *HEAD)
    assert said.startswith("VXSUM1|A B|")
    assert said.count("|") == statement(SUMMARY, *HEAD).count("|")
