"""All steps as a page over the rooms, once there is a laptop; Ctrl 0 opens and closes it."""

from __future__ import annotations

from fieldapp.actions.set_up import Step
from fieldapp.ui.set_up.copy_page import CopyPage
from fieldapp.ui.set_up.hub_page import HubPage
from fieldapp.ui.set_up.look_page import LookPage
from fieldapp.ui.set_up.people_page import PeoplePage
from fieldapp.ui.set_up.printer_page import PrinterPage
from fieldapp.ui.set_up.ready_page import ReadyPage
from fieldapp.ui.set_up.scanner_page import ScannerPage
from fieldapp.ui.set_up.shell import SetUpShell
from fieldapp.ui.set_up.steps import LOOK, READY


class SetUpPage(SetUpShell):
    """The pages by name, for whoever joins them to the actions."""

    def __init__(self) -> None:
        self.look = LookPage(first=False)
        self.hub, self.people, self.copy = HubPage(), PeoplePage(), CopyPage()
        self.printer, self.scanner, self.ready = PrinterPage(), ScannerPage(), ReadyPage()
        super().__init__(
            {
                LOOK: self.look,
                Step.HUB.value: self.hub,
                Step.PEOPLE.value: self.people,
                Step.COPY.value: self.copy,
                Step.PRINTER.value: self.printer,
                Step.SCANNER.value: self.scanner,
                READY: self.ready,
            }
        )
