"""Access for programs, for administrators: what each may read and until when; tokens shown once.

What was chosen is on the page before the token is, and ending access is one button.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from starlette.responses import Response

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub.api import tokens
from fieldapp.hub.api.errors import BadEnd, BadName, NameTaken, NoScope
from fieldapp.hub.api.scopes import Scope
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.guard import Page, problem
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import NOT_SURE, Said, said

SCOPE_WORDS: Mapping[Scope, Said] = {
    Scope.PEOPLE: said("People and their doses"),
    Scope.DOSES: said("Doses without names"),
    Scope.FIGURES: said("Figures"),
    Scope.SYNC_LOG: said("Sync log"),
}
SCOPE_HINTS: Mapping[Scope, Said] = {
    Scope.PEOPLE: said(
        "With names, documents and telephones, as FHIR. Every answer stands in the audit."
    ),
    Scope.DOSES: said(
        "One row a dose, with a number for each person. Every answer stands in the audit."
    ),
    Scope.FIGURES: said("Daily report, coverage, balances of lots; no names."),
    Scope.SYNC_LOG: said("Every attempt of every laptop; no names."),
}
_PROPOSED_DAYS = 365
_DAY_S = 86_400


def show_programs(visit: Visit) -> Response:
    """All of them."""
    with visit.hub.store.reading() as connection:
        listed = tokens.tokens(connection)
    soon_s = visit.now_s + 30 * _DAY_S
    return visit.show("programs.html", listed=listed, scopes=SCOPE_WORDS, soon_s=soon_s)


def ask_program(visit: Visit) -> Response:
    """The form for a new one."""
    return _form(visit)


def _form(visit: Visit, told: FieldAppError | None = None) -> Response:
    first = visit.today
    proposed = visit.place.local(visit.now_s + _PROPOSED_DAYS * _DAY_S).date()
    return visit.show(
        "program_new.html", 422 if told else 200, form=visit.form, scopes=SCOPE_WORDS,
        hints=SCOPE_HINTS, first=first, proposed=proposed, chosen=_chosen(visit),
        told=visit.words.of_error(told) if told else None,
    )  # fmt: skip


def _chosen(visit: Visit) -> list[Scope]:
    return [scope for scope in Scope if visit.form.get(scope.value)]


def _last_day(visit: Visit) -> date | None:
    try:
        return datetime.strptime(visit.form.get("until", ""), "%Y-%m-%d").date()
    except ValueError:
        return None


def add_program(visit: Visit) -> Response:
    """Make its token and show it, this once."""
    name, scopes = visit.form.get("name", "").strip().casefold(), _chosen(visit)
    try:
        with visit.hub.store.writing() as connection:
            desk = visit.desk(connection)
            token = tokens.add_token(desk, name, scopes, _last_day(visit))
    except (BadName, NameTaken, NoScope, BadEnd) as wrong:
        return _form(visit, wrong)
    words = [SCOPE_WORDS[scope] for scope in scopes]
    return visit.show(
        "program_token.html", name=name, token=token, scopes=words, until=_last_day(visit)
    )


def show_program(visit: Visit) -> Response:
    """One of them."""
    return _shown(visit)


def _shown(visit: Visit, told: Said | None = None) -> Response:
    with visit.hub.store.reading() as connection:
        found = tokens.called(connection, visit.params["name"])
    if found is None:
        return problem(visit, 404, said("There is no program of this name."))
    return visit.show(
        "program.html", 422 if told else 200, program=found, scopes=SCOPE_WORDS,
        holds=found.holds(visit.now_s), told=visit.words.say(told) if told else "",
        back=f"/programs/{found.name}",
    )  # fmt: skip


def end_program(visit: Visit) -> Response:
    """It opens nothing any more."""
    if visit.form.get("sure") != "yes":
        return _shown(visit, NOT_SURE)
    with visit.hub.store.writing() as connection:
        tokens.end_token(visit.desk(connection), visit.params["name"])
    return visit.go(f"/programs/{visit.params['name']}")


PAGES = (
    Page("GET", "/programs", Permission.USERS, show_programs),
    Page("GET", "/programs/new", Permission.USERS, ask_program),
    Page("POST", "/programs/new", Permission.USERS, add_program),
    Page("GET", "/programs/{name}", Permission.USERS, show_program),
    Page("POST", "/programs/{name}/end", Permission.USERS, end_program),
)
