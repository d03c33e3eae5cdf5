"""Registering: nothing half typed is lost, and nobody gets the fields of somebody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt

from fieldapp.journal import clients, drafts
from tests.journal.laptop import LEAD, NURSE, register
from tests.ui.desk.conftest import Desk
from tests.ui.hands import press, write

Key = Qt.Key
WANG, LI = "11010519491231002X", "370826198001010014"
DRAFT = f"register cn-resident-id {WANG}"


def form_for(desk: Desk, text: str) -> None:
    desk.screen.scan.edit.setFocus()
    write(desk.screen.scan.edit, text)
    press(desk.screen.scan.edit, Key.Key_Return)
    desk.sees(lambda: desk.screen.pages.currentWidget() is desk.screen.register)


def kept(desk: Desk, name: str) -> str | None:
    return drafts.load(desk.practice.journal, drafts.owned(NURSE.login, name))


def keep(desk: Desk, name: str, body: str) -> None:
    drafts.save(desk.practice.journal, drafts.owned(NURSE.login, name), body)


def leave(desk: Desk) -> None:
    press(desk.screen.register, Key.Key_Escape)
    desk.sees(lambda: desk.screen.pages.currentWidget() is desk.screen.empty)


def test_what_was_half_typed_is_there_again_after_esc(desk: Desk) -> None:
    form_for(desk, WANG)
    write(desk.screen.register.name.edit, "Cesi Yi")
    desk.screen.register.place.edit.setFocus()
    write(desk.screen.register.place.edit, "boat 12")
    leave(desk)
    form_for(desk, WANG)
    assert (desk.screen.register.name.text, desk.screen.register.place.text) == (
        "Cesi Yi",
        "boat 12",
    )
    assert desk.screen.register.birth.text == "1949-12-31"
    assert "half typed" in desk.said()


def test_nobody_gets_the_fields_of_somebody_else(desk: Desk) -> None:
    form_for(desk, WANG)
    write(desk.screen.register.name.edit, "Cesi Yi")
    leave(desk)
    form_for(desk, LI)
    assert desk.screen.register.name.text == ""
    leave(desk)
    press(desk.screen, Key.Key_F2)
    desk.sees(lambda: desk.screen.pages.currentWidget() is desk.screen.register)
    assert desk.screen.register.name.text == ""


def test_somebody_without_papers_is_found_again_by_the_name(desk: Desk) -> None:
    form_for(desk, "Cesi Er")
    desk.screen.register.phone.edit.setFocus()
    write(desk.screen.register.phone.edit, "13800138000")
    leave(desk)
    form_for(desk, "Cesi Er")
    assert desk.screen.register.phone.text == "13800138000"


def test_a_draft_survives_a_battery_that_went_flat(desk: Desk) -> None:
    form_for(desk, WANG)
    write(desk.screen.register.name.edit, "Cesi Yi")
    desk.screen.register.phone.edit.setFocus()  # the field is left: what is in it is written down
    desk.sees(lambda: kept(desk, DRAFT) is not None)


def test_saving_keeps_no_draft(desk: Desk) -> None:
    form_for(desk, WANG)
    write(desk.screen.register.name.edit, "Cesi Yi")
    press(desk.screen.register, Key.Key_F9)
    desk.sees(lambda: desk.screen.pages.currentWidget() is desk.screen.person)
    desk.settle()
    assert kept(desk, DRAFT) is None
    (hit,) = clients.search(desk.practice.journal, "Cesi")
    assert hit.client.details.name == "Cesi Yi"


def test_a_draft_of_another_shape_is_let_go(desk: Desk) -> None:
    keep(desk, DRAFT, '{"nickname": "x"}')
    form_for(desk, WANG)
    assert desk.screen.register.name.text == ""
    assert desk.screen.register.birth.text == "1949-12-31"


def test_a_code_scanned_into_the_name_is_refused(desk: Desk) -> None:
    form_for(desk, WANG)
    write(desk.screen.register.name.edit, LI)
    press(desk.screen.register, Key.Key_F9)
    assert "scanned" in desk.screen.register.message.text()
    assert desk.screen.register.name.text == LI


def test_a_form_left_open_at_a_lock_is_there_again_for_its_owner_alone(
    unlocked: Callable[[str], Desk],
) -> None:
    first = unlocked(NURSE.login)
    form_for(first, WANG)
    write(first.screen.register.name.edit, "Cesi Yi")
    first.flow.stop()  # the lock: leaving the field writes what is in it
    first.qtbot.waitUntil(lambda: kept(first, DRAFT) is not None)
    other = unlocked(LEAD.login)
    assert other.screen.pages.currentWidget() is other.screen.empty
    form_for(other, WANG)
    assert other.screen.register.name.text == "", "another one's typing is not shown"
    other.flow.stop()
    again = unlocked(NURSE.login)
    again.sees(lambda: again.screen.pages.currentWidget() is again.screen.register)
    assert again.screen.register.name.text == "Cesi Yi"
    assert again.screen.register.birth.text == "1949-12-31"


def test_somebody_alike_is_asked_about_once_before_a_second_registration(desk: Desk) -> None:
    known = register(desk.practice.journal, "Cesi Yi", birth_date=date(1949, 12, 31))
    form_for(desk, WANG)
    write(desk.screen.register.name.edit, "Cesi Yi")
    press(desk.screen.register, Key.Key_F9)
    desk.sees(lambda: desk.screen.register.asking)
    assert desk.screen.register.banner.title.text() == "Is it the same person?"
    press(desk.screen.register, Key.Key_Escape)
    assert not desk.screen.register.asking, "back to the form, nothing lost"
    assert desk.screen.register.name.text == "Cesi Yi"
    press(desk.screen.register, Key.Key_F9)
    desk.sees(lambda: desk.screen.register.asking)
    press(desk.screen.register, Key.Key_F9)
    desk.sees_person("Cesi Yi")
    assert desk.flow.client_id != known
    assert "Perhaps the same person" in desk.screen.person.verdict.reason.text()


def test_the_person_alike_is_one_key_away(desk: Desk) -> None:
    known = register(desk.practice.journal, "Cesi Yi", birth_date=date(1949, 12, 31))
    form_for(desk, WANG)
    write(desk.screen.register.name.edit, "Cesi Yi")
    press(desk.screen.register, Key.Key_F9)
    desk.sees(lambda: desk.screen.register.asking)
    press(desk.screen.register, Key.Key_1, Qt.KeyboardModifier.AltModifier)
    desk.sees_person("Cesi Yi")
    assert desk.flow.client_id == known


def test_somebody_without_papers_gets_a_number_for_their_card(desk: Desk) -> None:
    press(desk.screen, Key.Key_F2)
    desk.sees_page(desk.screen.register)
    write(desk.screen.register.name.edit, "Cesi San")
    press(desk.screen.register, Key.Key_F9)
    desk.sees_person("Cesi San")
    desk.sees(lambda: "Write this number on the card: NP-" in desk.said())
    number = desk.said().rsplit(" ", 1)[-1]
    press(desk.screen, Key.Key_Escape)
    desk.sees_page(desk.screen.empty)
    desk.scan(number)
    desk.sees_person("Cesi San")
