"""What a program may read. What its token does not name is forbidden."""

from __future__ import annotations

from enum import StrEnum


class Scope(StrEnum):
    """One kind of reading; the first two are about people."""

    PEOPLE = "people.read"
    DOSES = "doses.read"
    FIGURES = "figures.read"
    SYNC_LOG = "sync-log.read"


WORDS = {
    Scope.PEOPLE: "People with their names, documents and doses, as FHIR.",
    Scope.DOSES: "Dose records one by one, without names and documents.",
    Scope.FIGURES: "The daily report, coverage and balances of lots.",
    Scope.SYNC_LOG: "The log of every attempt to sync.",
}
"""What is in each, for the description of the API; pages have their own words."""
