"""Labelled fields: what is typed comes without blanks, what is chosen by its id."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldapp.ui.form_fields import Field, Picker, YesNo


def test_a_field_gives_what_is_typed_without_blanks_at_the_ends(qtbot: QtBot) -> None:
    field = Field("Name")
    qtbot.addWidget(field)
    field.edit.setText("  Cesi Yi ")
    assert field.text == "Cesi Yi"
    assert field.edit.accessibleName() == "Name"


def test_a_picker_gives_the_id_and_chooses_nothing_unknown(qtbot: QtBot) -> None:
    picker = Picker("Sex")
    qtbot.addWidget(picker)
    assert picker.chosen == ""
    picker.offer((("", "–"), ("F", "Female"), ("M", "Male")))
    picker.choose("M")
    assert picker.chosen == "M"
    picker.choose("unheard of")
    assert picker.chosen == ""


def test_a_question_is_unanswered_until_somebody_answers(qtbot: QtBot) -> None:
    question = YesNo("Consent", "No", "Yes")
    qtbot.addWidget(question)
    assert not any(button.isChecked() for button in question.choice.buttons)
    with qtbot.waitSignal(question.answered):
        question.choice.buttons[1].click()
    assert question.answer is True
    question.show_answer(None)
    assert not any(button.isChecked() for button in question.choice.buttons)
