"""The small forms become records; each stays on the screen until it is one."""

from __future__ import annotations

from PySide6.QtCore import Qt

from fieldapp.journal import vials
from tests.ui.desk.conftest import Desk

Key = Qt.Key


def test_a_vial_without_a_readable_code_is_opened_by_hand(desk: Desk) -> None:
    desk.key(Key.Key_F3)
    desk.fill(vaccine="mr-live", lot="M1", expiry="2023-01")
    desk.key(Key.Key_F9)
    desk.sees_page(desk.screen.empty)
    (vial,) = vials.in_use(desk.practice.journal)
    assert (vial.lot.lot_number, vial.doses) == ("M1", 10)


def test_an_expired_vial_is_refused_on_the_form(desk: Desk) -> None:
    desk.key(Key.Key_F3)
    desk.fill(vaccine="mr-live", lot="M1", expiry="2021-06-30")
    desk.key(Key.Key_F9)
    desk.sees(lambda: "expired" in desk.screen.form.message.text())
    assert desk.screen.form.values["lot"] == "M1"
    assert vials.in_use(desk.practice.journal) == []


def test_esc_leaves_a_form_and_what_was_typed_is_there_again(desk: Desk) -> None:
    desk.key(Key.Key_F3)
    desk.fill(lot="M1")
    desk.screen.form.edited.emit(desk.screen.form.values)
    desk.key(Key.Key_Escape)
    desk.sees_page(desk.screen.empty)
    desk.key(Key.Key_F3)
    desk.sees(lambda: desk.screen.form.values.get("lot") == "M1")


def test_a_lot_that_may_have_run_together_is_compared_with_the_vial_before_use(
    desk: Desk,
) -> None:
    """The scanner drops the GS1 separator: reported, never guessed."""
    desk.scan("010950110153010217230630" + "10TEST-0001" + "21SERIAL1")
    desk.sees_page(desk.screen.form)
    assert vials.in_use(desk.practice.journal) == []
    assert desk.screen.form.values["lot"] == "TEST-000121SERIAL1"
    assert "left out a separator" in desk.screen.form.lead.text()
    desk.fill(lot="TEST-0001")
    desk.key(Key.Key_F9)
    desk.sees_page(desk.screen.empty)
    (vial,) = vials.in_use(desk.practice.journal)
    assert (vial.lot.lot_number, str(vial.lot.expiry)) == ("TEST-0001", "2023-06-30")


def test_a_lot_whose_letters_may_have_changed_is_compared_too(desk: Desk) -> None:
    desk.scan("]D2010950110153010217230630" + "10test-0001")
    desk.sees_page(desk.screen.form)
    assert "Caps Lock" in desk.screen.form.lead.text()
    assert vials.in_use(desk.practice.journal) == []
