"""Correct: nothing is lost, everything says who and why, and what is decided can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt

from fieldapp.domain.immunization import ImmunizationStatus
from fieldapp.journal import clients, corrections, doses, links
from fieldapp.journal.entries import position_of
from fieldapp.journal.verify import verify
from fieldapp.ui.desk.resume_flow import LeftOpen
from fieldapp.ui.records.state import Kind
from fieldapp.wire.facts import ClientLinked, UserAdded
from tests.journal.laptop import LEAD, NURSE, give, register
from tests.ui.records.conftest import Records

Key = Qt.Key
BORN = date(1980, 5, 17)
OTHER = "other.test"


def person(records: Records, name: str = "王甲") -> bytes:
    return register(records.journal, name, birth_date=BORN)


def test_a_lot_read_wrongly_is_corrected_and_the_old_one_stays_readable(records: Records) -> None:
    who = person(records)
    dose = give(records.journal, who, occurred=datetime(2021, 7, 5, 9, 0))
    records.open(who)
    records.choose(Kind.DOSE)
    records.key(Key.Key_F4)
    records.fill(lot="TEST-0002", reason="read-again")
    records.sees(lambda: "Corrected" in records.said())
    records.settle()
    event = doses.get(records.journal, dose)
    assert event is not None and event.lot.lot_number == "TEST-0002"
    (note,) = records.notes(Kind.DOSE)
    assert note.startswith("lot: TEST-0001 → TEST-0002 · Read again from card or vial · nurse.test")
    assert verify(records.journal).ok


def test_without_a_reason_or_with_an_impossible_day_nothing_is_recorded(records: Records) -> None:
    who = person(records)
    give(records.journal, who)
    records.open(who)
    head = records.journal.head()
    records.choose(Kind.DOSE)
    records.key(Key.Key_F4)
    records.fill(lot="TEST-0002")
    assert "Choose a reason" in records.screen.form.message.text()
    records.fill(day="2031-01-01", reason="typed-wrong")
    assert "future" in records.screen.form.message.text()
    assert records.journal.head() == head
    records.key(Key.Key_Escape)
    records.sees_page(records.screen.list)


def test_a_dose_is_struck_through_with_its_reason_and_shown(records: Records) -> None:
    who = person(records)
    dose = give(records.journal, who)
    records.open(who)
    records.choose(Kind.DOSE)
    records.key(Key.Key_F6)
    records.reason(1)
    records.sees(lambda: "Struck through" in records.said())
    records.settle()
    event = doses.get(records.journal, dose)
    assert event is not None and event.status is ImmunizationStatus.ENTERED_IN_ERROR
    assert records.lines()[1].startswith("Struck through")
    assert "Wrong person" in records.notes(Kind.STRUCK)[0]


def test_the_record_of_somebody_else_needs_a_leads_pin(
    unlocked: Callable[[str], Records],
) -> None:
    records = unlocked(OTHER)
    journal = records.journal
    journal.append([UserAdded(OTHER, "Other Test", "recorder")], user=LEAD.login)
    who = person(records)
    dose = give(journal, who)
    records.open(who)
    records.choose(Kind.DOSE)
    records.key(Key.Key_F4)
    records.fill(lot="TEST-0002", reason="typed-wrong")
    records.vouch("wrong-pin")
    records.sees(lambda: "PIN is not right" in records.screen.form.message.text())
    assert corrections.of_record(journal, dose) == []
    records.fill(pin=LEAD.pin)
    records.sees(lambda: "Corrected" in records.said())
    (made,) = corrections.of_record(journal, dose)
    assert (made.recorded_by, made.second_person) == (OTHER, LEAD.login)


def test_what_was_typed_survives_a_second_person_who_does_not_come(
    unlocked: Callable[[str], Records],
) -> None:
    records = unlocked(OTHER)
    records.journal.append([UserAdded(OTHER, "Other Test", "recorder")], user=LEAD.login)
    who = person(records)
    give(records.journal, who)
    records.open(who)
    records.choose(Kind.DOSE)
    records.key(Key.Key_F4)
    records.sees_page(records.screen.form)
    records.screen.form.edited.emit(records.screen.form.values | {"lot": "TEST-0009"})
    records.fill(lot="TEST-0009", reason="typed-wrong")
    records.sees(lambda: "pin" in records.screen.form.fields)
    records.key(Key.Key_Escape)
    records.sees_page(records.screen.list)
    records.settle()
    records.choose(Kind.DOSE)
    records.key(Key.Key_F4)
    records.sees(lambda: records.screen.form.values.get("lot") == "TEST-0009")


def test_a_registration_is_corrected_and_found_under_its_new_name(records: Records) -> None:
    who = person(records)
    records.open(who)
    records.key(Key.Key_1, Qt.KeyboardModifier.AltModifier)
    records.key(Key.Key_F4)
    records.fill(name="王乙", document="110105198005170017", reason="typed-wrong")
    records.sees(lambda: "Corrected" in records.said())
    client = clients.get(records.journal, who)
    assert client is not None
    assert client.details.name == "王乙"
    assert [document.kind for document in client.details.documents] == ["cn-resident-id"]
    records.settle()
    assert any("王甲 → 王乙" in note for note in records.notes(Kind.PERSON))


def test_two_registrations_become_one_person_and_two_again(
    unlocked: Callable[[str], Records],
) -> None:
    records = unlocked(LEAD.login)
    one, other = person(records, "李伟"), person(records, "李玮")
    give(records.journal, other)
    records.open(one)
    records.choose(Kind.PAIR)
    records.key(Key.Key_F4)
    records.sees_page(records.screen.pair)
    records.key(Key.Key_F9)
    records.reason(2)
    records.sees(lambda: "one person now" in records.said())
    records.settle()
    assert len(clients.linked(records.journal, one)) == 2
    assert any(line.startswith("Dose 1") for line in records.lines()), "their doses count together"
    assert records.notes(Kind.PAIR) == ["The person says so"]
    records.choose(Kind.PAIR)
    records.key(Key.Key_F4)
    records.sees_page(records.screen.pair)
    records.key(Key.Key_F6)
    records.reason(2)
    records.sees(lambda: "two people" in records.said())
    records.settle()
    assert len(clients.linked(records.journal, one)) == 1
    assert Kind.PAIR not in {line.kind for line in records.screen.list._lines}


def test_a_recorder_tells_two_people_apart_alone_and_links_with_a_lead(records: Records) -> None:
    one = person(records, "李伟")
    person(records, "李玮")
    records.open(one)
    records.choose(Kind.PAIR)
    records.key(Key.Key_F4)
    records.sees_page(records.screen.pair)
    records.key(Key.Key_F9)
    records.reason(1)
    records.vouch()
    records.sees(lambda: "one person now" in records.said())


def test_a_link_made_from_the_roster_is_shown_and_taken_back_with_a_lead(records: Records) -> None:
    one, journal = person(records, "李伟"), records.journal
    journal.append([ClientLinked(journal.ref(one), b"f" * 16, "roster")], user=NURSE.login)
    records.open(one)
    records.choose(Kind.ELSEWHERE)
    records.key(Key.Key_F6)
    records.reason(2)
    records.vouch()
    records.sees(lambda: "two people again" in records.said())
    assert links.refs_elsewhere(journal, one) == []


def test_what_the_hub_put_aside_is_listed_with_why_and_put_right(records: Records) -> None:
    who = person(records)
    dose = give(records.journal, who, occurred=datetime(2021, 7, 5, 9, 0))
    place = position_of(records.journal.db, dose)
    records.journal.db.run("INSERT INTO quarantine VALUES (?, ?)", place, "before-birth")
    records.open(None)
    assert records.screen.list.title.text() == "Put aside by the hub"
    assert "before the person was born" in records.notes(Kind.DOSE)[0]
    records.key(Key.Key_F4)  # the only line is chosen already
    records.fill(day="2021-07-06", reason="wrong-time")
    records.sees(lambda: "Corrected" in records.said())
    event = doses.get(records.journal, dose)
    assert event is not None and event.occurred_at.date() == date(2021, 7, 6)


def test_nothing_put_aside_is_said_and_a_scan_finds_a_person(records: Records) -> None:
    who = register(records.journal, "Wang Jia", birth_date=BORN)
    records.open(None)
    assert "Nothing is put aside" in records.screen.list.lead.text()
    records.scan("Wang Jia")
    records.sees(lambda: records.screen.list.title.text() == "Records of Wang Jia")
    records.scan("Nobody Here")
    records.sees(lambda: "on record here" in records.said())
    assert records.flow._person == who


def test_several_people_of_one_name_are_offered(records: Records) -> None:
    for _ in range(2):
        register(records.journal, "Wang Jia")
    records.open(None)
    records.scan("Wang Jia")
    records.sees(lambda: records.screen.list.title.text() == "Who is it?")
    records.key(Key.Key_2, Qt.KeyboardModifier.AltModifier)
    records.key(Key.Key_F4)
    records.sees(lambda: records.screen.list.title.text() == "Records of Wang Jia")


def test_esc_goes_back_to_the_desk(records: Records) -> None:
    records.open(None)
    with records.qtbot.waitSignal(records.flow.left):
        records.key(Key.Key_Escape)


def test_a_correction_left_open_is_asked_again(records: Records) -> None:
    dose = give(records.journal, person(records))
    records.flow.go_on_with(LeftOpen(f"amend {dose.hex()}"))
    records.sees_page(records.screen.form)
    assert records.screen.form.values["lot"] == "TEST-0001"


def test_nurse_is_a_recorder_in_these_tests() -> None:
    assert NURSE.role == "recorder"
