"""Puts two registrations side by side into words."""

from __future__ import annotations

from collections.abc import Iterable

from fieldapp.actions.person_records import PersonRecords
from fieldapp.domain.client import ClientDetails
from fieldapp.domain.documents.masking import mask
from fieldapp.domain.immunization import ImmunizationStatus
from fieldapp.domain.vaccine import Catalogue
from fieldapp.ui.catalogue_words import area_words
from fieldapp.ui.language import birth_day, day
from fieldapp.ui.records.state import PairRow, PairState
from fieldapp.ui.words import tr


def pair(
    catalogue: Catalogue, one: PersonRecords, other: PersonRecords, *, direct: bool
) -> PairState:
    """Two registrations side by side; `direct`: whether the link, if any, is between these two."""
    linked = any(client.client_id == other.client.client_id for client, _ in one.others)
    lead = tr("Compare, and ask the person. The decision can be taken back.")
    if linked and not direct:
        lead = tr("They are linked by way of a third registration: take that link back there.")
    return PairState(
        one.client.client_id,
        other.client.client_id,
        tr("One person, or two?"),
        lead,
        tuple(_rows(catalogue, one, other)),
        linked,
        direct or not linked,
    )


def _rows(catalogue: Catalogue, one: PersonRecords, other: PersonRecords) -> Iterable[PairRow]:
    a, b = one.client.details, other.client.details
    yield PairRow(tr("Name"), a.name, b.name)
    yield PairRow(tr("Document"), _papers(a), _papers(b))
    yield PairRow(tr("Birth date"), *(birth_day(d.birth_date, d.birth_known_to) for d in (a, b)))
    yield PairRow(tr("Phone"), a.phone or "", b.phone or "")
    yield PairRow(tr("Home area"), *(area_words(d.home_area or "") for d in (a, b)))
    yield PairRow(tr("To find again"), a.circumstances or "", b.circumstances or "")
    yield PairRow(tr("Doses"), *(_doses(catalogue, found) for found in (one, other)))


def _papers(details: ClientDetails) -> str:
    return ", ".join(mask(document) for document in details.documents)


def _doses(catalogue: Catalogue, found: PersonRecords) -> str:
    own = found.client.client_id
    events = [record.event for record in found.records if record.event.client_id == own]
    return ", ".join(
        f"{day(event.occurred_at.date())} {catalogue.short_name(event.lot.vaccine_id)}"
        for event in events
        if event.status is ImmunizationStatus.COMPLETED
    )
