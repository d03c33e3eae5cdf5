"""From scan to *saved on this laptop*: what the hands do, and what the journal then holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from fieldapp.actions import record_dose as record_dose_module
from fieldapp.domain.client import Document
from fieldapp.domain.immunization import ImmunizationStatus
from fieldapp.journal.errors import DiskFull
from tests.journal.laptop import give, open_vial, register
from tests.ui.desk.conftest import Desk

Key = Qt.Key
WANG = Document("cn-resident-id", "110105198005170017")
LI = Document("cn-resident-id", "370826198001010014")
DUE, EARLY = datetime(2021, 7, 5, 9, 0), datetime(2021, 7, 20, 9, 0)
ADULT = date(1980, 5, 17)


def returning(desk: Desk, dose_1: datetime = DUE, name: str = "王甲") -> bytes:
    """A made-up person who had dose 1."""
    person = register(desk.practice.journal, name, WANG, birth_date=ADULT)
    give(desk.practice.journal, person, occurred=dose_1)
    return person


def at_the_desk(desk: Desk, dose_1: datetime = DUE) -> bytes:
    """That person, scanned, with a vial at hand and all questions answered no."""
    person = returning(desk, dose_1)
    desk.scan(WANG.number)
    desk.sees_person("王甲")
    desk.scan_vial()
    desk.key(Key.Key_F7)
    desk.settle()
    return person


def test_a_returning_person_with_dose_2_due_takes_two_scans_and_two_keys(desk: Desk) -> None:
    returning(desk)
    with desk.effort.of("returning person, dose 2") as effort:
        desk.scan(WANG.number)
        desk.sees_person("王甲")
        desk.scan_vial()
        desk.key(Key.Key_F7)
        desk.sees(desk.screen.person.record.isEnabled)
        desk.record()
        desk.sees_page(desk.screen.empty)
    assert str(effort) == "2 scans + 2 keys"
    dose = desk.records()[-1].event
    assert dose.status is ImmunizationStatus.COMPLETED
    assert (dose.lot.lot_number, dose.recorded_by) == ("TEST-0001", "nurse.test")
    assert "王甲: saved on this laptop" in desk.said()
    desk.sees(lambda: desk.screen.today.state.doses == 1)


def test_enter_never_records_wherever_the_focus_is(desk: Desk) -> None:
    at_the_desk(desk)
    page = desk.screen.person
    for widget in (desk.screen.scan.edit, page.record, page.not_given, desk.screen):
        desk.look()
        widget.setFocus()
        desk.key(Key.Key_Return)
        desk.key(Key.Key_Enter)
    desk.settle()
    assert len(desk.records()) == 1
    assert page.record.isEnabled()


def test_a_key_that_bounces_records_one_dose(desk: Desk) -> None:
    at_the_desk(desk)
    desk.look()
    for _ in range(3):
        desk.key(Key.Key_F9)
    desk.sees_page(desk.screen.empty)
    desk.settle()
    assert len(desk.records()) == 2


def test_a_scanners_last_characters_record_nothing(desk: Desk) -> None:
    at_the_desk(desk)
    desk.look()
    desk.scan("0100000000000000")
    desk.key(Key.Key_F9)
    desk.settle()
    assert len(desk.records()) == 1
    desk.record()
    desk.sees(lambda: len(desk.records()) == 2)


def test_without_answers_or_without_a_vial_nothing_can_be_recorded(desk: Desk) -> None:
    returning(desk)
    desk.scan(WANG.number)
    desk.sees_person("王甲")
    desk.key(Key.Key_F7)
    desk.settle()
    assert not desk.screen.person.record.isEnabled(), "no vial"
    desk.scan_vial()
    desk.screen.answered.emit("fever", True)
    desk.settle()
    assert not desk.screen.person.record.isEnabled(), "fever"
    desk.record()
    desk.settle()
    assert len(desk.records()) == 1


def test_too_early_is_not_yet_and_says_until_when(desk: Desk) -> None:
    at_the_desk(desk, EARLY)
    assert desk.verdict().casefold().startswith("not yet")
    assert "10 Aug" in desk.verdict() + desk.screen.person.verdict.reason.text()
    desk.record()
    desk.settle()
    assert len(desk.records()) == 1


def test_an_override_needs_words_and_keeps_them_with_the_dose(desk: Desk) -> None:
    at_the_desk(desk, EARLY)
    desk.key(Key.Key_O, ctrl=True)
    desk.sees_page(desk.screen.reason)
    desk.key(Key.Key_F9)
    desk.settle()
    assert len(desk.records()) == 1, "no words, no dose"
    desk.screen.reason.text.insert("Dr Test decided: leaves for sea")
    desk.key(Key.Key_F9)
    desk.vouch()
    desk.sees_page(desk.screen.empty)
    assert desk.records()[-1].event.override_reason == "Dr Test decided: leaves for sea"


def test_fever_today_is_recorded_as_not_given_with_its_reason(desk: Desk) -> None:
    at_the_desk(desk)
    desk.screen.person.questions.choices["fever"].buttons[1].click()
    desk.settle()
    assert desk.verdict() == "Not today"
    desk.key(Key.Key_F6)
    desk.sees_page(desk.screen.reason)
    desk.key(Key.Key_1)
    desk.key(Key.Key_F9)
    desk.sees_page(desk.screen.empty)
    event = desk.records()[-1].event
    assert (event.status, event.reason) == (ImmunizationStatus.NOT_DONE, "fever")


def test_undo_strikes_the_last_dose_through_and_keeps_it(desk: Desk) -> None:
    at_the_desk(desk)
    desk.record()
    desk.sees_page(desk.screen.empty)
    desk.settle()
    desk.key(Key.Key_Z, ctrl=True)
    desk.sees_page(desk.screen.reason)
    whose = desk.records()[-1].client.details.name
    assert whose in desk.screen.reason.title.text()
    desk.key(Key.Key_1)
    desk.key(Key.Key_F9)
    desk.sees(lambda: desk.records()[-1].event.status is ImmunizationStatus.ENTERED_IN_ERROR)
    desk.sees_page(desk.screen.empty)
    assert len(desk.records()) == 2, "struck through, not gone"
    assert "Struck through" in desk.said()


def test_the_person_at_the_desk_stays_there_when_another_dose_is_struck(desk: Desk) -> None:
    at_the_desk(desk)
    desk.record()
    desk.sees_page(desk.screen.empty)
    register(desk.practice.journal, "李乙", LI, birth_date=date(1980, 1, 1))
    desk.scan(LI.number)
    desk.sees_person("李乙")
    desk.key(Key.Key_Z, ctrl=True)
    desk.key(Key.Key_1)
    desk.key(Key.Key_F9)
    desk.sees_person("李乙")


def test_people_who_share_a_phone_are_chosen_by_number(desk: Desk) -> None:
    for name in ("王甲", "李乙"):
        register(desk.practice.journal, name, phone="+8613900000000", birth_date=ADULT)
    desk.scan("13900000000")
    desk.sees_page(desk.screen.hits)
    shown = [hit.name for hit in desk.screen.hits._hits]  # as shown, in order
    desk.key(Key.Key_2, alt=True)
    desk.sees_person(shown[1])


def test_an_id_that_cannot_be_right_leaves_the_desk_as_it_is(desk: Desk) -> None:
    at_the_desk(desk)
    desk.scan("110105198005170018")
    desk.settle()
    assert desk.screen.pages.currentWidget() is desk.screen.person
    assert desk.screen.scan.said.property("tone") == "stop"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("0109501101539990" + "17230630" + "10X<GS>21S", "not in the vaccine catalogue"),
        ("0109501101530102" + "17210630" + "10X<GS>21S", "expired"),
    ],
    ids=["unknown", "expired"],
)
def test_a_vial_that_must_not_be_used_is_said_and_not_taken(
    desk: Desk, code: str, words: str
) -> None:
    returning(desk)
    desk.scan(WANG.number)
    desk.sees_person("王甲")
    desk.scan(code)
    desk.settle()
    assert words in desk.said()
    assert desk.screen.person.vial.product.text() == "No vial yet"


def test_the_arm_chosen_is_the_arm_recorded(desk: Desk) -> None:
    at_the_desk(desk)
    desk.key(Key.Key_R, ctrl=True)
    desk.settle()
    desk.record()
    desk.sees_page(desk.screen.empty)
    site = desk.records()[-1].event.site
    assert site is not None and site.value == "right-deltoid"


def test_esc_leads_from_a_reason_to_the_person_and_from_there_to_the_empty_desk(
    desk: Desk,
) -> None:
    at_the_desk(desk)
    desk.key(Key.Key_F6)
    desk.sees_page(desk.screen.reason)
    desk.key(Key.Key_Escape)
    desk.sees_page(desk.screen.person)
    desk.settle()
    desk.key(Key.Key_Escape)
    desk.sees_page(desk.screen.empty)
    assert len(desk.records()) == 1


def test_somebody_new_is_written_down_and_gets_dose_1(desk: Desk) -> None:
    open_vial(desk.practice.journal)
    desk.scan(LI.number)
    desk.sees_page(desk.screen.register)
    desk.screen.register.name.edit.insert("李乙")
    desk.key(Key.Key_F9)
    desk.sees_person("李乙")
    desk.key(Key.Key_F7)
    desk.sees(desk.screen.person.record.isEnabled)
    assert "dose 1" in desk.screen.person.record.text()
    desk.record()
    desk.sees_page(desk.screen.empty)
    (record,) = desk.records()
    assert record.client.details.documents == (LI,)


def test_somebody_without_papers_is_written_down_too(desk: Desk) -> None:
    open_vial(desk.practice.journal)
    desk.key(Key.Key_F2)
    desk.sees_page(desk.screen.register)
    desk.screen.register.name.edit.insert("无名氏甲")
    desk.screen.register.birth.edit.insert("1970-01-01")
    desk.screen.register.place.edit.insert("boat 12, berth 3")
    desk.key(Key.Key_F9)
    desk.sees_person("无名氏甲")
    desk.key(Key.Key_F7)
    desk.settle()
    desk.record()
    desk.sees_page(desk.screen.empty)
    assert desk.records()[-1].client.details.circumstances == "boat 12, berth 3"


def test_a_full_disk_is_said_the_person_stays_and_nothing_looks_saved(desk: Desk) -> None:
    at_the_desk(desk)
    journal = desk.practice.journal
    other = register(journal, "李乙")
    journal.db.run("PRAGMA max_page_count = 1")  # no page more than there are
    with pytest.raises(DiskFull):
        for _ in range(1000):
            give(journal, other, occurred=EARLY)
    before = len(desk.records())
    desk.record()
    desk.sees(lambda: "disk is full" in desk.said())
    assert desk.screen.pages.currentWidget() is desk.screen.person
    assert (len(desk.records()), desk.screen.today.state.doses) == (before, 0)
    journal.db.run("PRAGMA max_page_count = 1000000")
    desk.settle()
    desk.sees(desk.screen.person.record.isEnabled)
    desk.record()
    desk.sees_page(desk.screen.empty)
    assert len(desk.records()) == before + 1


def test_a_bug_while_recording_is_reported_and_never_looks_saved(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_desk(desk)
    monkeypatch.setattr(record_dose_module, "dose_fact", lambda *_: 1 / 0)
    with desk.qtbot.waitSignal(desk.flow.bug) as caught:
        desk.record()
    assert isinstance(caught.args[0], ZeroDivisionError)
    assert len(desk.records()) == 1
    assert "saved" not in desk.said()


def test_an_answer_that_comes_late_never_pushes_the_next_person_aside(
    desk: Desk, holding: Callable[[], Callable[[], None]]
) -> None:
    returning(desk)
    register(desk.practice.journal, "李乙", LI, birth_date=date(1980, 1, 1))
    let_go = holding()
    desk.scan(WANG.number)
    desk.scan(LI.number)
    let_go()
    desk.sees_person("李乙")
    desk.settle()
    assert desk.screen.person.person.name.text() == "李乙"


def test_whoever_is_scanned_while_a_dose_is_being_saved_stays_at_the_desk(
    desk: Desk, holding: Callable[[], Callable[[], None]]
) -> None:
    at_the_desk(desk)
    register(desk.practice.journal, "李乙", LI, birth_date=date(1980, 1, 1))
    let_go = holding()
    desk.record()
    desk.scan(LI.number)
    let_go()
    desk.sees_person("李乙")
    desk.settle()
    assert len(desk.records()) == 2
    assert "王甲: saved" in desk.said()
    assert desk.screen.person.person.name.text() == "李乙"


def test_after_the_end_no_late_answer_is_shown(
    desk: Desk, holding: Callable[[], Callable[[], None]]
) -> None:
    returning(desk)
    let_go = holding()
    desk.scan(WANG.number)
    desk.flow.stop()
    let_go()
    desk.qtbot.wait(50)
    assert desk.screen.pages.currentWidget() is desk.screen.empty
    assert desk.screen.person.person.name.text() == ""
