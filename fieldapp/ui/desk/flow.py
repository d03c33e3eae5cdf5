"""Joins the desk to the actions: what was scanned, answered, recorded, and what to show then.

Every look-up and every record runs on the journal's lane, off the GUI thread. What is shown always
comes from what the journal answers, never from what was asked of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from fieldapp.actions.consult import Consultation, Practice, consult
from fieldapp.actions.find_client import find_clients
from fieldapp.actions.moments import site_now, site_today
from fieldapp.actions.open_vial import open_vial
from fieldapp.actions.record_dose import DoseOrder, record_dose
from fieldapp.actions.record_not_given import record_not_given
from fieldapp.actions.vial_scan import vial_of
from fieldapp.actions.void_dose import void_dose
from fieldapp.domain.client import Client
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.immunization import BodySite
from fieldapp.domain.scan import Scan, identify
from fieldapp.ui.background import Job, Lane
from fieldapp.ui.desk import present
from fieldapp.ui.desk.desk_screen import DeskScreen
from fieldapp.ui.desk.register_flow import Known, RegisterFlow
from fieldapp.ui.desk.state import ReasonState, RegisterForm
from fieldapp.ui.desk.today_flow import TodayFlow
from fieldapp.ui.error_words import in_words
from fieldapp.ui.flow import Flow
from fieldapp.ui.words import NOT_GIVEN, VOIDED, not_given_words, scan_words, tr, void_words

VIALS = ("gs1", "cn-trace-code")


@dataclass
class _Now:
    """What is on the desk. `purpose` is what a reason is being asked for."""

    client_id: bytes | None = None
    consultation: Consultation | None = None
    answers: dict[str, bool] = field(default_factory=dict)
    site: str = BodySite.LEFT_DELTOID.value
    scan: Scan | None = None
    purpose: str = ""
    undoing: bytes | None = None


class DeskFlow(Flow):
    """One vaccinator's work at the desk, from scan to *saved on this laptop*."""

    recorded = Signal()  # something is in the journal that was not: refresh what counts

    def __init__(
        self, screen: DeskScreen, practice: Practice, user: str, lane: Lane, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._screen, self._practice, self._user, self._lane = screen, practice, user, lane
        self._owner, self._stopped = parent, False
        self._now = _Now()
        self._sought: Scan | None = None  # the newest person scan: answers to older ones come late
        self.today = TodayFlow(screen, practice, user, self._do)
        self._registering = RegisterFlow(screen, practice, user, self._do)
        self._connect()
        self.today.refresh()
        screen.show_empty()

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
        s.record_requested.connect(self._record)
        s.not_given_requested.connect(self._ask_not_given)
        s.override_requested.connect(self._ask_override)
        s.undo_requested.connect(self._ask_undo)
        s.reason_confirmed.connect(self._reason)

    def _do(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        """Run `work` on the journal's lane; its value goes to `then`, back on this thread."""
        job = Job(work, self._owner)
        job.succeeded.connect(lambda value: None if self._stopped else then(value))
        job.failed.connect(self._say_failure)
        job.crashed.connect(self.bug)
        self._lane.start(job)

    def stop(self) -> None:
        """End the flow: the form keeps what is half typed, and no late answer is shown."""
        self._screen.scan.edit.setFocus()  # leaving a field writes its draft
        self._stopped = True

    # scans

    def scan(self, text: str) -> None:
        """Whatever was scanned or typed."""
        scan = identify(text, self._today())
        self._screen.scan.say(scan_words(scan), "muted" if scan.valid else "stop")
        if not scan.valid:
            return
        if scan.kind in VIALS:
            self._open_vial(scan)
        else:
            self._find(scan)

    def _open_vial(self, scan: Scan) -> None:
        journal, catalogue, today = self._practice.journal, self._practice.catalogue, self._today()

        def work() -> bytes:
            return open_vial(journal, vial_of(scan, catalogue), today=today, user=self._user)

        self._do(work, lambda _vial: self._vial_is_open())

    def _vial_is_open(self) -> None:
        self.recorded.emit()
        if self._now.client_id is not None:
            self._consult()

    def _find(self, scan: Scan) -> None:
        self._now.scan = self._sought = scan
        journal = self._practice.journal
        self._do(lambda: find_clients(journal, scan), lambda found: self._found(scan, found))

    def _found(self, scan: Scan, found: list[Client]) -> None:
        if scan is not self._sought:
            return  # somebody else was scanned meanwhile
        sure = scan.document is not None and len(found) == 1
        if sure:
            self._choose(found[0].client_id)
        elif found:
            self._screen.show_hits(present.hits(found, self._today()))
        else:
            self._show_form(scan)

    # registering

    def _new_person(self) -> None:
        self._sought = self._now.scan
        self._show_form(self._sought)

    def _show_form(self, scan: Scan | None) -> None:
        self._registering.look_up(scan, lambda known: self._form_ready(scan, known))

    def _form_ready(self, scan: Scan | None, known: Known) -> None:
        if scan is self._sought:
            self._now = _Now(scan=scan)
            self._registering.show(scan, known)

    def _register(self, form: RegisterForm) -> None:
        self._registering.save(form, self._registered)

    def _registered(self, client: Client) -> None:
        self.recorded.emit()
        self._choose(client.client_id)

    # the person at the desk

    def _choose(self, client_id: bytes) -> None:
        self._sought = None
        self._now = _Now(client_id=client_id)
        self._consult()

    def _consult(self) -> None:
        practice, who, answers = self._practice, self._now.client_id, dict(self._now.answers)
        if who is not None:
            self._do(lambda: consult(practice, who, answers), self._show_consultation)

    def _show_consultation(self, at: Consultation) -> None:
        if at.client.client_id != self._now.client_id:
            return  # the desk has gone on to somebody else meanwhile
        self._now.consultation = at
        now = self._now
        page = present.person_page(self._practice, at, now.answers, now.site, self._site_now())
        self._screen.show_person(page)

    def _answer(self, question: str, yes: bool) -> None:
        self._now.answers[question] = yes
        self._consult()

    def _all_no(self) -> None:
        at = self._now.consultation
        if at is not None:
            self._now.answers = dict.fromkeys((q.id for q in at.advice.questions), False)
            self._consult()

    def _choose_site(self, site: str) -> None:
        self._now.site = site
        self._consult()

    # recording

    def _record(self) -> None:
        at = self._now.consultation
        if at is not None and at.may_record:
            self._write_dose(at, None)

    def _write_dose(self, at: Consultation, override: str | None) -> None:
        if at.vial is None:
            return
        now, advice = self._now, at.advice
        asked = not advice.unanswered
        order = DoseOrder(
            client_id=at.client.client_id,
            lot=at.vial.lot,
            site=BodySite(now.site),
            vial_id=at.vial.vial_id,
            screening=tuple(q for q, yes in now.answers.items() if yes) if asked else None,
            advice=(advice.verdict.value, advice.reason, advice.programme_id),
            override_reason=override,
        )
        now.consultation = None  # one press, one dose: nothing is recordable until this is answered
        practice, user = self._practice, self._user
        self._do(
            lambda: record_dose(practice.journal, order, clock=practice.clock, user=user),
            lambda event_id: self._saved(now, at.client.details.name, event_id),
        )

    def _saved(self, then: _Now, name: str, event_id: bytes) -> None:
        self.today.recorded(event_id)
        self._finish(then, tr("{name}: saved on this laptop").format(name=name))

    # reasons

    def _ask_not_given(self) -> None:
        if self._now.client_id is not None:
            words = tuple((code, not_given_words(code)) for code in NOT_GIVEN)
            self._ask("not-given", tr("Not given today, because…"), words, tr("Record: not given"))

    def _ask_override(self) -> None:
        at = self._now.consultation
        if at is not None and at.vial is not None:
            title = tr("The dose is given all the same. Why, and who decided?")
            self._ask("override", title, (), tr("Record the dose"), free_text=True)

    def _ask_undo(self, event_id: bytes) -> None:
        self._now.undoing = event_id
        words = tuple((code, void_words(code)) for code in VOIDED)
        title = tr("Strike the last dose through, because…")
        self._ask("undo", title, words, tr("Strike through"))

    def _ask(
        self,
        purpose: str,
        title: str,
        reasons: tuple[tuple[str, str], ...],
        confirm: str,
        free_text: bool = False,
    ) -> None:
        self._now.purpose = purpose
        self._screen.show_reasons(ReasonState(title, reasons, confirm, free_text))

    def _reason(self, code: str, words: str) -> None:
        purpose, self._now.purpose = self._now.purpose, ""
        if purpose == "override" and self._now.consultation is not None:
            self._write_dose(self._now.consultation, words)
        elif purpose == "not-given" and self._now.client_id is not None:
            self._write_not_given(self._now.client_id, code)
        elif purpose == "undo" and self._now.undoing is not None:
            self._write_void(self._now.undoing, code)

    def _write_not_given(self, client_id: bytes, code: str) -> None:
        practice, user = self._practice, self._user

        def work() -> bytes:
            clock = practice.clock
            return record_not_given(practice.journal, client_id, code, clock=clock, user=user)

        then = self._now
        self._do(work, lambda _event: self._finish(then, tr("Saved: not given")))

    def _write_void(self, dose: bytes, code: str) -> None:
        journal, user = self._practice.journal, self._user
        self.today.struck()
        self._do(lambda: void_dose(journal, dose, code, user=user), lambda _event: self._voided())

    def _voided(self) -> None:
        if self._now.client_id is None:
            self._screen.show_empty()
        else:
            self._consult()  # whoever is at the desk stays there; the dose may have been theirs
        self._tell(tr("Struck through. The record stays, and says why."))

    def _finish(self, then: _Now, words: str) -> None:
        """The person of `then` is done; whoever was scanned meanwhile stays at the desk."""
        if then is self._now:
            self._now = _Now()
            self._screen.show_empty()
        self._tell(words)

    def _tell(self, words: str) -> None:
        self._screen.scan.say(words, "ok")
        self.recorded.emit()
        self.today.refresh()

    # the rest

    def clear(self) -> None:
        """Esc: from a reason back to the person, otherwise an empty desk."""
        if self._now.purpose and self._now.client_id is not None:
            self._now.purpose = ""
            self._consult()
            return
        self._now, self._sought = _Now(), None
        self._screen.show_empty()

    def refresh_today(self) -> None:
        """Read the day again, for instance after a receipt came."""
        self.today.refresh()

    def _say_failure(self, error: FieldAppError) -> None:
        self._screen.scan.say(in_words(error), "stop")
        if self._now.client_id is not None:
            self._consult()

    def _today(self) -> date:
        return site_today(self._practice.clock)

    def _site_now(self) -> datetime:
        return site_now(self._practice.clock)
