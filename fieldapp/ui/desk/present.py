"""Turns what the actions answer into what the desk shows: words, marks, tones. Changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from fieldapp.actions.consult import Consultation, Practice
from fieldapp.actions.find_client import History
from fieldapp.actions.today import TodayRecord
from fieldapp.domain.adverse_event import is_grave
from fieldapp.domain.client import Client, ClientDetails, Sex
from fieldapp.domain.documents.masking import mask
from fieldapp.domain.immunization import ImmunizationEvent, ImmunizationStatus
from fieldapp.domain.schedule.advice import Advice, Verdict
from fieldapp.domain.screening import age_in_years
from fieldapp.domain.vaccine import Catalogue
from fieldapp.ui.desk.seen_today import with_sighting
from fieldapp.ui.desk.state import (
    HistoryItem,
    Hit,
    Mark,
    PersonPageState,
    PersonState,
    QuestionState,
    TodayItem,
    TodayState,
    VerdictState,
    VialState,
)
from fieldapp.ui.language import catalogue_key, clock_time, day
from fieldapp.ui.language import moment as moment_words
from fieldapp.ui.watch.words import code_words
from fieldapp.ui.words import (
    not_given_words,
    rule_words,
    site_words,
    tr,
    verdict_reason,
    verdict_title,
)

_TONES = {
    Verdict.GIVE: ("ok", "circle-check"),
    Verdict.NOT_YET: ("wait", "clock"),
    Verdict.DO_NOT_GIVE: ("stop", "octagon-x"),
    Verdict.ASK: ("info", "circle-question-mark"),
}


def person_page(
    practice: Practice, at: Consultation, answers: Mapping[str, bool], site: str, now: datetime
) -> PersonPageState:
    """Everything about the person at the desk."""
    advice, number = at.advice, at.advice.forecast.dose_number
    return PersonPageState(
        person=_person(practice, at, now),
        verdict=with_sighting(_verdict(advice, now.date()), advice, at.seen, practice.catalogue),
        questions=_questions(advice, answers),
        vial=_vial(practice.catalogue, at, site),
        record=tr("Record dose {n}, {site}").format(n=number or "", site=site_words(site)),
        may_record=at.may_record,
        may_override=at.vial is not None and not at.may_record and not advice.unanswered,
    )


def _person(practice: Practice, at: Consultation, now: datetime) -> PersonState:
    details = at.client.details
    return PersonState(
        name=details.name,
        facts=(*_facts(details, now.date()), *_watched(at)),
        known=_known(at.history, now),
        history=tuple(_history(practice, at)),
        tag=f"✓ {tr('ID')}" if details.documents else "",
    )


def _facts(details: ClientDetails, today: date) -> Iterable[tuple[str, str]]:
    if details.documents:
        yield tr("ID"), mask(details.documents[0])
    if details.birth_date is not None:
        age = age_in_years(details.birth_date, today)
        yield str(age), _sex_words(details.sex)
    if details.home_area:
        yield tr("Home"), details.home_area
    if details.circumstances:
        yield tr("Find again"), details.circumstances


def _sex_words(sex: Sex | None) -> str:
    words = {Sex.FEMALE: tr("years, female"), Sex.MALE: tr("years, male")}
    return words.get(sex, tr("years")) if sex is not None else tr("years")


def _known(history: History, now: datetime) -> str:
    if not history.events:
        return tr("History: unknown here. Ask: any dose before, anywhere?")
    if history.known_as_of is None:
        return tr("History from this laptop’s own records; it never reached the hub")
    since = moment_words(history.known_as_of, now)
    return tr("History from this laptop’s own records; hub last reached {when}").format(when=since)


def _watched(at: Consultation) -> Iterable[tuple[str, str]]:
    if at.watched_until is not None:
        yield tr("Watched"), tr("until {time}").format(time=clock_time(at.watched_until))


def _history(practice: Practice, at: Consultation) -> Iterable[HistoryItem]:
    number = 0
    for event in at.history.events:
        given = event.status is ImmunizationStatus.COMPLETED
        number += given
        words = _event_words(practice.catalogue, event, number)
        told = [r.details for r in at.reactions if r.dose_id == event.event_id]
        if told:
            seen = tuple(code for details in told for code in details.reactions)
            words = f"{words} · {code_words(practice.aefi.reactions, seen)}"
        grave = any(is_grave(details, practice.aefi) for details in told)
        yield HistoryItem(words, struck=not given, grave=grave)
    if at.advice.verdict in (Verdict.GIVE, Verdict.NOT_YET) and at.advice.forecast.dose_number:
        words = tr("Dose {n} due").format(n=at.advice.forecast.dose_number)
        yield HistoryItem(words, due=True)


def _event_words(catalogue: Catalogue, event: ImmunizationEvent, number: int) -> str:
    when = day(event.occurred_at.date())
    if event.status is ImmunizationStatus.NOT_DONE:
        return f"{when} · {tr('not given')}: {not_given_words(event.reason or '')}"
    name = short_name(catalogue, event.lot.vaccine_id)
    if event.status is ImmunizationStatus.ENTERED_IN_ERROR:
        return f"{when} · {name} · {tr('struck through')}"
    return f"{tr('Dose {n}').format(n=number)} · {when} · {name}"


def short_name(catalogue: Catalogue, vaccine_id: str) -> str:
    """A product as people call it."""
    vaccine = catalogue.get(vaccine_id)
    return vaccine.short_name if vaccine else vaccine_id


def _verdict(advice: Advice, today: date) -> VerdictState:
    tone, icon = _TONES[advice.verdict]
    last = max((dose.date for dose in advice.history), default=None)
    reason = verdict_reason(advice, last, today)
    if advice.unanswered and advice.verdict is Verdict.GIVE:
        reason = f"{reason} {tr('Ask the questions first.')}"
    title = verdict_title(advice, today)
    return VerdictState(tone, icon, title, reason, rule_words(advice, catalogue_key()))


def _questions(advice: Advice, answers: Mapping[str, bool]) -> tuple[QuestionState, ...]:
    language = catalogue_key()
    return tuple(
        QuestionState(q.id, q.text.get(language, q.text["en"]), answers.get(q.id))
        for q in advice.questions
    )


def _vial(catalogue: Catalogue, at: Consultation, site: str) -> VialState:
    vial = at.vial
    if vial is None:
        return VialState(site=site)
    lot = tr("Lot {lot}").format(lot=vial.lot.lot_number)
    if vial.lot.expiry is not None:
        lot += " · " + tr("expires {day}").format(day=day(vial.lot.expiry))
    note = tr("Single dose")
    if vial.doses > 1:
        note = tr("{left} of {doses} doses left").format(left=vial.doses_left, doses=vial.doses)
    return VialState(short_name(catalogue, vial.lot.vaccine_id), lot, note, site)


def new_here(text: str, known_as_of: datetime | None, now: datetime) -> VerdictState:
    """The banner over the form for somebody new."""
    where = tr("Not in this laptop’s records.")
    if known_as_of is not None:
        where += " " + tr("Last contact with the hub: {when}.").format(
            when=moment_words(known_as_of, now)
        )
    ask = tr("Ask: any dose before, anywhere?")
    return VerdictState("info", "user-plus", tr("New here"), f"{where} {ask}", text)


def hits(found: Sequence[Client], today: date) -> tuple[Hit, ...]:
    """People who may be meant."""
    return tuple(Hit(c.client_id, c.details.name, _hit_words(c.details, today)) for c in found)


def _hit_words(details: ClientDetails, today: date) -> str:
    return " · ".join(f"{word} {value}" for word, value in _facts(details, today))


def today_state(
    catalogue: Catalogue,
    records: Sequence[TodayRecord],
    undoable: bytes | None,
    watched: Mapping[bytes, datetime] | None = None,
) -> TodayState:
    """The right column, newest first; `watched`: until when, by the dose."""
    given = [r for r in records if r.event.status is ImmunizationStatus.COMPLETED]
    hours = Counter(record.event.occurred_at.hour for record in given)
    span = range(min(hours), max(hours) + 1) if hours else range(0)
    return TodayState(
        doses=len(given),
        items=tuple(
            _today_item(catalogue, record, undoable, (watched or {}).get(record.event.event_id))
            for record in records[:8]
        ),
        by_hour=tuple((hour, hours[hour]) for hour in span),
    )


def _today_item(
    catalogue: Catalogue, record: TodayRecord, undoable: bytes | None, until: datetime | None
) -> TodayItem:
    event = record.event
    marks = {True: Mark.CONFIRMED, False: Mark.HERE}
    mark = marks[record.confirmed]
    if event.status is ImmunizationStatus.ENTERED_IN_ERROR:
        mark = Mark.VOIDED
    return TodayItem(
        event_id=event.event_id,
        time=f"{event.occurred_at:%H:%M}",
        name=record.name,
        detail=_detail(catalogue, record, until),
        mark=mark,
        can_undo=event.event_id == undoable,
    )


def _detail(catalogue: Catalogue, record: TodayRecord, until: datetime | None) -> str:
    event = record.event
    if event.status is ImmunizationStatus.NOT_DONE:
        return f"{tr('not given')}: {not_given_words(event.reason or '')}"
    name = short_name(catalogue, event.lot.vaccine_id)
    if event.status is ImmunizationStatus.ENTERED_IN_ERROR:
        return f"{name} · {tr('struck through')}"
    parts = [name]
    if record.dose_number is not None:
        parts.append(tr("dose {n}").format(n=record.dose_number))
    if until is not None:
        parts.append(tr("watch to {time}").format(time=clock_time(until)))
    return " · ".join(parts)
