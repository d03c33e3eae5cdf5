"""A workbook is proven before anything of it is believed, in whatever dialect it comes back."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from nacl.signing import SigningKey
from openpyxl import load_workbook

from fieldapp.actions.workbook.reading import (
    ForeignWorkbook,
    NoWorkbook,
    is_workbook,
    read_workbook,
)
from fieldapp.journal import hub_link, memberships
from fieldapp.journal.hub_link import Enrolment
from fieldapp.journal.journal import Journal
from fieldapp.wire.membership import Membership, sign_membership
from fieldapp.wire.signed import sign
from fieldapp.wire.workbook import MARK, OF_HUB, write_seal
from tests.actions.operation import operation_on
from tests.actions.workbook.made_up import Field, fill
from tests.journal.laptop import FakeClock, Laptop
from tests.office import needs_office, saved_by_office

HUB_KEY = SigningKey(b"made-up hub key for these tests.")
HUB = b"hub-one-"
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2"
"""Commas, quotes, UTF-8, as shown, of the second sheet."""


def joins(journal: Journal, device: int, hub: bytes = HUB, key: SigningKey = HUB_KEY) -> None:
    """The laptop becomes one of a hub's own, by the hub's word."""
    joined = Enrolment(device, "http://127.0.0.1:1", None, hub, bytes(key.verify_key), bytes(32))
    hub_link.save_enrolment(journal, joined)
    own = bytes(hub_link.signing_key(journal).verify_key)
    said = Membership(hub, device, own, 1627790000, 1627790000 + 86400)
    memberships.store_membership(journal, sign_membership(said, key))


@pytest.fixture
def sister(tmp_path: Path) -> Laptop:
    """Another laptop."""
    made = Laptop(tmp_path / "sister", FakeClock(datetime(2021, 8, 1, 4, 0, tzinfo=UTC)))
    made.set_up()
    return made


def test_what_was_typed_is_read_by_column(field: Field) -> None:
    field.knows("王建国", 40)
    field.begins()
    path = fill(field.exports(), {1: {"status": "Given", "note": "  Ｏｋ  "}})
    returned = read_workbook(field.operation.journal, path)
    assert len(returned.rows) == 6
    assert returned.rows[0].cells["note"] == "Ok"
    assert returned.rows[0].row == returned.frame.rows[0]


def test_a_row_in_which_the_seals_word_was_typed_is_not_passed_over(field: Field) -> None:
    field.begins()
    path = fill(field.exports(), {1: {"name": "刘洋", "note": f"{MARK} ?"}})
    rows = read_workbook(field.operation.journal, path).rows
    assert rows[0].cells["note"] == f"{MARK} ?"


def test_a_backlog_is_no_workbook(field: Field, tmp_path: Path) -> None:
    field.begins()
    assert is_workbook(field.exports())
    other = tmp_path / "backlog.csv"
    other.write_text("client_name,status,vaccine,given_at\n", "utf-8")
    assert not is_workbook(other)
    with pytest.raises(NoWorkbook, match=r"no seal.*Bring the file that was handed out"):
        read_workbook(field.operation.journal, other)


def test_a_strange_laptop_or_hub_is_refused_in_words(field: Field, sister: Laptop) -> None:
    field.begins()
    path, theirs = field.exports(), operation_on(sister).journal
    with pytest.raises(ForeignWorkbook, match="nor by the hub itself"):
        read_workbook(theirs, path)
    joins(field.operation.journal, 7)
    joins(theirs, 8, b"hub-two-", SigningKey(b"made-up key of the other hub ok."))
    with pytest.raises(ForeignWorkbook):
        read_workbook(theirs, field.exports())
    sister.close()


def test_another_laptop_of_the_hub_takes_it(field: Field, sister: Laptop) -> None:
    field.begins()
    theirs = operation_on(sister).journal
    joins(field.operation.journal, 7)
    joins(theirs, 8)
    path = field.exports()
    returned = read_workbook(theirs, path)
    assert (returned.frame.device, returned.own) == (7, False)
    assert read_workbook(field.operation.journal, path).own
    sister.close()


def by_hub(field: Field, key: SigningKey, hub: bytes, device: int = OF_HUB) -> Path:
    """The workbook as if a hub with this key had signed it."""
    path = field.exports()
    frame = read_workbook(field.operation.journal, path).frame
    lines = write_seal(replace(frame, hub=hub, device=device, membership=b""), key)
    book = load_workbook(path)
    sheet: Any = book.worksheets[1]
    old = [row[0] for row in sheet.iter_rows() if str(row[0].value).startswith(MARK)]
    for cell, line in zip(old, lines, strict=True):
        cell.value = line
    book.save(path)
    return path


def test_what_our_hub_wrote_itself_is_taken_and_is_no_laptops_own(field: Field) -> None:
    field.begins()
    journal = field.operation.journal
    path = by_hub(field, HUB_KEY, HUB)
    with pytest.raises(ForeignWorkbook):
        read_workbook(journal, path)
    joins(journal, 7)
    returned = read_workbook(journal, path)
    assert (returned.frame.device, returned.own) == (OF_HUB, False)


@pytest.mark.parametrize(
    ("key", "hub", "device"),
    [
        (SigningKey(b"made-up key of the other hub ok."), HUB, OF_HUB),
        (HUB_KEY, b"hub-two-", OF_HUB),
        (HUB_KEY, HUB, 7),
    ],
)
def test_what_another_hub_wrote_or_a_hub_in_a_laptops_name_is_refused(
    field: Field, key: SigningKey, hub: bytes, device: int
) -> None:
    field.begins()
    path = by_hub(field, key, hub, device)
    joins(field.operation.journal, 7)
    with pytest.raises(ForeignWorkbook):
        read_workbook(field.operation.journal, path)


def test_a_seal_that_was_touched_or_cut_is_refused(field: Field) -> None:
    field.begins()
    path = field.exports()
    csv = field.folder / "cut.csv"
    returned = read_workbook(field.operation.journal, path)
    csv.write_text(",".join(returned.header) + f"\n{MARK} 1/2 QUJD\n", "utf-8")
    with pytest.raises(NoWorkbook, match="not whole"):
        read_workbook(field.operation.journal, csv)


def test_a_seal_of_anything_else_is_refused_in_words(field: Field) -> None:
    field.begins()
    csv = field.folder / "made-up.csv"
    made_up = base64.b64encode(sign("workbook", b"\x81" * 900, HUB_KEY)).decode()
    csv.write_text(f"a,b\n{MARK} 1/1 {made_up}\n", "utf-8")
    with pytest.raises(NoWorkbook, match="not whole"):
        read_workbook(field.operation.journal, csv)


def test_names_of_columns_that_are_gone_are_said(field: Field) -> None:
    field.begins()
    path = field.exports()
    (seal,) = read_workbook(field.operation.journal, path).seal
    csv = field.folder / "bare.csv"
    csv.write_text(f"a,b\n{seal}\n", "utf-8")
    with pytest.raises(NoWorkbook, match="columns"):
        read_workbook(field.operation.journal, csv)


@needs_office
@pytest.mark.parametrize("dialect", ["xlsx", CSV])
def test_what_office_saves_says_the_same(field: Field, dialect: str) -> None:
    field.knows("王建国", 40)
    field.begins()
    words = {"status": "Given", "lot": "0417", "day": datetime(2021, 8, 1), "note": "好"}
    path = fill(field.exports(), {1: words})
    returned = read_workbook(field.operation.journal, saved_by_office(path, dialect))
    typed = returned.rows[0]
    assert typed.row == returned.frame.rows[0]
    assert [typed.cells[key] for key in ("status", "lot", "note")] == ["Given", "0417", "好"]
    assert typed.cells["day"].startswith("2021-08-01")
    assert [row.row is not None for row in returned.rows] == [True] * 6
