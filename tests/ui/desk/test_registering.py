"""From scan and form to a person's details: nothing is made up, and faults are named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp.domain.client import Document, Sex
from fieldapp.domain.scan import identify
from fieldapp.ui import language
from fieldapp.ui.desk.registering import details_of, form_state
from fieldapp.ui.desk.state import RegisterForm
from fieldapp.ui.form_values import BadField

TODAY = date(2021, 8, 1)
ID = "11010519491231002X"
TYPED = RegisterForm(
    name="测试甲",
    birth_date="1949-12-31",
    sex="F",
    home_area="Chaoyang District, Beijing",
    phone="13900000000",
    key_group="grp-health",
    language="zh",
    consent=True,
    circumstances="boat 12",
)
NOTHING = RegisterForm("测试甲", "", "", "", "", "", "", None, "")


def test_an_id_card_fills_in_what_it_says_and_no_more() -> None:
    state = form_state(identify(ID, TODAY))
    assert (state.birth_date, state.sex) == ("1949-12-31", "F")
    assert state.home_area == "Chaoyang District, Beijing"
    assert (state.name, state.phone, state.from_document) == ("", "", True)
    assert ID not in state.document, "the number is masked"


def test_a_phone_and_a_name_fill_in_themselves() -> None:
    assert form_state(identify("13900000000", TODAY)).phone == "13900000000"
    assert form_state(identify("测试甲", TODAY)).name == "测试甲"
    assert form_state(None).name == ""


def test_groups_come_from_the_catalogue_in_the_language_of_the_screen(qapp: QApplication) -> None:
    english = dict(form_state(None).groups)
    language.install(qapp, language.CHINESE)
    chinese = dict(form_state(None).groups)
    assert english.keys() == chinese.keys()
    assert english["grp-health"] != chinese["grp-health"]


def test_all_that_was_typed_is_in_the_details() -> None:
    details = details_of(TYPED, identify(ID, TODAY), TODAY)
    assert details.documents == (Document("cn-resident-id", ID),)
    assert (details.name, details.birth_date, details.sex) == (
        "测试甲",
        date(1949, 12, 31),
        Sex.FEMALE,
    )
    assert (details.phone, details.key_group) == ("+8613900000000", "grp-health")
    assert (details.home_area, details.language) == ("110105", "zh")
    assert (details.consent, details.circumstances) == (True, "boat 12")


def test_what_was_not_typed_is_unknown_and_not_empty() -> None:
    details = details_of(NOTHING, None, TODAY)
    assert (details.birth_date, details.sex, details.phone, details.consent) == (None,) * 4
    assert (details.documents, details.key_group, details.circumstances) == ((), None, None)


@pytest.mark.parametrize(
    ("form", "names"),
    [
        (replace(TYPED, name=""), "name is missing"),
        (replace(TYPED, name=ID), "scanned into it"),
        (replace(TYPED, name="13900000000"), "scanned into it"),
        (replace(TYPED, birth_date="31 December"), "birth date is not a date"),
        (replace(TYPED, birth_date="1949-02-30"), "birth date is not a date"),
        (replace(TYPED, birth_date="2021-08-02"), "in the future"),
        (replace(TYPED, phone="12"), "phone number"),
    ],
)
def test_a_field_that_cannot_be_right_is_named(form: RegisterForm, names: str) -> None:
    with pytest.raises(BadField, match=names):
        details_of(form, None, TODAY)


def test_a_date_with_slashes_is_a_date() -> None:
    form = replace(TYPED, birth_date="1949/12/31")
    assert details_of(form, None, TODAY).birth_date == date(1949, 12, 31)
