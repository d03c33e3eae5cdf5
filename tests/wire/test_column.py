"""Promises of one packed column: the same values come back, and nonsense costs little."""

from __future__ import annotations

import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire import cbor
from fieldapp.wire.column import MAX_ROWS, Column, pack, unpack
from fieldapp.wire.errors import Undecodable
from tests.wire.made_up_facts import texts, values

_ids = st.dates().map(lambda day: [[1, f"370826{day:%Y%m%d}123"]])
_columns = st.one_of(
    st.lists(values, min_size=1, max_size=20),
    st.lists(st.integers(-(2**64), 2**64 - 1), min_size=1, max_size=20),
    st.lists(st.integers(0, 300), min_size=1, max_size=40),
    st.lists(texts, min_size=1, max_size=20),
    st.lists(st.text("0123456789", min_size=9, max_size=9), min_size=1, max_size=20),
    st.lists(texts.map(lambda text: "same" + text), min_size=1, max_size=20),
    st.lists(_ids, min_size=1, max_size=10),
    st.lists(st.none() | st.text("王李张", max_size=3), min_size=1, max_size=20),
    st.lists(st.booleans() | st.integers(0, 1), min_size=1, max_size=20),
)


@given(_columns)
def test_the_same_values_come_back_through_the_wire(column: list[object]) -> None:
    told = cbor.dumps(pack(column))
    heard = cbor.loads(told, max_bytes=len(told))
    assert isinstance(heard, list)
    back = unpack(heard, len(column))
    assert list(map(cbor.dumps, back)) == list(map(cbor.dumps, column))


@pytest.mark.parametrize(
    ("column", "way"),
    [
        (["a", "a", "a"], 0),
        (list(range(100, 160)), 1),
        (["a-long-word", "another-word"] * 20, 2),
        ([True, b"x"], 3),
        ([f"{n * 104_729_711 % 10**9:09d}" for n in range(1, 20)], 4),
        ([f"+861{n * 104729 % 10**10:010d}" for n in range(1, 20)], 5),
        ([[[1, f"3708{n:02d}19800101{n:03d}"]] for n in range(1, 20)], 6),
        (["王小明", "李梅", "张海生"], 7),
        ([None, "王小明", None, "李梅", "张海生"], 8),
    ],
)
def test_every_way_is_taken_where_it_is_shortest(column: list[object], way: int) -> None:
    packed = pack(column)
    assert packed[0] == way
    assert unpack(packed, len(column)) == column


@given(st.lists(values, max_size=5), st.integers(0, 20))
def test_nonsense_is_named_so(column: Column, rows: int) -> None:
    with suppress(Undecodable):
        assert len(unpack(column, rows)) == rows


@given(st.integers(0, 9), st.lists(values, max_size=4), st.integers(0, 20))
def test_nonsense_that_begins_right_is_named_so(way: int, rest: Column, rows: int) -> None:
    with suppress(Undecodable):
        assert len(unpack([way, *rest], rows)) == rows


@given(_columns)
def test_another_number_of_rows_is_refused(column: list[object]) -> None:
    packed = pack(column)
    if packed[0] not in (0, 8):
        with pytest.raises(Undecodable):
            unpack(packed, len(column) + 1)


def test_more_rows_than_a_page_holds_are_refused() -> None:
    assert unpack([0, 1], MAX_ROWS) == [1] * MAX_ROWS
    with pytest.raises(Undecodable):
        unpack([0, 1], MAX_ROWS + 1)


@pytest.mark.parametrize(
    "column",
    [
        [5, "x" * 100_000, [0, ""]],
        [5, "x" * 20_000, [5, "x" * 20_000, [5, "x" * 20_000, [0, "y"]]]],
        [6, [0, "9" * 100_000], [0, 1], [0, "123"]],
        [8, b"\xff" * (MAX_ROWS // 8), [5, "x" * 100_000, [0, ""]]],
        [6, [6, [0, "3"], [0, 1], [0, "1"]], [0, 1], [0, "123"]],
        [8, b"\xff" * (MAX_ROWS // 8), [8, b"\xff" * (MAX_ROWS // 8), [0, ""]]],
    ],
)
def test_a_few_bytes_never_become_many(column: Column) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(Undecodable):
            unpack(column, MAX_ROWS)
        assert tracemalloc.get_traced_memory()[1] < 20 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["阿依古丽·买买提", "王小明", "Ann Test"])
def test_names_take_two_bytes_a_chinese_character(name: str) -> None:
    assert pack([name, "李"])[0] == 7


@pytest.mark.parametrize("name", ["𠮷田", "㐂", "龦", "é", "\x80", "\u00a4"])
def test_characters_that_editions_of_gbk_tell_apart_are_never_packed_so(name: str) -> None:
    assert pack([name, "李"])[0] != 7
    with pytest.raises(Undecodable):
        unpack([7, b"\x02", "〇".encode("gbk")], 1)
