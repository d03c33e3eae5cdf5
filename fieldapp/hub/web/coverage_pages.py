"""Coverage as a page and as files; the denominators that supervisors enter, with their history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from starlette.responses import Response

from fieldapp.hub.coverage import export
from fieldapp.hub.coverage.denominators import (
    KEY_AREA,
    KINDS,
    BadDenominator,
    Typed,
    enter,
    entries,
    strike,
)
from fieldapp.hub.coverage.reading import GOAL_PERCENT, Covered, Standing, read_coverage
from fieldapp.hub.daily.shares import GROUP, HOME
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.asked import day_of, number_of
from fieldapp.hub.web.catalogue import codes_of, naming
from fieldapp.hub.web.daily_pages import looked_at_anew
from fieldapp.hub.web.downloads import ALL_FORMATS, download
from fieldapp.hub.web.guard import Page, problem
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import said

LOOKS: Mapping[Standing, tuple[str, str]] = {
    Standing.OVER_GOAL: ("ok", "circle-check"),
    Standing.BELOW: ("info", "info"),
    Standing.DOUBTFUL: ("wait", "triangle-alert"),
    Standing.UNKNOWN: ("plain", "info"),
    Standing.TOO_SMALL: ("plain", "lock"),
}


def show_coverage(visit: Visit) -> Response:
    """Groups and areas on a day."""
    anew = looked_at_anew(visit)
    day, rows = _read(visit)
    return visit.show(
        "coverage.html", anew=anew, day_shown=day, today=visit.today, rows=rows,
        name=naming(visit.words), kinds=export.KIND_WORDS, one_of=export.ONE_OF,
        standings=export.STANDING_WORDS, looks=LOOKS, goal=GOAL_PERCENT,
        percent=export.percent_words, formats=ALL_FORMATS, may_enter=_may_enter(visit),
        over=_named(visit, rows, Standing.OVER_GOAL),
        doubtful=_named(visit, rows, Standing.DOUBTFUL),
        back=f"{visit.path}?day={day.isoformat()}",
    )  # fmt: skip


def _read(visit: Visit) -> tuple[date, dict[str, tuple[Covered, ...]]]:
    day = min(day_of(visit.query.get("day", "")) or visit.today, visit.today)
    with visit.hub.store.reading() as connection:
        return day, read_coverage(connection, day, all_shown=visit.may(Permission.PEOPLE))


def _named(visit: Visit, rows: Mapping[str, tuple[Covered, ...]], standing: Standing) -> list[str]:
    """Who stands like this, each with its percentage."""
    name = naming(visit.words)
    return [
        f"{name(one.kind, one.code)} {export.percent_words(one.percent_covered)}"
        for parts in rows.values()
        for one in parts
        if one.standing is standing
    ]


def _may_enter(visit: Visit) -> bool:
    return visit.may(Permission.DENOMINATORS)


def export_coverage(visit: Visit) -> Response:
    """The same as a file; noted in the audit."""
    fmt, store = visit.params["fmt"], visit.hub.store
    if fmt not in ALL_FORMATS:
        return problem(visit, 404, said("This format is not made here."))
    looked_at_anew(visit)
    day, rows = _read(visit)
    order = export.Order(
        visit.words, visit.place, visit.now_s, store.keys.hub_id.hex(), day, naming(visit.words),
        visit.practice,
    )  # fmt: skip

    def write(file: Path) -> None:
        export.write(rows, order, fmt, file)

    response = download(visit, "coverage", fmt, write)
    with store.writing() as connection:
        visit.note(connection, "coverage-exported", "coverage", f"{fmt} {day.isoformat()}")
    return response


def show_denominators(visit: Visit) -> Response:
    """The form, for the group or area that is asked for, and everything that was ever entered."""
    return _form(visit, {"of": visit.query.get("of", "")}, None)


def _form(visit: Visit, typed: Mapping[str, str], wrong: BadDenominator | None) -> Response:
    with visit.hub.store.reading() as connection:
        listed = entries(connection)
    return visit.show(
        "denominators.html", 200 if wrong is None else 409, listed=listed, typed=typed,
        wrong=visit.words.of_error(wrong) if wrong else (), today=visit.today,
        choices={kind: codes_of(kind) for kind in (GROUP, KEY_AREA)}, home=HOME,
        name=naming(visit.words), kinds=export.KIND_WORDS,
    )  # fmt: skip


def enter_denominator(visit: Visit) -> Response:
    """File what the form holds; what cannot be read is said, and stays in the form."""
    form = visit.form
    kind, _, code = form.get("of", "").partition(":")
    typed = Typed(
        kind=kind if kind in KINDS else "",
        code=form.get("home", "") if kind == HOME else code,
        as_of=day_of(form.get("as_of", "")),
        size=form.get("size", ""),
        source=form.get("source", ""),
    )
    try:
        with visit.hub.store.writing() as connection:
            made = enter(connection, typed, visit.login, visit.now_s, visit.today)
            told = f"{made.kind} {made.code}: {made.size} on {made.as_of}, {made.source}"
            visit.note(connection, "denominator-entered", f"entry {made.no}", told[:200])
    except BadDenominator as wrong:
        return _form(visit, form, wrong)
    return visit.go("/coverage/denominators")


def strike_denominator(visit: Visit) -> Response:
    """An entry that was wrong; it stays to be seen."""
    no = number_of(visit.params["no"]) or 0
    why = visit.form.get("why", "")
    with visit.hub.store.writing() as connection:
        strike(connection, no, why, visit.login, visit.now_s)
        visit.note(connection, "denominator-struck", f"entry {no}", why[:200])
    return visit.go("/coverage/denominators")


PAGES = (
    Page("GET", "/coverage", Permission.FIGURES, show_coverage),
    Page("GET", "/coverage/coverage.{fmt}", Permission.FIGURES, export_coverage),
    Page("GET", "/coverage/denominators", Permission.DENOMINATORS, show_denominators),
    Page("POST", "/coverage/denominators", Permission.DENOMINATORS, enter_denominator),
    Page("POST", "/coverage/denominators/{no}/strike", Permission.DENOMINATORS, strike_denominator),
)
