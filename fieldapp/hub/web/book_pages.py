"""The public pages: somebody picks a place, a day and a time, gets a code, looks it up, cancels it.

Nobody signs in. What is typed comes by POST alone, so that it stands in no address and no log.
Seats are shown as free or full, never counted, so that nobody sees others come and go.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from types import MappingProxyType

from starlette.responses import Response

from fieldapp.hub.booking import limits, offers, seats
from fieldapp.hub.booking.keeping import KEPT_DAYS
from fieldapp.hub.booking.offers import Session, Slot
from fieldapp.hub.booking.papers import Paper, code_for, read_code
from fieldapp.hub.booking.programmes import programme_of
from fieldapp.hub.booking.seats import Answer, Booking, Wish
from fieldapp.hub.booking.typed import ELSEWHERE, KINDS, PASSPORT, read_paper
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.asked import number_of
from fieldapp.hub.web.booking_words import PAPER_KINDS, Reader, ending, fault_words
from fieldapp.hub.web.catalogue import codes_of
from fieldapp.hub.web.guard import Page
from fieldapp.hub.web.sign_in import qr
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import NOT_SURE, Said, counted, said

_MOST_ONCE = 40
_ONCE_BYTES = 16
_YES_NO = {"yes": True, "no": False}
_FULL = said("This time is full now. Nothing was booked, nothing was changed. Choose another time.")
_OVER = said("This time can no longer be booked. Nothing was changed.")
_GONE = said("This place or day is no longer offered. Here is what is.")
_UNKNOWN = said("No booking fits this code and this document. Compare both once more.")


def show_places(visit: Visit, told: Said | None = None) -> Response:
    """Where a seat is free."""
    with visit.hub.store.reading() as connection:
        found = offers.places_with_room(connection, visit.now_s)
    days = {place.no: visit.place.local(next_s).date() for place, next_s in found}
    return visit.show(
        "book_places.html", 404 if told else 200, places=[place for place, _ in found], days=days,
        reader=Reader(visit.words), told=told,
    )  # fmt: skip


def show_days(visit: Visit) -> Response:
    """The sessions of a place."""
    number = number_of(visit.params["no"])
    with visit.hub.store.reading() as connection:
        found = offers.sessions_to_come(connection, visit.now_s, number)
    if number is None or not found:
        return show_places(visit, _GONE)
    free = {one.no: bool(one.free(visit.now_s)) for one in found}
    reader = Reader(visit.words)
    return visit.show(
        "book_days.html", sessions=found, place=found[0].place, free=free, reader=reader,
        zone=reader.zone(found[0]),
    )  # fmt: skip


def ask(visit: Visit) -> Response:
    """The times of a session, and who comes."""
    session = _session(visit)
    return show_places(visit, _GONE) if session is None else _form(visit, session)


def _session(visit: Visit) -> Session | None:
    """The one that is asked for, while it is offered."""
    number = number_of(visit.params["no"])
    with visit.hub.store.reading() as connection:
        found = offers.session(connection, number) if number is not None else None
    return found if found and found.is_open and found.slots[-1].begins_s > visit.now_s else None


def _form(
    visit: Visit,
    session: Session,
    told: Said | None = None,
    status: int = 200,
    wrong: Mapping[str, Said] = MappingProxyType({}),
) -> Response:
    """`wrong`: by the name of a box, what is wrong in it."""
    free = {slot.no for slot in session.free(visit.now_s)}
    coming = [slot for slot in session.slots if slot.begins_s > visit.now_s]
    return visit.show(
        "book_form.html", 422 if wrong else status, session=session, slots=coming, free=free,
        reader=Reader(visit.words), kinds=PAPER_KINDS, nationalities=codes_of("nationality"),
        elsewhere=ELSEWHERE, groups=codes_of("group"), form=visit.form, told=told, wrong=wrong,
        once=_once(visit), kept_days=KEPT_DAYS, zone=Reader(visit.words).zone(session),
    )  # fmt: skip


def _once(visit: Visit) -> str:
    """Of one form, however often it is sent."""
    return visit.form.get("once", "")[:_MOST_ONCE] or secrets.token_urlsafe(_ONCE_BYTES)


def book(visit: Visit) -> Response:
    """Take the seat, or say why not."""
    session = _session(visit)
    if session is None:
        return show_places(visit, _GONE)
    wait_s = limits.enter(visit.hub.store, visit.address, visit.now_s)
    if wait_s:
        return _form(visit, session, _too_many(wait_s), 429)
    read = _read(visit, session)
    if not isinstance(read, Wish):
        return _form(visit, session, wrong=read)
    answer = seats.book(visit.hub.store, read, visit.now_s)
    if answer is not Answer.BOOKED:
        now = _session(visit) or session
        return _form(visit, now, _FULL if answer is Answer.FULL else _OVER, 409)
    slot = next(one for one in session.slots if one.no == read.slot)
    return _booked(visit, session, slot, read)


def _too_many(wait_s: int) -> Said:
    return counted(
        "Too many attempts from your network. Wait {n} minute.|"
        "Too many attempts from your network. Wait {n} minutes.",
        -(-wait_s // 60),
    )


def _read(visit: Visit, session: Session) -> Wish | dict[str, Said]:
    """What was typed, or by the name of each box what is wrong in it."""
    form, wrong = visit.form, dict[str, Said]()
    slot = number_of(form.get("slot", ""))
    if slot not in {one.no for one in session.slots}:
        wrong["slot"] = said("Choose a time.")
    paper = _paper(visit, wrong)
    insured = _YES_NO.get(form.get("insured", ""))
    if insured is None:
        wrong["insured"] = said("Choose yes or no.")
    if wrong or slot is None or paper is None:
        return wrong
    group = form.get("group", "")
    code = code_for(visit.hub.store.keys, paper, slot, _once(visit))
    known = group if group in codes_of("group") else None
    return Wish(slot, paper, code, visit.words.language, known, insured)


def _paper(visit: Visit, wrong: dict[str, Said]) -> Paper | None:
    kind, nationality = visit.form.get("kind", ""), visit.form.get("nationality", "")
    if kind not in KINDS:
        wrong["kind"] = said("Choose the kind of document.")
        return None
    if kind == PASSPORT and nationality not in (*codes_of("nationality"), ELSEWHERE):
        wrong["nationality"] = said("Choose the country that issued the passport.")
    paper = read_paper(kind, visit.form.get("number", ""), nationality, visit.today)
    if isinstance(paper, str):
        wrong["number"] = fault_words(paper)
        return None
    return paper


def _booked(visit: Visit, session: Session, slot: Slot, wish: Wish) -> Response:
    fee = programme_of(session.programme).fee(wish.paper, wish.social_security)
    return visit.show(
        "book_done.html", session=session, slot=slot, code=wish.code, drawn=qr(wish.code), fee=fee,
        reader=Reader(visit.words), back="/book/look", number=wish.paper.document.number[-4:],
        zone=Reader(visit.words).zone(session),
    )  # fmt: skip


def ask_code(visit: Visit) -> Response:
    """Code and document of a booking."""
    return _look(visit)


def _look(visit: Visit, told: Said | None = None, status: int = 200) -> Response:
    return visit.show("book_look.html", status, told=told, form=visit.form)


def look(visit: Visit) -> Response:
    """The booking, if both fit."""
    found = _found(visit)
    return _shown(visit, found) if isinstance(found, Booking) else found


def _found(visit: Visit) -> Booking | Response:
    """The same answer, whichever of the two does not fit."""
    wait_s = limits.enter(visit.hub.store, visit.address, visit.now_s)
    if wait_s:
        return _look(visit, _too_many(wait_s), 429)
    return _of_code(visit) or _look(visit, _UNKNOWN, 404)


def _of_code(visit: Visit) -> Booking | None:
    code, number = read_code(visit.form.get("code", "")), visit.form.get("number", "")
    return seats.find(visit.hub.store, code or "", number, visit.today)


def _shown(visit: Visit, found: Booking, told: Said | None = None) -> Response:
    fee = programme_of(found.session.programme).fee(found.paper, found.social_security)
    return visit.show(
        "book_found.html", found=found, why=ending(found, visit.now_s), told=told,
        drawn=qr(found.code), fee=fee, reader=Reader(visit.words), back="/book/look",
        number=visit.form.get("number", ""), zone=Reader(visit.words).zone(found.session),
    )  # fmt: skip


def cancel(visit: Visit) -> Response:
    """Give the seat back."""
    found = _found(visit)
    if not isinstance(found, Booking):
        return found
    if visit.form.get("sure") != "yes":
        return _shown(visit, found, NOT_SURE)
    seats.cancel(visit.hub.store, found, visit.now_s)
    return _shown(visit, _of_code(visit) or found)


PAGES = (
    Page("GET", "/book", Permission.PUBLIC, show_places),
    Page("GET", "/book/places/{no}", Permission.PUBLIC, show_days),
    Page("GET", "/book/sessions/{no}", Permission.PUBLIC, ask),
    Page("POST", "/book/sessions/{no}", Permission.PUBLIC, book),
    Page("GET", "/book/look", Permission.PUBLIC, ask_code),
    Page("POST", "/book/look", Permission.PUBLIC, look),
    Page("POST", "/book/cancel", Permission.PUBLIC, cancel),
)
