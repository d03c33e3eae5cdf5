"""Pictures of the session's workbook: before anything, written, and brought back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from fieldapp.actions.backlog.row import BacklogRow, Refusal
from fieldapp.actions.workbook.differences import Change, Difference
from fieldapp.actions.workbook.export import Written
from fieldapp.actions.workbook.look import Looked
from fieldapp.actions.workbook.reading import Returned, TypedRow
from fieldapp.actions.workbook.strangers import ALIKE, DOUBLE, Ready
from fieldapp.actions.workbook.take_back import Plan
from fieldapp.domain.client import ClientDetails
from fieldapp.domain.immunization import (
    DoseSource,
    ImmunizationEvent,
    ImmunizationStatus,
    VaccineLot,
)
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.session.present_workbook import first_state, plan_state, written_words
from fieldapp.wire.workbook import Frame
from tools.screens.frame import show_frame
from tools.screens.people import BIBP, practice

_SESSION, _DAY = "3号船 · 71", datetime(2026, 11, 22)
_LOT = VaccineLot(BIBP, "2026080417", date(2027, 8, 3))


def _row(line: int, name: str, lot: str = _LOT.lot_number) -> BacklogRow:
    return BacklogRow(
        line, bytes([line]) * 16, ClientDetails(name), True, BIBP, lot, _LOT.expiry, _DAY, None,
        "", "li.na", _SESSION, None,
    )  # fmt: skip


def _refused(line: int, name: str) -> TypedRow:
    return TypedRow(line, (), {"name": name}, None)


def _came_back() -> Plan:
    """One dose is here already, one row was changed since, two cannot be right, one was early."""
    frame = Frame(bytes(16), b"", 7, b"", _SESSION, _DAY.date(), (), (_LOT,), ())
    event = ImmunizationEvent(
        b"e" * 32, b"c" * 32, ImmunizationStatus.COMPLETED, _LOT, _DAY.replace(tzinfo=UTC),
        _DAY.replace(tzinfo=UTC), "li.na", DoseSource.LATE_ENTRY,
    )  # fmt: skip
    other = Change("lot", f"{BIBP} 2026080417", f"{BIBP} 2026080418")
    early = Ready(1, _row(5, "马玉莲 Ma Yulian"), b"c" * 32)
    more = [replace(early, number=n, row=_row(4 + n, "")) for n in range(2, 24)]
    held = (
        Ready(31, _row(35, "郭平 Guo Ping"), b"d" * 32, asks=DOUBLE),
        Ready(33, _row(37, "王伟 Wang Wei"), None, True, ALIKE, "王玮 Wang Wei"),
    )
    changed = Ready(32, _row(36, "许静 Xu Jing", "2026080418"), b"f" * 32)
    difference = Difference(32, changed.row, event, (other,))
    return Plan(
        Returned(frame, (), (), (_refused(41, "刘洋 Liu Yang"), _refused(44, "Kim Min-ji")), True),
        (early, *more, *held, changed),
        Looked((early, *more), held, (difference,), 4, (1,), ()),
        (Refusal(41, "bad_id_number", "document", ""), Refusal(44, "no_lot", "lot", "")),
        26,
    )


def _before(window: MainWindow) -> None:
    show_frame(window)
    window.show_room("session")
    window.session.workbook.show_workbook(first_state(may_write=True))
    window.session.show_workbook()


def _written(window: MainWindow) -> None:
    _before(window)
    said = written_words(Written(_SESSION, "K7QM", 42, 20, 2, 0), "/media/usb/session.xlsx")
    window.session.workbook.say(said, "ok")


def _back(window: MainWindow) -> None:
    _before(window)
    state = plan_state(practice().catalogue, _came_back(), may_write=True)
    window.session.workbook.show_workbook(state)


SCREENS: Mapping[str, Callable[[MainWindow], None]] = {
    "workbook": _before,
    "workbook-written": _written,
    "workbook-back": _back,
}
