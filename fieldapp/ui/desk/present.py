"""Turns what the actions answer into what the desk shows: words, marks, tones. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from fieldapp.actions.consult import Consultation, Practice
from fieldapp.actions.find_duplicates import Duplicate
from fieldapp.actions.settle_fee import Settlement
from fieldapp.domain.adverse_event import is_grave
from fieldapp.domain.dose_numbers import dose_numbers
from fieldapp.domain.immunization import DoseSource, ImmunizationEvent, ImmunizationStatus
from fieldapp.domain.schedule.advice import Advice, Verdict
from fieldapp.domain.vaccine import Catalogue
from fieldapp.domain.vial_advice import VialDoubt, use_before
from fieldapp.journal.vials import Vial
from fieldapp.ui.bookings.words import booked_facts
from fieldapp.ui.calls.words import fate_words
from fieldapp.ui.desk.present_history import known_words, notice_words
from fieldapp.ui.desk.present_people import facts_of
from fieldapp.ui.desk.seen_today import with_sighting
from fieldapp.ui.desk.state import (
    HistoryItem,
    PersonPageState,
    PersonState,
    QuestionState,
    VerdictState,
    VialState,
)
from fieldapp.ui.desk.words import doubt_words
from fieldapp.ui.language import catalogue_key, clock_time, day
from fieldapp.ui.recall_words import recall_words
from fieldapp.ui.session.words import settlement_words
from fieldapp.ui.stock.present import site_time
from fieldapp.ui.watch.words import code_words
from fieldapp.ui.words import (
    not_given_words,
    rule_words,
    sentences,
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
    practice: Practice,
    at: Consultation,
    answers: Mapping[str, bool],
    site: str,
    now: datetime,
    settlement: Settlement | None = None,
) -> PersonPageState:
    """Everything about the person at the desk."""
    advice, number = at.advice, at.advice.forecast.dose_number
    waits_for_vial = at.vial is None and advice.may_record and at.seen is None
    blocked = not advice.unanswered and not at.may_record and not waits_for_vial
    verdict = _verdict(practice, at, now.date())
    return PersonPageState(
        person=_person(practice, at, now),
        verdict=with_sighting(verdict, advice, at.seen, practice.catalogue),
        questions=_questions(advice, answers),
        vial=_with_fee(practice, at, _vial(practice, at, site), settlement),
        record=tr("Record dose {n}, {site}").format(n=number or "", site=site_words(site)),
        may_record=at.may_record and not at.fee_unasked,
        may_override=at.vial is not None and blocked,
        may_write_late=blocked,
    )


def _person(practice: Practice, at: Consultation, now: datetime) -> PersonState:
    details = at.client.details
    return PersonState(
        name=details.name,
        facts=(*facts_of(details, now.date()), *booked_facts(at), *_watched(at)),
        known=known_words(at.history, now),
        notice=notice_words(at.history),
        history=tuple(_history(practice, at)),
        tag=f"✓ {tr('ID')}" if details.documents else "",
    )


def _watched(at: Consultation) -> Iterable[tuple[str, str]]:
    if at.watched_until is not None:
        yield tr("Watched"), tr("until {time}").format(time=clock_time(at.watched_until))


def _history(practice: Practice, at: Consultation) -> Iterable[HistoryItem]:
    numbers = dose_numbers(at.history.events, practice.catalogue)
    if at.history.undated:
        yield HistoryItem(tr("{n} earlier doses, days unknown").format(n=at.history.undated))
    for event in at.history.events:
        given = event.status is ImmunizationStatus.COMPLETED
        amended = event.event_id in at.amended
        words = _event_words(practice.catalogue, event, numbers.get(event.event_id), amended)
        told = [r.details for r in at.reactions if r.dose_id == event.event_id]
        if told:
            seen = tuple(code for details in told for code in details.reactions)
            words = f"{words} · {code_words(practice.aefi.reactions, seen)}"
        grave = any(is_grave(details, practice.aefi) for details in told)
        yield HistoryItem(words, struck=not given, grave=grave)
    if at.advice.verdict in (Verdict.GIVE, Verdict.NOT_YET) and at.advice.forecast.dose_number:
        words = tr("Dose {n} due").format(n=at.advice.forecast.dose_number)
        yield HistoryItem(" · ".join((words, *_written_to(practice, at))), due=True)


def _written_to(practice: Practice, at: Consultation) -> Iterable[str]:
    """That the hub wrote about the dose that is due, and whether it arrived."""
    last = at.advice.history[-1].vaccine_id if at.advice.history else ""
    series = practice.programme.series_for(last)
    if series is not None and at.history.messages is not None:
        sent = at.history.messages.about(series.id, at.advice.forecast.dose_number)
        if sent is not None:
            yield tr("message {fate}").format(fate=fate_words(sent))


def _event_words(
    catalogue: Catalogue, event: ImmunizationEvent, number: int | None, amended: bool
) -> str:
    """What became of it comes first: the end of a long line gives way."""
    when = day(event.occurred_at.date())
    if event.status is ImmunizationStatus.NOT_DONE:
        return f"{tr('not given')} · {when} · {not_given_words(event.reason or '')}"
    name = catalogue.short_name(event.lot.vaccine_id)
    if event.status is ImmunizationStatus.ENTERED_IN_ERROR:
        return f"{tr('struck through')} · {when} · {name}"
    words = tr("Dose {n}").format(n=number)
    if event.source is DoseSource.ELSEWHERE:
        words += " " + tr("elsewhere")
    if amended:
        words += tr(", ") + tr("corrected")
    return f"{words} · {when} · {name}"


def _verdict(practice: Practice, at: Consultation, today: date) -> VerdictState:
    advice = at.advice
    tone, icon = _TONES[advice.verdict]
    title, rule = verdict_title(advice, today), rule_words(advice, catalogue_key())
    last = max((dose.date for dose in advice.history), default=None)
    reason = verdict_reason(advice, last, today)
    if advice.verdict is not Verdict.GIVE:
        return VerdictState(tone, icon, title, reason, rule)
    if at.doubts:
        words = sentences(*_doubts(practice, at), tr("Put it aside and scan another vial."))
        return VerdictState("stop", "octagon-x", tr("Do not use this vial"), words, rule)
    if at.unsettled:
        tone, icon, reason = "wait", "circle-question-mark", _unsettled(at.unsettled, reason)
    if advice.unanswered:
        reason = sentences(reason, tr("Ask the questions first."))
    return VerdictState(tone, icon, title, reason, rule)


def _doubts(practice: Practice, at: Consultation) -> Iterable[str]:
    """What speaks against the vial; of a recalled lot who recalled it, when and why."""
    for doubt in at.doubts:
        if doubt is VialDoubt.RECALLED and at.recall is not None:
            yield recall_words(at.recall, site_time(practice))
        else:
            yield doubt_words(doubt)


def _unsettled(found: Sequence[Duplicate], reason: str) -> str:
    """Doses of somebody who may be the same person are not counted: that is said first."""
    first = found[0].client.details.name
    words = tr("Perhaps the same person as {name}: compare, Ctrl H.").format(name=first)
    return sentences(words, reason)


def _questions(advice: Advice, answers: Mapping[str, bool]) -> tuple[QuestionState, ...]:
    language = catalogue_key()
    return tuple(
        QuestionState(q.id, q.text.get(language, q.text["en"]), answers.get(q.id))
        for q in advice.questions
    )


def _vial(practice: Practice, at: Consultation, site: str) -> VialState:
    vial = at.vial
    if vial is None:
        return VialState(site=site)
    lot = tr("Lot {lot}").format(lot=vial.lot.lot_number)
    if vial.lot.expiry is not None:
        lot += " · " + tr("expires {day}").format(day=day(vial.lot.expiry))
    product = practice.catalogue.short_name(vial.lot.vaccine_id)
    return VialState(product, lot, _left_in(practice, vial), site)


def _with_fee(
    practice: Practice, at: Consultation, vial: VialState, settlement: Settlement | None
) -> VialState:
    words, tone = settlement_words(settlement, at.fee, practice.programme.id)
    return replace(vial, fee=words, fee_tone=tone)


def _left_in(practice: Practice, vial: Vial) -> str:
    if vial.doses == 1:
        return tr("Single dose")
    words = tr("{left} of {doses} doses left").format(left=vial.doses_left, doses=vial.doses)
    if vial.doses_left == 1:
        words = tr("Last dose of this vial")
    limit = use_before(practice.catalogue.get(vial.lot.vaccine_id), vial.opened_at)
    if limit is not None:
        zone = timezone(timedelta(minutes=practice.clock.utc_offset_min()))
        until = tr("use before {time}").format(time=clock_time(limit.astimezone(zone)))
        words = f"{words} · {until}"
    return words
