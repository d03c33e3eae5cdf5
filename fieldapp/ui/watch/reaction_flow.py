"""Joins the AEFI form to the actions: open, keep what is half written, save, strike through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from fieldapp.actions.consult import Practice
from fieldapp.actions.moments import site_now
from fieldapp.actions.report_reaction import (
    WITHDRAWN,
    NoSuchDose,
    NoSuchReport,
    follow_up_reaction,
    report_reaction,
    withdraw_reaction,
)
from fieldapp.domain.adverse_event import AdverseEvent
from fieldapp.domain.client import Client
from fieldapp.domain.immunization import ImmunizationEvent
from fieldapp.journal import clients, doses, drafts, reactions, watches
from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.form_values import BadField
from fieldapp.ui.watch import present
from fieldapp.ui.watch.reporting import details_of, form_of, from_draft, new_form, to_draft
from fieldapp.ui.watch.state import ReactionForm
from fieldapp.ui.watch.watch_screen import WatchScreen
from fieldapp.ui.watch.words import withdrawn_words
from fieldapp.ui.words import tr

DRAFT = "reaction "
"""How the name of a draft begins; the dose's id follows, then the report's, if there is one."""

Do = Callable[[Callable[[], object], Callable[..., None]], None]
"""Runs its first argument off the GUI thread and gives its value to the second."""


@dataclass(frozen=True, slots=True)
class _Open:
    """The report at hand: its dose, and the report that it adds to."""

    client: Client
    dose: ImmunizationEvent
    report: AdverseEvent | None
    draft: ReactionForm | None
    is_watched: bool

    @property
    def draft_name(self) -> str:
        """What the half-written report is kept under."""
        report = self.report.reaction_id.hex() if self.report else ""
        return f"{DRAFT}{self.dose.event_id.hex()} {report}".strip()


class ReactionFlow(QObject):
    """One report at a time; Esc, a lock or an empty battery costs nothing that was typed."""

    recorded = Signal()

    def __init__(self, screen: WatchScreen, practice: Practice, user: str, do: Do) -> None:
        super().__init__(screen)
        self._screen, self._practice, self._user, self._do = screen, practice, user, do
        self._open: _Open | None = None
        self._as_opened = ReactionForm()
        self._doses = False
        self.asking = False
        screen.chosen.connect(self._chosen)
        screen.report_saved.connect(self._save)
        screen.report_edited.connect(self._keep)
        screen.withdraw_requested.connect(self._ask_why)

    def stop(self) -> None:
        """Keep what is half written; after that nothing more is kept."""
        self.leave()

    # opening

    def open_dose(self, dose_id: bytes) -> None:
        """Start on a report about a dose, or go on with it."""
        self._do(lambda: self._look_up(dose_id, None), self._show)

    def open_report(self, reaction_id: bytes) -> None:
        """Add to a report."""
        journal = self._practice.journal

        def work() -> _Open:
            report = reactions.get(journal, reaction_id)
            if report is None or report.withdrawn is not None:
                raise NoSuchReport()
            return self._look_up(report.dose_id, report)

        self._do(work, self._show)

    def _look_up(self, dose_id: bytes, report: AdverseEvent | None) -> _Open:
        journal = self._practice.journal
        dose = doses.get(journal, dose_id)
        client = None if dose is None else clients.get(journal, dose.client_id)
        if dose is None or client is None:
            raise NoSuchDose()
        is_watched = watches.is_going_on(journal, dose_id)
        opened = _Open(client, dose, report, None, is_watched)
        draft = from_draft(drafts.load(journal, opened.draft_name))
        return _Open(client, dose, report, draft, is_watched)

    def _show(self, opened: _Open) -> None:
        self._open = opened
        given = opened.dose.occurred_at.replace(tzinfo=None)
        form = new_form(site_now(self._practice.clock), is_watched=opened.is_watched)
        if opened.report is not None:
            form = form_of(opened.report.details, given)
        self._as_opened = form
        state = present.reaction(
            self._practice,
            opened.client,
            opened.dose,
            opened.draft or form,
            report=opened.report,
            is_watched=opened.is_watched,
            half_written=opened.draft is not None,
        )
        self._screen.show_reaction(state)

    # choosing from lists

    def show_list(self) -> None:
        """Every report, to look at and add to."""
        journal = self._practice.journal

        def work() -> list[tuple[AdverseEvent, Client]]:
            told = [(e, clients.get(journal, e.client_id)) for e in reactions.all_reports(journal)]
            return [(event, client) for event, client in reversed(told) if client is not None]

        self._do(work, self._show_list)

    def _show_list(self, told: list[tuple[AdverseEvent, Client]]) -> None:
        self._doses = False
        self._screen.show_choice(present.reports_list(self._practice, told))

    def offer_doses(self, client: Client, given: Sequence[ImmunizationEvent]) -> None:
        """Which dose did the reaction follow?"""
        self._doses = True
        self._screen.show_choice(present.doses_list(self._practice, client, given))

    def _chosen(self, which: bytes) -> None:
        (self.open_dose if self._doses else self.open_report)(which)

    # writing

    def _keep(self, form: ReactionForm) -> None:
        opened, journal = self._open, self._practice.journal
        if opened is None:
            return
        name, body = opened.draft_name, to_draft(form)
        if form == self._as_opened:
            self._do(lambda: drafts.clear(journal, name), lambda _none: None)
        else:
            self._do(lambda: drafts.save(journal, name, body), lambda _kept: None)

    def _save(self, form: ReactionForm) -> None:
        opened = self._open
        if opened is None:
            return
        given = opened.dose.occurred_at.replace(tzinfo=None)
        try:
            details = details_of(form, given, site_now(self._practice.clock))
        except BadField as fault:
            self._screen.reaction.show_fault(str(fault))
            return
        journal, clock, user = self._practice.journal, self._practice.clock, self._user
        hospital = form.to_hospital

        def work() -> None:
            if opened.report is None:
                dose = opened.dose.event_id
                report_reaction(
                    journal, dose, details, clock=clock, user=user, to_hospital=hospital
                )
            else:
                report = opened.report.reaction_id
                follow_up_reaction(journal, report, details, user=user, to_hospital=hospital)
            drafts.clear(journal, opened.draft_name)

        self._do(work, lambda _none: self._saved(opened))

    def _saved(self, opened: _Open) -> None:
        self._close()
        self._screen.go_to_board()
        name = opened.client.details.name
        self._screen.board.say(tr("Report saved on this laptop: {name}").format(name=name), "ok")
        self.recorded.emit()

    def _ask_why(self) -> None:
        self.asking = True
        reasons = tuple((code, withdrawn_words(code)) for code in WITHDRAWN)
        title = tr("Strike this report through? It stays to be seen. Why?")
        self._screen.show_reasons(ReasonState(title, reasons, tr("Strike through")))

    def withdraw(self, reason: str) -> None:
        """Strike the open report through."""
        opened, journal, user = self._open, self._practice.journal, self._user
        report = opened.report if opened is not None else None
        if opened is None or report is None:
            return

        def work() -> None:
            withdraw_reaction(journal, report.reaction_id, reason, user=user)
            drafts.clear(journal, opened.draft_name)

        self._do(work, lambda _none: self._saved_away())

    def _saved_away(self) -> None:
        self._close()
        self._screen.go_to_board()
        self._screen.board.say(tr("The report is struck through."))
        self.recorded.emit()

    def go_on(self) -> None:
        """Back from the question to the form."""
        self.asking = False
        self._screen.back_to_reaction()

    def leave(self) -> None:
        """Leave the form as it stands: what is half written is kept."""
        if self._open is not None:
            self._keep(self._screen.reaction.typed())
        self._close()

    def _close(self) -> None:
        self._open, self.asking = None, False
