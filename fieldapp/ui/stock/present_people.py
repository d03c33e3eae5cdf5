"""Who got a lot, put into words."""

from __future__ import annotations

from fieldapp.actions.practice import Practice
from fieldapp.actions.stock.lot_people import LotPeople
from fieldapp.journal.doses import DoseRecord
from fieldapp.ui.language import birth_day, day, number
from fieldapp.ui.recall_words import recall_words
from fieldapp.ui.stock.present import site_time
from fieldapp.ui.stock.state import GotItLine
from fieldapp.ui.words import sentences, tr


def people_of_lot(practice: Practice, found: LotPeople) -> tuple[str, str, list[GotItLine]]:
    """Title, what is said above the table, and the table."""
    name = f"{practice.catalogue.short_name(found.vaccine_id)} {found.lot_number}"
    recalled = recall_words(found.recall, site_time(practice)) if found.recall else ""
    people = len({record.client.client_id for record in found.records})
    lead = tr("{doses} doses, {people} people, as far as this laptop knows.").format(
        doses=number(len(found.records)), people=number(people)
    )
    lines = [_line(record, found.names) for record in found.records]
    return tr("Who got {lot}").format(lot=name), sentences(recalled, lead), lines


def _line(record: DoseRecord, names: dict[str, str]) -> GotItLine:
    details, event = record.client.details, record.event
    return GotItLine(
        name=details.name,
        born=birth_day(details.birth_date, details.birth_known_to),
        phone=details.phone or tr("none"),
        given=day(event.occurred_at.date()),
        by=names.get(event.vaccinator or "", event.vaccinator or event.place or ""),
    )
