"""A small form keeps what is half typed for what it was typed for, and takes a scanned vial."""

from __future__ import annotations

from fieldapp.journal import drafts
from fieldapp.ui.desk.form_flow import FormFlow
from fieldapp.ui.desk.resume_flow import ResumeFlow
from fieldapp.ui.form_page import FormField, FormState
from fieldapp.ui.form_values import BadField
from tests.ui.desk.conftest import VIAL, Desk

FIELDS = (FormField("vaccine", "Vaccine", "", (("covid-inact-bibp", "BIBP"),)),)
STATE = FormState("A vial", "", (*FIELDS, FormField("lot", "Lot"), FormField("expiry", "E")), "Go")


def made(desk: Desk) -> FormFlow:
    means, screen = desk.flow.means, desk.screen
    return FormFlow(means, ResumeFlow(means), screen.form, screen.show_form)


def test_a_vial_scanned_into_any_field_fills_all_that_it_says(desk: Desk) -> None:
    made(desk).ask(STATE, "vial", lambda _: None)
    desk.sees_page(desk.screen.form)
    desk.screen.form.fields["expiry"].setFocus()
    desk.screen.form.code_entered.emit("expiry", VIAL.format(1).replace("<GS>", "\x1d"))
    assert desk.screen.form.values == {
        "vaccine": "covid-inact-bibp",
        "lot": "TEST-0001",
        "expiry": "2023-06-30",
    }


def test_a_fault_is_said_and_nothing_typed_is_lost(desk: Desk) -> None:
    def refuse(_: dict[str, str]) -> None:
        raise BadField("The lot is missing.")

    flow = made(desk)
    flow.ask(STATE, "vial", refuse)
    desk.sees_page(desk.screen.form)
    desk.screen.form.fill({"expiry": "2023-06"})
    desk.screen.form.submit()
    assert desk.screen.form.message.text() == "The lot is missing."
    assert desk.screen.form.values["expiry"] == "2023-06"
    assert flow.say_fault("Something else.")
    flow.take_back()
    assert not flow.say_fault("Nobody asks any more.")


def test_a_form_without_a_draft_leaves_no_trace(desk: Desk) -> None:
    flow, told = made(desk), list[dict[str, str]]()
    flow.ask(STATE, "", told.append)
    desk.screen.form.edited.emit({"lot": "secret"})
    desk.settle()
    assert drafts.names(desk.practice.journal, "") == []
    desk.screen.form.submit()
    assert len(told) == 1


def test_what_is_recorded_leaves_no_draft(desk: Desk) -> None:
    flow = made(desk)
    flow.ask(STATE, "vial", lambda _: flow.done())
    desk.sees_page(desk.screen.form)
    desk.screen.form.edited.emit({"lot": "L1"})
    desk.settle()
    kept = desk.flow.means.draft("vial")
    assert drafts.load(desk.practice.journal, kept) == '{"lot": "L1"}'
    desk.screen.form.submit()
    desk.settle()
    assert drafts.names(desk.practice.journal, "") == []
