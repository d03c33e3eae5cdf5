"""A person's vaccination card as plain values, and the same in one line of text for its QR code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from fieldapp.domain.birth_date import Precision, write_birth_date


@dataclass(frozen=True, slots=True)
class CardDose:
    """One dose on the card. `given_by` is who gave it; `elsewhere`: another provider gave it, then
    `given_by` is the place and `evidence` the code of how that is known."""

    number: int
    vaccine: str
    lot: str
    given_on: date
    site: str = ""
    given_by: str = ""
    elsewhere: bool = False
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class NextDose:
    """The next dose of one course: of which vaccine, which, and from when it may be given."""

    vaccine: str
    number: int
    due_on: date


@dataclass(frozen=True, slots=True)
class VaccinationCard:
    """What is known of one person's vaccinations, and as of when.

    `document` is masked. `next_doses` is of every course begun and not finished; `complete`: all
    courses begun are finished, as far as is known here. `known_as_of` is when the laptop last heard
    from the hub; None: from its own records alone. `signed` is what the QR code says, where this
    laptop may sign; `left_out` of the oldest doses had no room in it.
    `language` is the code of the one that the person prefers, empty where it is not known.
    """

    name: str
    document: str
    birth_date: date | None
    doses: tuple[CardDose, ...]
    team: str
    issued_at: datetime
    next_doses: tuple[NextDose, ...] = ()
    complete: bool = False
    known_as_of: datetime | None = None
    birth_known_to: Precision = Precision.DAY
    signed: str = ""
    left_out: int = 0
    language: str = ""

    @property
    def born(self) -> str:
        """The birth date as far as it is known: 1980-05-17, 1980-05, 1980 or ""."""
        return write_birth_date(self.birth_date, self.birth_known_to)


def card_text(card: VaccinationCard, products: Mapping[str, str]) -> str:
    """The card in one line, which a scanner types and a telephone shows. `products` names the
    vaccines by their ids. One line, because a scanner types Enter at every line's end."""
    head = [card.name, card.document, card.born]
    known = (card.known_as_of or card.issued_at).strftime("%Y-%m-%d %H:%M")
    parts = [" ".join(part for part in head if part)]
    parts += [_dose(dose, products) for dose in card.doses]
    parts += [f"next: dose {d.number} from {d.due_on.isoformat()}" for d in card.next_doses]
    return " | ".join([*parts, f"known as of {known}", card.team])


def _dose(dose: CardDose, products: Mapping[str, str]) -> str:
    name = products.get(dose.vaccine, dose.vaccine)
    words = f"{dose.number}: {dose.given_on.isoformat()} {name}"
    return f"{words} lot {dose.lot}" if dose.lot else words
