"""Promises of a workbook's seal: it comes back whole, nobody else makes one, a code is never hit
by a slip."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.immunization import VaccineLot
from fieldapp.wire.errors import Undecodable, WireError
from fieldapp.wire.workbook import (
    Frame,
    Row,
    blank_row,
    blank_rows,
    given_elsewhere,
    join_seal,
    leaves_stock,
    person_row,
    read_frame,
    read_unproven,
    row_code,
    row_of_another,
    rows_by_code,
    seal_frame,
    shown_digest,
    typed_code,
    write_seal,
)
from tests.wire.made_up_facts import DEVICE_KEY, HUB_KEY, eight, flipped, sixteen, texts

days = st.dates(date(1970, 1, 1), date(2200, 1, 1))
rows = st.builds(Row, st.integers(1, 999), sixteen, sixteen | st.just(b""), eight)
frames = st.builds(
    Frame, sixteen, eight, st.integers(0, 2**31), st.binary(max_size=60), texts, days,
    st.lists(st.tuples(texts, texts), max_size=3).map(tuple),
    st.lists(st.builds(VaccineLot, texts, texts, st.none() | days), max_size=3).map(tuple),
    st.lists(rows, max_size=4, unique_by=lambda row: row.number).map(tuple),
)  # fmt: skip


@given(frames, st.randoms())
def test_a_seal_comes_back_from_its_lines_in_any_order(frame: Frame, chance: object) -> None:
    lines = write_seal(frame, DEVICE_KEY)
    assert read_frame(join_seal(lines[::-1]), DEVICE_KEY.verify_key) == frame
    assert read_unproven(join_seal(lines)) == frame


@given(frames, st.integers(0))
def test_any_flipped_bit_is_refused(frame: Frame, bit: int) -> None:
    raw = flipped(join_seal(write_seal(frame, DEVICE_KEY)), bit)
    with pytest.raises(WireError):
        read_frame(raw, DEVICE_KEY.verify_key)


@given(frames)
def test_nobody_else_signs_for_a_laptop(frame: Frame) -> None:
    with pytest.raises(WireError):
        read_frame(join_seal(write_seal(frame, HUB_KEY)), DEVICE_KEY.verify_key)


@pytest.mark.parametrize("number", ["9" * 12, "9" * 5000, "1000", "\u0661"])
def test_a_seal_that_tells_of_a_mountain_of_lines_is_refused_at_once(number: str) -> None:
    for line in (f"fieldapp-seal 1/{number} QUJD", f"fieldapp-seal {number}/1 QUJD"):
        with pytest.raises(Undecodable, match="not whole"):
            join_seal([line])


def test_the_longest_seal_that_is_read_fits_its_lines() -> None:
    pieces = -(-1024 * 1024 * 4 // 3 // 8000)
    lines = [f"fieldapp-seal {n}/{pieces} {'QUJD' * 2000}" for n in range(1, pieces + 1)]
    assert len(join_seal(lines)) >= 1024 * 1024


@given(st.lists(texts, max_size=3))
def test_a_seal_that_lost_a_line_is_said_to_be_damaged(others: list[str]) -> None:
    rows = tuple(Row(n, person_row(b"hub", 7, "s", bytes([n % 256]) * 16, "c")) for n in range(600))
    frame = Frame(bytes(16), b"", 0, b"", "s", date(2021, 8, 1), (), (), rows)
    lines = write_seal(frame, DEVICE_KEY)
    assert len(lines) > 1
    with pytest.raises(Undecodable):
        join_seal([*others, *lines[:-1]])


@given(frames)
def test_every_row_is_found_by_its_code_however_it_was_typed(frame: Frame) -> None:
    codes = rows_by_code(frame)
    for row in frame.rows:
        assert codes[typed_code(f" {row_code(frame.id, row).lower()} ")] == row
        assert row_code(bytes(16 * [7]), row) not in codes or frame.id == bytes(16 * [7])


def test_a_code_typed_wrong_is_nobodys() -> None:
    rows = tuple(Row(n, blank_row(bytes(16), n)) for n in range(1, 30))
    frame = Frame(bytes(16), b"", 0, b"", "s", date(2021, 8, 1), (), (), rows)
    codes, code = rows_by_code(frame), row_code(frame.id, rows[0])
    for at in (0, len(code) - 1):
        assert code[:at] + ("A" if code[at] != "A" else "B") + code[at + 1 :] not in codes
    assert code.replace("-001-", "-002-") not in codes


def test_a_persons_row_is_the_same_in_every_export_and_a_blank_one_in_none() -> None:
    row = person_row(b"hub", 7, "boat-3-0071", b"p" * 16, "c")
    assert row == person_row(b"hub", 7, "boat-3-0071", b"p" * 16, "c")
    assert row != person_row(b"hub", 7, "boat-3-0072", b"p" * 16, "c")
    assert row != person_row(b"hub", 8, "boat-3-0071", b"p" * 16, "c")
    assert row != person_row(b"buh", 7, "boat-3-0071", b"p" * 16, "c")
    assert blank_row(b"a" * 16, 1) != blank_row(b"b" * 16, 1)
    assert person_row(b"hub", 7, "s", b"p" * 16, "c")[6] >> 4 == 8


def test_what_a_keyboard_adds_does_not_change_what_is_shown() -> None:
    assert shown_digest([" 王建国 ", "…１２３４"]) == shown_digest(["王建国", "…1234"])
    assert shown_digest(["王建国", "…1234"]) != shown_digest(["王建軍", "…1234"])


def test_another_person_of_a_blank_row_has_an_id_that_leaves_stock_as_the_row_does() -> None:
    row = blank_row(b"a" * 16, 1)
    assert row_of_another(row, "x") == row_of_another(row, "x")
    assert len({row, row_of_another(row, "x"), row_of_another(row, "y")}) == 3
    assert leaves_stock(row_of_another(row, "x"))
    assert not leaves_stock(row_of_another(given_elsewhere(row), "x"))


@given(frames)
def test_what_stands_in_the_file_of_a_frame_is_its_codes_and_its_seal(frame: Frame) -> None:
    made = seal_frame(frame, DEVICE_KEY)
    assert made.codes == tuple(row_code(frame.id, row) for row in frame.rows)
    assert read_frame(join_seal(made.lines), DEVICE_KEY.verify_key) == frame
    assert all(code.startswith(made.name) for code in made.codes)


def test_blank_rows_are_numbered_on_from_the_last_person() -> None:
    rows = blank_rows(b"w" * 16, 3, 2)
    assert [(row.number, row.id) for row in rows] == [
        (number, blank_row(b"w" * 16, number)) for number in (3, 4)
    ]
