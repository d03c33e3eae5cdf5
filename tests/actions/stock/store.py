"""A made-up store: one lot in vials of five, and a session to load it for."""

from __future__ import annotations

from fieldapp.actions.stock.amount import Amount
from fieldapp.domain.immunization import VaccineLot
from fieldapp.journal import stock
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import from_day
from tests.journal.laptop import LOT as LOT_NUMBER
from tests.journal.laptop import NURSE, VACCINE

LOT = VaccineLot(VACCINE, LOT_NUMBER, from_day(19000))
SESSION = "boat-test-0508"
USER = NURSE.login


def vials(count: int) -> Amount:
    """So many vials of the lot."""
    return Amount.of_vials(LOT, count, 5)


def doses(count: int) -> Amount:
    """So many doses of the lot."""
    return Amount(LOT, count, 5)


def places(journal: Journal) -> dict[str | None, int]:
    """Where the doses of the lot are by the book."""
    return stock.balance_of(journal, VACCINE, LOT_NUMBER).balance.places
