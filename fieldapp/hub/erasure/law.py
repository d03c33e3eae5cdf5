"""What the law lets erase, and what it obliges to keep until when: a file of this release, with its
sources (resources/erasure/law.json). An organisation's counsel confirms it before use."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from fieldapp.hub.errors import HubError
from fieldapp.resource_files import resource_path
from fieldapp.wire.dates import from_day, to_day
from fieldapp.wire.events import AnyFact
from fieldapp.wire.facts import DoseRecorded, calls, doses, fees, people, watch

LANGUAGES = ("en", "zh-Hans")
_MOST_YEARS = 100
EXPIRY, RECORD, DOSES = "expiry", "record", "doses"
PERIOD_OVER = "period-over"
_DAY_S, _MINUTES_A_DAY = 86_400, 1440
_OF_ROOM = {
    number: kind
    for kind, room in {
        "people": people, "corrections": doses, "reactions": watch, "fees": fees, "calls": calls,
    }.items()
    for number, _ in room.TYPES.values()
}  # fmt: skip
_KIND_OF = _OF_ROOM | {
    doses.TYPES[doses.DoseRecorded][0]: DOSES,
    doses.TYPES[doses.DoseNotGiven][0]: "not-given",
}
KINDS = ("people", DOSES, "corrections", "not-given", "reactions", "fees", "calls")


class LawInvalid(HubError):
    """The file cannot be used."""

    happened = "What the law lets erase cannot be read: {where} is missing or wrong."
    safe = "Nothing was erased."
    next_step = "Restore the file resources/erasure/law.json of this release."


class NoSuchBasis(HubError):
    """The legal basis is none of the catalogue's."""

    happened = "{basis} is not a legal basis that this hub knows."
    safe = "Nothing was erased."
    next_step = "Choose one of the list."


@dataclass(frozen=True, slots=True)
class Basis:
    """Why somebody is erased. `keeps`: what there is a duty to keep is kept, sealed."""

    code: str
    keeps: bool
    words: Mapping[str, str]
    source: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Period:
    """How long one kind of record must be kept: years after the vaccine's expiry (or, where that is
    not known, so many years after the dose), after it was recorded, or as long as any dose."""

    years: int
    after: str
    shelf_life_years: int
    source: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Law:
    """The whole catalogue."""

    bases: Mapping[str, Basis]
    periods: Mapping[str, Period]
    messages_days: int

    def basis(self, code: str) -> Basis:
        """Raises NoSuchBasis."""
        if code not in self.bases:
            raise NoSuchBasis(basis=code)
        return self.bases[code]

    def kept_until(self, records: Iterable[Record]) -> dict[bytes, int]:
        """By event the last day (since 1970) of the duty to keep it, those of one person together;
        what nobody need keep is left out."""
        listed = list(records)
        until: dict[bytes, int] = {}
        for record in listed:
            period = self.periods[kind_of(record.type)]
            if period.after != DOSES and period.years:
                until[record.id] = _years_on(_begins(record, period), period.years)
        of_doses = [until[r.id] for r in listed if kind_of(r.type) == DOSES and r.id in until]
        for record in listed:
            if of_doses and self.periods[kind_of(record.type)].after == DOSES:
                until[record.id] = max(of_doses)
        return until


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a person, as it can be read."""

    id: bytes
    type: int
    recorded_s: int
    fact: AnyFact


def kind_of(event_type: int) -> str:
    """Of KINDS."""
    return _KIND_OF[event_type]


def _begins(record: Record, period: Period) -> int:
    fact = record.fact
    if period.after == RECORD or not isinstance(fact, DoseRecorded):
        return record.recorded_s // _DAY_S
    given = fact.occurred_min // _MINUTES_A_DAY
    return fact.expiry_day or _years_on(given, period.shelf_life_years)


def _years_on(day: int, years: int) -> int:
    """So many years later; the 29th of February becomes the 1st of March. A day beyond any calendar
    stays as it is: it was a slip of the clock."""
    try:
        begins = from_day(day) or date.min
    except (OverflowError, ValueError):
        return day
    last = min(begins.year + years, date.max.year)
    leap = (begins.month, begins.day) == (2, 29)
    ends = date(last, 3, 1) if leap else begins.replace(year=last)
    return to_day(ends) or 0


@cache
def shipped() -> Law:
    """That of this release. Raises LawInvalid."""
    try:
        document: Any = json.loads(resource_path("erasure", "law.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise LawInvalid(where="the file") from error
    return read_law(document if isinstance(document, dict) else {})


def read_law(document: Mapping[str, Any]) -> Law:
    """An erasure-law/1 document. Raises LawInvalid naming the place."""
    bases, periods = (_listed(document, name) for name in ("bases", "periods"))
    forgotten = document.get("forgotten_after_days")
    days = forgotten.get("messages") if isinstance(forgotten, dict) else None
    if PERIOD_OVER not in bases or set(periods) != set(KINDS):
        raise LawInvalid(where="bases or periods")
    if type(days) is not int or days < 1:
        raise LawInvalid(where="forgotten_after_days")
    return Law(
        {code: _basis(code, one) for code, one in bases.items()},
        {kind: _period(kind, one) for kind, one in periods.items()},
        days,
    )


def _listed(document: Mapping[str, Any], name: str) -> dict[str, Mapping[str, Any]]:
    found = document.get(name)
    if not isinstance(found, dict) or not all(isinstance(one, dict) for one in found.values()):
        raise LawInvalid(where=name)
    return found


def _basis(code: str, one: Mapping[str, Any]) -> Basis:
    if type(one.get("keeps")) is not bool:
        raise LawInvalid(where=f"bases: {code}")
    return Basis(code, one["keeps"], _said(one, code), _said(one.get("source"), code))


def _period(kind: str, one: Mapping[str, Any]) -> Period:
    numbers = one.get("years", 0), one.get("shelf_life_years", 0)
    right = all(type(n) is int and 0 <= n <= _MOST_YEARS for n in numbers)
    if not right or one.get("after") not in (EXPIRY, RECORD, DOSES):
        raise LawInvalid(where=f"periods: {kind}")
    return Period(numbers[0], one["after"], numbers[1], _said(one.get("source"), kind))


def _said(what: object, where: str) -> dict[str, str]:
    """The same in each language."""
    told = {name: what.get(name) if isinstance(what, dict) else None for name in LANGUAGES}
    if not all(isinstance(text, str) and text for text in told.values()):
        raise LawInvalid(where=where)
    return {name: str(text) for name, text in told.items()}
