"""Joins the records page to the actions: find, show, correct, strike through, link, tell apart."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from fieldapp.actions.amend_client import amend_client
from fieldapp.actions.amend_dose import amend_dose, details_of
from fieldapp.actions.consult import Practice
from fieldapp.actions.find_client import find_clients
from fieldapp.actions.link_clients import link_clients, part_from_roster, tell_apart
from fieldapp.actions.permission import SecondPerson
from fieldapp.actions.person_records import PersonRecords, records_of_person
from fieldapp.actions.put_aside import put_aside
from fieldapp.actions.void_dose import void_dose
from fieldapp.domain.client import Client
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.immunization import ImmunizationEvent
from fieldapp.domain.roles import Deed
from fieldapp.domain.scan import identify
from fieldapp.journal import clients, doses, links
from fieldapp.journal.keyslots import StaffUser
from fieldapp.journal.staff import all_staff
from fieldapp.ui.background import Lane
from fieldapp.ui.desk.form_flow import FormFlow
from fieldapp.ui.desk.reason_flow import ReasonFlow
from fieldapp.ui.desk.resume_flow import LeftOpen, ResumeFlow
from fieldapp.ui.desk.vouch_flow import VouchFlow
from fieldapp.ui.error_words import in_words
from fieldapp.ui.journal_work import JournalWork
from fieldapp.ui.lane_flow import LaneFlow
from fieldapp.ui.records import forms, present, present_pair, questions
from fieldapp.ui.records.records_screen import RecordsScreen
from fieldapp.ui.records.state import Kind, PairState, RecordLine
from fieldapp.ui.words import scan_words, tr


class RecordsFlow(LaneFlow):
    """What is on record of one person at a time, or what the hub has put aside."""

    recorded = Signal()  # something is in the journal that was not
    left = Signal()  # back to the desk

    def __init__(
        self, screen: RecordsScreen, practice: Practice, user: str, lane: Lane, parent: QObject
    ) -> None:
        super().__init__(lane, parent)
        self._screen = screen
        self._person: bytes | None = None
        self.work = work = JournalWork(practice, user, self._do)
        resume = ResumeFlow(work)
        self._reasons = ReasonFlow(work, resume, screen.reason, screen.show_reasons)
        self._forms = FormFlow(work, resume, screen.form, screen.show_form)
        self._vouching = VouchFlow(work, self._forms)
        screen.scanned.connect(self.scan)
        screen.cleared.connect(self.clear)
        screen.list.amend_requested.connect(self._amend)
        screen.list.strike_requested.connect(self._strike)
        screen.list.compare_requested.connect(self._compare)
        screen.pair.same_requested.connect(self._ask_link)
        screen.pair.apart_requested.connect(self._ask_apart)

    def stop(self) -> None:
        """End the flow; a form keeps what is half typed."""
        self._screen.scan.edit.setFocus()  # leaving a field writes its draft
        super().stop()

    # what is shown

    def open(self, client_id: bytes | None) -> None:
        """Show the records of a person; without one, what the hub has put aside."""
        self._leave_questions()
        self._person = client_id
        self._look()

    def _look(self) -> None:
        journal, catalogue, who = self.work.journal, self.work.practice.catalogue, self._person
        screen, now = self._screen, self.work.now()
        if who is None:
            self._do(
                lambda: put_aside(journal),
                lambda held: screen.show_records(present.aside_list(catalogue, held, now)),
            )
        else:
            self._do(
                lambda: records_of_person(journal, who, catalogue),
                lambda found: screen.show_records(present.person_list(catalogue, found, now)),
            )

    def scan(self, text: str) -> None:
        """Find whose records are meant."""
        scan, journal = identify(text, self.work.today()), self.work.journal
        self._screen.scan.say(scan_words(scan), "muted" if scan.valid else "stop")
        if scan.valid:
            self._do(lambda: find_clients(journal, scan), self._found)

    def _found(self, found: list[Client]) -> None:
        if len(found) == 1:
            self.open(found[0].client_id)
        elif found:
            self._leave_questions()
            self._screen.show_records(present.people_list(found, self.work.today()))
        else:
            self._screen.scan.say(tr("Nobody of this kind is on record here."), "stop")

    # corrections

    def _amend(self, line: RecordLine) -> None:
        if line.kind is Kind.DOSE:
            self._amend_dose(line.subject)
        elif self._person is None and not line.notes:
            self.open(line.subject)  # one of several people who may be meant
        else:
            self._amend_person(line.subject)

    def _amend_dose(self, dose: bytes) -> None:
        journal, catalogue = self.work.journal, self.work.practice.catalogue

        def look() -> tuple[ImmunizationEvent | None, Client | None, list[StaffUser]]:
            event = doses.get(journal, dose)
            client = clients.get(journal, event.client_id) if event else None
            return event, client, all_staff(journal)

        def ask(
            found: tuple[ImmunizationEvent | None, Client | None, list[StaffUser]],
        ) -> None:
            event, client, staff = found
            if event is not None and client is not None:
                name, record = client.details.name, details_of(event)
                state = forms.dose_form(catalogue, name, record, staff)
                self._forms.ask(state, f"amend {dose.hex()}", partial(self._save_dose, event))

        self._do(look, ask)

    def _save_dose(self, event: ImmunizationEvent, values: dict[str, str]) -> None:
        corrected, reason = forms.corrected_dose(values, self.work.now()), forms.reason_of(values)
        journal, user, draft = self.work.journal, self.work.user, f"amend {event.event_id.hex()}"

        def save(second: SecondPerson | None) -> None:
            self._do(
                lambda: amend_dose(
                    journal, event.event_id, corrected, reason, user=user, second=second
                ),
                lambda _events: self._done(tr("Corrected. What it said before stays."), draft),
            )

        self._beside(event.recorded_by, save)

    def _amend_person(self, who: bytes) -> None:
        journal = self.work.journal

        def ask(client: Client | None) -> None:
            if client is not None:
                state = forms.client_form(client.details)
                self._forms.ask(state, f"amend-person {who.hex()}", partial(self._save, client))

        self._do(lambda: clients.get(journal, who), ask)

    def _save(self, client: Client, values: dict[str, str]) -> None:
        journal, user, who = self.work.journal, self.work.user, client.client_id
        corrected = forms.corrected_client(client.details, values, self.work.today())
        reason = forms.reason_of(values)
        self._do(
            lambda: amend_client(journal, who, corrected, reason, user=user),
            lambda _events: self._done(
                tr("Corrected. What it said before stays."), f"amend-person {who.hex()}"
            ),
        )

    def _strike(self, line: RecordLine) -> None:
        if line.kind is Kind.ELSEWHERE:
            draft = f"part {line.subject.hex()}"
            self._reasons.ask(questions.why_apart(True), draft, partial(self._leave, line))
            return
        dose, journal = line.subject, self.work.journal

        def ask(event: ImmunizationEvent | None) -> None:
            if event is not None:
                strike = partial(self._write_void, event)
                self._reasons.ask(questions.why_strike(line.words), f"void {dose.hex()}", strike)

        self._do(lambda: doses.get(journal, dose), ask)

    def _write_void(self, event: ImmunizationEvent, code: str, words: str) -> None:
        journal, user, dose = self.work.journal, self.work.user, event.event_id

        def save(second: SecondPerson | None) -> None:
            done = tr("Struck through. The record stays, and says why.")
            self._do(
                lambda: void_dose(journal, dose, code, user=user, second=second),
                lambda _event: self._done(done),
            )

        self._beside(event.recorded_by, save)

    def _beside(self, recorded_by: str, then: Callable[[SecondPerson | None], None]) -> None:
        """One's own record is corrected alone; that of others with a second person."""
        if recorded_by == self.work.user:
            then(None)
        else:
            self._vouching.ensure(Deed.VOID_OTHERS, then)

    # one person, or two

    def _compare(self, line: RecordLine) -> None:
        journal, catalogue = self.work.journal, self.work.practice.catalogue
        one, other = line.person, line.subject

        def look() -> tuple[PersonRecords, PersonRecords, bool]:
            return (
                records_of_person(journal, one, catalogue),
                records_of_person(journal, other, catalogue),
                links.evidence_of(journal, one, other) is not None,
            )

        def show(found: tuple[PersonRecords, PersonRecords, bool]) -> None:
            first, second, direct = found
            self._screen.show_pair(present_pair.pair(catalogue, first, second, direct=direct))

        self._do(look, show)

    def _ask_link(self, pair: PairState) -> None:
        draft = f"link {pair.one.hex()}"
        self._reasons.ask(questions.why_same(), draft, partial(self._link, pair))

    def _link(self, pair: PairState, evidence: str, words: str) -> None:
        journal, user = self.work.journal, self.work.user
        done = tr("They are one person now. It can be taken back.")

        def save(second: SecondPerson | None) -> None:
            self._do(
                lambda: link_clients(
                    journal, pair.one, pair.other, evidence, user=user, second=second
                ),
                lambda _event: self._done(done),
            )

        self._vouching.ensure(Deed.LINK, save)

    def _ask_apart(self, pair: PairState) -> None:
        draft = f"apart {pair.one.hex()}"
        self._reasons.ask(questions.why_apart(pair.linked), draft, partial(self._part, pair))

    def _part(self, pair: PairState, reason: str, words: str) -> None:
        journal, user = self.work.journal, self.work.user
        done = tr("They are two people, and are not asked about again.")

        def save(second: SecondPerson | None) -> None:
            self._do(
                lambda: tell_apart(journal, pair.one, pair.other, reason, user=user, second=second),
                lambda _event: self._done(done),
            )

        if pair.linked:
            self._vouching.ensure(Deed.LINK, save)
        else:
            save(None)

    def _leave(self, line: RecordLine, reason: str, words: str) -> None:
        journal, user, who, ref = self.work.journal, self.work.user, line.person, line.subject
        done = tr("The link is taken back: the hub sees two people again.")

        def save(second: SecondPerson | None) -> None:
            self._do(
                lambda: part_from_roster(journal, who, ref, reason, user=user, second=second),
                lambda _event: self._done(done),
            )

        self._vouching.ensure(Deed.LINK, save)

    # the rest

    def go_on_with(self, left: LeftOpen) -> None:
        """A correction lay open at a crash or a lock: ask it again."""
        asks = {"amend": self._amend_dose, "amend-person": self._amend_person}
        if left.kind in asks:
            asks[left.kind](left.subject)

    def clear(self) -> None:
        """Esc: from a question back to the list, from the list back to the desk."""
        asked = self._leave_questions()
        if asked or self._screen.pages.currentWidget() is self._screen.pair:
            self._look()
        else:
            self.left.emit()

    def _leave_questions(self) -> bool:
        self._screen.scan.edit.setFocus()  # leaving a field writes its draft
        asked = [flow.take_back() for flow in (self._reasons, self._forms)]
        return any(asked)

    def _done(self, words: str, draft: str = "") -> None:
        self._forms.forget(draft)
        self._leave_questions()
        self._screen.scan.say(words, "ok")
        self.recorded.emit()
        self._look()

    def _failed(self, error: FieldAppError) -> None:
        if not self._forms.say_fault(in_words(error)):
            self._screen.scan.say(in_words(error), "stop")
