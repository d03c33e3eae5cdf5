"""Pictures of bookings: somebody new who booked, the person's card, the list of today."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from fieldapp.actions.booked import Booked
from fieldapp.actions.booked_day import BookedDay, BookedLine, Presence
from fieldapp.domain.booking import Timing
from fieldapp.domain.client import Client, ClientDetails, Document
from fieldapp.domain.scan import read_as
from fieldapp.ui.bookings.present import booked_page
from fieldapp.ui.bookings.words import booked_tone, booked_words, new_here_but_booked
from fieldapp.ui.desk import present, present_people
from fieldapp.ui.desk.registering import form_state, with_declared
from fieldapp.ui.main_window import MainWindow
from fieldapp.wire.bookings import Seat, Session, Slot
from tools.screens import session
from tools.screens.desk import ALL_NO
from tools.screens.frame import show_frame
from tools.screens.people import BIBP, NAMES, NOW, WANG_ID, consultation, practice, wang

_BEGINS_S = int(NOW.timestamp()) - 72 * 60  # 13:20
_PASSPORT = Document("passport", "C01X00T47")
_MINE = Seat(b"mine5", _PASSPORT, "DEU", "en", "grp-foreigner", False)
_WANGS = replace(_MINE, document=Document("cn-resident-id", WANG_ID), nationality="CHN")
_PAPERS = (
    Document("cn-resident-id", "370826197203040025"),
    Document("passport", "E20417733"),
    Document("hk-macao-permit", "H04417720"),
    Document("cn-resident-id", "370826196511230018"),
    Document("cn-foreign-pr-2023", "911124198108030024"),
    Document("passport", "AB1204417"),
    Document("cn-resident-id", "370826199003080043"),
    Document("taiwan-permit", "04417729"),
)
_PRESENCES = (
    Presence.CAME, Presence.CAME, Presence.MISSING, Presence.CAME, Presence.LATE, Presence.NOTED,
    Presence.EXPECTED, Presence.EXPECTED,
)  # fmt: skip


def _session(number: int = 1) -> Session:
    slots = tuple(
        Slot(_BEGINS_S + at * 1200, _BEGINS_S + at * 1200 + 1200, 4) for at in range(number * 6)
    )
    day = (NOW.date() - date(1970, 1, 1)).days
    names = ("Nanyang pier", "南阳码头"), ("Lakeside school", "湖滨小学")
    return Session(number, *names[number - 1], "cn-nhc-2021-03-29", day, 480, slots)


def _booked(timing: Timing, seat: Seat = _MINE, *, here: bool = True) -> Booked:
    where = _session(1 if here else 2)
    return Booked(where, where.slots[3 if timing is Timing.NOW else 1], seat, timing, here)


def _new_here(window: MainWindow) -> None:
    show_frame(window)
    window.show_room("desk")
    booked = _booked(Timing.NOW)
    window.desk.scan.say(booked_words(booked), booked_tone(booked))
    scan = read_as(_PASSPORT.kind, _PASSPORT.number, NOW.date())
    banner = present_people.new_here("", NOW - timedelta(days=1), NOW)
    state = with_declared(form_state(scan), booked)
    window.desk.show_register(state, new_here_but_booked(banner, booked))


def _known(booked: Booked) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        show_frame(window)
        window.show_room("desk")
        at = replace(consultation(23, ALL_NO, BIBP, wang()), booked=booked, booking_day=True)
        page = present.person_page(practice(), at, ALL_NO, "left-deltoid", NOW)
        window.desk.show_person(page)
        window.desk.scan.say(booked_words(booked), booked_tone(booked))

    return show


def _lines() -> tuple[BookedLine, ...]:
    slots = _session().slots
    return tuple(
        BookedLine(slots[at // 2], replace(_MINE, code=bytes([at + 1] * 5), document=paper), stands,
                   _client(at, paper) if at != 2 else None)
        for at, (paper, stands) in enumerate(zip(_PAPERS, _PRESENCES, strict=True))
    )  # fmt: skip


def _client(at: int, paper: Document) -> Client:
    return Client(bytes([at]) * 32, ClientDetails(NAMES[at % len(NAMES)], (paper,)))


def _list(at: BookedDay | None, chosen: int = 0) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        session.SCREENS["session"](window)
        window.session.booked.show_day(booked_page(at))
        if at is not None and at.lines:
            window.session.booked.table.selectRow(chosen)
        window.session.show_booked()

    return show


SCREENS: Mapping[str, Callable[[MainWindow], None]] = {
    "booked-new-here": _new_here,
    "booked-now": _known(_booked(Timing.NOW, _WANGS)),
    "booked-elsewhere": _known(_booked(Timing.FREE, _WANGS, here=False)),
    "booked-today": _list(BookedDay(_session(), _lines(), 5, (_session(2),)), 6),
    "booked-noted": _list(BookedDay(_session(), _lines(), 5), 5),
    "booked-nobody": _list(None),
}
