from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.journal.name_terms import (
    name_key,
    phone_key,
    pinyin_key,
    search_expression,
    search_terms,
)


@pytest.mark.parametrize(
    ("surname", "pinyin"),
    [
        ("单", "shan"), ("曾", "zeng"), ("仇", "qiu"), ("解", "xie"), ("查", "zha"), ("盖", "ge"),
        ("朴", "piao"), ("任", "ren"), ("尉", "wei"), ("尉迟", "yuchi"), ("欧阳", "ouyang"),
    ],
)  # fmt: skip
def test_surnames_are_read_as_surnames(surname: str, pinyin: str) -> None:
    assert f"{pinyin}xiaoming" in search_terms(surname + "晓明").split()


def test_a_chinese_name_is_found_by_character_pinyin_and_initials() -> None:
    assert set(search_terms("王晓明").split()) == {
        "王", "晓", "明", "wangxiaoming", "xiaoming", "ming", "wxm", "xm",
    }  # fmt: skip


def test_u_with_dots_is_found_typed_either_way() -> None:
    assert {"lvtest", "lutest"}.isdisjoint(search_terms("吕布").split())
    assert {"lvbu", "lubu"} <= set(search_terms("吕布").split())


def test_a_latin_name_is_found_by_each_word_without_case_and_accents() -> None:
    assert search_terms("Müller-Test JOSÉ") == "muller test jose"


def test_what_is_typed_becomes_a_search_for_starts_and_neighbouring_characters() -> None:
    assert search_expression("王晓 wang") == '"王 晓" "wang"*'
    assert search_expression('"; DROP *') == '"drop"*'
    assert search_expression(" ·- ") == ""


def test_spellings_of_one_name_share_a_key() -> None:
    assert name_key("阿卜杜拉·测试") == name_key("阿卜杜拉 测试")
    assert name_key("ＴＥＳＴ Ａ") == name_key("test a")
    assert pinyin_key("李伟") == pinyin_key("李玮")
    assert pinyin_key("Test Person") == "testperson"


def test_a_phone_is_the_same_with_and_without_country_code() -> None:
    keys = {phone_key(text) for text in ("13800000001", "+86 138 0000 0001", "0086-13800000001")}
    assert keys == {"13800000001"}
    assert phone_key("+49 30 1234567") == "49301234567"


@given(st.text(max_size=40))
def test_no_name_breaks_the_index_or_the_search(text: str) -> None:
    assert name_key(text) == name_key(name_key(text))
    assert '"' not in search_terms(text)
    assert search_expression(text).count('"') % 2 == 0
