"""The verb: who got a lot, as far as this laptop knows, and who recalled it."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.journal import doses, lots, staff
from fieldapp.journal.doses import DoseRecord
from fieldapp.journal.journal import Journal
from fieldapp.journal.lots import LotDecision


@dataclass(frozen=True, slots=True)
class LotPeople:
    """The doses of a lot, newest first; `names` are those of the team by login."""

    vaccine_id: str
    lot_number: str
    records: tuple[DoseRecord, ...]
    recall: LotDecision | None
    names: dict[str, str]


def lot_people(journal: Journal, vaccine: str, lot: str) -> LotPeople:
    """Look them up; doses struck through are left out."""
    names = {person.login: person.name for person in staff.all_staff(journal)}
    recall = lots.recall_of(journal, vaccine, lot)
    return LotPeople(vaccine, lot, tuple(doses.of_lot(journal, vaccine, lot)), recall, names)
