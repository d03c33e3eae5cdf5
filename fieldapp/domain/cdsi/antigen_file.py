"""Reads the text of one AntigenSupportingData file into an Antigen."""

from __future__ import annotations

import re

from fieldapp.domain.cdsi.element import Element, cvx_of
from fieldapp.domain.cdsi.series import (
    AgeRule,
    Antigen,
    BirthImmunity,
    ConditionKind,
    Context,
    Contraindication,
    Indication,
    InForce,
    IntervalRule,
    Series,
    SeriesKind,
    Skip,
    SkipCondition,
    SkipSet,
    TargetDose,
    VaccineRule,
)


def parse_antigen(file: str, text: str) -> Antigen:
    """Read one antigen's file. Raises SupportingDataInvalid naming the place."""
    root = Element.root(file, text)
    series = root.children("series")
    if not series:
        raise root.wrong("it has no series")
    immunity = root.child("immunity")
    births = immunity.children("dateOfBirth") if immunity else []
    histories = immunity.children("clinicalHistory") if immunity else []
    return Antigen(
        name=series[0].required("targetDisease"),
        vaccine_group=series[0].required("vaccineGroup"),
        series=tuple(_series(one) for one in series),
        immune_when=frozenset(one.required("guidelineCode") for one in histories),
        immune_by_birth=tuple(filter(None, map(_birth, births))),
        contraindications=_contraindications(root),
    )


def _birth(element: Element) -> BirthImmunity | None:
    day = element.day("immunityBirthDate")
    codes = (one.text("exclusionCode") for one in element.children("exclusion"))
    return BirthImmunity(day, frozenset(filter(None, codes))) if day else None


def _contraindications(root: Element) -> tuple[Contraindication, ...]:
    parent = root.child("contraindications")
    group = parent.child("vaccineGroup") if parent else None
    return tuple(
        Contraindication(
            one.required("observationCode"), one.length("beginAge"), one.length("endAge")
        )
        for one in (group.children("contraindication") if group else [])
    )


def _series(element: Element) -> Series:
    select = element.child("selectSeries")
    if select is None:
        raise element.wrong("selectSeries is missing")
    doses = element.children("seriesDose")
    if not doses:
        raise element.wrong("it has no doses")
    return Series(
        name=element.required("seriesName"),
        kind=element.parsed("seriesType", SeriesKind) or SeriesKind.STANDARD,
        group=select.text("seriesGroup") or "1",
        doses=tuple(_dose(n, one) for n, one in enumerate(doses, 1)),
        equivalent_groups=element.codes("equivalentSeriesGroups"),
        genders=frozenset(element.texts("requiredGender")),
        is_default=select.flag("defaultSeries"),
        is_product_path=select.flag("productPath"),
        priority=select.text("seriesPriority") or "A",
        preference=select.parsed("seriesPreference", int) or 99,
        min_age_to_start=select.length("minAgeToStart"),
        max_age_to_start=select.length("maxAgeToStart"),
        indications=tuple(filter(None, map(_indication, element.children("indication")))),
    )


def _indication(element: Element) -> Indication | None:
    observation = element.child("observationCode")
    code = observation.text("code") if observation else None
    if code is None:
        return None
    return Indication(code, element.length("beginAge"), element.length("endAge"))


def _dose(number: int, element: Element) -> TargetDose:
    inadvertent = (one.text("cvx") for one in element.children("inadvertentVaccine"))
    season = element.child("seasonalRecommendation")
    return TargetDose(
        number=number,
        ages=tuple(map(_age, element.children("age"))),
        intervals=_intervals(element, "interval"),
        allowable_intervals=_intervals(element, "allowableInterval"),
        preferable=_vaccines(element, "preferableVaccine"),
        allowable=_vaccines(element, "allowableVaccine"),
        inadvertent=frozenset(cvx_of(code) for code in inadvertent if code),
        skips=tuple(map(_skip, element.children("conditionalSkip"))),
        recurring=element.flag("recurringDose"),
        season=InForce(season.day("startDate"), season.day("endDate")) if season else InForce(),
    )


def _age(element: Element) -> AgeRule:
    return AgeRule(
        absolute_minimum=element.length("absMinAge"),
        minimum=element.length("minAge"),
        earliest_recommended=element.length("earliestRecAge"),
        latest_recommended=element.length("latestRecAge"),
        maximum=element.length("maxAge"),
        in_force=element.in_force(),
    )


def _intervals(element: Element, name: str) -> tuple[IntervalRule, ...]:
    return tuple(
        IntervalRule(
            from_previous=one.flag("fromPrevious"),
            from_target=one.parsed("fromTargetDose", int),
            from_most_recent=one.codes("fromMostRecent"),
            from_observation=_observation(one),
            absolute_minimum=one.length("absMinInt"),
            minimum=one.length("minInt"),
            earliest_recommended=one.length("earliestRecInt"),
            latest_recommended=one.length("latestRecInt"),
            in_force=one.in_force(),
        )
        for one in element.children(name)
        if one.text("absMinInt") or one.text("minInt")
    )


def _observation(interval: Element) -> str | None:
    observation = interval.child("fromRelevantObs")
    return observation.text("code") if observation else None


def _vaccines(element: Element, name: str) -> tuple[VaccineRule, ...]:
    return tuple(
        VaccineRule(
            cvx=cvx_of(one.required("cvx")),
            begin_age=one.length("beginAge"),
            end_age=one.length("endAge"),
            mvx=one.text("mvx"),
        )
        for one in element.children(name)
        if one.text("cvx")
    )


def _skip(element: Element) -> Skip:
    return Skip(
        contexts=element.parsed("context", _contexts) or frozenset(Context),
        sets=tuple(map(_skip_set, element.children("set"))),
        any_is_enough=element.text("setLogic") == "OR",
    )


def _contexts(text: str) -> frozenset[Context]:
    return frozenset(Context) if text == "Both" else frozenset({Context(text)})


def _skip_set(element: Element) -> SkipSet:
    return SkipSet(
        conditions=tuple(map(_condition, element.children("condition"))),
        any_is_enough=element.text("conditionLogic") == "OR",
        in_force=element.in_force(),
    )


def _condition(element: Element) -> SkipCondition:
    kind = element.parsed("conditionType", lambda text: ConditionKind(text.lower()))
    if kind is None:
        raise element.wrong("conditionType is missing")
    groups = re.split(r"[;,]", element.text("seriesGroups") or "")
    return SkipCondition(
        kind=kind,
        begin_age=element.length("beginAge"),
        end_age=element.length("endAge"),
        start=element.day("startDate"),
        end=element.day("endDate"),
        interval=element.length("interval"),
        count=element.parsed("doseCount", int) or 0,
        comparison=(element.text("doseCountLogic") or "equal to").lower(),
        only_valid=(element.text("doseType") or "").lower() == "valid",
        vaccines=element.codes("vaccineTypes"),
        series_groups=frozenset(group.strip() for group in groups if group.strip()),
    )
