"""Erasure and retention: supervisors, who know the person, ask for an erasure; administrators, who
see no names, decide, one by one or many at once, and see how far each has come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from http import HTTPStatus

from sqlalchemy import Connection
from starlette.responses import Response

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub.erasure import law, reading, reviewing, wishes
from fieldapp.hub.erasure.booked import Booked, booked, give_back
from fieldapp.hub.erasure.erasing import MOST_WHY, Prospect, look, person_of
from fieldapp.hub.erasure.errors import NobodyThere, NotAsSeen, NotSure, NoWhy, Unsettled
from fieldapp.hub.erasure.law import KINDS, Basis, Period, shipped
from fieldapp.hub.erasure.ledger import LEDGER_FILE
from fieldapp.hub.erasure.wishes import BY_THE_HUB, Wish
from fieldapp.hub.moving import KEPT_FILE
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.asked import number_of, page_no, pages_of
from fieldapp.hub.web.booking_words import Reader
from fieldapp.hub.web.guard import Page, problem
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import CHINESE, Said, said
from fieldapp.wire.dates import from_day

A_PAGE = 50
VERSION_DIGITS = 15  # it is the second in which somebody was erased
_SEEN_BYTES = 32
KIND_WORDS: Mapping[str, Said] = {
    "people": said("who they are: registrations, corrections, links"),
    "doses": said("doses"),
    "corrections": said("corrections of doses"),
    "not-given": said("doses not given"),
    "reactions": said("watches and reactions"),
    "fees": said("fees"),
    "calls": said("calls and wishes"),
}
ASKED_BY_HUB: Mapping[str, Said] = {
    wishes.CAME_LATER: said("It came later about a person who is erased."),
    wishes.WITH_A_DOSE: said(
        "It came later about a person who is erased, with a dose or another registration."
    ),
    wishes.PAST_ITS_PERIOD: said(
        "All that the law obliged to keep of this person is past its period."
    ),
}
LOOK_AGAIN: Mapping[str, Said] = {
    NotAsSeen.code: said(
        "Registrations or doses of this person came or went since somebody looked at them."
    ),
    Unsettled.code: said("A correction names somebody else: decide the case first."),
}
"""Why a wish is to be decided once more."""


def in_language(texts: Mapping[str, str], language: str) -> str:
    """What the law's catalogue says, in the reader's language."""
    return texts["zh-Hans" if language == CHINESE else "en"]


def kept_words(period: Period) -> Said:
    """How long one kind of record is kept."""
    if period.after == law.DOSES:
        return said("as long as a dose of the person")
    if not period.years:
        return said("need not be kept")
    if period.after == law.EXPIRY:
        return said("{years} years after the vaccine's expiry", years=period.years)
    return said("{years} years after it was written", years=period.years)


def _day(number: int | None) -> date | None:
    return from_day(number)


def ask_about(visit: Visit) -> Response:
    """What would go of one person and what the law keeps, and the form to ask for it."""
    shown = _ask_page(visit)
    if shown.status_code == HTTPStatus.OK:
        with visit.hub.store.writing() as connection:
            visit.note(connection, "person-looked-at", f"person {visit.params['person'][:16]}")
    return shown


def _ask_page(visit: Visit, told: FieldAppError | None = None) -> Response:
    with visit.hub.store.reading() as connection:
        try:
            person = person_of(connection, visit.params["person"])
        except NobodyThere:
            return problem(visit, 404, said("Nobody is recorded under this address."))
        wish = wishes.of_client(connection, person)
        found = {
            code: look(connection, person, code, shipped(), visit.now_s)
            for code in ("request", "never-true")
        }
        seats = _seats(visit, connection, found["never-true"])
    return visit.show(
        "erasure_ask.html", 422 if told else 200, person=person, wish=wish, bases=_bases(),
        by_the_hub=BY_THE_HUB, keeps=found["request"], all_goes=found["never-true"],
        told_in=in_language, look_again=LOOK_AGAIN, seats=seats, reader=Reader(visit.words),
        kind_words=KIND_WORDS, calendar=_day, most=MOST_WHY, form=visit.form,
        told=visit.words.of_error(told) if told else None,
    )  # fmt: skip


def _seats(visit: Visit, connection: Connection, found: Prospect | None) -> Booked:
    """What was booked with documents of the person."""
    registrations = found.registrations if found else ()
    return booked(connection, visit.hub.store.keys, registrations, visit.now_s)


def _bases() -> Mapping[str, Basis]:
    """Those that a person may choose: that a period is over, the hub finds by itself."""
    return {code: one for code, one in shipped().bases.items() if code != law.PERIOD_OVER}


def ask(visit: Visit) -> Response:
    """Propose it to the administrators; or give a seat back that may be somebody else's."""
    if "seat" in visit.form:
        return _give_back(visit)
    basis, why = visit.form.get("basis", ""), " ".join(visit.form.get("why", "").split())
    try:
        shipped().basis(basis)
        if not why or len(why) > MOST_WHY:
            raise NoWhy()
        with visit.hub.store.writing() as connection:
            person = person_of(connection, visit.params["person"])
            seen = _seen(visit)
            if wishes.ask(connection, person, basis, why, visit.login, visit.now_s, seen):
                subject = f"person {person.hex()[:16]}"
                visit.note(connection, "erasure-asked", subject, f"{basis}: {why}")
    except NobodyThere:
        return problem(visit, 404, said("Nobody is recorded under this address."))
    except (NoWhy, law.NoSuchBasis) as wrong:
        return _ask_page(visit, wrong)
    return visit.go(f"/people/{person.hex()}/erasure")


def _give_back(visit: Visit) -> Response:
    number = number_of(visit.form["seat"]) or 0
    with visit.hub.store.writing() as connection:
        try:
            person = person_of(connection, visit.params["person"])
        except NobodyThere:
            return problem(visit, 404, said("Nobody is recorded under this address."))
        found = look(connection, person, "never-true", shipped(), visit.now_s)
        registrations = found.registrations if found else ()
        if give_back(connection, visit.hub.store.keys, registrations, number):
            visit.note(connection, "seat-given-back", f"person {person.hex()[:16]}")
    return visit.go(f"/people/{person.hex()}/erasure")


def _seen(visit: Visit) -> bytes | None:
    """What stood on the page that the form was on."""
    try:
        return bytes.fromhex(visit.form.get("seen", ""))[:_SEEN_BYTES] or None
    except ValueError:
        return None


def show_erasures(visit: Visit) -> Response:
    """What waits for a decision, what was erased, and how long the law keeps what."""
    with visit.hub.store.writing() as connection:
        visit.note(connection, "erasures-looked-at", "erasures")
    return _list_page(visit)


def _list_page(visit: Visit, told: FieldAppError | None = None) -> Response:
    page = page_no(visit.query.get("page", ""))
    with visit.hub.store.reading() as connection:
        waiting = _waiting(connection, visit.now_s)
        number = wishes.count_open(connection)
        under_way = len(wishes.decided(connection, A_PAGE))
        lines = reading.erasures(connection, skip=(page - 1) * A_PAGE, most=A_PAGE)
        done = reading.count(connection)
        ahead = reading.ahead(connection)
        spreads = {line.version: reading.spread(connection, line.version) for line in lines}
    return visit.show(
        "erasures.html", 422 if told else 200, waiting=waiting, number=number,
        under_way=under_way, lines=lines, done=done, spreads=spreads, page=page,
        pages=pages_of(done, A_PAGE), law=shipped(), kinds=KINDS, kind_words=KIND_WORDS,
        kept_words=kept_words, told_in=in_language, calendar=_day,
        by_the_hub=BY_THE_HUB, asked_by_hub=ASKED_BY_HUB, look_again=LOOK_AGAIN, form=visit.form,
        ahead=ahead, ledger=LEDGER_FILE,
        told=visit.words.of_error(told) if told else None,
    )  # fmt: skip


def _waiting(connection: Connection, now_s: int) -> list[tuple[Wish, Prospect | None]]:
    """The oldest that wait, with what each would come to; None where nothing is left to erase."""
    return [
        (wish, look(connection, wish.client, wish.basis, shipped(), now_s))
        for wish in wishes.open_wishes(connection, most=A_PAGE)
    ]


def decide(visit: Visit) -> Response:
    """Have the chosen ones erased, once their number is typed; or let them be."""
    chosen = {
        number
        for name in visit.form
        if name.startswith("wish-")
        and (number := number_of(name.removeprefix("wish-"))) is not None
    }
    erase = visit.form.get("do") == "erase"
    if not chosen or (erase and number_of(visit.form.get("sure", "").strip()) != len(chosen)):
        return _list_page(visit, NotSure(n=len(chosen)))
    with visit.hub.store.writing() as connection:
        if erase:
            reviewed = reviewing.decide(connection, chosen, visit.login, shipped(), visit.now_s)
            told = reviewed.decided
            for one in reviewed.changed:
                subject = f"person {one.client.hex()[:16]}"
                visit.note(connection, "erasure-put-back", subject, f"{one.basis}: {one.why}"[:600])
        else:
            told = [one for one in wishes.read(connection, chosen) if one.decided_by is None]
            wishes.drop(connection, [one.no for one in told])
        for one in told:
            subject, act = f"person {one.client.hex()[:16]}", "decided" if erase else "refused"
            visit.note(connection, f"erasure-{act}", subject, f"{one.basis}: {one.why}"[:600])
    return visit.go("/erasures")


def show_erasure(visit: Visit) -> Response:
    """One erasure: which laptops have carried it out, and what older copies still hold."""
    version = number_of(visit.params["no"], VERSION_DIGITS) or 0
    with visit.hub.store.reading() as connection:
        line = reading.erasure_of(connection, version)
        spread = reading.spread(connection, version)
    if line is None:
        return problem(visit, 404, said("There is no such erasure."))
    return visit.show(
        "erasure.html", line=line, spread=spread, law=shipped(), told_in=in_language,
        by_the_hub=BY_THE_HUB,
        calendar=_day, ledger=LEDGER_FILE, asked_by_hub=ASKED_BY_HUB,
        moved=KEPT_FILE if (visit.hub.store.folder / KEPT_FILE).exists() else "",
    )  # fmt: skip


PAGES = (
    Page("GET", "/people/{person}/erasure", Permission.PEOPLE, ask_about),
    Page("POST", "/people/{person}/erasure", Permission.PEOPLE, ask),
    Page("GET", "/erasures", Permission.ERASURE, show_erasures),
    Page("POST", "/erasures", Permission.ERASURE, decide),
    Page("GET", "/erasures/{no}", Permission.ERASURE, show_erasure),
)
