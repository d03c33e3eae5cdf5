"""The daily report as a page, and as files to take away."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Connection
from starlette.responses import Response

from fieldapp.hub.daily import export
from fieldapp.hub.daily.report import Report, last_days, read_report
from fieldapp.hub.daily.small import for_readers
from fieldapp.hub.due.keeping import brought_up
from fieldapp.hub.fold.projector import projected_to
from fieldapp.hub.store import newest_place
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.allocation_pages import MOST_BROUGHT_UP
from fieldapp.hub.web.asked import day_of
from fieldapp.hub.web.catalogue import naming
from fieldapp.hub.web.daily_chart import BASE, HEIGHT, WIDTH, chart_of
from fieldapp.hub.web.downloads import ALL_FORMATS, download
from fieldapp.hub.web.guard import Page, problem
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import said

DAYS_LISTED = 14
MOST_PARTS = 40


def show_report(visit: Visit) -> Response:
    """The report of a day: today's, or of the one that was asked for."""
    day, today = _day(visit), visit.today
    anew = looked_at_anew(visit)
    with visit.hub.store.reading() as connection:
        report = _read(visit, connection, day)
        behind = newest_place(connection) - projected_to(connection)
    return visit.show(
        "daily.html", report=report, today=today, behind=behind, anew=anew,
        chart=chart_of(report.days), listed=last_days(report.days, DAYS_LISTED),
        name=naming(visit.words), formats=ALL_FORMATS,
        most_parts=MOST_PARTS, restated=export.restated_words(report.day, visit.place),
        splits=export.SPLIT_WORDS, one_of=export.ONE_OF,
        width=WIDTH, height=HEIGHT, base=BASE, before=day - timedelta(days=1),
        after=day + timedelta(days=1), back=f"{visit.path}?day={day.isoformat()}",
        may_name=visit.may(Permission.PEOPLE),
    )  # fmt: skip


def _read(visit: Visit, connection: Connection, day: date) -> Report:
    """Readers see no small group or area by itself."""
    report = read_report(connection, day)
    return report if visit.may(Permission.PEOPLE) else for_readers(connection, report, day)


def looked_at_anew(visit: Visit) -> int:
    """Have a few people judged who were not yet, and say of how many it is not known yet whether
    they are fully covered."""
    ground = visit.hub.ground
    return 0 if ground is None else brought_up(visit.hub, ground(), MOST_BROUGHT_UP)


def _day(visit: Visit) -> date:
    """What was asked for; today where that cannot be read or has not come."""
    return min(day_of(visit.query.get("day", "")) or visit.today, visit.today)


def export_report(visit: Visit) -> Response:
    """The same as a file; noted in the audit."""
    fmt, store = visit.params["fmt"], visit.hub.store
    if fmt not in ALL_FORMATS:
        return problem(visit, 404, said("This format is not made here."))
    day = _day(visit)
    looked_at_anew(visit)
    with store.reading() as connection:
        report = _read(visit, connection, day)
    order = export.Order(
        visit.words, visit.place, visit.now_s, store.keys.hub_id.hex(), naming(visit.words),
        visit.practice,
    )  # fmt: skip

    def write(file: Path) -> None:
        export.write(report, order, fmt, file)

    response = download(visit, "daily-report", fmt, write)
    with store.writing() as connection:
        visit.note(connection, "daily-report-exported", "daily report", f"{fmt} {day.isoformat()}")
    return response


PAGES = (
    Page("GET", "/daily", Permission.FIGURES, show_report),
    Page("GET", "/daily/daily-report.{fmt}", Permission.FIGURES, export_report),
)
