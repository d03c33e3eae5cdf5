"""Turns what is on record into what the records page shows. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from fieldapp.actions.person_records import PersonRecord, PersonRecords
from fieldapp.actions.put_aside import PutAside, is_decided
from fieldapp.domain.client import Client
from fieldapp.domain.immunization import DoseSource, ImmunizationEvent, ImmunizationStatus
from fieldapp.domain.message import MessagesKnown
from fieldapp.domain.vaccine import Catalogue
from fieldapp.ui.calls.words import as_told, message_words
from fieldapp.ui.desk.present_people import facts_line
from fieldapp.ui.desk.words import evidence_words as known_from_words
from fieldapp.ui.desk.words import finding_words, likeness_words
from fieldapp.ui.language import day
from fieldapp.ui.records.present_corrections import notes_on
from fieldapp.ui.records.state import Kind, RecordLine, RecordsState
from fieldapp.ui.records.words import aside_words, evidence_words, state_words
from fieldapp.ui.words import not_given_words, tr

_KINDS = {
    ImmunizationStatus.COMPLETED: Kind.DOSE,
    ImmunizationStatus.NOT_DONE: Kind.NOT_GIVEN,
    ImmunizationStatus.ENTERED_IN_ERROR: Kind.STRUCK,
}


def person_list(catalogue: Catalogue, found: PersonRecords, now: datetime) -> RecordsState:
    """Everything about one person: the registration, doubts, links, then records, newest first;
    last what the hub wrote to them."""
    client = found.client
    who = client.client_id
    lines = [
        RecordLine(
            Kind.PERSON,
            who,
            who,
            tr("Registration"),
            facts_line(client.details, now.date()),
            (
                *map(finding_words, found.findings),
                *notes_on(catalogue, found.corrections, now),
            ),
            _tone(found.findings),
        ),
        *_pairs(found, now.date()),
        *(_elsewhere(who, ref) for ref in found.elsewhere),
        *(_dose_line(catalogue, who, record, now) for record in reversed(found.records)),
        *_messages(who, found.messages, now),
    ]
    title = tr("Records of {name}").format(name=client.details.name)
    return RecordsState(
        title, tr("Choose a record by its number, then say what is wrong."), tuple(lines)
    )


def _tone(findings: Sequence[str]) -> str:
    if not findings:
        return ""
    return "info" if all(map(is_decided, findings)) else "wait"


def aside_list(catalogue: Catalogue, held: Sequence[PutAside], now: datetime) -> RecordsState:
    """What the hub holds in quarantine, and what it asks a person to look at."""
    title = tr("Put aside by the hub")
    if not held:
        lead = tr("Nothing is put aside. Scan or type a person to see and correct their records.")
        return RecordsState(tr("Records"), lead)
    lead = tr("These records are safe and count for nothing until they are put right.")
    if all(one.is_decided for one in held):
        lead = tr("The supervisor decided about these records. Nothing is to do.")
    elif any(one.found for one in held):
        lead = tr("These records are safe; the hub asks that a person looks at them.")
    return RecordsState(title, lead, tuple(_aside_line(catalogue, one, now) for one in held))


def people_list(found: Sequence[Client], today: date) -> RecordsState:
    """Several people may be meant."""
    lines = tuple(
        RecordLine(
            Kind.PERSON, c.client_id, c.client_id, c.details.name, facts_line(c.details, today)
        )
        for c in found
    )
    return RecordsState(tr("Who is it?"), "", lines)


def _pairs(found: PersonRecords, today: date) -> Iterable[RecordLine]:
    who = found.client.client_id
    for doubt in found.unsettled:
        other = doubt.client
        words = tr("Perhaps the same: {name}").format(name=other.details.name)
        note = likeness_words(doubt.likeness.value)
        detail = facts_line(other.details, today)
        yield RecordLine(Kind.PAIR, other.client_id, who, words, detail, (note,), "wait")
    for other, evidence in found.others:
        words = tr("The same person: {name}").format(name=other.details.name)
        notes = tuple(part for part in (evidence_words(evidence),) if part)
        detail = facts_line(other.details, today)
        yield RecordLine(Kind.PAIR, other.client_id, who, words, detail, notes)


def _messages(who: bytes, known: MessagesKnown | None, now: datetime) -> Iterable[RecordLine]:
    """Only where there is something to tell: what is not known here is no line."""
    if known is None:
        return
    told = as_told(known, now)
    for sent in reversed(known.sent):
        words = tr("Dose {n}").format(n=sent.dose)
        yield RecordLine(Kind.MESSAGE, b"", who, f"{message_words(sent)} · {words}", told)
    if known.opted_out:
        yield RecordLine(Kind.MESSAGE, b"", who, tr("Wants no messages"), told)


def _elsewhere(who: bytes, ref: bytes) -> RecordLine:
    words = tr("The same person, registered by another team")
    return RecordLine(Kind.ELSEWHERE, ref, who, words, tr("Linked when found in the roster"))


def _dose_line(catalogue: Catalogue, who: bytes, record: PersonRecord, now: datetime) -> RecordLine:
    event = record.event
    return RecordLine(
        _KINDS[event.status],
        event.event_id,
        who,
        _event_words(catalogue, event, record.number),
        _standing(record),
        tuple(notes_on(catalogue, record.corrections, now)),
    )


def _standing(record: PersonRecord) -> str:
    """How safe a record is and whose it is; that it is struck through is said before."""
    who = record.event.recorded_by
    struck = record.event.status is ImmunizationStatus.ENTERED_IN_ERROR
    return who if struck else f"{state_words(record.state)} · {who}"


def _aside_line(catalogue: Catalogue, one: PutAside, now: datetime) -> RecordLine:
    words_of = finding_words if one.found else aside_words
    who, why = one.client.client_id, (words_of(one.reason),)
    name = one.client.details.name or tr("no name")
    tone = "info" if one.is_decided else "wait"
    if one.dose is None:
        detail = facts_line(one.client.details, now.date())
        return RecordLine(Kind.PERSON, who, who, f"{tr('Registration')}: {name}", detail, why, tone)
    words = f"{name} · {_event_words(catalogue, one.dose, None)}"
    detail = tr("recorded by {who}").format(who=one.dose.recorded_by)
    return RecordLine(Kind.DOSE, one.dose.event_id, who, words, detail, why, tone)


def _event_words(catalogue: Catalogue, event: ImmunizationEvent, number: int | None) -> str:
    when = day(event.occurred_at.date())
    if event.status is ImmunizationStatus.NOT_DONE:
        return f"{when} · {tr('not given')}: {not_given_words(event.reason or '')}"
    product = catalogue.short_name(event.lot.vaccine_id)
    parts = [when, product]
    if event.status is ImmunizationStatus.ENTERED_IN_ERROR:
        return " · ".join([tr("Struck through"), *parts])
    if number is not None:
        parts.insert(0, tr("Dose {n}").format(n=number))
    if event.lot.lot_number:
        parts.append(tr("Lot {lot}").format(lot=event.lot.lot_number))
    if event.source is DoseSource.ELSEWHERE:
        parts.append(known_from_words(event.evidence or "told"))
        parts.append(event.place or tr("elsewhere"))
    return " · ".join(parts)
