"""Whom a scan means: one, several, or nobody yet; a name that does not agree is asked about."""

from __future__ import annotations

import pytest

from fieldapp.domain.client import Document
from tests.journal.laptop import register
from tests.ui.desk.conftest import Desk

PASSPORT = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
)
NUMBER = Document("passport", "L898902C3")


@pytest.mark.parametrize("name", ["ANNA MARIA ERIKSSON", "Eriksson Anna Maria"])
def test_a_passport_whose_name_agrees_is_the_person(desk: Desk, name: str) -> None:
    register(desk.practice.journal, name, NUMBER)
    desk.scan(PASSPORT)
    desk.sees_person(name)


def test_a_passport_on_record_under_another_name_is_asked_about(desk: Desk) -> None:
    register(desk.practice.journal, "Somebody Else", NUMBER)
    desk.scan(PASSPORT)
    desk.sees_page(desk.screen.hits)
    desk.screen.new_person_requested.emit()
    desk.sees_page(desk.screen.register)
    (hit,) = desk.screen.register._hits
    assert (hit.name, hit.why) == ("Somebody Else", "Same document, another name")


def test_nobody_is_found_under_a_new_document(desk: Desk) -> None:
    desk.scan(PASSPORT)
    desk.sees_page(desk.screen.register)
    assert desk.screen.register.name.text == "ANNA MARIA ERIKSSON"
    assert desk.screen.register.language.chosen == "en"
    assert desk.screen.register.security.isVisible()
