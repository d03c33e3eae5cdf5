"""Joins the scanner check to the rules that read codes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from fieldapp.actions.moments import site_today
from fieldapp.domain.clock import Clock
from fieldapp.ui.desk.arrival import Arrived
from fieldapp.ui.flow import Flow
from fieldapp.ui.scanner.check_page import CheckPage
from fieldapp.ui.scanner.present import check


class CheckFlow(Flow):
    """Answers every scan on the page."""

    def __init__(self, page: CheckPage, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._clock = page, clock
        page.arrived.connect(self._arrived)

    def _arrived(self, arrived: Arrived) -> None:
        self._page.show_check(check(arrived, site_today(self._clock)))
