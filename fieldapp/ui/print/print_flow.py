"""Makes papers out of records, shows them, and saves or prints them when somebody asks.

The journal is read on its lane; drawing, writing and printing run on a lane of their own, so that
no dose ever waits for a printer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from fieldapp.actions.calls.call_list import Entry
from fieldapp.actions.consult import Practice
from fieldapp.actions.moments import site_now
from fieldapp.actions.vaccination_card import vaccination_card
from fieldapp.domain.demand import Demand
from fieldapp.domain.errors import FieldAppError
from fieldapp.reports.files import delete_file, write_private
from fieldapp.reports.receipt_slip import ReceiptSlip
from fieldapp.reports.session_summary import SessionSummary
from fieldapp.reports.vaccination_card import VaccinationCard
from fieldapp.ui.background import Lane
from fieldapp.ui.error_words import in_words
from fieldapp.ui.lane_flow import LaneFlow
from fieldapp.ui.print.card_paper import A5, WALLET, card_paper, language_of
from fieldapp.ui.print.drawing import draw, pdf_bytes, picture
from fieldapp.ui.print.due_paper import due_paper
from fieldapp.ui.print.paper import Paper, stamped
from fieldapp.ui.print.paper_screen import PaperScreen, PaperState
from fieldapp.ui.print.printers import AskPrinter, ask_printer
from fieldapp.ui.print.receipt_paper import receipt_paper
from fieldapp.ui.print.summary_paper import summary_paper
from fieldapp.ui.words import sentences, tr

_DOTS_PER_MM = 6  # sharp at twice the size of any preview


@dataclass
class _Shown:
    """What is on the page. `card`: of which the other size and language can be asked for."""

    paper: Paper | None = None
    subtitle: str = ""
    card: VaccinationCard | None = None
    larger: bool = True
    language: str = ""
    file: Path | None = None


class PrintFlow(LaneFlow):
    """One page for every paper. `wanted`: a paper is ready to be looked at, lay the page over."""

    wanted = Signal()

    def __init__(
        self,
        screen: PaperScreen,
        practice: Practice,
        *,
        journal_lane: Lane,
        exports: Path,
        at_desk: Callable[[], bytes | None],
        parent: QObject,
        ask_printer: AskPrinter = ask_printer,
    ) -> None:
        super().__init__(journal_lane, parent)
        self._screen, self._practice, self._exports = screen, practice, exports
        self._at_desk, self._ask_printer = at_desk, ask_printer
        self.lane = Lane(self)
        self._now, self._asked_for = _Shown(), False
        screen.save_requested.connect(self._save)
        screen.print_requested.connect(self._print)
        screen.delete_requested.connect(self._delete)
        screen.size_chosen.connect(self._choose_size)
        screen.language_chosen.connect(self._choose_language)

    def stop(self) -> None:
        """Show nothing more, and forget what was shown."""
        super().stop()
        self._now = _Shown()

    # what is shown

    @property
    def paper(self) -> Paper | None:
        """The paper on the page."""
        return self._now.paper

    def show_receipt(self, slip: ReceiptSlip) -> None:
        """A receipt or refund, on the page."""
        self._ask_for(receipt_paper(slip, self._practice.catalogue), slip.person)

    def show_summary(self, summary: SessionSummary) -> None:
        """A session's summary, on the page."""
        self._ask_for(summary_paper(summary, self._practice.catalogue), summary.label)

    def show_call_list(self, entries: Sequence[Entry], needed: Sequence[Demand]) -> None:
        """People to call, on the page."""
        practice = self._practice
        title = practice.journal.team.name
        now = site_now(practice.clock)
        self._ask_for(due_paper(entries, needed, practice.catalogue, title, now), title)

    def _ask_for(self, paper: Paper, subtitle: str) -> None:
        self._asked_for = True
        self._show(_Shown(paper, subtitle))
        self.wanted.emit()

    def entered(self) -> None:
        """Somebody came to the page: unless a paper was asked for, it is the desk's card."""
        asked_for, self._asked_for = self._asked_for, False
        if not asked_for:
            self._show_card()

    def _show_card(self) -> None:
        who, practice = self._at_desk(), self._practice
        self._now = waiting = _Shown()
        if who is None:
            self._screen.show_paper(
                PaperState(
                    tr("Vaccination card"),
                    note=tr("Nobody is at the desk. Scan the person first, then press Ctrl K."),
                )
            )
            return
        self._screen.show_paper(PaperState(tr("Vaccination card")))
        self._do(
            lambda: vaccination_card(practice, who),
            lambda card: self._card_is_read(waiting, card),
        )

    def _card_is_read(self, waiting: _Shown, card: VaccinationCard) -> None:
        if waiting is self._now:  # otherwise another paper came meanwhile
            self._show(self._of(card, language_of(card), larger=True))

    def _of(self, card: VaccinationCard, language: str, *, larger: bool) -> _Shown:
        paper = card_paper(card, self._practice.catalogue, A5 if larger else WALLET, language)
        return _Shown(paper, card.name, card, larger, language)

    def _choose_size(self, larger: bool) -> None:
        card = self._now.card
        if card is not None and larger != self._now.larger:
            self._show(self._of(card, self._now.language, larger=larger))

    def _choose_language(self, language: str) -> None:
        card = self._now.card
        if card is not None and language != self._now.language:
            self._show(self._of(card, language, larger=self._now.larger))

    def _show(self, shown: _Shown) -> None:
        self._now = shown
        if shown.paper is None:
            return
        paper = shown.paper = stamped(shown.paper, made_up=self._practice.journal.team.made_up)
        self._do(
            lambda: picture(paper, _DOTS_PER_MM),
            lambda drawn: self._drawn(shown, drawn),
            self.lane,
        )

    def _drawn(self, shown: _Shown, drawn: QImage) -> None:
        if shown is self._now and shown.paper is not None:
            larger = shown.larger if shown.card is not None else None
            note = self._note(shown.paper)
            title = tr("Vaccination card") if shown.card is not None else shown.paper.title
            state = PaperState(title, shown.subtitle, note, drawn, larger, shown.language)
            self._screen.show_paper(state)
            self._screen.arrive()

    def _note(self, paper: Paper) -> str:
        where = tr("Nothing is saved yet. F9 saves a PDF in {folder}.").format(folder=self._exports)
        if not paper.private:
            return where
        return sentences(where, tr("It tells about a person: hand it over, then delete the file."))

    # what is done with it

    def _save(self) -> None:
        shown, paper = self._now, self._now.paper
        if paper is None:
            return
        path = self._exports / f"{paper.stem}.pdf"
        self._do(
            lambda: write_private(pdf_bytes(paper), path),
            lambda _none: self._saved(shown, path),
            self.lane,
        )

    def _saved(self, shown: _Shown, path: Path) -> None:
        shown.file = path
        words = tr("Saved: {file}").format(file=path)
        if shown.paper is not None and shown.paper.private:
            words = sentences(words, tr("Only this user of the laptop can open it."))
        if shown is self._now:
            self._screen.show_file(True)
            self._screen.say(words, "ok")

    def _delete(self) -> None:
        shown, path = self._now, self._now.file
        if path is not None:
            self._do(
                lambda: delete_file(path),
                lambda _none: self._deleted(shown),
                self.lane,
            )

    def _deleted(self, shown: _Shown) -> None:
        shown.file = None
        if shown is self._now:
            self._screen.show_file(False)
            self._screen.say(tr("The file is deleted."), "ok")

    def _print(self) -> None:
        """Ask for a printer now; what is sent to it is drawn on the lane."""
        shown, paper = self._now, self._now.paper
        if paper is None:
            return
        answer = self._ask_printer(self._screen, paper)
        if isinstance(answer, str):
            self._screen.say(answer, "wait" if answer else "muted")
            return
        self._do(
            lambda: draw(paper, answer),
            lambda _none: self._printed(shown, answer.printerName()),
            self.lane,
        )

    def _printed(self, shown: _Shown, printer: str) -> None:
        if shown is self._now:
            self._screen.say(tr("Sent to the printer {name}.").format(name=printer), "ok")

    def _failed(self, error: FieldAppError) -> None:
        if not self._stopped:
            self._screen.say(in_words(error), "stop")
