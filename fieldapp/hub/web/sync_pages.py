"""The sync log as a page, filtered, and as files to take away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

from starlette.responses import Response

from fieldapp.hub.devices import Device, devices
from fieldapp.hub.fold.projector import projected_to
from fieldapp.hub.store import newest_place
from fieldapp.hub.sync_log.export import Order, write
from fieldapp.hub.sync_log.keeping import KEPT_DAYS, write_waiting
from fieldapp.hub.sync_log.proof import tallies, total
from fieldapp.hub.sync_log.reading import Filter, count, newest
from fieldapp.hub.sync_log.results import RESULTS, ROADS, codes_of, kind_of, words_of
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.asked import day_of, number_of, page_no, pages_of
from fieldapp.hub.web.downloads import ALL_FORMATS, download
from fieldapp.hub.web.guard import Page, problem
from fieldapp.hub.web.team_words import telephones_for
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import said

LINES_A_PAGE = 100
_ICONS = {"ok": "circle-check", "wait": "triangle-alert", "stop": "octagon-x"}
_DAY = timedelta(days=1)


def show_log(visit: Visit) -> Response:
    """One page of attempts, newest first, under the sum that proves the rest."""
    write_waiting(visit.hub)
    which, page = _filter(visit), page_no(visit.query.get("page", ""))
    with visit.hub.store.reading() as connection:
        known = devices(connection)
        found = count(connection, which)
        lines = newest(connection, which, skip=(page - 1) * LINES_A_PAGE, most=LINES_A_PAGE)
        only = [which.device] if which.device is not None else None
        whole = total(tallies(connection, only).values())
        behind = newest_place(connection) - projected_to(connection)
        called = telephones_for(visit, connection, only or [])
    chosen = {name: visit.query.get(name, "") for name in ("team", "day", "result")}
    return visit.show(
        "sync_log.html", lines=lines, found=found, page=page, known=known, whole=whole,
        pages=pages_of(found, LINES_A_PAGE), behind=behind, chosen=chosen, results=RESULTS,
        roads=ROADS, words_of=words_of, kind_of=kind_of, icons=_ICONS, size=_size,
        formats=ALL_FORMATS, kept_days=KEPT_DAYS, back=_here(visit, chosen),
        asked=urlencode({name: value for name, value in chosen.items() if value}),
        team_name=_team_name(known, which), telephone=called.get(which.device or 0, ""),
    )  # fmt: skip


def _team_name(known: Mapping[int, Device], which: Filter) -> str:
    device = known.get(which.device) if which.device is not None else None
    return device.name if device else ""


def _here(visit: Visit, chosen: Mapping[str, str]) -> str:
    asked = urlencode({name: value for name, value in chosen.items() if value})
    return f"{visit.path}?{asked}" if asked else visit.path


def _filter(visit: Visit) -> Filter:
    """What the form asks for; what cannot be read asks for nothing."""
    codes: tuple[str, ...] = ()
    others = False
    if visit.query.get("result", "") in RESULTS:
        codes, others = codes_of(visit.query["result"])
    day = day_of(visit.query.get("day", ""))
    begins = None if day is None else visit.place.midnight(day)
    ends = None if begins is None else int((begins + _DAY).timestamp())
    from_s = None if begins is None else int(begins.timestamp())
    return Filter(number_of(visit.query.get("team", "")), from_s, ends, codes, others)


def _size(number: int | None) -> str:
    """4.2 KB."""
    if number is None:
        return "–"
    if number < 1000:
        return f"{number} B"
    return f"{number / 1000:,.1f} KB" if number < 1_000_000 else f"{number / 1_000_000:,.1f} MB"


def export_log(visit: Visit) -> Response:
    """The same attempts as a file, with the proof; noted in the audit."""
    fmt = visit.params["fmt"]
    if fmt not in ALL_FORMATS:
        return problem(visit, 404, said("This format is not made here."))
    write_waiting(visit.hub)
    store, which = visit.hub.store, _filter(visit)
    order = Order(which, visit.words, visit.place, visit.now_s, store.keys.hub_id.hex())
    attempts = 0

    def write_file(file: Path) -> None:
        nonlocal attempts
        with store.reading() as connection:
            attempts = write(connection, order, fmt, file)

    response = download(visit, "sync-log", fmt, write_file)
    with store.writing() as connection:
        asked = " ".join(f"{name}={value}" for name, value in sorted(visit.query.items()) if value)
        visit.note(connection, "sync-log-exported", "sync log", f"{fmt}, {attempts} {asked}"[:200])
    return response


PAGES = (
    Page("GET", "/sync-log", Permission.SYNC_LOG, show_log),
    Page("GET", "/sync-log/sync-log.{fmt}", Permission.SYNC_LOG, export_log),
)
