"""Whoever was recorded is known again by what was ever written down about them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fieldapp.actions.amend_client import amend_client
from fieldapp.actions.workbook.former import could_be, is_or_was, written_ever
from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import ClientDetails, Document
from fieldapp.journal.journal import Journal
from tests.journal.laptop import NURSE, register

ID, OTHER_ID = (Document("passport", number) for number in ("E12345678", "E87654321"))
LIU = ClientDetails("刘洋", birth_date=date(1980, 3, 7), phone="+8613800001234")


@pytest.mark.parametrize(
    ("typed", "can"),
    [
        (replace(LIU, name="Liu Yang"), True),
        (replace(LIU, name="陈静"), False),
        (replace(LIU, phone="13800001234"), True),
        (replace(LIU, phone="13800009999"), False),
        (replace(LIU, phone=None, birth_date=None), True),
        (replace(LIU, birth_date=date(1980, 1, 1), birth_known_to=Precision.YEAR), True),
        (replace(LIU, birth_date=date(1980, 3, 8)), False),
        (replace(LIU, documents=(ID,)), True),
    ],
)
def test_one_person_has_one_name_and_nothing_that_contradicts_it(
    typed: ClientDetails, can: bool
) -> None:
    assert could_be(LIU, typed) is can
    assert could_be(typed, LIU) is can


def test_two_documents_of_a_kind_are_two_people_whatever_else_agrees() -> None:
    assert not could_be(replace(LIU, documents=(ID,)), replace(LIU, documents=(OTHER_ID,)))
    assert could_be(replace(LIU, documents=(ID,)), replace(LIU, documents=(ID,), phone="1"))


def test_what_was_corrected_is_known_in_every_form_it_had(journal: Journal) -> None:
    client = register(journal, LIU.name, birth_date=LIU.birth_date, phone=LIU.phone)
    first = replace(LIU, name="刘阳", documents=(ID,))
    last = replace(first, name="刘扬", birth_date=date(1981, 3, 7))
    for now in (first, last):
        amend_client(journal, client, now, "typed-wrong", user=NURSE.login)
    assert {one.name for one in written_ever(journal, client, last)} == {"刘洋", "刘阳", "刘扬"}
    for typed in (LIU, first, last):
        assert is_or_was(journal, client, typed)
    assert not is_or_was(journal, client, replace(LIU, name="陈静"))
