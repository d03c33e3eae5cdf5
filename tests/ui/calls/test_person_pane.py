from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from fieldapp.ui.calls.person_pane import PersonPane
from fieldapp.ui.calls.present import outcomes
from fieldapp.ui.calls.state import PersonState, ScriptPart
from fieldapp.ui.form_page import FormField, FormState

PERSON = PersonState(
    key=(b"1", "s"),
    name="Test One, 58",
    about="berth 2",
    phone="138 1234 5678",
    language="中文",
    due="Dose 2 due today",
    tone="ok",
    rule="rule",
    script_title="Read out",
    script=(ScriptPart("", "hello"), ScriptPart("note", "words")),
    calls=("yesterday · No answer",),
    outcomes=(),
)


@pytest.fixture
def pane(qtbot: QtBot) -> PersonPane:
    made = PersonPane()
    qtbot.addWidget(made)
    made.resize(540, 600)
    made.show()
    return made


def test_with_nobody_there_is_nothing_to_press(pane: PersonPane) -> None:
    pane.show_person(None)
    assert not pane.head.isVisible()
    assert not pane.pages.isVisible()


def test_each_outcome_has_a_button_with_its_number(pane: PersonPane) -> None:
    pane.show_person(replace(PERSON, outcomes=outcomes()))
    said: list[str] = []
    pane.outcome_chosen.connect(said.append)
    assert len(pane.talk.buttons) == 10
    pane.talk.buttons["no-answer"].click()
    assert said == ["no-answer"]
    pane.show_person(replace(PERSON, outcomes=outcomes()))
    assert len(pane.talk.buttons) == 10


@pytest.mark.parametrize(
    ("phone", "missing", "kind"),
    [
        ("138 1234 5678", False, "sum"),
        ("+234 803 555 8841", False, "verdict"),
        ("No phone", True, "subtitle"),
    ],
)
def test_a_number_is_as_large_as_there_is_room(
    pane: PersonPane, phone: str, missing: bool, kind: str
) -> None:
    pane.show_person(replace(PERSON, phone=phone, phone_missing=missing))
    shown = pane.head.phone
    assert shown.property("kind") == kind
    assert shown.sizeHint().width() <= shown.width()


def test_the_phone_stays_in_sight_over_a_form(pane: PersonPane) -> None:
    pane.show_person(PERSON)
    pane.show_form(FormState("Refuses", "", (FormField("note", "Note"),), "Save"))
    assert pane.asks
    assert pane.head.phone.isVisible()
    pane.show_talk()
    assert not pane.asks


def test_what_is_read_out_is_scrolled_by_keys(pane: PersonPane) -> None:
    long = tuple(ScriptPart("note", "words " * 40) for _ in range(6))
    pane.show_person(replace(PERSON, script=long))
    pane.resize(540, 400)
    bar = pane.talk.area.verticalScrollBar()
    bar.setRange(0, 500)
    pane.scroll_words(2)
    assert bar.value() > 0
