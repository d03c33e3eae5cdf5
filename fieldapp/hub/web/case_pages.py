"""Cases for supervisors: listed, seen side by side, decided, taken back. All of it is in the audit,
the looks too."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from sqlalchemy import Connection
from starlette.responses import Response

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub.cases import listing
from fieldapp.hub.cases.case import Case, State, read_case
from fieldapp.hub.cases.decide import MOST_REASON, Judgement, decide, seen_of, undo
from fieldapp.hub.cases.errors import CaseChanged, NotDecidable
from fieldapp.hub.cases.kinds import Kind, Way
from fieldapp.hub.cases.listing import COUNTED_UP_TO, CaseFilter
from fieldapp.hub.cases.sides import sides_of
from fieldapp.hub.devices import devices
from fieldapp.hub.fold.projector import carry_out
from fieldapp.hub.web import doses
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.asked import number_of, page_no, pages_of
from fieldapp.hub.web.case_lines import Reader, groups_of
from fieldapp.hub.web.case_words import (
    KINDS,
    QUESTIONS,
    STATES,
    WAY_WORDS,
    choices_of,
    why_words,
)
from fieldapp.hub.web.catalogue import product_name
from fieldapp.hub.web.guard import Page, problem
from fieldapp.hub.web.record_words import when_words
from fieldapp.hub.web.times import age
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import said

A_PAGE = 50
_DAY_S = 86_400
AGES = (1, 3, 7, 30)
"""Days; a list shows what has waited longer."""


def show_cases(visit: Visit) -> Response:
    """Those that are chosen, by how long they wait."""
    which, page = _filter(visit), page_no(visit.query.get("page", ""))
    with visit.hub.store.reading() as connection:
        known = devices(connection)
        number = listing.count(connection, which)
        lines = listing.page_of(connection, which, skip=(page - 1) * A_PAGE, most=A_PAGE)
        given = doses.given(connection, [line.about.one for line in lines])
    chosen = _chosen(visit)
    asked = " ".join(f"{name}={value}" for name, value in chosen.items() if value)
    with visit.hub.store.writing() as connection:
        visit.note(connection, "cases-looked-at", "cases", f"{len(lines)} {asked}"[:200].strip())
    return visit.show(
        "cases.html", lines=lines, number=number, page=page, pages=pages_of(number, A_PAGE),
        known=known, chosen=chosen, kinds=KINDS, states=STATES, why_words=why_words, ages=AGES,
        way_words=WAY_WORDS, age=age, most=COUNTED_UP_TO, which=which, given=given,
        product_name=product_name, when_words=when_words, asked=_asked(visit),
    )  # fmt: skip


def _chosen(visit: Visit) -> dict[str, str]:
    return {name: visit.query.get(name, "") for name in ("state", "kind", "team", "age")}


def _asked(visit: Visit) -> str:
    """The list that somebody works through, as it stands in the address of each of its cases."""
    chosen = {name: value for name, value in _chosen(visit).items() if value}
    return f"?{urlencode(chosen)}" if chosen else ""


def _filter(visit: Visit) -> CaseFilter:
    """What the form asks for; what cannot be read asks for nothing."""
    state, kind = visit.query.get("state", ""), visit.query.get("kind", "")
    days = number_of(visit.query.get("age", ""))
    return CaseFilter(
        State(state) if state in (State.REOPENED, State.DECIDED) else State.OPEN,
        Kind(kind) if kind in tuple(Kind) else None,
        number_of(visit.query.get("team", "")),
        visit.now_s - days * _DAY_S if days is not None else None,
    )


def show_case(visit: Visit) -> Response:
    """One case with both records."""
    with visit.hub.store.reading() as connection:
        case = read_case(connection, _id(visit))
    if case is None:
        return problem(visit, 404, said("There is no case under this address."))
    with visit.hub.store.writing() as connection:
        visit.note(connection, "case-looked-at", _subject(case))
    return _case(visit, case)


def _case(visit: Visit, case: Case, told: FieldAppError | None = None) -> Response:
    with visit.hub.store.reading() as connection:
        sides = sides_of(connection, [id_ for id_ in (case.one, case.other) if id_ is not None])
        teams = {no: device.name for no, device in devices(connection).items()}
        which = _filter(visit)
        if which.state is State.DECIDED:
            which = CaseFilter()
        left, after = listing.count(connection, which), listing.after(connection, which, case)
    reader = Reader(visit.place, visit.words.language, teams)
    return visit.show(
        "case.html", 422 if told else 200, case=case, sides=sides, teams=teams,
        groups=groups_of(sides, reader), seen=seen_of(case).hex(), choices=choices_of(case),
        kinds=KINDS, questions=QUESTIONS, states=STATES, way_words=WAY_WORDS, why_words=why_words,
        told=visit.words.of_error(told) if told else None, form=visit.form, age=age,
        most_reason=MOST_REASON, decided=State.DECIDED, left=left, most=COUNTED_UP_TO,
        after=after.hex() if after else None, asked=_asked(visit),
        back=f"/cases/{case.id.hex()}{_asked(visit)}",
    )  # fmt: skip


def _subject(case: Case) -> str:
    return f"case {case.id.hex()[:16]}"


def _id(visit: Visit) -> bytes:
    return _hex(visit.params["case"])


def _hex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""


def decide_case(visit: Visit) -> Response:
    """Decide, with a reason."""
    return _act(visit, undoing=False)


def undo_case(visit: Visit) -> Response:
    """Take back what was decided, with a reason."""
    return _act(visit, undoing=True)


def _act(visit: Visit, *, undoing: bool) -> Response:
    told: FieldAppError | None = None
    try:
        with visit.hub.store.folding() as connection:
            _judge(visit, connection, undoing=undoing)
    except FieldAppError as error:
        told = error
    if told is None:
        return visit.go(f"/cases/{_id(visit).hex()}{_asked(visit)}")
    with visit.hub.store.reading() as connection:
        case = read_case(connection, _id(visit))
    if case is None:
        return problem(visit, 404, said("There is no case under this address."))
    return _case(visit, case, told)


def _judge(visit: Visit, connection: Connection, *, undoing: bool) -> None:
    case = read_case(connection, _id(visit))
    if case is None:
        raise CaseChanged
    judged = _judgement(visit.form, case, visit.login, undoing=undoing)
    (undo if undoing else decide)(connection, case.id, judged, visit.now_s)
    if visit.hub.folds:
        carry_out(connection)
    act = "case-undone" if undoing else "case-decided"
    visit.note(connection, act, _subject(case), f"{case.kind} {judged.way}: {judged.reason}"[:600])


def _judgement(form: Mapping[str, str], case: Case, login: str, *, undoing: bool) -> Judgement:
    value, _, which = form.get("way", "").partition("/")
    if not undoing and value not in tuple(Way):
        raise NotDecidable
    keep = {"one": case.one, "other": case.other}.get(which)
    return Judgement(
        Way.UNDONE if undoing else Way(value),
        " ".join(form.get("reason", "").replace("\0", " ").split()),
        login,
        _hex(form.get("seen", "")),
        None if undoing else keep,
    )


PAGES = (
    Page("GET", "/cases", Permission.PEOPLE, show_cases),
    Page("GET", "/cases/{case}", Permission.PEOPLE, show_case),
    Page("POST", "/cases/{case}/decide", Permission.PEOPLE, decide_case),
    Page("POST", "/cases/{case}/undo", Permission.PEOPLE, undo_case),
)
