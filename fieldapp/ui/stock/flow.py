"""Joins the stock room to the actions: the board, the movements, and the flows of its pages.

What is shown always comes from what the journal answers.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from fieldapp.actions.moments import site_today
from fieldapp.actions.practice import Practice
from fieldapp.actions.stock.discard_vial import discard_vial
from fieldapp.actions.stock.lot_people import LotPeople, lot_people
from fieldapp.actions.stock.stock_board import LotRow, StockBoard, stock_board
from fieldapp.actions.stock.undo_movement import undo_movement
from fieldapp.actions.vial_scan import UnknownVial, vial_of
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.scan import identify
from fieldapp.journal import staff, stock
from fieldapp.journal.stock import StockMovement
from fieldapp.ui.announce import announce
from fieldapp.ui.background import Lane
from fieldapp.ui.error_words import in_words
from fieldapp.ui.lane_flow import LaneFlow
from fieldapp.ui.stock import present
from fieldapp.ui.stock.cold_flow import ColdFlow
from fieldapp.ui.stock.decide_flow import DecideFlow
from fieldapp.ui.stock.move_draft import Subject
from fieldapp.ui.stock.move_flow import MoveFlow
from fieldapp.ui.stock.present_people import people_of_lot
from fieldapp.ui.stock.state import AlertState, ImportState
from fieldapp.ui.stock.stock_screen import StockScreen
from fieldapp.ui.words import scan_words, tr

_MOVEMENTS_SHOWN = 500
_QUIET_MS, _LOOK_MS = 3000, 5 * 60_000
"""After the last dose of a row; and now and then, for hours and expiry come by themselves."""

_MOVES = ("waste", "count", "return")


@dataclass(frozen=True, slots=True)
class _Moved:
    movements: list[StockMovement]
    names: dict[str, str]


class StockFlow(LaneFlow):
    """The stock of one team, for whoever is at the laptop."""

    recorded = Signal()  # something is in the journal that was not
    looked = Signal(object)  # the StockBoard as it stands: for the badge

    def __init__(
        self, screen: StockScreen, practice: Practice, user: str, lane: Lane, parent: QObject
    ) -> None:
        super().__init__(lane, parent)
        self._screen, self._practice, self._user = screen, practice, user
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        self.seen: StockBoard | None = None
        self.moves = MoveFlow(screen, practice, user, self._do)
        self.decisions = DecideFlow(screen, practice, user, self._do)
        self.cold = ColdFlow(screen, practice, user, self._do, parent)
        for flow in (self.moves, self.decisions, self.cold):
            flow.setParent(self)
            flow.bug.connect(self.bug)
        self.moves.recorded.connect(self._recorded)
        self.moves.recall_asked.connect(self.decisions.recall)
        self.decisions.recorded.connect(self._recorded)
        self.decisions.another_asked.connect(self.moves.recall)
        self.decisions.who_asked.connect(self._who_got)
        self.cold.recorded.connect(self._cold_recorded)
        screen.verb_requested.connect(self._begin)
        screen.alert_pressed.connect(self._alert)
        screen.scanned.connect(self._scan)
        screen.cancelled.connect(self._cancel)
        screen.movements.undo_requested.connect(self._undo)
        screen.arrived.connect(self._bring_back)
        self._came_back = False
        self.refresh()

    def stop(self) -> None:
        """Begin nothing more; what is half typed is kept."""
        self.moves.stop()
        super().stop()
        self._timer.stop()
        self.cold.stop()

    def refresh(self) -> None:
        """Look at everything again."""
        self._do(lambda: stock_board(self._practice), self._show)

    def look_soon(self) -> None:
        """Something was recorded: look at once if somebody sees it, otherwise when it is quiet."""
        self._timer.start(0 if self._screen.isVisible() else _QUIET_MS)

    def _show(self, seen: StockBoard) -> None:
        self.seen = seen
        self._timer.start(_LOOK_MS)
        site = present.site_time(self._practice)
        self._screen.board.show_board(present.board(self._practice, seen, site))
        self.looked.emit(seen)

    # what the keys begin

    def _bring_back(self) -> None:
        """The first time somebody comes here: the form that they left open before a lock."""
        first, self._came_back = not self._came_back, True
        if first and self._screen.page is self._screen.board:
            self.moves.look(self._open_again)

    def _open_again(self, left: Subject) -> None:
        if self._screen.page is not self._screen.board:
            return
        if left.lot is None:
            (self.moves.recall if left.verb == "recall" else self.moves.receive)()
        elif self._screen.board.table.choose(*left.lot):
            self._begin(left.verb)

    def _begin(self, verb: str) -> None:
        self._screen.board.say("")
        row = self._row()
        if verb == "receive":
            self.moves.receive()
        elif verb == "cold":
            self.cold.show()
        elif verb == "movements":
            self._do(self._read_movements, self._show_movements)
        elif row is not None and verb in _MOVES:
            self.moves.lot(verb, row, self._session, self.seen.vials if self.seen else ())
        elif verb == "decide" and row is not None:
            self.decisions.begin(row)
        elif verb == "decide":
            self.moves.recall()

    def _alert(self, alert: AlertState) -> None:
        if alert.action == "discard":
            self._discard()
            return
        self._screen.board.table.choose(alert.vaccine_id, alert.lot_number)
        self._begin(alert.action)

    def _discard(self) -> None:
        vials = self.seen.vials if self.seen else ()
        over = next((vial.vial_id for vial in vials if vial.over), None)
        journal, user = self._practice.journal, self._user
        if over is not None:
            self._do(
                lambda: discard_vial(journal, over, "hours-over", user=user),
                lambda left: self._recorded(
                    tr("The vial is put away, {n} doses wasted.").format(n=left)
                ),
            )

    @property
    def _session(self) -> str:
        return self.seen.box.session if self.seen and self.seen.box else ""

    def _row(self) -> LotRow | None:
        """The lot that is chosen in the table."""
        line = self._screen.board.table.chosen
        rows = self.seen.lots if self.seen else ()
        for row in rows:
            same = line and (line.vaccine_id, line.lot_number)
            if same == (row.lot.vaccine_id, row.lot.lot_number):
                return row
        return None

    # scans

    def _scan(self, text: str) -> None:
        """A vial over the board: its lot is chosen, or received when it is not here."""
        if self._screen.page is self._screen.move_page:
            self.moves.scan_text(text)
            return
        scan, board = identify(text, site_today(self._practice.clock)), self._screen.board
        try:
            vial = vial_of(scan, self._practice.catalogue) if scan.valid else None
        except UnknownVial as error:
            board.say(in_words(error), "stop")
            return
        if vial is None or scan.kind not in ("gs1", "cn-trace-code"):
            board.say(scan_words(scan), "stop")
        elif board.table.choose(vial.lot.vaccine_id, vial.lot.lot_number):
            board.say(tr("Lot {lot} is chosen.").format(lot=vial.lot.lot_number))
            board.arrive()
        else:
            self.moves.receive(scan)

    # who got a lot

    def _who_got(self, vaccine_id: str, lot_number: str) -> None:
        journal = self._practice.journal
        self._do(
            lambda: lot_people(journal, vaccine_id, lot_number),
            self._show_people,
        )

    def _show_people(self, found: LotPeople) -> None:
        self._screen.show_page(self._screen.got_it)
        self._screen.got_it.show_people(*people_of_lot(self._practice, found))

    # movements

    def _read_movements(self) -> _Moved:
        journal = self._practice.journal
        names = {person.login: person.name for person in staff.all_staff(journal)}
        return _Moved(stock.movements(journal, _MOVEMENTS_SHOWN), names)

    def _show_movements(self, moved: _Moved) -> None:
        self._screen.show_page(self._screen.movements)
        lines = present.movement_lines(self._practice, moved.movements, moved.names)
        self._screen.movements.show_lines(lines)

    def _undo(self, event_id: bytes) -> None:
        journal, user = self._practice.journal, self._user
        self._do(lambda: undo_movement(journal, event_id, user=user), self._undone)

    def _undone(self, _event: bytes) -> None:
        self.recorded.emit()
        self._do(self._read_movements, self._show_undone)

    def _show_undone(self, moved: _Moved) -> None:
        self._show_movements(moved)
        self._screen.movements.say(tr("Taken back. Both stay in the list."))

    # ends

    def _recorded(self, words: str) -> None:
        self._screen.board.say(words, "ok")
        announce(self._screen.window(), words)
        self.recorded.emit()

    def _cold_recorded(self, words: str) -> None:
        announce(self._screen.window(), words)
        self.recorded.emit()
        self.cold.look()

    def _cancel(self) -> None:
        self.moves.leave()
        self.decisions.leave()
        self._screen.go_to_board()
        self.refresh()

    def _failed(self, error: FieldAppError) -> None:
        if self._stopped:
            return
        screen, words = self._screen, in_words(error)
        if screen.page is screen.move_page:
            screen.move_page.say(words)
        elif screen.page is screen.cold:
            screen.cold.show_import(ImportState(words, "stop"))
        elif screen.page is screen.movements:
            screen.movements.say(words, "stop")
        else:
            screen.go_to_board()
            screen.board.say(words, "stop")
            self.refresh()
