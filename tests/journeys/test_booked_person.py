"""Two people book on the public page, the laptop hears of them, one comes with the QR code and gets
a dose among those who came without a booking, the other does not come: both ends say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.actions.enrol import enrol
from fieldapp.actions.sync_now import sync_now
from fieldapp.hub.booking import offers
from fieldapp.hub.booking.offers import Session
from fieldapp.hub.enrolment import add_team
from fieldapp.hub.verify import verify as verify_hub
from fieldapp.hub.web.access import Role
from fieldapp.journal.roster.bookings import sessions
from fieldapp.journal.verify import verify
from fieldapp.ui import language, theme
from tests.hub.booking.desk import HOURS, open_day, open_place
from tests.hub.web.pages_process import PagesHub, pages_hub
from tests.hub.web.test_book_pages import book, code_on, somebody
from tests.journal.laptop import NURSE, FakeClock, Laptop
from tests.journeys.deeds import Deeds
from tests.journeys.nurse import Nurse
from tests.journeys.town import id_card
from tests.patience import wait_for

Key = Qt.Key
LOT, TODAY = "2021060417", date(2021, 6, 30)
TO_TEN_PAST_NINE = timedelta(hours=4, minutes=16)


@dataclass
class Port:
    """The hub, the laptop of the day with its nurse, and the day of bookings."""

    hub: PagesHub
    nurse: Nurse
    day: Session

    def books(self, number: str, slot: int) -> str:
        """Somebody at the public page; the code they get."""
        page = book(somebody(self.hub), self.day, slot, number=number)
        assert page.status == 200, page.text
        return code_on(page)

    def hears_of_bookings(self) -> None:
        """Sync, as often as the hub needs to publish what came just now."""
        laptop = self.nurse.laptop
        journal = laptop.open()

        def told() -> list[int]:
            sync_now(journal, laptop.clock)
            return [len(slot.taken) for one in sessions(journal) for slot in one.slots]

        wait_for(lambda: told() == [1, 1, 0])
        laptop.close()

    def wait(self, span: timedelta) -> None:
        """Time goes on, at both ends."""
        self.hub.wait(int(span.total_seconds()))
        self.nurse.laptop.clock.pass_s(int(span.total_seconds()))

    def sheet(self) -> str:
        """The hub's page of the day, as a supervisor reads it."""
        page = self.hub.signed_in(Role.SUPERVISOR)
        return page.get(f"/bookings/sessions/{self.day.no}").text


@pytest.fixture
def port(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Port]:
    language.install(qapp, language.ENGLISH)
    theme.apply_theme(qapp, theme.NORMAL)
    with pages_hub(tmp_path / "hub") as hub:
        code = add_team(hub.store.folder, "Boat Test", "boat", "north", now_s=hub.now_s)
        laptop = Laptop(tmp_path / "home", FakeClock(datetime.fromtimestamp(hub.now_s, UTC)))
        laptop.set_up()
        enrol(laptop.open(), hub.url, code, None, laptop.clock)
        laptop.close()
        place = open_place(hub.store)
        with hub.store.writing() as connection:
            offers.move_place(connection, place, "north")
        day = open_day(hub.store, replace(HOURS, day=TODAY), place=place)
        nurse = Nurse(qapp, qtbot, laptop)
        yield Port(hub, nurse, day)
        for app in nurse.apps:
            app.shut_down()
            app.window.close()


def test_one_comes_with_a_code_one_without_a_booking_and_one_not_at_all(port: Port) -> None:
    comes, misses = port.books("C0000001", 0), port.books("C0000002", 1)
    port.hears_of_bookings()
    port.wait(TO_TEN_PAST_NINE)
    nurse = port.nurse
    nurse.switch_on(NURSE)
    deeds = Deeds(nurse, LOT)
    deeds.open_operation("Boat 3", "Port clinic", "0", **{LOT: 3})
    nurse.go_to(1)
    _booked_comes(deeds, comes)
    _walks_in(deeds)
    _sees_who_is_missing(port, comes, misses)
    _both_ends_say_so(port, comes, misses)


def _booked_comes(deeds: Deeds, code: str) -> None:
    """The form has what was declared; the nurse asks for name and birth date."""
    nurse, form = deeds.nurse, deeds.nurse.desk.register
    nurse.scan(code)
    nurse.sees_page(form)
    nurse.reads("Booked for 09:00 today.")
    assert (form.nationality.chosen, form.security.answer) == ("DEU", False)
    nurse.type("Anna Test", into=form.name.edit)
    nurse.type("1990-05-17", into=form.birth.edit)
    nurse.key(Key.Key_F9)
    nurse.sees_person("Anna Test")
    nurse.reads("Booked\n09:00")
    deeds.record()


def _walks_in(deeds: Deeds) -> None:
    nurse = deeds.nurse
    deeds.begin_form("王小明", id_card(11))
    nurse.key(Key.Key_F9)
    nurse.sees_person("王小明")
    nurse.reads("no, walk-in")
    deeds.record()


def _sees_who_is_missing(port: Port, comes: str, misses: str) -> None:
    """In the session room, now and half an hour after the time of the other one."""
    nurse = port.nurse
    nurse.go_to(5)
    nurse.sees(lambda: nurse.window.session.open.booked.isVisible())
    nurse.key(Key.Key_B, ctrl=True)
    board = nurse.window.session.booked
    nurse.sees_page(board)
    nurse.sees(lambda: _presences(port) == {comes: "came, written down", misses: "expected"})
    nurse.reads("1\nWalk-ins")
    port.wait(timedelta(minutes=65))
    nurse.go_to(1)
    nurse.go_to(5)
    nurse.sees(lambda: _presences(port)[misses] == "did not come, seat free")
    nurse.reads("4 / 6\nSeats left")


def _presences(port: Port) -> dict[str, str]:
    rows = port.nurse.window.session.booked.model.lines
    return {row.code: row.presence.words for row in rows}


def _both_ends_say_so(port: Port, comes: str, misses: str) -> None:
    port.wait(timedelta(hours=1))
    port.nurse.switch_off()
    journal = port.nurse.laptop.open()
    sync_now(journal, port.nurse.laptop.clock)
    wait_for(lambda: _has(port.sheet(), {comes: "vaccinated", misses: "did not come"}))
    assert verify(journal).ok and verify_hub(port.hub.store.folder).ok
    port.nurse.laptop.close()


def _has(sheet: str, words: dict[str, str]) -> bool:
    """Whether each of these words stands in the line of its code."""
    codes = sorted(words, key=sheet.index)
    ends = [sheet.index(code) for code in codes] + [len(sheet)]
    lines = {code: sheet[ends[n] : ends[n + 1]] for n, code in enumerate(codes)}
    return all(words[code] in line for code, line in lines.items())
