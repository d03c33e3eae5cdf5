"""The verb: write the reported reactions (AEFI) as a file, with all that follows from the dose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from fieldapp.actions.aefi_codes import load_aefi_codes
from fieldapp.actions.made_up import marked
from fieldapp.actions.programme import load_catalogue
from fieldapp.domain.adverse_event import AdverseEvent, still_missing
from fieldapp.domain.dose_numbers import dose_numbers
from fieldapp.domain.immunization import ImmunizationEvent
from fieldapp.domain.vaccine import Catalogue
from fieldapp.journal import clients, doses, reactions, sessions, staff
from fieldapp.journal.journal import Journal
from fieldapp.journal.keyslots import StaffUser
from fieldapp.reports.aefi import AefiLine, aefi_table
from fieldapp.reports.files import write_table


def export_aefi(journal: Journal, fmt: str, path: Path, since: date | None = None) -> int:
    """Write the line list, withdrawn reports marked; returns how many rows. `since` leaves out
    doses given before that day. Raises CannotWrite."""
    table = marked(journal, aefi_table(_lines(journal, since)))
    write_table(table, fmt, path)
    return len(table.rows)


def _lines(journal: Journal, since: date | None) -> Iterator[AefiLine]:
    catalogue, codes = load_catalogue(), load_aefi_codes()
    people = {user.login: user for user in staff.all_staff(journal)}
    places = {session.label: session.place for session in sessions.all_sessions(journal)}
    for event in reactions.all_reports(journal):
        dose = doses.get(journal, event.dose_id)
        client = clients.get(journal, event.client_id)
        if dose is None or client is None or (since and dose.occurred_at.date() < since):
            continue
        reporter = people.get(event.reported_by)
        yield AefiLine(
            event=event,
            dose=dose,
            client=client.details,
            brand_and_maker=_brand(catalogue, dose),
            dose_number=_number(journal, catalogue, event),
            place=_place(journal, places, dose),
            reporter_name=reporter.name if reporter else event.reported_by,
            reporter_post=_post(reporter),
            still_missing=still_missing(event.details, codes),
        )


def _brand(catalogue: Catalogue, dose: ImmunizationEvent) -> str:
    vaccine = catalogue.get(dose.lot.vaccine_id)
    if vaccine is None:
        return dose.lot.vaccine_id
    parts = (vaccine.name.get("en", vaccine.id), vaccine.manufacturer.get("en"))
    return ", ".join(part for part in parts if part)


def _number(journal: Journal, catalogue: Catalogue, event: AdverseEvent) -> int | None:
    history = doses.of_client(journal, event.client_id)
    return dose_numbers(history, catalogue).get(event.dose_id)


def _place(journal: Journal, places: dict[str, str], dose: ImmunizationEvent) -> str:
    where = (journal.team.name, dose.session, places.get(dose.session or ""))
    return ", ".join(part for part in where if part)


def _post(reporter: StaffUser | None) -> str:
    return reporter.role if reporter else ""
