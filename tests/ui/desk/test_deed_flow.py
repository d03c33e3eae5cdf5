"""What is done for the person at the desk, by hand and key, and what it costs the hands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt

from fieldapp.domain.client import Document
from fieldapp.domain.immunization import DoseSource, ImmunizationStatus
from fieldapp.journal import drafts, vials
from tests.journal.laptop import LEAD, NURSE, VACCINE, give, register
from tests.ui.desk.conftest import VIAL, Desk

Key = Qt.Key
WANG = Document("cn-resident-id", "110105198005170017")
ID, ADULT = "370826198001010014", date(1980, 5, 17)
FLU = "0109501101530249" + "17230630" + "10FLU-0001<GS>21SERIAL1"


def person(desk: Desk, dose_1: datetime | None = datetime(2021, 7, 5, 9, 0)) -> bytes:
    """A made-up person at the desk."""
    client = register(desk.practice.journal, "王甲", WANG, birth_date=ADULT)
    if dose_1 is not None:
        give(desk.practice.journal, client, occurred=dose_1)
    desk.scan(WANG.number)
    desk.sees_person("王甲")
    return client


def ready(desk: Desk, name: str = "王甲", document: Document = WANG) -> None:
    """Somebody at the desk whose second dose only waits for F9."""
    client = register(desk.practice.journal, name, document, birth_date=ADULT)
    give(desk.practice.journal, client, occurred=datetime(2021, 7, 5, 9, 0))
    desk.scan(document.number)
    desk.sees_person(name)
    desk.scan_vial()
    desk.key(Key.Key_F7)
    desk.sees(desk.screen.person.record.isEnabled)


def vial(desk: Desk, doses: int) -> bytes:
    """A vial of so many doses, taken into use by hand."""
    desk.key(Key.Key_F3)
    desk.fill(vaccine=VACCINE, lot="TEST-0001", expiry="2023-06-30", doses=str(doses))
    desk.key(Key.Key_F9)
    desk.sees(lambda: bool(vials.in_use(desk.practice.journal)))
    desk.settle()
    return vials.in_use(desk.practice.journal)[0].vial_id


def test_a_new_person_with_an_id_card_takes_two_scans_a_phone_and_three_keys(desk: Desk) -> None:
    with desk.effort.of("new person with an ID card") as effort:
        desk.scan(ID)
        desk.sees_page(desk.screen.register)
        desk.screen.register.name.edit.insert("李乙")  # a card reader brings the name along
        desk.screen.register.phone.edit.setFocus()
        desk.type("13900000000")
        desk.key(Key.Key_F9)
        desk.sees_person("李乙")
        desk.scan_vial()
        desk.key(Key.Key_F7)
        desk.sees(desk.screen.person.record.isEnabled)
        desk.record()
        desk.sees_page(desk.screen.empty)
    assert str(effort) == "2 scans + 1 typed + 3 keys"
    assert desk.records()[-1].client.details.phone == "+8613900000000"


def test_a_vial_is_opened_by_one_scan(desk: Desk) -> None:
    with desk.effort.of("open a vial") as effort:
        desk.scan_vial()
    assert str(effort) == "1 scans"
    assert "BIBP, lot TEST-0001: in use." in desk.said()


def test_f7_answers_what_is_open_and_never_turns_a_yes_into_a_no(desk: Desk) -> None:
    person(desk)
    desk.scan_vial()
    desk.screen.answered.emit("severe-reaction", True)
    desk.settle()
    desk.key(Key.Key_F7)
    desk.settle()
    assert desk.verdict() == "Do not give today"


def test_a_second_vaccine_for_the_same_person_needs_no_second_scan_of_them(desk: Desk) -> None:
    person(desk)
    desk.scan_vial()
    desk.key(Key.Key_F7)
    desk.settle()
    desk.record()
    desk.sees_page(desk.screen.empty)
    assert "F5" in desk.said()
    with desk.effort.of("second vaccine, same person") as effort:
        desk.key(Key.Key_F5)
        desk.sees_person("王甲")
        desk.scan(FLU)
        desk.settle()
    assert str(effort) == "1 scans + 1 keys"
    answers = desk.screen.person.questions.choices
    assert answers["fever"].buttons[0].isChecked(), "asked a moment ago"
    assert len([r for r in desk.records() if r.event.occurred_at.date() == date(2021, 8, 1)]) == 1


def test_scanning_a_vial_that_is_open_goes_back_to_it(desk: Desk) -> None:
    desk.scan(VIAL.format(1))
    desk.settle()
    desk.scan(FLU)
    desk.settle()
    person(desk)
    desk.sees(lambda: "FLU" in desk.screen.person.vial.lot.text())
    before = desk.practice.journal.head()
    desk.scan(VIAL.format(1))
    desk.sees(lambda: "TEST-0001" in desk.screen.person.vial.lot.text())
    assert desk.practice.journal.head() == before, "nothing new to record"


def test_the_last_dose_of_a_vial_asks_for_the_next(desk: Desk) -> None:
    vial(desk, doses=2)
    give(desk.practice.journal, register(desk.practice.journal), vial=None)
    for name in ("甲", "乙"):
        document = Document("passport", f"TEST{name}")
        client = register(
            desk.practice.journal, name, document, birth_date=ADULT, nationality="CHN"
        )
        desk.screen.client_chosen.emit(client)
        desk.sees_person(name)
        desk.key(Key.Key_F7)
        desk.sees(desk.screen.person.record.isEnabled)
        desk.record()
        desk.sees_page(desk.screen.empty)
    assert "last dose of this vial" in desk.said()


def test_what_is_thrown_away_for_the_next_vial_is_said(desk: Desk) -> None:
    vial(desk, doses=5)
    desk.scan_vial()
    assert "5 doses, is written off" in desk.said()


def test_a_dose_from_a_card_counts_and_says_where_it_is_known_from(desk: Desk) -> None:
    person(desk, dose_1=None)
    desk.key(Key.Key_F4)
    desk.fill(vaccine=VACCINE, day="2021-07-05", place="Jining clinic")
    desk.key(Key.Key_F9)
    desk.sees_person("王甲")
    desk.sees(lambda: desk.verdict() == "Give dose 2")
    (record,) = desk.records()
    assert (record.event.source, record.event.evidence, record.event.place) == (
        DoseSource.ELSEWHERE, "card", "Jining clinic",
    )  # fmt: skip
    assert desk.screen.today.state.doses == 0, "not a dose of ours"


def test_the_same_dose_from_the_card_twice_is_said_on_the_form(desk: Desk) -> None:
    person(desk)
    desk.key(Key.Key_F4)
    desk.fill(vaccine=VACCINE, day="2021-07-05")
    desk.key(Key.Key_F9)
    desk.sees(lambda: "in the history already" in desk.screen.form.message.text())
    assert desk.screen.pages.currentWidget() is desk.screen.form
    desk.screen.form.fill({"day": "5 July"})
    desk.key(Key.Key_F9)
    assert "not a date" in desk.screen.form.message.text()


def test_a_dose_already_given_is_recorded_whatever_the_advice(desk: Desk) -> None:
    person(desk, dose_1=datetime(2021, 7, 20, 9, 0))
    desk.scan_vial()
    desk.key(Key.Key_F7)
    desk.settle()
    assert desk.verdict().startswith("Not yet")
    desk.key(Key.Key_D, ctrl=True)
    desk.fill(time="09:30", vaccinator=LEAD.login, why="The battery was flat")
    desk.key(Key.Key_F9)
    desk.sees_page(desk.screen.empty)
    event = desk.records()[-1].event
    assert (event.source, event.vaccinator) == (DoseSource.LATE_ENTRY, LEAD.login)
    assert event.override_reason == "The battery was flat"
    desk.settle()
    assert desk.screen.today.state.doses == 1


def test_a_lead_decides_alone_and_a_recorder_with_the_leads_pin(
    unlocked: Callable[[str], Desk],
) -> None:
    desk = unlocked(LEAD.login)
    person(desk, dose_1=datetime(2021, 7, 20, 9, 0))
    desk.scan_vial()
    desk.key(Key.Key_F7)
    desk.settle()
    desk.key(Key.Key_O, ctrl=True)
    desk.sees_page(desk.screen.reason)
    desk.screen.reason.text.insert("leaves for sea")
    desk.key(Key.Key_F9)
    desk.sees_page(desk.screen.empty)
    assert desk.records()[-1].event.override_reason == "leaves for sea"


def test_a_wrong_pin_records_nothing_and_is_said_where_it_was_typed(desk: Desk) -> None:
    person(desk, dose_1=datetime(2021, 7, 20, 9, 0))
    desk.scan_vial()
    desk.key(Key.Key_F7)
    desk.settle()
    desk.key(Key.Key_O, ctrl=True)
    desk.screen.reason.text.insert("leaves for sea")
    desk.key(Key.Key_F9)
    desk.vouch("0000-wrong")
    desk.sees(lambda: "PIN is not right" in desk.screen.form.message.text())
    assert len(desk.records()) == 1
    desk.key(Key.Key_Escape)
    desk.sees_person("王甲")


def test_without_the_second_person_the_typed_reason_is_kept_until_the_dose_is_recorded(
    desk: Desk,
) -> None:
    person(desk, dose_1=datetime(2021, 7, 20, 9, 0))
    desk.scan_vial()
    desk.key(Key.Key_F7)
    desk.settle()
    desk.key(Key.Key_O, ctrl=True)
    desk.screen.reason.text.setFocus()
    desk.type("leaves for sea")
    desk.key(Key.Key_F9)
    desk.sees_page(desk.screen.form)
    desk.key(Key.Key_Escape)
    desk.sees_person("王甲")
    desk.key(Key.Key_O, ctrl=True)
    desk.sees(lambda: desk.screen.reason.text.text() == "leaves for sea")
    desk.key(Key.Key_F9)
    desk.vouch()
    desk.sees_page(desk.screen.empty)
    assert desk.records()[-1].event.override_reason == "leaves for sea"
    desk.settle()
    assert drafts.names(desk.practice.journal, desk.flow.means.draft("override")) == []


def test_undo_never_strikes_the_dose_before_while_a_new_one_is_being_saved(
    desk: Desk, holding: Callable[[], Callable[[], None]]
) -> None:
    ready(desk)
    desk.record()
    desk.sees_page(desk.screen.empty)
    ready(desk, "李乙", Document("cn-resident-id", ID))
    shown = list[object]()
    slow_look = holding()
    desk.flow.refresh_today()
    desk.flow._do(lambda: None, shown.append)
    slow_record = holding()
    desk.record()
    slow_look()
    desk.sees(lambda: bool(shown))
    desk.key(Key.Key_Z, ctrl=True)
    assert desk.screen.pages.currentWidget() is desk.screen.person, "nothing to undo just now"
    slow_record()
    desk.sees_page(desk.screen.empty)
    desk.settle()
    desk.key(Key.Key_Z, ctrl=True)
    desk.sees_page(desk.screen.reason)
    assert "李乙" in desk.screen.reason.title.text()


def test_what_was_left_open_comes_back_for_its_owner_alone(
    unlocked: Callable[[str], Desk],
) -> None:
    first = unlocked(NURSE.login)
    person(first)
    first.key(Key.Key_F4)
    first.fill(vaccine=VACCINE, day="2021-05-01")
    first.screen.form.edited.emit(first.screen.form.values)
    first.settle()
    first.flow.stop()
    other = unlocked(LEAD.login)
    assert other.screen.pages.currentWidget() is other.screen.empty
    other.flow.stop()
    again = unlocked(NURSE.login)
    again.sees_page(again.screen.form)
    again.sees(lambda: again.screen.form.values["day"] == "2021-05-01")
    again.key(Key.Key_F9)
    again.sees_person("王甲")
    again.settle()
    again.flow.stop()
    last = unlocked(NURSE.login)
    assert last.screen.pages.currentWidget() is last.screen.empty, "recorded: nothing is open"


def test_a_reason_half_chosen_comes_back_with_its_person(unlocked: Callable[[str], Desk]) -> None:
    first = unlocked(NURSE.login)
    person(first)
    first.key(Key.Key_F6)
    first.sees_page(first.screen.reason)
    first.settle()
    first.key(Key.Key_2)
    first.settle()
    first.flow.stop()
    again = unlocked(NURSE.login)
    again.sees_page(again.screen.reason)
    again.sees(again.screen.reason.confirm.isEnabled)
    again.key(Key.Key_F9)
    again.sees(lambda: again.records()[-1].event.status is ImmunizationStatus.NOT_DONE)
    assert again.records()[-1].event.reason == "refused"
