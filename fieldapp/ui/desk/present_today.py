"""Puts the day into words and marks: the right column of the desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from fieldapp.actions.today import TodayRecord
from fieldapp.domain.immunization import DoseSource, ImmunizationStatus
from fieldapp.domain.vaccine import Catalogue
from fieldapp.ui.desk.present import short_name
from fieldapp.ui.desk.state import Mark, TodayItem, TodayState
from fieldapp.ui.language import clock_time
from fieldapp.ui.words import not_given_words, tr


def today_state(
    catalogue: Catalogue,
    records: Sequence[TodayRecord],
    undoable: bytes | None,
    watched: Mapping[bytes, datetime] | None = None,
) -> TodayState:
    """The right column, newest first; `watched`: until when, by the dose."""
    given = [record for record in records if _given_by_us(record)]
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
    name = short_name(catalogue, event.lot.vaccine_id)
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
