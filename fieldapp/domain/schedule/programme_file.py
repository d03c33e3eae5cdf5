"""Reads a vax-programme/1 document into a Programme; knows the names of its rules, no values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from fieldapp.domain.schedule.programme import (
    ConditionRule,
    DoseRule,
    EarlyRule,
    Effect,
    History,
    Infection,
    LiveGap,
    OtherMaker,
    OtherVaccineGap,
    Programme,
    Series,
)
from fieldapp.domain.schedule.reader import Reader


def parse_programme(document: Mapping[str, object]) -> Programme:
    """Read a vax-programme/1 document. Raises ProgrammeInvalid naming the place."""
    reader = Reader(str(document.get("id", "?")), "programme", document)
    programme = Programme(
        id=reader.text("id"),
        title=reader.texts("title"),
        source=reader.text("source"),
        edition=reader.text("edition"),
        valid_from=reader.day("valid_from"),
        status=reader.text("status"),
        observation_minutes=reader.number("observation_minutes"),
        observation_minutes_after_reaction=reader.optional_number(
            "observation_minutes_after_reaction"
        ),
        series=tuple(_series(child) for child in reader.children("series")),
    )
    if (twice := _twice(series.id for series in programme.series)) is not None:
        raise reader.wrong("series", f"has {twice} twice")
    reader.close()
    return programme


def _series(reader: Reader) -> Series:
    series = Series(
        id=reader.text("id"),
        title=reader.texts("title"),
        vaccines=tuple(reader.words("vaccines")),
        doses=tuple(_dose(child) for child in reader.children("doses")),
        source=tuple(reader.words("source")),
        history=reader.parsed("history", History) if reader.has("history") else History.PRODUCTS,
        other_maker=_other_maker(reader),
        continued_by=frozenset(reader.words("continued_by")),
        conditions=tuple(_condition(child) for child in reader.children("conditions")),
        other_vaccine_gap=_other_vaccine_gap(reader.child("other_vaccine_gap")),
        live_gap=_live_gap(reader.child("live_gap")),
        infection=_infection(reader.child("infection")),
        due_at_min_age=reader.flag("due_at_min_age"),
        too_young_needs_review=reader.flag("too_young_needs_review"),
        gap_after_too_young=reader.optional_period("gap_after_too_young"),
        max_age=reader.optional_period("max_age"),
        season=reader.optional_period("season"),
        more_doses_under_age=reader.optional_period("more_doses_under_age"),
        observation_minutes=reader.optional_number("observation_minutes"),
    )
    for name in ("vaccines", "doses"):
        if not reader.has(name) or not getattr(series, name):
            raise reader.wrong(name, "must not be empty")
    reader.close()
    return series


def _dose(reader: Reader) -> DoseRule:
    rule = DoseRule(
        number=reader.number("dose"),
        min_age=reader.optional_period("min_age"),
        min_interval=reader.optional_period("min_interval"),
        due_interval=reader.optional_period("due_interval"),
        max_interval=reader.optional_period("max_interval"),
        min_from_first=reader.optional_period("min_from_first"),
        max_from_first=reader.optional_period("max_from_first"),
        no_due_date=reader.flag("no_due_date"),
        early=tuple(_early(child) for child in reader.children("early")),
    )
    limits = [float("inf") if e.under_days is None else e.under_days for e in rule.early]
    if limits != sorted(set(limits)):
        raise reader.wrong("early", "must go from the shortest under_days to the longest")
    reader.close()
    return rule


def _early(reader: Reader) -> EarlyRule:
    rule = EarlyRule(
        under_days=reader.optional_number("under_days"),
        counts=reader.flag("counts"),
        reason=reader.optional_text("reason"),
        repeat_after=reader.optional_period("repeat_after"),
    )
    if not rule.counts and rule.reason is None:
        raise reader.wrong("reason", "must say why the dose does not count")
    reader.close()
    return rule


def _condition(reader: Reader) -> ConditionRule:
    rule = ConditionRule(
        condition=reader.text("condition"),
        effect=reader.parsed("effect", Effect),
        reason=reader.optional_text("reason"),
        also_when_complete=reader.flag("also_when_complete"),
    )
    reader.close()
    return rule


def _other_vaccine_gap(reader: Reader | None) -> OtherVaccineGap | None:
    if reader is None:
        return None
    rule = OtherVaccineGap(reader.period("first_allowed_after"), frozenset(reader.words("exempt")))
    reader.close()
    return rule


def _live_gap(reader: Reader | None) -> LiveGap | None:
    if reader is None:
        return None
    rule = LiveGap(reader.period("gap"), frozenset(reader.words("platforms")))
    reader.close()
    return rule


def _infection(reader: Reader | None) -> Infection | None:
    if reader is None:
        return None
    rule = Infection(reader.period("gap"), reader.flag("one_dose_completes"))
    reader.close()
    return rule


def _other_maker(reader: Reader) -> OtherMaker:
    return (
        reader.parsed("other_maker", OtherMaker)
        if reader.has("other_maker")
        else (OtherMaker.REVIEW)
    )


def _twice(names: Iterable[str]) -> str | None:
    return next((name for name, times in Counter(names).items() if times > 1), None)
