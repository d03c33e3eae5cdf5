"""Prints the test page of the set-up: a card about nobody, stamped over."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from fieldapp.actions.moments import site_now
from fieldapp.actions.practice import Practice
from fieldapp.domain.errors import FieldAppError
from fieldapp.reports.vaccination_card import VaccinationCard
from fieldapp.ui.background import Lane
from fieldapp.ui.error_words import in_words
from fieldapp.ui.lane_flow import LaneFlow
from fieldapp.ui.print.card_paper import A5, card_paper
from fieldapp.ui.print.drawing import draw
from fieldapp.ui.print.paper import Paper
from fieldapp.ui.print.printers import AskPrinter, ask_printer
from fieldapp.ui.set_up.printer_page import PrinterPage
from fieldapp.ui.words import tr


class PrinterFlow(LaneFlow):
    """`well`: somebody saw the page and found it good. A slow printer delays nobody."""

    well = Signal()

    def __init__(
        self,
        page: PrinterPage,
        practice: Practice,
        parent: QObject,
        *,
        ask_printer: AskPrinter = ask_printer,
    ) -> None:
        lane = Lane()
        super().__init__(lane, parent)
        lane.setParent(self)
        self._page, self._practice, self._ask = page, practice, ask_printer
        page.print_requested.connect(self._print)
        page.well.connect(self.well)

    def _print(self) -> None:
        """Ask for a printer now; what is sent to it is drawn on the lane."""
        paper = page_for_testing(self._practice)
        answer = self._ask(self._page, paper)
        if isinstance(answer, str):
            self._page.say(answer, "wait")
            return
        self._page.say("")
        self._do(lambda: draw(paper, answer), lambda _none: self._sent(answer.printerName()))

    def _sent(self, printer: str) -> None:
        self._page.show_sent(printer)

    def _failed(self, error: FieldAppError) -> None:
        if not self._stopped:
            self._page.say(in_words(error), "stop")


def page_for_testing(practice: Practice) -> Paper:
    """A card about nobody; its code is text that any scanner reads."""
    now = site_now(practice.clock)
    card = VaccinationCard(tr("Test page"), "", None, (), practice.journal.team.name, now)
    paper = card_paper(card, practice.catalogue, A5)
    return replace(paper, title=tr("Test page"), stem="test-page", stamp=tr("TEST"), private=False)
