"""Which form lay open is known after a crash, to its owner, until it is left."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.ui.desk.resume_flow import LeftOpen, ResumeFlow
from tests.journal.laptop import LEAD
from tests.ui.desk.conftest import Desk


def test_a_form_that_lies_open_is_told_to_its_owner_alone(desk: Desk) -> None:
    told: list[LeftOpen] = []
    ResumeFlow(desk.flow.means).note("elsewhere 0a0b", "scan")
    ResumeFlow(replace(desk.flow.means, user=LEAD.login)).look(told.append)
    desk.settle()
    assert told == []
    ResumeFlow(desk.flow.means).look(told.append)
    desk.settle()
    (left,) = told
    assert (left.kind, left.subject, left.scan) == ("elsewhere", b"\x0a\x0b", "scan")


def test_a_form_that_was_left_is_forgotten(desk: Desk) -> None:
    flow, told = ResumeFlow(desk.flow.means), list[LeftOpen]()
    flow.forget()
    flow.note("vial")
    flow.forget()
    flow.look(told.append)
    desk.settle()
    assert told == []


def test_a_subject_that_is_no_id_is_none() -> None:
    left = LeftOpen("register cn-resident-id 110105")
    assert (left.kind, left.subject) == ("register", b"")
