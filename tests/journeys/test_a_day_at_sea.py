"""A full day of boat 3, from the first vial on board to the sync at dusk, through the windows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.journal import reactions
from tests.journal.laptop import NURSE
from tests.journeys.deeds import Deeds
from tests.journeys.nurse import Nurse
from tests.journeys.town import Town, id_card, town

Key = Qt.Key
LOT, RESERVE = "SEA01", "SEA02"
ZHAO, QIAN, SUN, LI = (id_card(order) for order in (11, 12, 13, 14))


@pytest.fixture
def harbour(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Town]:
    with town(tmp_path, qapp, qtbot) as made:
        yield made


def test_a_day_at_sea(harbour: Town, capsys: pytest.CaptureFixture[str]) -> None:
    harbour.knows("赵海", ZHAO, days_ago=28)
    nurse = harbour.nurse
    deeds = Deeds(nurse, LOT)
    nurse.switch_on(NURSE)
    deeds.open_operation("Boat 3", "Nanyang pier", "200", SEA01=6, SEA02=2)

    nurse.go_to(1)
    deeds.returning("赵海", ZHAO)
    deeds.new_with_card("钱波", QIAN, "19900000001")
    a_fisherman_without_papers(nurse, deeds)
    the_power_fails_in_the_middle_of_a_form(nurse, deeds)
    a_reaction(nurse)
    the_clock_stands_wrong(nurse, deeds)
    everybody_leaves(nurse, deeds)
    a_wrong_count_is_refused_and_mended(nurse, deeds)
    the_page_to_sign_names_the_operation(nurse)

    deeds.sync()
    harbour.assert_both_ends_agree(doses=6)
    with capsys.disabled():
        print("", *(f"at sea: {task}: {cost}" for task, cost in nurse.costs.items()), sep="\n")
    assert nurse.costs == {
        "open a vial": "1 scans",
        "returning person, dose 2": "2 scans + 2 keys",
        "new person with an ID card": "2 scans + 1 typed + 3 keys",
        "release from watch": "1 keys",
    }


def a_fisherman_without_papers(nurse: Nurse, deeds: Deeds) -> None:
    nurse.key(Key.Key_F2)
    form = nurse.desk.register
    nurse.sees_page(form)
    nurse.type("孙水生", into=form.name.edit)
    nurse.type("1971-03-02", into=form.birth.edit)
    nurse.type("boat 0817, berth 4", into=form.place.edit)
    nurse.key(Key.Key_F9)
    nurse.sees_person("孙水生")
    deeds.record()


def the_power_fails_in_the_middle_of_a_form(nurse: Nurse, deeds: Deeds) -> None:
    """The operation, the people on the bench and what was half typed are all there again."""
    deeds.begin_form("李兰", LI)
    nurse.type("19900000002", into=nurse.desk.register.phone.edit)
    nurse.desk.register.name.edit.setFocus()
    nurse.app.journal_lane.wait()
    nurse.power_cut(NURSE, minutes=3)
    nurse.reads("Boat 3 · Operation 1 · Nanyang pier")
    form = nurse.desk.register
    nurse.sees_page(form)
    nurse.sees(lambda: (form.name.text, form.phone.text) == ("李兰", "19900000002"))
    nurse.key(Key.Key_F9)
    nurse.sees_person("李兰")
    deeds.record()
    nurse.go_to(2)
    nurse.sees(lambda: len(nurse.window.watch.board.cards) == 4)
    nurse.reads("27 min left")


def a_reaction(nurse: Nurse) -> None:
    """Somebody feels faint: three keys, and the report is written."""
    nurse.key(Key.Key_F6)
    nurse.sees_page(nurse.window.watch.reaction)
    nurse.key(Key.Key_1)
    nurse.key(Key.Key_F7)
    nurse.key(Key.Key_F9)
    nurse.reads("Reported: Fainting, dizziness")
    assert len(reactions.all_reports(nurse.journal)) == 1


def the_clock_stands_wrong(nurse: Nurse, deeds: Deeds) -> None:
    """The date jumps back a day: the dose is recorded all the same, and the doubt is said."""
    nurse.go_to(1)
    nurse.laptop.clock.wall -= timedelta(days=1)
    deeds.new_with_card("周顺", id_card(15), "19900000003")
    nurse.reads("clock doubtful")
    nurse.laptop.clock.wall += timedelta(days=1)


def everybody_leaves(nurse: Nurse, deeds: Deeds) -> None:
    nurse.laptop.clock.pass_s(31 * 60)
    nurse.go_to(2)
    for _ in range(5):
        deeds.release_the_first()
    nurse.reads("Nobody is being watched")


def a_wrong_count_is_refused_and_mended(nurse: Nurse, deeds: Deeds) -> None:
    """One vial is on the deck in pieces: the close says which lot and how many, then is mended."""
    nurse.go_to(5)
    room = deeds.room
    nurse.sees_page(room.open.count)
    deeds.count("0")
    nurse.reads("1 vial missing")
    nurse.key(Key.Key_F9)
    nurse.reads(f"{LOT} does not add up")
    nurse.key(Key.Key_W, ctrl=True)
    nurse.sees_page(room.waste)
    nurse.key(Key.Key_1)
    nurse.key(Key.Key_F9)
    nurse.sees_page(room.open)
    nurse.reads(f"Lot {RESERVE}: ")
    deeds.count("2")
    nurse.reads("Cash")
    deeds.count("200")
    deeds.close_operation()


def the_page_to_sign_names_the_operation(nurse: Nurse) -> None:
    nurse.reads("The page to sign is in")
    (page,) = nurse.exports()
    text = " ".join("".join(sheet.extract_text() for sheet in PdfReader(page).pages).split())
    assert "Operation 1" in text
    assert LOT in text
