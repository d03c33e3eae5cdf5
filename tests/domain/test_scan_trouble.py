"""A scan that came out wrong says why; nothing that a person types looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.domain.scan import identify
from fieldapp.domain.scan_trouble import Trouble, trouble_in

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "text",
    ["0王109501我10153010217230630", "110105不是1949人", "灭01095011015301021723"],
)
def test_a_chinese_input_method_that_ate_digits_is_named(text: str) -> None:
    scan = identify(text, TODAY)
    assert (scan.valid, scan.kind, scan.error) == (False, "unknown", Trouble.INPUT_METHOD)


@pytest.mark.parametrize(
    "text",
    [
        "!!)!)%!($(!@#!))@X",  # an ID card, digits shifted
        '&&à&àé&çéç&é"&àà"Q',  # the same by a French keyboard
        "P;UTOERIKSSON;;ANNA;MARIA;;;;;;;;;;;;;;;;;;;;",  # a passport's <
        "=d2010950110153010217230630" + "10LOT",  # ]d2
    ],
)
def test_a_scanner_set_to_another_keyboard_is_named(text: str) -> None:
    scan = identify(text, TODAY)
    assert (scan.valid, scan.error) == (False, Trouble.KEYBOARD_LAYOUT)


@pytest.mark.parametrize(
    "text",
    ["王海波 2", "3号船 李娜", "O'Brien-Smith (Anna)", "?", "鲁济宁渔", "§§§", "13900000000"],
)
def test_what_people_type_is_no_trouble(text: str) -> None:
    assert trouble_in(text) is None


def test_full_width_characters_are_read_as_they_are_meant() -> None:
    assert identify("１１０１０５１９４９１２３１００２Ｘ", TODAY).kind == "cn-resident-id"
    vial = identify("０１０９５０１１０１５３０１０２１７２３０６３０１０ＬＯＴ", TODAY)
    assert (vial.kind, vial.lot) == ("gs1", "LOT")
