"""Joins the desk to the actions: what was scanned, answered, recorded, and what to show then.

Every look-up and every record runs on the journal's lane, off the GUI thread. What is shown always
comes from what the journal answers, never from what was asked of it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from fieldapp.actions.consult import Consultation, Practice, consult
from fieldapp.domain.client import Client
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.scan import Scan, identify
from fieldapp.ui.background import Lane
from fieldapp.ui.desk import present
from fieldapp.ui.desk.booking_flow import BookingFlow
from fieldapp.ui.desk.card_flow import CardFlow, Ways
from fieldapp.ui.desk.deed_flow import DeedFlow, Stage
from fieldapp.ui.desk.desk_screen import DeskScreen
from fieldapp.ui.desk.find_flow import FindFlow
from fieldapp.ui.desk.means import Means
from fieldapp.ui.desk.register_flow import Known, RegisterFlow
from fieldapp.ui.desk.resume_flow import LeftOpen, ResumeFlow
from fieldapp.ui.desk.state import RegisterForm
from fieldapp.ui.desk.today_flow import TodayFlow
from fieldapp.ui.desk.vial_flow import VIALS, VialFlow
from fieldapp.ui.desk.visit import Visit
from fieldapp.ui.lane_flow import LaneFlow
from fieldapp.ui.recall_words import fault_words
from fieldapp.ui.stock.present import site_time
from fieldapp.ui.words import scan_words, tr


class DeskFlow(LaneFlow):
    """One vaccinator's work at the desk, from scan to *saved on this laptop*."""

    recorded = Signal()  # something is in the journal that was not: refresh what counts
    records_requested = Signal()  # somebody wants to see or correct what is on record
    left_open = Signal(object)  # a LeftOpen that is no form of the desk

    def __init__(
        self, screen: DeskScreen, practice: Practice, user: str, lane: Lane, parent: QObject
    ) -> None:
        super().__init__(lane, parent)
        self._screen, self._practice = screen, practice
        self._now, self._last = Visit(), Visit()
        self.means = means = Means(practice, user, self._do, screen)
        self.today = TodayFlow(means)
        self._resume = ResumeFlow(means)
        self._find = FindFlow(means, self._choose, self._show_form)
        self._bookings = BookingFlow(means, self._look_for)
        self._registering = RegisterFlow(means, self._resume)
        self._vials = VialFlow(means)
        self._cards = CardFlow(means, Ways(self._choose, self._register_owner, self.recorded.emit))
        stage = Stage(lambda: self._now, self._finish, self._show_again, self._tell)
        self._deeds = DeedFlow(means, self._resume, self.today, self._vials, stage)
        self.fees = self._deeds.fees
        self._connect()
        self.today.refresh()
        screen.show_empty()
        self._resume.look(self._go_on_with)

    def _connect(self) -> None:
        s = self._screen
        s.scanned.connect(self.scan)
        s.cleared.connect(self.clear)
        s.new_person_requested.connect(self._new_person)
        s.client_chosen.connect(self._choose)
        s.register_saved.connect(self._register)
        s.answered.connect(self._answer)
        s.all_no_requested.connect(self._all_no)
        s.site_chosen.connect(self._choose_site)
        s.vial_form_requested.connect(self._ask_vial)
        s.again_requested.connect(self._again)
        s.records_requested.connect(self.records_requested)

    def stop(self) -> None:
        """End the flow: the form keeps what is half typed, and no late answer is shown."""
        self._screen.scan.edit.setFocus()  # leaving a field writes its draft
        super().stop()

    # scans

    def scan(self, text: str) -> None:
        """Whatever was scanned or typed."""
        scan = identify(text, self.means.today())
        self._screen.scan.say(scan_words(scan), "muted" if scan.valid else "stop")
        if scan.valid and scan.kind == "card":
            self._find.sought = None
            self._bookings.forget()
            self._cards.scanned(scan, self._now.client_id)
            return
        self._cards.forget()
        self._bookings.forget()
        if scan.valid and scan.lot_doubt:
            self._deeds.ask_vial(self._vial_is_open, scan)
        elif scan.valid and scan.kind in VIALS:
            self._vials.scanned(scan, self._vial_is_open)
        elif scan.valid and scan.kind == "booking":
            self._find.sought = None
            self._bookings.scanned(scan)
        elif scan.valid:
            self._look_for(scan)

    def _look_for(self, scan: Scan) -> None:
        self._now.scan = scan
        self._find.look_for(scan)

    def _ask_vial(self) -> None:
        self._deeds.ask_vial(self._vial_is_open)

    def _vial_is_open(self) -> None:
        self.recorded.emit()
        self._show_again()

    # registering

    def _new_person(self) -> None:
        self._bookings.forget()
        self._find.sought = self._now.scan
        self._show_form(self._now.scan)

    def _show_form(self, scan: Scan | None, draft: str = "") -> None:
        self._find.sought = scan
        self._registering.look_up(scan, draft, lambda known: self._form_ready(scan, known))

    def _form_ready(self, scan: Scan | None, known: Known) -> None:
        if scan is self._find.sought:
            self._now = Visit(scan=scan)
            self._registering.show(scan, known)

    def _register(self, form: RegisterForm) -> None:
        self._registering.save(form, self._registered)

    def _registered(self, client: Client) -> None:
        self.recorded.emit()
        self._choose(client.client_id)
        for document in client.details.documents:
            if document.kind == "provisional":
                words = tr("Write this number on the card: {number}")
                self._screen.scan.say(words.format(number=document.number), "info")

    # the person at the desk

    @property
    def client_id(self) -> bytes | None:
        """Who is at the desk."""
        return self._now.client_id

    def _register_owner(self, scan: Scan) -> None:
        """Somebody new, named by the card they hold."""
        self._now = Visit(scan=scan)
        self._show_form(scan)

    def _choose(self, client_id: bytes) -> None:
        self._cards.chosen(client_id)
        self._bookings.forget()
        self._leave_forms()
        self._find.sought = None
        self._now = Visit(client_id=client_id)
        self._consult()

    def _again(self) -> None:
        """The same person once more, for a second vaccine: what was asked is not asked again."""
        if self._now.client_id is None and self._last.client_id is not None:
            self._cards.forget()
            self._choose(self._last.client_id)
            self._now.answers = dict(self._last.answers)

    def look_again(self) -> None:
        """What is known of the person at the desk may have changed."""
        if self._screen.pages.currentWidget() is self._screen.person:
            self._consult()

    def _consult(self) -> None:
        practice, visit, vial = self._practice, self._now, self._vials.in_hand
        who = visit.client_id
        if who is not None:
            self._do(
                lambda: consult(practice, who, dict(visit.answers), vial),
                lambda at: self._show_consultation(visit, at),
            )

    def _show_consultation(self, visit: Visit, at: Consultation) -> None:
        if visit is not self._now:
            return  # the desk has gone on to somebody else meanwhile
        visit.consultation = at
        page = present.person_page(
            self._practice, at, visit.answers, visit.site, self.means.now(), visit.settlement
        )
        self._screen.show_person(page)

    def _show_again(self) -> None:
        if self._now.client_id is None:
            self._screen.show_empty()
        else:
            self._consult()

    def _answer(self, question: str, yes: bool) -> None:
        self._now.answers[question] = yes
        self._consult()

    def _all_no(self) -> None:
        """All that was asked and not answered yes is answered no."""
        at, answers = self._now.consultation, self._now.answers
        if at is not None:
            for question in at.advice.questions:
                answers.setdefault(question.id, False)
            self._consult()

    def _choose_site(self, site: str) -> None:
        self._now.site = site
        self._consult()

    def _finish(self, visit: Visit, words: str) -> None:
        """The person of `visit` is done; whoever was scanned meanwhile stays at the desk."""
        self._last = visit
        if visit is self._now:
            self._now = Visit()
            self._screen.show_empty()
        self._tell(words)

    def _tell(self, words: str) -> None:
        self._screen.scan.say(words, "ok")
        self.recorded.emit()
        self.today.refresh()

    # the rest

    def _go_on_with(self, left: LeftOpen) -> None:
        """A form lay open at a crash or a lock: it is here again, with whoever it was for."""
        if left.kind == "register":
            scan = identify(left.scan, self.means.today()) if left.scan else None
            self._show_form(scan, left.draft)
        elif left.kind == "vial":
            self._ask_vial()
        elif left.kind == "undo":
            self._deeds.go_on_with(left)
        elif left.kind in ("not-given", "elsewhere", "late", "override"):
            self._choose(left.subject)
            self._do(lambda: None, lambda _: self._deeds.go_on_with(left))  # once they are here
        else:
            self.left_open.emit(left)

    def _leave_forms(self) -> bool:
        """No form is open any more; whether one was. What was typed stays a draft."""
        self._screen.scan.edit.setFocus()  # leaving a field writes its draft
        self._registering.leave()
        asked = self._deeds.take_back()
        self._resume.forget()
        return asked

    def clear(self) -> None:
        """Esc: from a question back to the person, otherwise an empty desk."""
        self._cards.forget()
        self._bookings.forget()
        if self._leave_forms() and self._now.client_id is not None:
            self._consult()
            return
        self._now, self._find.sought = Visit(), None
        self._screen.show_empty()

    def refresh_today(self) -> None:
        """Read the day again, for instance after a receipt came."""
        self.today.refresh()

    def _failed(self, error: FieldAppError) -> None:
        words = fault_words(error, site_time(self._practice))
        if self._deeds.say_fault(words):
            return
        self._screen.scan.say(words, "stop")
        if self._now.client_id is not None:
            self._consult()
