"""Promises about names and papers."""

from __future__ import annotations

import pytest

from fieldapp.hub.fold.clients import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("张 测试", "张测试"),
        ("ＴＥＳＴ ａ", "test A"),
        ("Test O'Brien", "TEST OBRIEN"),
        ("测试·甲", "测试甲"),
    ],
)
def test_names_agree_whatever_the_keyboard(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_different_names_do_not_agree() -> None:
    assert name_key("测试甲") != name_key("测试乙")
    assert name_key("  ") == ""
