"""Every typed cell is taken or refused by row and column, in words."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from fieldapp.actions.backlog.row import BacklogRow, Refusal
from fieldapp.actions.workbook.judging import Rules, is_touched, judge_row
from fieldapp.actions.workbook.reading import TypedRow
from fieldapp.domain.client import ClientDetails
from fieldapp.reports.workbook.columns import KEYS, SHOWN
from fieldapp.wire.workbook import Frame, Row, shown_digest
from tests.actions.operation import A, B, Operation
from tests.actions.workbook.made_up import lot_text

WANG = ClientDetails("王建国", birth_date=date(1980, 3, 7))
PRINTED = {"name": "王建国", "born": "1980", "phone": "…1234", "history": "1: 2021-06-22 BIBP"}
LISTED = Row(1, b"r" * 16, b"p" * 16, shown_digest(PRINTED.get(key, "") for key in SHOWN))
BLANK = Row(2, b"s" * 16)
GOOD = {"status": "Given", "lot": lot_text(A), "day": "2021-08-01", "site": "左臂"}
CHINESE = lot_text(A, "zh_CN")
STRANGER = {"name": "刘洋", "kind": "Resident ID card", "document": "110101198003072311"}
FRAME = Frame(
    b"w" * 16, b"", 0, b"", "Boat 3 · 71", date(2021, 8, 1), (("Nurse Test", "nurse.test"),),
    (A, B), (LISTED, BLANK),
)  # fmt: skip


@pytest.fixture
def rules(operation: Operation) -> Rules:
    return Rules(FRAME, operation.practice.catalogue, datetime(2021, 8, 3, 12, 0))


def typed(row: Row, **cells: str) -> TypedRow:
    return TypedRow(9, (), dict.fromkeys(KEYS, "") | cells, row)


def listed(**cells: str) -> TypedRow:
    return typed(LISTED, **{**PRINTED, **GOOD, **cells})


def stranger(**cells: str) -> TypedRow:
    return typed(BLANK, **{**STRANGER, **GOOD, **cells})


def judged(rules: Rules, row: TypedRow) -> BacklogRow | Refusal:
    known = WANG if row.row is LISTED else None
    return judge_row(row, b"\x00" * 16, known, rules)


def test_a_dose_is_read_in_words_of_either_language(rules: Rules) -> None:
    for status, lot in (("Given", lot_text(A)), ("已接种", "0417"), ("given", CHINESE)):
        row = judged(rules, listed(status=status, lot=lot, vaccinator="Nurse Test"))
        assert isinstance(row, BacklogRow)
        assert (row.vaccine_id, row.lot, row.expiry) == (A.vaccine_id, A.lot_number, A.expiry)
        assert (row.site, row.vaccinator) == ("left-deltoid", "nurse.test")
        assert row.session == "Boat 3 · 71"
        assert row.client == WANG


def test_a_dose_not_given_has_its_reason(rules: Rules) -> None:
    row = judged(rules, listed(status="未接种", reason="发热或急性发病", lot="", site=""))
    assert isinstance(row, BacklogRow)
    assert (row.given, row.reason, row.lot) == (False, "fever", "")


def test_a_stranger_is_read_from_the_document(rules: Rules) -> None:
    row = judged(rules, stranger())
    assert isinstance(row, BacklogRow)
    assert row.client.birth_date == date(1980, 3, 7)
    without = judged(rules, stranger(kind="无证件", document="", born="1980"))
    assert isinstance(without, BacklogRow)
    assert without.client.born == "1980"


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ({"status": ""}, "no_status", "status"),
        ({"status": "perhaps"}, "bad_choice", "status"),
        ({"lot": ""}, "no_lot", "lot"),
        ({"lot": "9999"}, "unknown_lot", "lot"),
        ({"site": "elbow"}, "bad_choice", "site"),
        ({"reason": "Too early"}, "contradiction", "reason"),
        ({"status": "Not given"}, "contradiction", "lot"),
        ({"status": "Not given", "lot": "", "site": ""}, "no_reason", "reason"),
        ({"status": "Not given", "lot": "", "site": "", "reason": "?"}, "bad_choice", "reason"),
        ({"day": ""}, "bad_date", "day"),
        ({"day": "yesterday"}, "bad_date", "day"),
        ({"day": "2021-08-09"}, "future_date", "day"),
        ({"day": "2021-07-31"}, "before_session", "day"),
        ({"name": "王建军"}, "changed_row", "name"),
        ({"born": "1981"}, "changed_row", "name"),
    ],
)
def test_what_is_wrong_is_named_by_column(
    rules: Rules, cells: dict[str, str], code: str, column: str
) -> None:
    no = judged(rules, listed(**cells))
    assert isinstance(no, Refusal)
    assert (no.line, no.code, no.column) == (9, code, column)
    assert no.reason


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ({"name": ""}, "missing_name", "name"),
        ({"kind": "", "document": ""}, "no_papers", "kind"),
        ({"kind": "No papers", "document": ""}, "no_papers", "born"),
        ({"kind": "No papers"}, "bad_id_number", "document"),
        ({"document": "110101198003072310"}, "bad_id_number", "document"),
        ({"document": "1.10101198003072E+17"}, "digits_lost", "document"),
        ({"note": "6.90123456789012E+19"}, "digits_lost", "note"),
        ({"note": "好" * 3000}, "too_long", "note"),
        ({"name": "x" * 30_000}, "too_long", "name"),
        ({"kind": "Library card"}, "bad_choice", "kind"),
        ({"born": "17/05/1980"}, "bad_date", "born"),
    ],
)
def test_a_stranger_who_cannot_be_told_is_refused(
    rules: Rules, cells: dict[str, str], code: str, column: str
) -> None:
    no = judged(rules, stranger(**cells))
    assert isinstance(no, Refusal)
    assert (no.code, no.column) == (code, column)


def test_a_row_that_only_has_its_day_was_not_touched() -> None:
    assert not is_touched(typed(LISTED, **PRINTED, day="2021-08-01"))
    assert not is_touched(typed(BLANK, day="2021-08-01"))
    assert is_touched(typed(LISTED, **PRINTED, note="x"))
    assert is_touched(typed(BLANK, name="刘洋"))
