"""A workbook by a command, for whoever runs the hub."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fieldapp.hub.due.keeping import bring_up
from fieldapp.hub.fold.projector import catch_up
from fieldapp.hub.running import Hub
from fieldapp.hub.web.audit import OPERATOR, note
from fieldapp.hub.web.errors import NoProgramme
from fieldapp.hub.web.guard import teams_offset_min
from fieldapp.hub.web.times import Place
from fieldapp.hub.workbook.gathering import Gathered, Order, gather
from fieldapp.hub.workbook.making import ACT, Made, make_workbook
from fieldapp.reports.files import write_private


@dataclass(frozen=True, slots=True)
class Sheet:
    """How it is written."""

    language: str
    blanks: int


def write_workbook(hub: Hub, order: Order, sheet: Sheet, path: Path) -> tuple[Gathered, Made]:
    """Write it, for its owner's eyes alone; also while the hub serves. Raises NoSuchDevice,
    CannotWrite."""
    if hub.ground is None:
        raise NoProgramme()
    ground, store = hub.ground(), hub.store
    catch_up(store)
    bring_up(store, ground, hub.now_s())
    with store.reading() as connection:
        found = gather(connection, store.keys, ground, order)
        clock = Place(teams_offset_min(connection), sheet.language)
    written = clock.local(hub.now_s()).replace(tzinfo=None)
    made = make_workbook(
        hub, ground, found, language=sheet.language, written=written, blanks=sheet.blanks
    )

    def on_record() -> None:
        with store.writing() as connection:
            subject = f"laptop {found.team.no}"
            note(connection, store.keys, hub.now_s(), OPERATOR, ACT, subject, made.details)

    write_private(made.content, path, when_safe=on_record)
    return found, made
