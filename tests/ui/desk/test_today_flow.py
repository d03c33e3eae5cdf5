"""The right column tells the journal's truth, and undo means one dose: the newest of this user."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fieldapp.actions.consult import Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.actions.record_not_given import record_not_given
from fieldapp.journal.journal import Journal
from fieldapp.ui.desk.desk_screen import DeskScreen
from fieldapp.ui.desk.means import Means
from fieldapp.ui.desk.today_flow import TodayFlow
from fieldapp.ui.journal_work import Do
from tests.journal.laptop import LEAD, NURSE, FakeClock, Laptop, dose_of, register
from tests.ui.conftest import FakeTime


def at_once(work: Callable[[], object], then: Callable[..., None]) -> None:
    then(work())


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    yield laptop.open()
    laptop.close()


@pytest.fixture
def screen(qtbot: QtBot, time: FakeTime) -> DeskScreen:
    made = DeskScreen(time)
    qtbot.addWidget(made)
    return made


class Lane:
    """Work waits in order until it is let go, as on the journal's lane."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []

    def do(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        self._waiting.append(lambda: then(work()))

    def let_go(self, most: int = 99) -> None:
        going, self._waiting = self._waiting[:most], self._waiting[most:]
        for job in going:
            job()


def column(screen: DeskScreen, journal: Journal, user: str, do: Do = at_once) -> TodayFlow:
    clock = FakeClock()
    rules = (load_catalogue(), load_programme("cn-nhc-2021-03-29"), load_questions())
    return TodayFlow(Means(Practice(journal, *rules, clock), user, do, screen))


def dose_now(journal: Journal, user: str) -> bytes:
    now = FakeClock().now().replace(tzinfo=None) + timedelta(hours=8)
    (recorded,) = journal.append([dose_of(journal, register(journal), occurred=now)], user=user)
    return recorded.event_id


def undoable(screen: DeskScreen) -> list[bytes]:
    return [item.event_id for item in screen.today.state.items if item.can_undo]


def test_undo_is_offered_for_my_newest_dose_alone(screen: DeskScreen, journal: Journal) -> None:
    dose_now(journal, NURSE.login)
    newest = dose_now(journal, NURSE.login)
    column(screen, journal, NURSE.login).refresh()
    assert screen.today.state.doses == 2
    assert undoable(screen) == [newest]


def test_nobody_undoes_the_dose_of_somebody_else(screen: DeskScreen, journal: Journal) -> None:
    dose_now(journal, NURSE.login)
    column(screen, journal, LEAD.login).refresh()
    assert undoable(screen) == []


def test_a_dose_just_recorded_stays_undoable_when_another_comes_in(
    screen: DeskScreen, journal: Journal
) -> None:
    mine = dose_now(journal, NURSE.login)
    today = column(screen, journal, NURSE.login)
    today.recorded(mine)
    dose_now(journal, LEAD.login)
    today.refresh()
    assert undoable(screen) == [mine]


def test_a_look_that_was_on_its_way_never_offers_the_dose_before(
    screen: DeskScreen, journal: Journal
) -> None:
    before = dose_now(journal, NURSE.login)
    lane = Lane()
    today = column(screen, journal, NURSE.login, lane.do)
    today.refresh()
    lane.let_go()
    assert undoable(screen) == [before]
    today.refresh()
    today.recording()
    assert undoable(screen) == [], "whoever presses Ctrl Z now means the dose that is being saved"
    lane.let_go(1)
    assert undoable(screen) == []
    new = dose_now(journal, NURSE.login)
    lane.let_go()
    assert undoable(screen) == [new]


def test_a_dose_that_could_not_be_saved_leaves_undo_to_the_one_before(
    screen: DeskScreen, journal: Journal
) -> None:
    before = dose_now(journal, NURSE.login)
    column(screen, journal, NURSE.login).recording()
    assert undoable(screen) == [before]


def test_after_undo_a_not_given_is_not_offered_for_undo(
    screen: DeskScreen, journal: Journal
) -> None:
    today = column(screen, journal, NURSE.login)
    today.recording()
    record_not_given(journal, register(journal), "fever", clock=FakeClock(), user=NURSE.login)
    today.refresh()
    assert undoable(screen) == []
    assert screen.today.state.doses == 0
