"""Documents as people type them on a page: by the kind that they say, checked as the domain checks
them. Knows no store."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from fieldapp.domain.client import Document
from fieldapp.domain.scan import read_as
from fieldapp.hub.booking.papers import Paper

PASSPORT = "passport"
KINDS: Mapping[str, tuple[str, ...]] = {
    PASSPORT: ("passport",),
    "resident-id": ("cn-resident-id", "cn-resident-id-15"),
    "foreign-pr": ("cn-foreign-pr-2023", "cn-foreign-pr-2017"),
    "hk-macao": ("hk-macao-permit",),
    "taiwan": ("taiwan-permit",),
}
"""What may be chosen, and the domain's kinds that each may be."""
HOME, ELSEWHERE = "CHN", "XXX"
"""Nationalities that are no choice: of a resident ID, and of who finds none listed (ICAO 9303)."""
_MOST_TYPED = 40


def read_paper(kind: str, typed: str, nationality: str, today: date) -> Paper | str:
    """The paper, or its fault, as the domain calls it: LENGTH, CHECK_DIGIT, ..."""
    scans = [read_as(one, typed[:_MOST_TYPED], today) for one in KINDS.get(kind, ())]
    for scan in scans:
        if scan.document is not None:
            asked = nationality if kind == PASSPORT else ""
            of_home = HOME if kind == "resident-id" else None
            return Paper(scan.document, asked or of_home)
    faults = [scan.error for scan in scans if scan.error]
    return next((fault for fault in faults if fault != "LENGTH"), "LENGTH")


def is_number_of(document: Document, typed: str, today: date) -> bool:
    """Whether somebody typed this document's number, however they wrote it."""
    kinds = [kind for group in KINDS.values() for kind in group]
    return any(read_as(kind, typed[:_MOST_TYPED], today).document == document for kind in kinds)
