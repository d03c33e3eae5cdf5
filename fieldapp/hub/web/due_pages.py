"""Due and calls for supervisors: how many are due where, what calls and messages came to, and, for
those who may see names, whom to call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from sqlalchemy import Connection
from starlette.responses import Response

from fieldapp.domain.call import REACHED, Outcome
from fieldapp.hub.devices import Device, devices
from fieldapp.hub.due import reading
from fieldapp.hub.due.calls import by_team, calls_made
from fieldapp.hub.due.keeping import brought_up
from fieldapp.hub.due.people import due_lines
from fieldapp.hub.due.reading import GONE, LISTED, STATES, DueFilter, Line, TeamCounts
from fieldapp.hub.messages.demand import demand_of
from fieldapp.hub.messages.due import Ground
from fieldapp.hub.messages.listing import totals
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.allocation_pages import MOST_BROUGHT_UP, ground_of
from fieldapp.hub.web.asked import day_of, number_of, page_no, pages_of
from fieldapp.hub.web.catalogue import product_name
from fieldapp.hub.web.downloads import download
from fieldapp.hub.web.due_words import DUE_WORDS, MESSAGE_WORDS, OUTCOME_WORDS, STEP_WORDS
from fieldapp.hub.web.guard import Page, problem
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import said
from fieldapp.reports.due import CallerLine, DueLine, due_table
from fieldapp.reports.files import FORMATS, write_table

A_PAGE = 50
MOST_EXPORTED = 20_000
_BATCH = 500
CALL_DAYS = 28
_DAY_S = 86_400
_SHOWN = tuple(state.value for state in LISTED)


@dataclass(frozen=True, slots=True)
class TeamRow:
    """One team on the page. `calls` by what they came to, in the last four weeks."""

    device: Device
    counts: TeamCounts
    calls: Counter[str]

    @property
    def reached(self) -> int:
        """Calls in which the person themself was spoken to."""
        return sum(number for outcome, number in self.calls.items() if outcome in REACHED)


def show_due(visit: Visit) -> Response:
    """By place and team, in numbers."""
    ground = ground_of(visit)
    behind = brought_up(visit.hub, ground, MOST_BROUGHT_UP)
    vaccine = visit.query.get("vaccine", "") or None
    with visit.hub.store.reading() as connection:
        rows = _team_rows(connection, visit, ground, vaccine)
        products = reading.products(connection)
        messages = totals(connection)
    whole: Counter[str] = Counter()
    for row in rows:
        whole += row.counts.states
    return visit.show(
        "due.html", rows=rows, whole=whole, shown=_SHOWN, gone=GONE, products=products,
        vaccine=vaccine or "", product_name=product_name, due_words=DUE_WORDS, messages=messages,
        message_words=MESSAGE_WORDS, outcomes=_outcomes(rows), outcome_words=OUTCOME_WORDS,
        call_days=CALL_DAYS, behind=behind, formats=FORMATS, rules=ground.rules,
        may_name=_may_name(visit), asked=urlencode({"vaccine": vaccine} if vaccine else {}),
    )  # fmt: skip


def _may_name(visit: Visit) -> bool:
    return visit.may(Permission.PEOPLE)


def _team_rows(
    connection: Connection, visit: Visit, ground: Ground, vaccine: str | None
) -> list[TeamRow]:
    """Those with anybody due or any call, by place."""
    counts = reading.counts_by_team(connection, visit.today, ground.rules, vaccine)
    calls = by_team(calls_made(connection, visit.now_s - CALL_DAYS * _DAY_S))
    known = devices(connection)
    rows = [
        TeamRow(known[no], counts.get(no, TeamCounts()), calls.get(no, Counter()))
        for no in counts.keys() | calls.keys()
        if no in known
    ]
    return sorted(rows, key=lambda row: (row.device.region, row.device.name, row.device.no))


def _outcomes(rows: list[TeamRow]) -> list[str]:
    """Those that any call came to, in the order of the list."""
    had = {outcome for row in rows for outcome in row.calls}
    return [outcome.value for outcome in Outcome if outcome in had]


def show_people(visit: Visit) -> Response:
    """Whom to call, by name; noted in the audit."""
    ground, today = ground_of(visit), visit.today
    brought_up(visit.hub, ground, MOST_BROUGHT_UP)
    page = page_no(visit.query.get("page", ""))
    with visit.hub.store.reading() as connection:
        known = devices(connection)
        which = _filter(visit, known)
        found = reading.count(connection, which, today, ground.rules)
        listed = reading.page_of(
            connection, which, today, ground.rules, skip=(page - 1) * A_PAGE, most=A_PAGE
        )
        lines = _named(connection, visit, ground, known, listed)
        products = reading.products(connection)
    chosen = _chosen(visit)
    asked = urlencode({name: value for name, value in chosen.items() if value})
    with visit.hub.store.writing() as connection:
        visit.note(connection, "due-looked-at", "due", f"{len(lines)} {asked}"[:200])
    return visit.show(
        "due_people.html", lines=lines, found=found, page=page, pages=pages_of(found, A_PAGE),
        known=known, places=sorted({device.region for device in known.values()}),
        products=products, product_name=product_name, chosen=chosen, asked=asked, states=STATES,
        due_words=DUE_WORDS, step_words=STEP_WORDS, outcome_words=OUTCOME_WORDS,
        message_words=MESSAGE_WORDS, formats=FORMATS,
    )  # fmt: skip


def _named(
    connection: Connection,
    visit: Visit,
    ground: Ground,
    known: Mapping[int, Device],
    lines: list[Line],
) -> list[DueLine]:
    regions = {no: device.region for no, device in known.items()}
    found = []
    for at in range(0, len(lines), _BATCH):
        some = lines[at : at + _BATCH]
        found += due_lines(connection, some, ground.rules, regions, visit.today, visit.now_s)
    return found


def _chosen(visit: Visit) -> dict[str, str]:
    names = ("place", "team", "vaccine", "state", "from", "to")
    return {name: visit.query.get(name, "") for name in names}


def _filter(visit: Visit, known: Mapping[int, Device]) -> DueFilter:
    """What the form asks for; what cannot be read asks for nothing."""
    chosen = _chosen(visit)
    numbers: tuple[int, ...] | None = None
    if chosen["place"]:
        numbers = tuple(no for no, one in known.items() if one.region == chosen["place"])
    team = number_of(chosen["team"])
    if team is not None:
        numbers = (team,) if numbers is None or team in numbers else ()
    return DueFilter(
        devices=numbers,
        vaccine=chosen["vaccine"] or None,
        state=chosen["state"] if chosen["state"] in STATES else None,
        due_from=day_of(chosen["from"]),
        due_to=day_of(chosen["to"]),
    )


def export_due(visit: Visit) -> Response:
    """The report that laptops make, over all teams; names only for those who may see them. Noted in
    the audit."""
    fmt = visit.params["fmt"]
    if fmt not in FORMATS:
        return problem(visit, 404, said("This format is not made here."))
    ground, today = ground_of(visit), visit.today
    brought_up(visit.hub, ground, MOST_EXPORTED)
    with visit.hub.store.reading() as connection:
        known = devices(connection)
        lines: list[DueLine] = []
        if _may_name(visit):
            which = _filter(visit, known)
            listed = reading.page_of(connection, which, today, ground.rules, most=MOST_EXPORTED)
            lines = _named(connection, visit, ground, known, listed)
        calls = calls_made(connection, visit.now_s - CALL_DAYS * _DAY_S)
        table = due_table(
            lines,
            [
                CallerLine(known[no].name if no in known else str(no), login, outcomes)
                for (no, login), outcomes in sorted(calls.items())
            ],
            reading.cohorts(connection, today),
            demand_of(connection, visit.now_s),
        )
    asked = urlencode({name: value for name, value in _chosen(visit).items() if value})
    with visit.hub.store.writing() as connection:
        visit.note(connection, "due-exported", "due", f"{fmt}, {len(lines)} named {asked}"[:200])
    return download(visit, "due", fmt, lambda file: write_table(table, fmt, file))


PAGES = (
    Page("GET", "/due", Permission.FIGURES, show_due),
    Page("GET", "/due/people", Permission.PEOPLE, show_people),
    Page("GET", "/due/due.{fmt}", Permission.FIGURES, export_due),
)
