"""Puts the day into words and marks: the right column of the desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from fieldapp.actions.today import TodayRecord
from fieldapp.domain.immunization import DoseSource, ImmunizationStatus
from fieldapp.domain.vaccine import Catalogue
from fieldapp.journal.erased_doses import ErasedDose
from fieldapp.ui.desk.state import Mark, TodayItem, TodayState
from fieldapp.ui.language import clock_time, day
from fieldapp.ui.legal_basis_words import basis_words
from fieldapp.ui.words import not_given_words, tr

_MOST = 8


def today_state(
    catalogue: Catalogue,
    records: Sequence[TodayRecord],
    undoable: bytes | None,
    watched: Mapping[bytes, datetime] | None = None,
    erased: Sequence[ErasedDose] = (),
) -> TodayState:
    """The right column, newest first; `watched`: until when, by the dose."""
    given = [record.event.occurred_at for record in records if _given_by_us(record)]
    given += [dose.recorded_on_site for dose in erased if dose.vaccine]
    hours = Counter(moment.hour for moment in given)
    span = range(min(hours), max(hours) + 1) if hours else range(0)
    lines = [
        (
            record.event.recorded_at,
            _today_item(catalogue, record, undoable, (watched or {}).get(record.event.event_id)),
        )
        for record in records[:_MOST]
    ]
    lines += [(dose.recorded_at, _erased_item(catalogue, dose)) for dose in erased[:_MOST]]
    lines.sort(key=lambda line: line[0], reverse=True)
    return TodayState(
        doses=len(given),
        items=tuple(item for _, item in lines[:_MOST]),
        by_hour=tuple((hour, hours[hour]) for hour in span),
    )


def _erased_item(catalogue: Catalogue, dose: ErasedDose) -> TodayItem:
    """Nobody's dose: when it was erased, and on which legal basis."""
    on = day(dose.erased_at.astimezone(dose.recorded_on_site.tzinfo).date())
    what = catalogue.short_name(dose.vaccine) if dose.vaccine else tr("a dose")
    return TodayItem(
        event_id=dose.event_id,
        time=f"{dose.recorded_on_site:%H:%M}",
        name=f"{what} · {tr('erased by law')}",
        detail=f"{on} · {basis_words(dose.legal_basis)}",
        mark=Mark.CONFIRMED if dose.is_confirmed else Mark.HERE,
    )


def _given_by_us(record: TodayRecord) -> bool:
    event = record.event
    elsewhere = event.source is DoseSource.ELSEWHERE
    return event.status is ImmunizationStatus.COMPLETED and not elsewhere


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
    name = catalogue.short_name(event.lot.vaccine_id)
    if event.status is ImmunizationStatus.ENTERED_IN_ERROR:
        return f"{name} · {tr('struck through')}"
    parts = [name]
    if record.dose_number is not None:
        parts.append(tr("dose {n}").format(n=record.dose_number))
    if event.source is DoseSource.ELSEWHERE:
        parts.append(tr("elsewhere"))
    if until is not None:
        parts.append(tr("watch to {time}").format(time=clock_time(until)))
    return " · ".join(parts)
