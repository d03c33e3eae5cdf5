"""Places and sessions that supervisors open for booking, and the team's sheet of who has booked.

Every act and every look at a sheet is in the audit.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time, timedelta

from starlette.responses import Response

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub.booking import offers
from fieldapp.hub.booking.errors import BadCapacity, BadPlace, BadSession, NoSuchOffer
from fieldapp.hub.booking.hours import LENGTHS_MIN, Hours
from fieldapp.hub.booking.keeping import KEPT_DAYS
from fieldapp.hub.booking.offers import Session
from fieldapp.hub.booking.programmes import programme_of, programmes
from fieldapp.hub.booking.roster import roster
from fieldapp.hub.booking.search import search
from fieldapp.hub.booking.seats import LATE_S, Booking
from fieldapp.hub.booking.typed import ELSEWHERE
from fieldapp.hub.regions.subscriptions import known_regions
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.asked import day_of, number_of
from fieldapp.hub.web.booking_words import Reader, ending
from fieldapp.hub.web.catalogue import codes_of
from fieldapp.hub.web.errors import NoReason
from fieldapp.hub.web.guard import Page, problem
from fieldapp.hub.web.people import masked
from fieldapp.hub.web.record_words import PAPERS
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import said

_MOST_TEXT, _MOST_REASON, _MOST_TYPED = 120, 200, 40
_NOTHING_HERE = said("There is no session of this number.")


def show_sessions(visit: Visit) -> Response:
    """Places, and the sessions of the last days and of those to come, with their seats."""
    return _sessions_page(visit)


def find(visit: Visit) -> Response:
    """The bookings of a code or a document that somebody shows."""
    typed = visit.form.get("q", "").strip()[:_MOST_TYPED]
    nationalities = (*codes_of("nationality"), ELSEWHERE)
    with visit.hub.store.reading() as connection:
        keys = visit.hub.store.keys
        found = search(connection, keys, typed, nationalities, visit.today)
    with visit.hub.store.writing() as connection:
        visit.note(connection, "bookings-searched", "bookings", f"{len(found)}")
    return _sessions_page(visit, typed, found)


def _sessions_page(
    visit: Visit, typed: str = "", found: Sequence[Booking] | None = None
) -> Response:
    since = visit.today - timedelta(days=KEPT_DAYS)
    with visit.hub.store.reading() as connection:
        listed = offers.sessions_since(connection, since)
        places = offers.places(connection)
        regions = sorted(known_regions(connection))
    scheme = "https" if visit.secure else "http"
    return visit.show(
        "bookings.html", sessions=listed, places=places, reader=Reader(visit.words),
        today=visit.today, address=f"{scheme}://{visit.host}/book", typed=typed, found=found,
        regions=regions, masked=masked, papers=PAPERS, ending=ending, now_s=visit.now_s,
        programme_of=programme_of,
    )  # fmt: skip


def ask_place(visit: Visit) -> Response:
    """Names and addresses of a new place."""
    return _place_form(visit)


def _place_form(visit: Visit, told: FieldAppError | None = None) -> Response:
    lines = visit.words.of_error(told) if told else None
    with visit.hub.store.reading() as connection:
        regions = sorted(known_regions(connection))
    return visit.show(
        "booking_place.html", 422 if told else 200, form=visit.form, told=lines, regions=regions
    )


def open_place(visit: Visit) -> Response:
    """Offer it."""
    names = [_line(visit, field) for field in ("name_en", "name_zh")]
    addresses = [_line(visit, field) for field in ("address_en", "address_zh")]
    try:
        with visit.hub.store.writing() as connection:
            region = visit.form.get("region", "")
            number = offers.open_place(connection, names, addresses, visit.now_s, region)
            visit.note(connection, "place-opened", f"place {number}", _at(names[0], region))
    except BadPlace as bad:
        return _place_form(visit, bad)
    return visit.go("/bookings")


def _at(place: str, region: str) -> str:
    """A place and whose it is, for the audit."""
    return f"{place}, {region}" if region else place


def _line(visit: Visit, field: str, most: int = _MOST_TEXT) -> str:
    return " ".join(visit.form.get(field, "").split())[:most]


def move_place(visit: Visit) -> Response:
    """Let the laptops of another region know who has booked there."""
    number, region = number_of(visit.params["no"]) or 0, visit.form.get("region", "")
    with visit.hub.store.writing() as connection:
        place = offers.move_place(connection, number, region)
        visit.note(connection, "place-moved", f"place {number}", _at(place.name_en, region))
    return visit.go("/bookings")


def close_place(visit: Visit) -> Response:
    """Offer it no more."""
    number = number_of(visit.params["no"]) or 0
    with visit.hub.store.writing() as connection:
        place = offers.close_place(connection, number, visit.now_s)
        visit.note(connection, "place-closed", f"place {number}", place.name_en)
    return visit.go("/bookings")


def ask_session(visit: Visit) -> Response:
    """Place, day, hours and seats of a new session."""
    return _session_form(visit)


def _session_form(visit: Visit, told: FieldAppError | None = None) -> Response:
    with visit.hub.store.reading() as connection:
        places = offers.places(connection)
    return visit.show(
        "booking_session_new.html", 422 if told else 200, form=visit.form, places=places,
        programmes=programmes(), lengths=LENGTHS_MIN, reader=Reader(visit.words),
        today=visit.today, told=visit.words.of_error(told) if told else None,
    )  # fmt: skip


def open_session(visit: Visit) -> Response:
    """Offer its seats."""
    place, programme = number_of(visit.form.get("place", "")) or 0, visit.form.get("programme", "")
    try:
        when = _hours(visit)
        with visit.hub.store.writing() as connection:
            number = offers.open_session(
                connection, place, programme, when, visit.today, visit.now_s
            )
            seats = f"{when.day} {when.begins:%H:%M}-{when.ends:%H:%M}, {when.seats} a slot"
            visit.note(connection, "session-opened", f"session {number}", f"place {place}, {seats}")
    except (BadSession, NoSuchOffer) as bad:
        return _session_form(visit, bad)
    return visit.go(f"/bookings/sessions/{number}")


def _hours(visit: Visit) -> Hours:
    """What was typed. Raises BadSession."""
    form = visit.form
    day = day_of(form.get("day", ""))
    try:
        begins, ends = time.fromisoformat(form["begins"]), time.fromisoformat(form["ends"])
    except (ValueError, KeyError) as bad:
        raise BadSession(why="day and hours are needed") from bad
    if day is None:
        raise BadSession(why="day and hours are needed")
    slot_min = number_of(form.get("slot_min", "")) or 0
    seats = number_of(form.get("seats", "")) or 0
    return Hours(day, begins, ends, slot_min, seats, visit.place.offset_min)


def show_session(visit: Visit) -> Response:
    """Who has booked, by time."""
    return _session_page(visit)


def _session_page(visit: Visit, told: FieldAppError | None = None) -> Response:
    session = _session(visit)
    if session is None:
        return problem(visit, 404, _NOTHING_HERE)
    with visit.hub.store.reading() as connection:
        lines = roster(connection, visit.hub.store.keys, session)
    with visit.hub.store.writing() as connection:
        visit.note(connection, "bookings-looked-at", f"session {session.no}", f"{len(lines)}")
    begun = bool(session.slots) and session.slots[0].begins_s <= visit.now_s
    over = bool(session.slots) and session.slots[-1].ends_s + LATE_S < visit.now_s
    return visit.show(
        "booking_session.html", 422 if told else 200, session=session, lines=lines, begun=begun,
        over=over, came=sum(line.came for line in lines),
        vaccinated=sum(line.vaccinated for line in lines), reader=Reader(visit.words),
        masked=masked, papers=PAPERS, form=visit.form,
        slots={slot.no: slot for slot in session.slots},
        told=visit.words.of_error(told) if told else None, kept_days=KEPT_DAYS,
        zone=Reader(visit.words).zone(session),
    )  # fmt: skip


def _session(visit: Visit) -> Session | None:
    number = number_of(visit.params["no"])
    with visit.hub.store.reading() as connection:
        return offers.session(connection, number) if number is not None else None


def change_seats(visit: Visit) -> Response:
    """More or fewer seats in each slot."""
    session, seats = _session(visit), number_of(visit.form.get("seats", "")) or 0
    if session is None:
        return problem(visit, 404, _NOTHING_HERE)
    try:
        with visit.hub.store.writing() as connection:
            offers.change_seats(connection, session.no, seats)
            visit.note(connection, "seats-changed", f"session {session.no}", f"{seats} a slot")
    except BadCapacity as bad:
        return _session_page(visit, bad)
    return visit.go(f"/bookings/sessions/{session.no}")


def call_off(visit: Visit) -> Response:
    """Hold it not, with a reason; those who booked read so when they look."""
    session, reason = _session(visit), _line(visit, "reason", _MOST_REASON)
    if session is None:
        return problem(visit, 404, _NOTHING_HERE)
    if not reason or visit.form.get("sure") != "yes":
        return _session_page(visit, NoReason())
    with visit.hub.store.writing() as connection:
        had = offers.call_off(connection, session.no, visit.now_s)
        subject, details = f"session {session.no}", f"{had} booked: {reason}"
        visit.note(connection, "session-called-off", subject, details)
    return visit.go(f"/bookings/sessions/{session.no}")


PAGES = (
    Page("GET", "/bookings", Permission.BOOKINGS, show_sessions),
    Page("POST", "/bookings", Permission.BOOKINGS, find),
    Page("GET", "/bookings/places/new", Permission.BOOKINGS, ask_place),
    Page("POST", "/bookings/places/new", Permission.BOOKINGS, open_place),
    Page("POST", "/bookings/places/{no}/region", Permission.BOOKINGS, move_place),
    Page("POST", "/bookings/places/{no}/close", Permission.BOOKINGS, close_place),
    Page("GET", "/bookings/sessions/new", Permission.BOOKINGS, ask_session),
    Page("POST", "/bookings/sessions/new", Permission.BOOKINGS, open_session),
    Page("GET", "/bookings/sessions/{no}", Permission.BOOKINGS, show_session),
    Page("POST", "/bookings/sessions/{no}/seats", Permission.BOOKINGS, change_seats),
    Page("POST", "/bookings/sessions/{no}/call-off", Permission.BOOKINGS, call_off),
)
