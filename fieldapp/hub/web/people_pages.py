"""People and doses for supervisors. Every look is in the audit; no name is ever in an address."""

from __future__ import annotations

from sqlalchemy import Connection
from starlette.responses import Response

from fieldapp.hub.cases import listing
from fieldapp.hub.cases.listing import CaseLine
from fieldapp.hub.devices import devices
from fieldapp.hub.fold.doses import STATES
from fieldapp.hub.reactions.listing import grave_among
from fieldapp.hub.reactions.told import Told, told_of_doses
from fieldapp.hub.web import doses, people
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.asked import day_of, number_of, page_no, pages_of
from fieldapp.hub.web.case_words import KINDS, WAY_WORDS
from fieldapp.hub.web.case_words import STATES as STATES_OF_CASES
from fieldapp.hub.web.catalogue import area_name, name_of, product_name
from fieldapp.hub.web.doses import DoseFilter
from fieldapp.hub.web.guard import Page, problem
from fieldapp.hub.web.history import AT_THE_HUB, DoseRecord, History, read_history
from fieldapp.hub.web.lots_pages import address
from fieldapp.hub.web.overview_pages import STATE_WORDS
from fieldapp.hub.web.reaction_words import ended, look_of, seen, why_serious
from fieldapp.hub.web.record_words import (
    PAPERS,
    SEX_WORDS,
    SOURCES,
    contest_words,
    field_words,
    held_words,
    value_words,
    when_words,
)
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import said

A_PAGE = 50
_MOST_TYPED = 80


def ask_people(visit: Visit) -> Response:
    """The box to search in."""
    return visit.show(
        "people.html", found=None, typed="", page=1, more=False, contest_words=contest_words
    )


def search_people(visit: Visit) -> Response:
    """Who fits. By POST, so that no name stands in an address or a log."""
    typed = visit.form.get("q", "").strip()[:_MOST_TYPED]
    page = page_no(visit.form.get("page", ""))
    with visit.hub.store.reading() as connection:
        found, more = people.search(connection, typed, skip=(page - 1) * A_PAGE, most=A_PAGE)
    with visit.hub.store.writing() as connection:
        visit.note(connection, "people-searched", "people", f"{len(found)}")
    return visit.show(
        "people.html", found=found, typed=typed, page=page, more=more, contest_words=contest_words
    )


def show_person(visit: Visit) -> Response:
    """Everything recorded of one person."""
    try:
        person = bytes.fromhex(visit.params["person"])
    except ValueError:
        person = b""
    with visit.hub.store.reading() as connection:
        history = read_history(connection, person)
        teams = {no: device.name for no, device in devices(connection).items()}
        cases = _cases(connection, history)
        reactions = _reactions(connection, history)
    teams[AT_THE_HUB] = visit.words("the hub")
    if history is None:
        return problem(visit, 404, said("Nobody is recorded under this address."))
    with visit.hub.store.writing() as connection:
        visit.note(connection, "person-looked-at", f"person {history.person.hex()[:16]}")
    return visit.show(
        "person.html", history=history, teams=teams, state_words=STATE_WORDS, sources=SOURCES,
        contest_words=contest_words, field_words=field_words, value_words=value_words,
        held_words=held_words, when_words=when_words, product_name=product_name,
        masked=people.masked, papers=PAPERS, sexes=SEX_WORDS, area_name=area_name, name_of=name_of,
        cases=cases, case_kinds=KINDS, case_states=STATES_OF_CASES, way_words=WAY_WORDS,
        reactions=reactions, look_of=look_of, seen=seen, why_serious=why_serious, ended=ended,
        address=address,
    )  # fmt: skip


def _cases(connection: Connection, history: History | None) -> list[CaseLine]:
    if history is None:
        return []
    registered = [one.id for one in history.registrations]
    return listing.about(connection, registered, [one.id for one in history.doses])


def _reactions(
    connection: Connection, history: History | None
) -> list[tuple[Told, bool, DoseRecord]]:
    """What was seen after each dose, and whether it is grave."""
    doses = {one.id: one for one in history.doses} if history else {}
    told = told_of_doses(connection, doses)
    grave = grave_among(connection, [one.id for one in told])
    return [(one, one.id in grave, doses[one.dose]) for one in told]


def show_doses(visit: Visit) -> Response:
    """Dose records, filtered."""
    which = _filter(visit)
    page = page_no(visit.query.get("page", ""))
    with visit.hub.store.reading() as connection:
        known = devices(connection)
        number = doses.count(connection, which)
        lines = doses.page_of(connection, which, skip=(page - 1) * A_PAGE, most=A_PAGE)
        products = doses.vaccines(connection)
    chosen = {name: visit.query.get(name, "") for name in ("day", "team", "vaccine", "state")}
    asked = " ".join(f"{name}={value}" for name, value in chosen.items() if value)
    with visit.hub.store.writing() as connection:
        visit.note(connection, "doses-looked-at", "doses", f"{len(lines)} {asked}"[:200])
    return visit.show(
        "doses.html", lines=lines, number=number, page=page, pages=pages_of(number, A_PAGE),
        known=known, products=products, chosen=chosen, states=STATES, state_words=STATE_WORDS,
        contest_words=contest_words, product_name=product_name, when_words=when_words,
        address=address,
    )  # fmt: skip


def _filter(visit: Visit) -> DoseFilter:
    """What the form asks for; what cannot be read asks for nothing."""
    state = visit.query.get("state", "")
    return DoseFilter(
        day=day_of(visit.query.get("day", "")),
        device=number_of(visit.query.get("team", "")),
        vaccine=visit.query.get("vaccine", "") or None,
        state=state if state in STATES else None,
    )


PAGES = (
    Page("GET", "/people", Permission.PEOPLE, ask_people),
    Page("POST", "/people", Permission.PEOPLE, search_people),
    Page("GET", "/people/{person}", Permission.PEOPLE, show_person),
    Page("GET", "/doses", Permission.PEOPLE, show_doses),
)
