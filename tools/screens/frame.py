"""What stands around every room: the strips, the rail, and a day with a few doses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from fieldapp.actions.today import TodayRecord
from fieldapp.domain.immunization import ImmunizationStatus
from fieldapp.journal.erased_doses import ErasedDose
from fieldapp.ui.desk import present_today
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.strips import TruthState
from fieldapp.ui.words import role_words, tr
from tools.screens.people import NAMES, NOW, dose, practice


def some_records() -> list[TodayRecord]:
    """A few doses, and one that was not given."""
    records = [
        TodayRecord(
            dose(0, NOW - timedelta(minutes=11 * (n + 1)), n), name, confirmed=n > 1, dose_number=1
        )
        for n, name in enumerate(NAMES)
    ]
    struck = records[3].event
    records[3] = replace(
        records[3], event=replace(struck, status=ImmunizationStatus.NOT_DONE, reason="fever")
    )
    return records


def show_frame(window: MainWindow, hours_waiting: float = 3.2) -> None:
    """The strips, and a day with a few doses."""
    roles = role_words("recorder")
    window.strip.show_session(
        "微山湖上接种队 Weishan team", "3号船 · 南阳码头", f"李娜 Li Na, {roles}", "14:32"
    )
    window.truth.show_truth(
        TruthState(
            recorded_today=184,
            recorded=4812,
            waiting=63,
            confirmed=4749,
            oldest_waiting_s=round(hours_waiting * 3600),
            link_up=False,
            link_words=tr("Hub not reached"),
            copied=4812,
            copy_words=tr("second copy"),
        )
    )
    window.truth.show_battery(71)
    show_records(window, some_records())


def show_records(
    window: MainWindow, records: Sequence[TodayRecord], erased: Sequence[ErasedDose] = ()
) -> None:
    """The right column of the desk."""
    newest = records[0].event.event_id
    state = present_today.today_state(practice().catalogue, records, newest, {}, erased)
    window.desk.show_today(state)
