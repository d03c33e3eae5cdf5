"""How much of which lot a verb moves, and the refusal to move more than the book shows."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.stock import Kind, Place
from fieldapp.journal import stock
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import to_day
from fieldapp.wire.facts import StockMoved

MOST_DOSES = 1_000_000


class NotANumberOfDoses(FieldAppError):
    """Nothing, less than nothing, or more than any team carries."""

    happened = "{doses} is not a number of doses that can move."
    safe = "Nothing was written down."
    next_step = "Type how many doses or vials it is."


class NotThatMany(FieldAppError):
    """The book shows fewer doses there: a slip of the finger, or something was not written down."""

    happened = "By the book only {there} doses of lot {lot} are there, not {doses}."
    safe = "Nothing was written down."
    next_step = "Check the number; if it is right, count the lot first."


class UnknownReason(FieldAppError):
    """A movement of this kind needs one of the listed reasons."""

    happened = "A reason is needed: {reason} is none of the list."
    safe = "Nothing was written down."
    next_step = "Choose a reason."


@dataclass(frozen=True, slots=True)
class Amount:
    """Doses of a lot; `vial_doses`: how many one of its vials holds."""

    lot: VaccineLot
    doses: int
    vial_doses: int = 1

    @classmethod
    def of_vials(cls, lot: VaccineLot, vials: int, vial_doses: int) -> Amount:
        """So many whole vials."""
        return cls(lot, vials * vial_doses, vial_doses)


def moved(
    kind: Kind,
    amount: Amount,
    *,
    session: Place = None,
    reason: str | None = None,
    note: str | None = None,
    code: str | None = None,
    vvm: int | None = None,
) -> StockMoved:
    """The fact of a movement; `vvm` is the vial monitor's stage, 1-4. Raises NotANumberOfDoses."""
    if not 0 < amount.doses <= MOST_DOSES:
        raise NotANumberOfDoses(doses=amount.doses)
    lot = amount.lot
    return StockMoved(
        kind=kind.value,
        vaccine=lot.vaccine_id,
        lot=lot.lot_number,
        expiry_day=to_day(lot.expiry),
        vial_doses=amount.vial_doses,
        doses=amount.doses,
        session=session,
        reason=reason,
        note=note,
        code=code,
        vvm=vvm,
    )


def require_there(journal: Journal, amount: Amount, place: Place) -> None:
    """Raise NotThatMany when the book shows fewer doses of the lot at `place`."""
    there = doses_at(journal, amount.lot, place)
    if amount.doses > there:
        raise NotThatMany(there=max(0, there), lot=amount.lot.lot_number, doses=amount.doses)


def doses_at(journal: Journal, lot: VaccineLot, place: Place) -> int:
    """Doses of the lot at a place by the book."""
    return stock.balance_of(journal, lot.vaccine_id, lot.lot_number).balance.at(place)
