"""The form takes digits for what was seen, and a scan into it ticks nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.actions.aefi_codes import load_aefi_codes
from fieldapp.domain.adverse_event import Code
from fieldapp.ui.watch.reaction_page import SCAN_MS, ReactionPage
from fieldapp.ui.watch.state import ReactionForm, ReactionState
from tests.ui.conftest import FakeTime
from tests.ui.hands import press, write

CODES = load_aefi_codes()
WHOLE = ReactionForm(
    reactions=("syncope", "sepsis"),
    serious="yes",
    criteria=("death",),
    onset="14:33",
    outcome="died",
    treatment="a",
    description="b",
    history="c",
    comment="d",
    reporter="e",
    reporter_post="f",
    reporter_contact="g",
    notified="2026-11-22",
    diluent_lot="h",
    reconstituted="09:00",
    died="2026-11-23",
    to_hospital=True,
)


def state(form: ReactionForm, **more: bool) -> ReactionState:
    return ReactionState(
        title="title",
        dose="dose",
        note="",
        reactions=offers(CODES.reactions),
        criteria=offers(CODES.criteria),
        outcomes=offers(CODES.outcomes),
        form=form,
        **more,
    )


def offers(codes: tuple[Code, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((code.id, code.name["en"]) for code in codes)


@pytest.fixture
def page(qtbot: QtBot, time: FakeTime) -> ReactionPage:
    made = ReactionPage(time)
    qtbot.addWidget(made)
    made.resize(1152, 592)
    made.show()
    made.show_form(state(ReactionForm(), is_watched=True))
    return made


def test_what_was_typed_comes_back_whole(page: ReactionPage) -> None:
    page.show_form(state(WHOLE, is_watched=True))
    assert page.typed() == WHOLE


def test_digits_tick_what_was_seen_but_not_while_a_text_is_typed(page: ReactionPage) -> None:
    write(page, "27")
    assert page.seen.ticked == ("urticaria", "injection-site")
    page.texts["treatment"].edit.setFocus()
    write(page.texts["treatment"].edit, "3 ml")
    assert page.seen.ticked == ("urticaria", "injection-site")
    assert page.typed().treatment == "3 ml"


def test_a_scan_leaves_every_box_as_it_was(page: ReactionPage, time: FakeTime) -> None:
    write(page, "2")
    time.ms += SCAN_MS + 1
    write(page, "370826198001010014")
    press(page, Qt.Key.Key_Return)
    assert page.seen.ticked == ("urticaria",)


def test_the_other_half_of_the_form_is_one_key_away(page: ReactionPage) -> None:
    page.turn_over()
    assert page.texts["reporter"].edit.hasFocus()
    page.turn_over()
    assert page.texts["onset"].edit.hasFocus()


def test_hospital_is_offered_only_while_the_person_is_here(page: ReactionPage) -> None:
    page.toggle_hospital()
    assert page.typed().to_hospital
    page.show_form(state(WHOLE, may_withdraw=True))
    page.toggle_hospital()
    assert not page.typed().to_hospital
    assert page.withdraw.isVisible() and not page.hospital.isVisible()


def test_every_change_is_handed_on_to_be_kept(qtbot: QtBot, page: ReactionPage) -> None:
    with qtbot.waitSignal(page.edited) as kept:
        write(page, "1")
    assert kept.args is not None and kept.args[0].reactions == ("syncope",)
    with qtbot.waitSignal(page.edited):
        page.serious.say_no()


def test_the_word_on_the_button_says_how_grave_it_is(page: ReactionPage) -> None:
    assert page.save.text() == "Save report"
    page.serious.criteria.toggle(1)
    assert page.save.text() == "Save serious report"
    assert page.title.property("tone") == "stop"


def test_every_field_has_a_name_and_every_target_is_large_enough(page: ReactionPage) -> None:
    for field in page.texts.values():
        assert field.edit.accessibleName()
    targets = (*page.seen.boxes.boxes.values(), *page.serious.criteria.boxes.values())
    assert all(box.height() >= 44 for box in (*targets, page.save, page.cancel, page.turn))
