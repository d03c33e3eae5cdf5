"""Joins the set-up page to the actions: which step is where, and what each one does.

The journal is asked on its lane; the hub is called on the network's, so that a slow road keeps
nobody from the next step.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fieldapp.actions.enrol_by_stick import join_by_pack
from fieldapp.actions.moments import site_today
from fieldapp.actions.people import Doer, add_person
from fieldapp.actions.permission import may
from fieldapp.actions.practice import Practice
from fieldapp.actions.set_up import (
    MAY_BE_NEEDLESS,
    Mark,
    SetUp,
    Step,
    ask,
    end,
    join,
    mark,
    set_up_of,
)
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.roles import Deed
from fieldapp.journal.hub_link import Enrolment, enrolment
from fieldapp.journal.journal import Journal
from fieldapp.journal.keyslots import StaffUser
from fieldapp.journal.staff import on_team
from fieldapp.ui.background import Lane
from fieldapp.ui.copy_card import CopyCardState
from fieldapp.ui.desk.arrival import Arrived
from fieldapp.ui.error_words import in_words
from fieldapp.ui.lane_flow import LaneFlow
from fieldapp.ui.scanner.present import check
from fieldapp.ui.set_up.printer_flow import PrinterFlow
from fieldapp.ui.set_up.set_up_page import SetUpPage
from fieldapp.ui.set_up.shown_code import is_shown_code, judge
from fieldapp.ui.set_up.steps import after, first_open, lines
from fieldapp.ui.set_up.words import step_words
from fieldapp.ui.words import tr
from fieldapp.wire.invitation import Invitation


class SetUpFlow(LaneFlow):
    """`wanted`: the set-up is still open, lay the page over; `left`: back to the rooms."""

    wanted = Signal()
    left = Signal()
    changed = Signal()
    copy_wanted = Signal()
    practice_wanted = Signal()

    def __init__(
        self,
        page: SetUpPage,
        practice: Practice,
        user: str,
        *,
        journal_lane: Lane,
        network_lane: Lane,
        parent: QObject,
    ) -> None:
        super().__init__(journal_lane, parent)
        self._page, self._practice, self._user = page, practice, user
        self._network, self.pin = network_lane, ""
        self._now: SetUp | None = None
        page.step_chosen.connect(self._open)
        page.hub.asked.connect(self._join)
        page.hub.request_wanted.connect(self._ask_by_stick)
        page.hub.pack_chosen.connect(self._take_pack)
        page.people.asked.connect(self._add)
        page.scanner.arrived.connect(self._scanned)
        self.printer = PrinterFlow(page.printer, practice, parent)
        self.printer.well.connect(self._printer_is_well)
        self.printer.bug.connect(self.bug)
        page.copy.choose_requested.connect(self.copy_wanted)
        page.ready.asked.connect(self._end)
        for part in (page.look, page.ready):
            part.practice_requested.connect(self.practice_wanted)
        for name, step in page.pages.items():
            step.passed.connect(self._passer(name))
            step.needless.connect(self._skipper(name))
            step.left.connect(self._end)

    def stop(self) -> None:
        super().stop()
        self.printer.stop()

    def know(self, pin: str) -> None:
        """Whoever is here has just typed this PIN: it is not asked again until the set-up ends."""
        self.pin = pin

    def look(self) -> None:
        """Whether the set-up of this laptop goes on; asked once somebody came who leads."""
        journal, user = self._practice.journal, self._user
        self._do(lambda: (set_up_of(journal), may(journal, user, Deed.ADD_USERS)), self._looked)

    def _looked(self, found: tuple[SetUp, bool]) -> None:
        now, leads = found
        if now.begun and not now.ended and leads:
            self.wanted.emit()

    def entered(self) -> None:
        """Somebody came to the page: go on where it was left."""
        self._now = None
        self.refresh()

    def refresh(self) -> None:
        """Look again how every step stands."""
        journal = self._practice.journal
        self._do(lambda: _standing(journal), lambda found: self._show(*found))

    def show_copy(self, state: CopyCardState) -> None:
        """How the second copy stands."""
        known = self._page.copy.done
        self._page.copy.show_copy(state)
        if state.kept != known:
            self.refresh()

    # what is shown

    def _show(self, now: SetUp, joined: Enrolment | None, people: list[StaffUser]) -> None:
        came, self._now = self._now is None, now
        page = self._page
        for part in (page.hub, page.people):
            part.ask_pin(not self.pin)
        page.hub.show_done(joined is not None)
        if joined is not None and not page.hub.message.text():
            words = tr("Joined {hub} as laptop {n}.")
            page.hub.say(words.format(hub=joined.hub_url, n=joined.device), "ok")
        page.people.show_known([(one.name, one.role) for one in people])
        page.people.show_done(now.marks.get(Step.PEOPLE) is Mark.FINISHED)
        page.printer.show_done(now.marks.get(Step.PRINTER) is Mark.FINISHED)
        page.scanner.show_done(now.marks.get(Step.SCANNER) is Mark.FINISHED)
        page.ready.show_left([step_words(step.value) for step in now.left])
        page.show_step(first_open(now) if came else page.at, lines(now))
        if came:
            page.arrive()

    def _open(self, name: str) -> None:
        if self._now is not None:
            self._page.show_step(name, lines(self._now))

    def _passer(self, name: str) -> Callable[[], None]:
        return lambda: self._leave(name, Mark.LATER)

    def _skipper(self, name: str) -> Callable[[], None]:
        return lambda: self._leave(name, Mark.NOT_NEEDED)

    def _leave(self, name: str, how: Mark) -> None:
        """Go on to the next step; one that is not done is marked as it was left."""
        self._page.show_step(after(name), lines(self._now) if self._now else ())
        if name not in set(Step):
            return
        step, now = Step(name), self._now
        done = now is not None and now.marks.get(step) is Mark.FINISHED
        if not done and (how is Mark.LATER or step in MAY_BE_NEEDLESS):
            self._mark(step, how)

    def _mark(self, step: Step, how: Mark) -> None:
        journal = self._practice.journal
        self._do(lambda: mark(journal, step, how), lambda _none: self.refresh())

    def _end(self) -> None:
        """To the desk; it opens no more by itself."""
        self.pin = ""
        journal = self._practice.journal
        self._do(lambda: end(journal), lambda _none: self.left.emit())

    # what the steps do

    def _join(self) -> None:
        page, form = self._page.hub, self._page.hub.typed()
        fault = _hub_fault(form.invitation)
        if not (fault or form.pin or self.pin):
            fault = tr("Your own PIN is missing.")
        if fault:
            page.say(fault, "stop")
            return
        page.say(tr("Joining…"))
        page.show_busy(True)
        practice, by = self._practice, Doer(self._user, form.pin or self.pin)
        ca_file = Path(form.ca_file) if form.ca_file else None
        work = lambda: join(practice, by, form.invitation, ca_file)  # noqa: E731  one of two lanes
        self._do(work, self._joined, self._network)

    def _ask_by_stick(self, folder: Path) -> None:
        page, form = self._page.hub, self._page.hub.typed()
        fault = _hub_fault(form.invitation)
        if fault:
            page.say(fault, "stop")
            return
        page.show_busy(True)
        practice = self._practice
        ca_file = Path(form.ca_file) if form.ca_file else None
        self._do(lambda: ask(practice, form.invitation, folder, ca_file), self._asked_by_stick)

    def _asked_by_stick(self, request: Path) -> None:
        page = self._page.hub
        page.show_busy(False)
        told = tr(
            "The request is on the stick: {file}. Bring it to the hub, then read its pack here, or "
            "later in the sync room."
        )
        page.say(told.format(file=request.name), "ok")

    def _take_pack(self, file: Path) -> None:
        page, practice = self._page.hub, self._practice
        page.say(tr("Reading the pack; with a large roster this takes a minute…"))
        page.show_busy(True)
        work = lambda: join_by_pack(practice.journal, file, practice.clock)  # noqa: E731  one of two lanes
        self._do(work, self._joined, self._network)

    def _joined(self, _joined: object) -> None:
        page = self._page.hub
        page.show_busy(False)
        page.clear()
        page.say("")
        self.changed.emit()
        self.refresh()

    def _add(self) -> None:
        page, form = self._page.people, self._page.people.typed()
        who, by = form.who, Doer(self._user, form.own or self.pin)
        if not (who.name and who.login and who.pin and by.pin):
            page.say(tr("Name, login and PINs are needed."), "stop")
        elif who.pin != form.again:
            page.say(tr("The two PINs are not the same."), "stop")
        else:
            page.say(tr("Saving…"))
            page.show_busy(True)
            practice = self._practice
            self._do(lambda: add_person(practice, by, who), lambda _none: self._added(who.name))

    def _added(self, name: str) -> None:
        page = self._page.people
        page.show_busy(False)
        page.clear()
        page.say(tr("{name} can unlock this laptop now.").format(name=name), "ok")
        self.changed.emit()
        self.refresh()

    def _scanned(self, arrived: Arrived) -> None:
        state = (
            judge(arrived)
            if is_shown_code(arrived.text)
            else check(arrived, site_today(self._practice.clock))
        )
        self._page.scanner.show_check(state)
        if state.tone == "ok":
            self._mark(Step.SCANNER, Mark.FINISHED)

    def _printer_is_well(self) -> None:
        self._mark(Step.PRINTER, Mark.FINISHED)
        self._open(after(Step.PRINTER.value))

    def _failed(self, error: FieldAppError) -> None:
        if not self._stopped:
            self._page.page.show_busy(False)
            self._page.page.say(in_words(error), "stop")


def _standing(journal: Journal) -> tuple[SetUp, Enrolment | None, list[StaffUser]]:
    return set_up_of(journal), enrolment(journal), on_team(journal)


def _hub_fault(invitation: Invitation) -> str:
    """What is missing of where to join; empty when nothing is."""
    if invitation.code and invitation.hub_url:
        return ""
    return tr("To join a hub both its address and the code are needed.")
