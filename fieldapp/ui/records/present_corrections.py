"""Puts corrections into words: what a record said before, what it says now, who and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from fieldapp.domain.client import Document
from fieldapp.domain.documents.masking import mask
from fieldapp.domain.vaccine import Catalogue
from fieldapp.journal.corrections import Correction
from fieldapp.ui.catalogue_words import area_words, group_words
from fieldapp.ui.language import day, moment
from fieldapp.ui.records.words import correction_words, field_words, precision_words
from fieldapp.ui.words import site_words, tr
from fieldapp.wire.client_codec import decode_document
from fieldapp.wire.dates import from_day, from_minutes
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.facts import Value

_CATALOGUES = {"home_area": area_words, "key_group": group_words}
"""Fields that hold a code of a catalogue, and what puts it into words."""


def notes_on(catalogue: Catalogue, made: Sequence[Correction], now: datetime) -> Iterable[str]:
    """A line for each correction of a record, oldest first."""
    for one in made:
        when = moment(one.recorded_at, now)
        who = one.recorded_by
        if one.second_person:
            who = tr("{who}, with {second}").format(who=who, second=one.second_person)
        why = correction_words(one.reason)
        what = tr("struck through")
        if one.field is not None:
            old, new = (_value(catalogue, one.field, value) for value in (one.old, one.new))
            what = f"{field_words(one.field)}: {old} → {new}"
        yield " · ".join(part for part in (what, why, who, when) if part)


def _value(catalogue: Catalogue, field: str, value: Value) -> str:
    """A value of a correction as people write it."""
    if field == "birth_known_to":
        return precision_words(value)
    if value is None or value == "":
        return "–"
    if field in ("expiry_day", "birth_date") and isinstance(value, int):
        found = from_day(value)
        return day(found) if found else "–"
    if field == "occurred_min" and isinstance(value, int):
        when = from_minutes(value, 0)
        return f"{day(when.date())} {when:%H:%M}"
    if field == "vaccine":
        return catalogue.short_name(str(value))
    if field in _CATALOGUES:
        return _CATALOGUES[field](str(value))
    if field == "site":
        return site_words(str(value))
    if field == "documents" and isinstance(value, list):
        return ", ".join(mask(document) for document in _documents(value)) or "–"
    return str(value)


def _documents(values: Sequence[Value]) -> Iterable[Document]:
    for value in values:
        try:
            yield decode_document(value)
        except Undecodable:
            continue
