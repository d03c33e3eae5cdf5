"""A full day at the palace gate: a tourist, a dose from another team, a count that is stuck, an
undo, a program that dies, and a lead who closes alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.actions.moments import site_today
from fieldapp.cli.demo.people import Story, made_up_people
from fieldapp.journal import doses, fees
from fieldapp.journal.fees import Fee
from tests.journal.laptop import LEAD, VACCINE
from tests.journeys.deeds import Deeds
from tests.journeys.nurse import Nurse
from tests.journeys.town import Town, id_card, town

Key = Qt.Key
LOT = "GATE1"
WANG, FENG, CHEN, WEI = (id_card(order, "19900203") for order in (21, 22, 23, 24))


@pytest.fixture
def gate(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Town]:
    with town(tmp_path, qapp, qtbot) as made:
        yield made


def test_a_day_at_the_palace_gate(gate: Town, capsys: pytest.CaptureFixture[str]) -> None:
    gate.knows("王文", WANG, days_ago=30)
    nurse = gate.nurse
    deeds = Deeds(nurse, LOT)
    nurse.switch_on(LEAD)
    deeds.open_operation("Van 1", "Palace gate", "500", GATE1=8)

    nurse.go_to(1)
    deeds.returning("王文", WANG)
    a_second_dose_after_another_team(nurse, deeds)
    a_tourist_pays(nurse, deeds)
    somebody_with_a_fever(nurse)
    the_wrong_person_is_struck_through(nurse, deeds)
    the_program_dies_on_a_half_typed_form(nurse, deeds)
    everybody_leaves(nurse, deeds)
    the_count_is_stuck_until_the_box_is_counted_again(nurse, deeds)
    deeds.sync()
    gate.assert_both_ends_agree(doses=8, voided=1)
    assert nurse.costs["returning person, dose 2"] == "2 scans + 2 keys"
    with capsys.disabled():
        print("", *(f"at the gate: {task}: {cost}" for task, cost in nurse.costs.items()), sep="\n")


def a_second_dose_after_another_team(nurse: Nurse, deeds: Deeds) -> None:
    """Her first dose is on a paper card of another team: F4, and the second is due."""
    deeds.begin_form("冯静", FENG)
    nurse.type("19900000011", into=nurse.desk.register.phone.edit)
    nurse.key(Key.Key_F9)
    nurse.sees_person("冯静")
    nurse.key(Key.Key_F4)
    nurse.sees_page(nurse.desk.form)
    day = site_today(nurse.laptop.clock) - timedelta(days=25)
    nurse.desk.form.fill({"vaccine": VACCINE, "day": day.isoformat(), "place": "Jining clinic"})
    nurse.key(Key.Key_F9)
    nurse.sees_person("冯静")
    nurse.reads("Give dose 2")
    deeds.record()


def a_tourist_pays(nurse: Nurse, deeds: Deeds) -> None:
    """No social security: 100 yuan, and a receipt with a number."""
    people = made_up_people(8, 1, date(2021, 5, 8))
    tourist = next(one for one in people if one.story is Story.PASSPORT)
    form = nurse.desk.register
    nurse.scan(tourist.scan)
    nurse.sees_page(form)
    nurse.type("19900000012", into=form.phone.edit)
    nurse.sees_page(form.security)
    nurse.push(form.security.choice.buttons[0])
    nurse.key(Key.Key_F9)
    nurse.sees(lambda: nurse.desk.person.isVisible())
    deeds.record()
    receipt = the_receipt_of_the_last_dose(nurse)
    assert (receipt.amount, receipt.number) == (10_000, 1)
    nurse.reads(f"Receipt {receipt.receipt}, 100 yuan")


def the_receipt_of_the_last_dose(nurse: Nurse) -> Fee:
    dose = list(doses.all_records(nurse.journal))[-1]
    receipt = fees.of_dose(nurse.journal, dose.event.event_id)
    assert receipt is not None
    return receipt


def somebody_with_a_fever(nurse: Nurse) -> None:
    nurse.scan(CHEN)
    form = nurse.desk.register
    nurse.sees_page(form)
    form.name.edit.insert("陈云")
    nurse.type("19900000013", into=form.phone.edit)
    nurse.key(Key.Key_F9)
    nurse.sees_person("陈云")
    nurse.push(nurse.desk.person.questions.choices["fever"].buttons[1])
    nurse.reads("Not today")
    Deeds(nurse, LOT).not_given(1)


def the_wrong_person_is_struck_through(nurse: Nurse, deeds: Deeds) -> None:
    deeds.new_with_card("魏平", WEI, "19900000014")
    deeds.strike_last_through("魏平", 3)
    nurse.scan(WEI)
    nurse.sees_person("魏平")
    nurse.reads("Give dose 1")
    nurse.key(Key.Key_F7)
    nurse.sees(nurse.desk.person.record.isEnabled)
    nurse.key(Key.Key_F9)
    nurse.sees_page(nurse.desk.empty)


def the_program_dies_on_a_half_typed_form(nurse: Nurse, deeds: Deeds) -> None:
    person = id_card(25)
    deeds.begin_form("韩小龙", person)
    nurse.type("19900000015", into=nurse.desk.register.phone.edit)
    nurse.desk.register.name.edit.setFocus()
    nurse.app.journal_lane.wait()
    nurse.power_cut(LEAD, minutes=1)
    form = nurse.desk.register
    nurse.sees_page(form)
    nurse.sees(lambda: (form.name.text, form.phone.text) == ("韩小龙", "19900000015"))
    nurse.key(Key.Key_F9)
    nurse.sees_person("韩小龙")
    deeds.record()


def everybody_leaves(nurse: Nurse, deeds: Deeds) -> None:
    nurse.laptop.clock.pass_s(31 * 60)
    nurse.go_to(2)
    for _ in range(5):
        deeds.release_the_first()
    nurse.reads("Nobody is being watched")


def the_count_is_stuck_until_the_box_is_counted_again(nurse: Nurse, deeds: Deeds) -> None:
    nurse.go_to(5)
    nurse.sees_page(deeds.room.open.count)
    deeds.count("2")
    nurse.reads("1 vial missing")
    nurse.key(Key.Key_F9)
    nurse.reads(f"{LOT} does not add up")
    deeds.count("3")
    nurse.reads("Cash")
    deeds.count("500")
    nurse.reads("600 yuan should be there, 500 yuan was counted")
    deeds.count("600")
    nurse.sees(deeds.room.open.close_it.isEnabled)
    nurse.key(Key.Key_F9)
    nurse.sees_page(deeds.room.closed)
