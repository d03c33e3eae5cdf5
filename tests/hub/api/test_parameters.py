"""Promises of parameters: what the schema allows is read, everything else is refused by name."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fieldapp.hub.api.parameters import (
    CURSOR,
    DAY,
    FLAG,
    ID,
    MOMENT,
    BadParameter,
    In,
    Kind,
    Parameter,
    choice,
    cursor_of,
    number,
    read_all,
    text,
)


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (DAY, "2021-05-08", date(2021, 5, 8)),
        (DAY, "0001-01-01", date(1, 1, 1)),
        (MOMENT, "2021-06-29T20:53:20Z", 1_625_000_000),
        (MOMENT, "2021-06-30T04:53:20.9+08:00", 1_625_000_000),
        (ID, "ab" * 32, b"\xab" * 32),
        (FLAG, "true", True),
        (number(0, 10), "10", 10),
        (choice("csv", "xlsx"), "csv", "csv"),
        (text(5), "测试 ab", "测试 ab"),
        (CURSOR, cursor_of((7, b"x")), (7, b"x")),
    ],
)
def test_what_is_allowed_is_read(kind: Kind, typed: str, value: object) -> None:
    assert kind.read(typed) == value


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (DAY, "20210508"), (DAY, "2021-02-30"), (DAY, "２０２１-05-08"), (DAY, ""),
        (MOMENT, "2021-06-29T20:53:20"), (MOMENT, "yesterday"), (ID, "AB" * 32), (ID, "ab"),
        (FLAG, "1"), (number(0, 10), "11"), (number(0, 10), "1.0"), (number(0, 10), "9" * 30),
        (choice("csv"), "CSV"), (text(5), ""), (text(5), "123456"), (text(5), "a\\nb"),
        (text(5), "a\\n"), (CURSOR, "zz"), (CURSOR, "f6"), (CURSOR, "81f5"), (CURSOR, ""),
        (CURSOR, cursor_of((2**63,))), (CURSOR, cursor_of((-(2**64),))),
    ],
)  # fmt: skip
def test_everything_else_is_refused(kind: Kind, typed: str) -> None:
    with pytest.raises(ValueError, match=r"it is|there is"):
        kind.read(typed.replace("\\n", "\n"))


DECLARED = (
    Parameter("day", DAY, "", needed=True),
    Parameter("date", DAY, "", many=True),
    Parameter("q", text(9), "", In.FORM),
)


def read(*given: tuple[str, str]) -> dict[str, Any]:
    return read_all(DECLARED, given, In.QUERY)


def test_what_may_stand_there_more_than_once_is_a_list() -> None:
    found = read(("day", "2021-05-08"), ("date", "2021-05-01"), ("date", "2021-05-02"))
    assert found["date"] == [date(2021, 5, 1), date(2021, 5, 2)]
    assert read(("day", "2021-05-08"))["date"] == []


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ([("date", "2021-05-08")], "day"),
        ([("day", "2021-05-08"), ("day", "2021-05-08")], "day"),
        ([("day", "never")], "day"),
        ([("day", "2021-05-08"), ("q", "in the wrong place")], "q"),
        ([("x" * 100, "")], "x" * 60),
    ],
)
def test_what_is_wrong_is_named(given: list[tuple[str, str]], named: str) -> None:
    with pytest.raises(BadParameter) as wrong:
        read(*given)
    assert wrong.value.name == named
