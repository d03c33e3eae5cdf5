"""Work off the GUI thread ends by exactly one signal, in order, and never kills the app."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from fieldapp.domain.errors import FieldAppError
from fieldapp.ui.background import Job, Lane


class Ends:
    """Remembers how a job ended."""

    def __init__(self, job: Job) -> None:
        self.seen: list[str] = []
        job.succeeded.connect(lambda value: self.seen.append(f"succeeded {value}"))
        job.failed.connect(lambda error: self.seen.append(f"failed {type(error).__name__}"))
        job.crashed.connect(lambda bug: self.seen.append(f"crashed {type(bug).__name__}"))


def run(qtbot: QtBot, work: object) -> list[str]:
    parent, lane = QObject(), Lane()
    job = Job(work, parent)  # type: ignore[arg-type]  # whatever the test wants to happen
    ends = Ends(job)
    with qtbot.waitSignal(job.ended):
        lane.start(job)
    assert lane.wait()
    return ends.seen


def test_the_value_of_the_work_comes_back(qtbot: QtBot) -> None:
    assert run(qtbot, lambda: 42) == ["succeeded 42"]


def test_an_expected_failure_is_told_apart_from_a_bug(qtbot: QtBot) -> None:
    def fails() -> None:
        raise FieldAppError

    def crashes() -> None:
        raise ZeroDivisionError

    assert run(qtbot, fails) == ["failed FieldAppError"]
    assert run(qtbot, crashes) == ["crashed ZeroDivisionError"]


def test_a_lane_does_one_job_at_a_time_in_the_order_they_came(qtbot: QtBot) -> None:
    parent, lane, done, gate = QObject(), Lane(), list[int](), threading.Event()

    def first() -> None:
        gate.wait(5)
        done.append(1)

    jobs = [Job(first, parent), Job(lambda: done.append(2), parent)]
    for job in jobs:
        lane.start(job)
    with qtbot.waitSignal(jobs[-1].ended):
        gate.set()
    assert done == [1, 2]


def test_work_runs_off_the_gui_thread_and_its_answer_arrives_on_it(qtbot: QtBot) -> None:
    parent, lane, threads = QObject(), Lane(), list[int]()
    job = Job(threading.get_ident, parent)
    job.succeeded.connect(threads.append)
    with qtbot.waitSignal(job.ended):
        lane.start(job)
    assert threads
    assert threads[0] != threading.get_ident()


def test_a_lane_says_when_it_has_not_emptied_in_time() -> None:
    parent, lane, gate = QObject(), Lane(), threading.Event()
    lane.start(Job(lambda: gate.wait(5), parent))
    assert not lane.wait(1)
    assert lane.busy
    gate.set()
    assert lane.wait()
    assert not lane.busy
