"""The audit as a page, filtered, and as files: newest first, with every row's number, for
administrators."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from urllib.parse import urlencode

from starlette.responses import Response

from fieldapp.hub.web import accounts, audit
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.asked import day_of, number_of
from fieldapp.hub.web.audit import RowFilter
from fieldapp.hub.web.downloads import download
from fieldapp.hub.web.guard import Page, problem
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import Said, said
from fieldapp.reports.files import write_table
from fieldapp.reports.table import Cell, Table

ROWS_A_PAGE = 100
_MOST_CHECKED = 20_000
"""Rows that a page proves by itself, and that a file holds; beyond, `hub verify` proves them."""
FORMATS = ("csv", "xlsx")
COLUMNS = ("no", "at", "login", "act", "subject", "details")
_MOST_TYPED = 80
_DAY = timedelta(days=1)
ACTS: Mapping[str, Said] = {
    "signed-in": said("signed in"),
    "signed-out": said("signed out"),
    "sign-in-refused": said("was refused at sign-in"),
    "second-factor-set-up": said("set up a second factor"),
    "second-factor-reset": said("reset the second factor"),
    "passphrase-chosen": said("chose a passphrase"),
    "passphrase-reset": said("gave a new passphrase"),
    "user-added": said("added a user"),
    "user-ended": said("ended a user"),
    "role-changed": said("changed a role"),
    "program-added": said("let a program in"),
    "program-ended": said("ended a program's access"),
    "program-read": said("read"),
    "refusals-looked-at": said("looked at what other servers refused"),
    "team-added": said("made a code for a team"),
    "laptops-packed": said("wrote a pack for a laptop"),
    "telephone-noted": said("noted a team's telephone"),
    "device-revoked": said("shut a laptop out"),
    "hub-restored": said("put the hub back from a backup"),
    "hub-moved": said("moved the hub's records to another database"),
    "erasures-looked-at": said("looked at erasures"),
    "erasure-asked": said("asked for an erasure"),
    "erasure-decided": said("decided an erasure"),
    "seat-given-back": said("gave back a seat of somebody to be erased"),
    "erasure-put-back": said("found an erasure changed: to be decided again"),
    "erasure-refused": said("decided against an erasure"),
    "person-erased": said("erased a person"),
    "person-erased-again": said("erased a person again, after the hub was put back"),
    "kept-records-opened": said("opened what the law keeps of an erased person"),
    "people-searched": said("searched for people"),
    "person-looked-at": said("looked at a person"),
    "card-reissued": said("made a person's card again"),
    "doses-looked-at": said("looked at doses"),
    "reactions-looked-at": said("looked at reactions"),
    "cases-looked-at": said("looked at cases"),
    "case-looked-at": said("looked at a case"),
    "case-decided": said("decided a case"),
    "case-undone": said("took back what was decided of a case"),
    "place-opened": said("opened a place"),
    "place-moved": said("gave a place to a region"),
    "place-closed": said("closed a place"),
    "session-opened": said("opened a session"),
    "session-called-off": said("called a session off"),
    "seats-changed": said("changed the seats of a session"),
    "bookings-searched": said("searched for a booking"),
    "bookings-looked-at": said("looked at who booked"),
    "sync-log-exported": said("exported the sync log"),
    "lot-recalled": said("recalled a lot"),
    "recall-lifted": said("lifted a recall"),
    "lot-people-looked-at": said("looked at who got a lot"),
    "lot-people-exported": said("exported who got a lot"),
    "lots-exported": said("exported the balances of lots"),
    "coverage-exported": said("exported the coverage"),
    "denominator-entered": said("entered a denominator"),
    "denominator-struck": said("struck a denominator through"),
    "audit-exported": said("exported the audit"),
    "daily-report-exported": said("exported the daily report"),
    "operations-exported": said("exported the operations"),
    "due-looked-at": said("looked at whom to call"),
    "due-exported": said("exported who is due"),
    "workbook-exported": said("wrote a workbook for a team"),
    "supply-entered": said("entered a supply"),
    "allocation-decided": said("decided an allocation"),
    "allocation-exported": said("exported an allocation"),
}


_SUBJECTS: Mapping[str, Said] = {
    "user": said("user {which}"),
    "laptop": said("laptop {which}"),
    "program": said("program {which}"),
    "person": said("person {which}"),
    "case": said("case {which}"),
    "place": said("place {which}"),
    "session": said("session {which}"),
    "entry": said("entry {which}"),
}


def subject_words(subject: str) -> Said:
    """Of what or whom a row tells; what is no user and no laptop stands as it is."""
    kind, _, which = subject.partition(" ")
    known = _SUBJECTS.get(kind) if which else None
    return said(known.text, which=which) if known else Said("{which}", {"which": subject})


def show_audit(visit: Visit) -> Response:
    """One page of the rows asked for."""
    before_no = number_of(visit.query.get("before", ""))
    chosen, which = _chosen(visit), _filter(visit)
    with visit.hub.store.reading() as connection:
        rows = audit.entries(connection, before_no=before_no, most=ROWS_A_PAGE + 1, which=which)
        few = before_no is None and audit.newest_no(connection) <= _MOST_CHECKED
        wrong = list(audit.problems(connection, visit.hub.store.keys)) if few else []
        logins = [user.login for user in accounts.users(connection)]
    return visit.show(
        "audit.html", rows=rows[:ROWS_A_PAGE], more=len(rows) > ROWS_A_PAGE, acts=ACTS,
        subject_words=subject_words, wrong=wrong, operator=audit.OPERATOR, checked=few,
        chosen=chosen, logins=logins, formats=FORMATS,
        asked=urlencode({name: value for name, value in chosen.items() if value}),
    )  # fmt: skip


def _chosen(visit: Visit) -> dict[str, str]:
    """What the form says, as typed."""
    return {name: visit.query.get(name, "")[:_MOST_TYPED] for name in ("who", "act", "day")}


def _filter(visit: Visit) -> RowFilter:
    """What it asks for; what cannot be read asks for nothing."""
    chosen = _chosen(visit)
    day = day_of(chosen["day"])
    begins = None if day is None else visit.place.midnight(day)
    return RowFilter(
        chosen["who"].strip(),
        chosen["act"] if chosen["act"] in ACTS else "",
        None if begins is None else int(begins.timestamp()),
        None if begins is None else int((begins + _DAY).timestamp()),
    )


def export_audit(visit: Visit) -> Response:
    """The rows asked for as a file; that, too, is in the audit."""
    fmt, which = visit.params["fmt"], _filter(visit)
    if fmt not in FORMATS:
        return problem(visit, 404, said("This format is not made here."))
    with visit.hub.store.reading() as connection:
        rows = audit.entries(connection, before_no=None, most=_MOST_CHECKED, which=which)
    table = Table("audit", COLUMNS, [_cells(visit, row) for row in rows])
    asked = " ".join(f"{name}={value}" for name, value in _chosen(visit).items() if value)
    with visit.hub.store.writing() as connection:
        visit.note(connection, "audit-exported", "audit", f"{fmt}, {len(rows)} {asked}".strip())
    return download(visit, "audit", fmt, lambda file: write_table(table, fmt, file))


def _cells(visit: Visit, row: audit.Entry) -> tuple[Cell, ...]:
    at = visit.place.local(row.at_s).isoformat(timespec="seconds")
    return row.no, at, row.login, row.act, row.subject, row.details


PAGES = (
    Page("GET", "/audit", Permission.AUDIT, show_audit),
    Page("GET", "/audit/audit.{fmt}", Permission.AUDIT, export_audit),
)
