"""Answers come back to the windows' thread, and not to a flow that has ended; failures still do."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from fieldapp.domain.errors import FieldAppError
from fieldapp.ui.background import Lane
from fieldapp.ui.lane_flow import LaneFlow


class NotToday(FieldAppError):
    happened = "Not today."
    safe = "Everything is saved."
    next_step = "Come tomorrow."


class Room(LaneFlow):
    def __init__(self, lane: Lane) -> None:
        super().__init__(lane, lane)
        self.answers: list[object] = []
        self.troubles: list[str] = []

    def ask(self, lane: Lane | None = None) -> None:
        self._do(threading.get_ident, self.answers.append, lane)

    def fail(self) -> None:
        def work() -> None:
            raise NotToday

        self._do(work, self.answers.append)

    def _failed(self, error: FieldAppError) -> None:
        self.troubles.append(error.happened)


def test_the_work_is_done_in_another_thread_and_answered_in_this_one(qtbot: QtBot) -> None:
    room = Room(Lane())
    room.ask()
    qtbot.waitUntil(lambda: room.answers != [])
    assert room.answers != [threading.get_ident()]


def test_work_may_go_to_another_lane(qtbot: QtBot) -> None:
    room, other = Room(Lane()), Lane()
    room.ask(other)
    qtbot.waitUntil(lambda: len(room.answers) == 1)
    assert other.wait(1000)


def test_after_its_end_an_answer_is_dropped_and_a_failure_is_still_told(qtbot: QtBot) -> None:
    room = Room(Lane())
    room.ask()
    room.fail()
    room.stop()
    qtbot.waitUntil(lambda: room.troubles == ["Not today."])
    assert room.answers == []
