"""A programme: the vaccination rules of one authority, as data. Parsed here, applied elsewhere.

Every rule is in the file (resources/schedules/*.json); this module knows only their names. A
national programme is added by a file, without code.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.schedule.calendar import Period, parse_period

_T = TypeVar("_T")


class ProgrammeInvalid(FieldAppError):
    """A programme's file cannot be used."""

    happened = "The programme {programme} cannot be used: {where}: {why}."
    safe = "Nothing recorded is affected; other programmes still work."
    next_step = "Correct the file in resources/schedules, or restore it from this release."


@dataclass(frozen=True, slots=True)
class EarlyRule:
    """What becomes of a dose given fewer than `under_days` days after the one before.

    `counts` False: not valid, for `reason`; another dose is due `repeat_after` that one.
    """

    under_days: int
    counts: bool
    reason: str | None = None
    repeat_after: Period | None = None


@dataclass(frozen=True, slots=True)
class DoseRule:
    """When one dose of a series may, should and should at the latest be given.

    `min_interval`, `due_interval` and `max_interval` count from the valid dose before;
    `*_from_first` from the first valid dose. A dose without any due date has no target day.
    """

    number: int
    min_age: Period | None = None
    min_interval: Period | None = None
    due_interval: Period | None = None
    max_interval: Period | None = None
    min_from_first: Period | None = None
    max_from_first: Period | None = None
    early: tuple[EarlyRule, ...] = ()


@dataclass(frozen=True, slots=True)
class ConditionRule:
    """What a condition of the person means: `effect` is contraindicated, defer or review."""

    condition: str
    effect: str


@dataclass(frozen=True, slots=True)
class Infection:
    """After an infection: not before `gap`, and then one dose completes the course."""

    gap: Period
    one_dose_completes: bool


@dataclass(frozen=True, slots=True)
class Series:
    """One course of vaccination: which products give it, and the rules of its doses."""

    id: str
    title: str
    vaccines: tuple[str, ...]
    doses: tuple[DoseRule, ...]
    source: tuple[str, ...]
    conditions: tuple[ConditionRule, ...] = ()
    other_vaccine_gap: Period | None = None
    other_vaccine_exempt: frozenset[str] = frozenset()
    live_gap: Period | None = None
    infection: Infection | None = None
    due_at_min_age: bool = False
    too_young_needs_review: bool = False
    max_age_for_more_doses: Period | None = None
    season: Period | None = None
    max_age: Period | None = None
    gap_after_too_young: Period | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """The rules of one authority with where they come from."""

    id: str
    title: Mapping[str, str]
    source: str
    edition: str
    valid_from: date
    status: str
    observation_minutes: int
    series: tuple[Series, ...] = field(default=())

    def series_named(self, series_id: str) -> Series | None:
        """The series of this id."""
        return next((series for series in self.series if series.id == series_id), None)

    def series_for(self, vaccine_id: str) -> Series | None:
        """The first series that this product gives: the programme's usual course."""
        return next((series for series in self.series if vaccine_id in series.vaccines), None)


def parse_programme(document: Mapping[str, object]) -> Programme:
    """Read a vax-programme/1 document. Raises ProgrammeInvalid naming the place."""
    reader = _Reader(str(document.get("id", "?")), "programme", document)
    return Programme(
        id=reader.text("id"),
        title=reader.texts("title"),
        source=reader.text("source"),
        edition=reader.text("edition"),
        valid_from=reader.day("valid_from"),
        status=reader.text("status"),
        observation_minutes=reader.number("observation_minutes"),
        series=tuple(_series(child) for child in reader.children("series")),
    )


def _series(reader: _Reader) -> Series:
    gap = reader.child("other_vaccine_gap")
    infection = reader.child("infection")
    return Series(
        id=reader.text("id"),
        title=reader.text("title"),
        vaccines=tuple(reader.words("vaccines")),
        doses=tuple(_dose(child) for child in reader.children("doses")),
        source=tuple(reader.words("source")),
        conditions=tuple(
            ConditionRule(child.text("condition"), child.text("effect"))
            for child in reader.children("conditions")
        ),
        other_vaccine_gap=gap.period("first_allowed_after") if gap else None,
        other_vaccine_exempt=frozenset(gap.words("exempt")) if gap else frozenset(),
        live_gap=reader.period("live_gap"),
        infection=_infection(infection) if infection else None,
        due_at_min_age=reader.flag("due_at_min_age"),
        too_young_needs_review=reader.flag("too_young_needs_review"),
        max_age_for_more_doses=reader.period("max_age_for_more_doses"),
        season=reader.period("season"),
        max_age=reader.period("max_age"),
        gap_after_too_young=reader.period("gap_after_too_young"),
    )


def _dose(reader: _Reader) -> DoseRule:
    return DoseRule(
        number=reader.number("dose"),
        min_age=reader.period("min_age"),
        min_interval=reader.period("min_interval"),
        due_interval=reader.period("due_interval"),
        max_interval=reader.period("max_interval"),
        min_from_first=reader.period("min_from_first"),
        max_from_first=reader.period("max_from_first"),
        early=tuple(_early(child) for child in reader.children("early")),
    )


def _early(reader: _Reader) -> EarlyRule:
    return EarlyRule(
        under_days=reader.number("under_days"),
        counts=reader.flag("counts"),
        reason=reader.text("reason") if reader.has("reason") else None,
        repeat_after=reader.period("repeat_after"),
    )


def _infection(reader: _Reader) -> Infection:
    gap = reader.period("gap")
    if gap is None:
        raise reader.wrong("gap", "is missing")
    return Infection(gap, reader.flag("one_dose_completes"))


class _Reader:
    """Takes typed values out of a parsed JSON object and names the place of every fault."""

    def __init__(self, programme: str, where: str, value: object) -> None:
        self._programme, self._where = programme, where
        if not isinstance(value, Mapping):
            raise ProgrammeInvalid(programme=programme, where=where, why="is not an object")
        self._value = value

    def wrong(self, name: str, why: str) -> ProgrammeInvalid:
        where = f"{self._where}.{name}"
        return ProgrammeInvalid(programme=self._programme, where=where, why=why)

    def has(self, name: str) -> bool:
        return self._value.get(name) is not None

    def text(self, name: str) -> str:
        value = self._value.get(name)
        if not isinstance(value, str) or not value:
            raise self.wrong(name, "must be a text")
        return value

    def texts(self, name: str) -> dict[str, str]:
        value = self._value.get(name)
        if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
            raise self.wrong(name, "must be texts by language")
        return value

    def words(self, name: str) -> list[str]:
        value = self._value.get(name, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise self.wrong(name, "must be a list of texts")
        return value

    def number(self, name: str) -> int:
        value = self._value.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(name, "must be a whole number")
        return value

    def flag(self, name: str) -> bool:
        value = self._value.get(name, False)
        if not isinstance(value, bool):
            raise self.wrong(name, "must be true or false")
        return value

    def day(self, name: str) -> date:
        return self._parsed(name, date.fromisoformat)

    def period(self, name: str) -> Period | None:
        return self._parsed(name, parse_period) if self.has(name) else None

    def child(self, name: str) -> _Reader | None:
        if not self.has(name):
            return None
        return _Reader(self._programme, f"{self._where}.{name}", self._value[name])

    def children(self, name: str) -> list[_Reader]:
        value = self._value.get(name, [])
        if not isinstance(value, list):
            raise self.wrong(name, "must be a list")
        places = ((f"{self._where}.{name}[{n}]", item) for n, item in enumerate(value))
        return [_Reader(self._programme, place, item) for place, item in places]

    def _parsed(self, name: str, parse: Callable[[str], _T]) -> _T:
        try:
            return parse(self.text(name))
        except ValueError as error:
            raise self.wrong(name, str(error)) from error
