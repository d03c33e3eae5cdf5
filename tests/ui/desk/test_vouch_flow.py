"""A second person proves themselves by their own PIN; whoever may decide alone is not asked."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.actions.permission import SecondPerson
from fieldapp.domain.roles import Deed
from fieldapp.ui.desk.form_flow import FormFlow
from fieldapp.ui.desk.resume_flow import ResumeFlow
from fieldapp.ui.desk.vouch_flow import VouchFlow
from tests.journal.laptop import LEAD
from tests.ui.desk.conftest import Desk


def made(desk: Desk, user: str) -> VouchFlow:
    means, screen = replace(desk.flow.means, user=user), desk.screen
    forms = FormFlow(means, ResumeFlow(means), screen.form, screen.show_form)
    return VouchFlow(means, forms)


def test_a_lead_goes_on_at_once(desk: Desk) -> None:
    told: list[SecondPerson | None] = []
    made(desk, LEAD.login).ensure(Deed.VOID_OTHERS, told.append)
    desk.settle()
    assert told == [None]
    assert desk.screen.pages.currentWidget() is desk.screen.empty


def test_a_recorder_goes_on_once_the_lead_has_typed_their_pin(desk: Desk) -> None:
    told: list[SecondPerson | None] = []
    made(desk, desk.flow.means.user).ensure(Deed.LINK, told.append)
    desk.sees_page(desk.screen.form)
    desk.screen.form.fill({"pin": ""})
    desk.screen.form.submit()
    assert "PIN is missing" in desk.screen.form.message.text()
    desk.screen.form.fill({"pin": LEAD.pin})
    desk.screen.form.submit()
    desk.sees(lambda: told == [SecondPerson(LEAD.login)])
