"""A reason goes to whoever asked, once; one that was taken back goes to nobody, and is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt

from fieldapp.journal import drafts
from fieldapp.ui.desk.reason_flow import ReasonFlow
from fieldapp.ui.desk.resume_flow import ResumeFlow
from fieldapp.ui.desk.state import ReasonState
from tests.ui.desk.conftest import Desk
from tests.ui.hands import press

WHY = ReasonState("Why?", (("fever", "Fever"), ("other", "Other")), "Record")


def made(desk: Desk) -> ReasonFlow:
    means, screen = desk.flow.means, desk.screen
    return ReasonFlow(means, ResumeFlow(means), screen.reason, screen.show_reasons)


def test_the_reason_goes_to_whoever_asked_last(desk: Desk) -> None:
    flow, told = made(desk), list[str]()
    flow.ask(WHY, "not-given 01", lambda code, _: told.append(f"first {code}"))
    flow.ask(WHY, "not-given 02", lambda code, _: told.append(f"second {code}"))
    desk.screen.reason.choose(0)
    desk.screen.reason.submit()
    desk.screen.reason.submit()
    assert told == ["second fever"]


def test_what_was_taken_back_goes_to_nobody(desk: Desk) -> None:
    flow, told = made(desk), list[str]()
    flow.ask(WHY, "not-given 01", lambda code, _: told.append(code))
    assert flow.take_back()
    assert not flow.take_back(), "nothing is asked any more"
    desk.screen.reason.choose(0)
    desk.screen.reason.submit()
    assert told == []


def test_what_was_half_answered_is_there_again_until_it_is_recorded(desk: Desk) -> None:
    flow, told = made(desk), list[str]()
    flow.ask(WHY, "not-given 01", lambda code, _: told.append(code))
    desk.settle()
    press(desk.screen.reason, Qt.Key.Key_2)
    flow.take_back()
    flow.ask(WHY, "not-given 02", lambda code, _: told.append(code))
    desk.settle()
    assert not desk.screen.reason.confirm.isEnabled(), "another person, another answer"
    flow.ask(WHY, "not-given 01", lambda code, _: told.append(code))
    desk.sees(desk.screen.reason.confirm.isEnabled)
    desk.screen.reason.submit()
    desk.settle()
    name = desk.flow.means.draft("not-given 01")
    assert told == ["other"]
    assert drafts.load(desk.practice.journal, name) is not None, "a second person may be asked yet"
    flow.forget("not-given 01")
    desk.settle()
    assert drafts.load(desk.practice.journal, name) is None
