"""A nurse's morning of calls, by keys alone: whom the hub has written to, no answer, a promise, a
dose told of, somebody else at the phone, a wish for no calls, a lock in the middle of a note, one
call taken back, and the one who promised comes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from fieldapp.actions.moments import site_now, site_today
from fieldapp.domain.client import Document
from fieldapp.domain.documents.resident_id import birth_date_of
from fieldapp.journal import calls
from fieldapp.journal.verify import verify
from fieldapp.resource_files import resource_path
from fieldapp.ui.calls.calls_screen import CallsScreen
from fieldapp.ui.desk.record_guard import QUIET_MS
from tests.journal.laptop import LEAD, give, register
from tests.journeys.deeds import Deeds
from tests.journeys.nurse import Nurse
from tests.journeys.town import Town, id_card, town
from tests.ui.hands import press

Key = Qt.Key
PEOPLE = (("马玉莲", 61), ("王建国", 40), ("陈波", 31), ("许静", 28), ("何顺", 24), ("郭平", 22))


@pytest.fixture
def pier(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Town]:
    with town(tmp_path, qapp, qtbot) as made:
        yield made


@dataclass
class Caller:
    """The nurse at the call list."""

    nurse: Nurse

    @property
    def room(self) -> CallsScreen:
        return self.nurse.window.calls

    @property
    def called(self) -> str:
        return self.room.board.pane.head.name.text().partition(",")[0]

    def sees(self, name: str) -> None:
        """Wait until this person is the one to call."""
        self.nurse.sees(lambda: self.called == name)

    def choose(self, number: int) -> None:
        """Alt and the number of what came of the call."""
        nurse = self.nurse
        nurse.effort.keys += 1
        nurse.time.ms += QUIET_MS
        press(nurse.window.focusWidget() or nurse.window, Qt.Key(Key.Key_0 + number), ALT)
        nurse.sees(lambda: self.room.board.pane.asks)

    def save(self) -> None:
        """F9, and the list is there again."""
        self.nurse.key(Key.Key_F9)
        self.nurse.sees(lambda: self.room.on_list)

    def settle(self) -> None:
        """Wait until the journal has answered all that the screen asked."""
        work = self.nurse.app.work
        assert work is not None
        done: list[object] = []
        for _ in range(3):
            done.clear()
            work.calls._do(lambda: None, done.append)
            self.nurse.sees(lambda: bool(done))

    def badge(self) -> str:
        """The number on the rail."""
        badge = self.nurse.window.rail.badges["calls"]
        return badge.text() if isinstance(badge, QLabel) and badge.isVisible() else ""


ALT = Qt.KeyboardModifier.AltModifier


def test_a_morning_of_calls(pier: Town, capsys: pytest.CaptureFixture[str]) -> None:
    everybody_had_a_first_dose(pier)
    nurse = pier.nurse
    caller, deeds = Caller(nurse), Deeds(nurse, "CALL1")
    nurse.switch_on(LEAD)
    nurse.sees(lambda: caller.badge() == "6")
    the_hub_writes_to_who_is_due(pier, deeds)
    nurse.go_to(3)
    the_list_says_whom(caller)
    caller.sees("马玉莲")
    nobody_answers(caller)
    somebody_promises(caller)
    somebody_had_it_elsewhere(caller)
    his_son_takes_a_message_and_the_laptop_is_locked(caller)
    somebody_wants_no_calls(caller)
    a_call_was_of_the_wrong_person(caller)
    nurse.sees(lambda: caller.badge() == "1")
    the_one_who_promised_comes(pier, deeds, caller)
    nurse.go_to(6)
    deeds.sync()
    pier.assert_both_ends_agree(doses=len(PEOPLE) + 2)
    assert verify(nurse.journal).problems == ()
    assert nurse.costs["call, no answer"] == "2 keys"
    assert nurse.costs["call, will come"] == "1 typed + 2 keys"
    with capsys.disabled():
        told = {task: cost for task, cost in nurse.costs.items() if task.startswith("call")}
        print("", *(f"morning of calls: {task}: {cost}" for task, cost in told.items()), sep="\n")


def everybody_had_a_first_dose(pier: Town) -> None:
    laptop = pier.nurse.laptop
    journal = laptop.open()
    for order, (name, days_ago) in enumerate(PEOPLE, start=31):
        number = id_card(order)
        paper, phone = Document("cn-resident-id", number), f"+86199000000{order}"
        client = register(
            journal,
            name,
            paper,
            birth_date=birth_date_of(number),
            phone=phone,
            language="zh",
        )
        give(journal, client, occurred=site_now(laptop.clock) - timedelta(days=days_ago))
    laptop.close()


def the_hub_writes_to_who_is_due(pier: Town, deeds: Deeds) -> None:
    """After a sync the hub knows them; with the next one the laptop knows whom it wrote to."""
    deeds.sync()
    folder = pier.hub.data / "messages"
    folder.mkdir(exist_ok=True)
    settings = json.loads(resource_path("messages", "settings.json").read_text("utf-8"))
    settings["quiet"] = {"from": "00:00", "to": "00:00"}
    (folder / "settings.json").write_text(json.dumps(settings), "utf-8")
    for command in (
        ("messages", "send", "--gateway", "file"),
        ("roster", "write", str(folder / "stick.vxd")),  # publishes now, not in a minute
    ):
        typed = [sys.executable, "-m", "fieldapp", "hub", *command, "--data", str(pier.hub.data)]
        subprocess.run(typed, check=True, timeout=120)
    pier.nurse.push(pier.nurse.window.sync.go)


def the_list_says_whom(caller: Caller) -> None:
    """Who is due between day 21 and 35 had a reminder, the others none; none is not a dash."""

    def said() -> dict[str, str]:
        lines = caller.room.board.table.people.lines
        return {line.name.partition(",")[0]: line.message.partition(" ")[0] for line in lines}

    none = dict.fromkeys(("马玉莲", "王建国"), "none")
    sent = dict.fromkeys(("陈波", "许静", "何顺", "郭平"), "sent")
    caller.nurse.sees(lambda: said() == none | sent)


def nobody_answers(caller: Caller) -> None:
    nurse = caller.nurse
    with nurse.effort.of("call, no answer") as effort:
        caller.choose(5)
        caller.save()
    nurse.costs["call, no answer"] = str(effort)
    nurse.reads("No answer · again")


def somebody_promises(caller: Caller) -> None:
    nurse = caller.nurse
    caller.sees("王建国")
    with nurse.effort.of("call, will come") as effort:
        caller.choose(1)
        nurse.type("+0")
        caller.save()
    nurse.costs["call, will come"] = str(effort)


def somebody_had_it_elsewhere(caller: Caller) -> None:
    nurse = caller.nurse
    caller.sees("陈波")
    with nurse.effort.of("call, had it elsewhere") as effort:
        caller.choose(2)
        day = site_today(nurse.laptop.clock) - timedelta(days=3)
        nurse.type(day.isoformat())
        caller.save()
    nurse.costs["call, had it elsewhere"] = str(effort)
    names = caller.room.board.table.people
    nurse.sees(lambda: all("陈波" not in line.name for line in names.lines))


def his_son_takes_a_message_and_the_laptop_is_locked(caller: Caller) -> None:
    """The note is half typed; behind the lock nothing of it is to be seen, and then it is back."""
    nurse = caller.nurse
    caller.sees("许静")
    caller.choose(7)
    nurse.type("her son")
    nurse.key(Key.Key_F12)
    nurse.sees(lambda: nurse.window.locked)
    assert "许静" not in nurse.words()
    nurse.unlock(LEAD)
    nurse.sees(lambda: nurse.window.room == "calls" and caller.room.board.pane.asks)
    caller.sees("许静")
    form = caller.room.board.pane.form
    nurse.sees(lambda: form.values.get("note") == "her son")
    caller.save()


def somebody_wants_no_calls(caller: Caller) -> None:
    caller.sees("何顺")
    caller.choose(8)
    caller.room.board.pane.form.fill({"wish": "nothing"})
    caller.save()


def a_call_was_of_the_wrong_person(caller: Caller) -> None:
    nurse = caller.nurse
    caller.sees("郭平")
    caller.choose(3)
    caller.room.board.pane.form.fill({"reason": "no-time"})
    caller.save()
    which = caller.room.board.show_which
    which.setCurrentIndex(which.findData("off"))
    caller.room.board.filtered.emit()
    people = caller.room.board.table.people
    nurse.sees(lambda: [line.name[:2] for line in people.lines] == ["何顺", "郭平"])
    caller.room.board.table.choose(
        next(line.key for line in people.lines if line.name.startswith("郭平"))
    )
    caller.settle()
    caller.sees("郭平")
    nurse.sees(caller.room.board.pane.talk.take_back.isEnabled)
    nurse.key(Key.Key_Z, ctrl=True)
    nurse.sees_page(caller.room.reason)
    nurse.key(Key.Key_1)
    nurse.key(Key.Key_F9)
    nurse.sees(lambda: caller.room.on_list)
    nurse.key(Key.Key_Escape)
    assert [call.withdrawn for call in calls.all_calls(nurse.journal)][-1] == "wrong-person"


def the_one_who_promised_comes(pier: Town, deeds: Deeds, caller: Caller) -> None:
    nurse = pier.nurse
    deeds.open_operation("Boat 3", "Nanyang pier", "0", CALL1=4)
    nurse.go_to(1)
    deeds.returning("王建国", id_card(32))
    nurse.go_to(3)
    names = caller.room.board.table.people
    nurse.sees(lambda: all("王建国" not in line.name for line in names.lines))
