"""From what a form says to what a verb takes: whole numbers, a day, a lot. Knows no widget."""

from __future__ import annotations

from datetime import date

from fieldapp.actions.stock.amount import Amount
from fieldapp.domain.immunization import VaccineLot
from fieldapp.ui.stock.state import MoveForm, MoveState

OPEN_VIAL = "vial"
"""The place that is a vial in use: what is left in it is wasted as it is."""


def whole(text: str, empty: int | None = None) -> int | None:
    """A whole number as typed; None for what is none. `empty` is what nothing typed means."""
    cleaned = text.strip()
    if not cleaned:
        return empty
    if not (cleaned.isascii() and cleaned.isdigit()) or len(cleaned) > 4:
        return None
    return int(cleaned)


def typed_day(text: str) -> date | None:
    """A day as 2027-08-31, 20270831 or 2027/8/31; None for what is none."""
    parts = text.strip().replace("/", "-").replace(".", "-").split("-")
    if len(parts) == 1 and len(parts[0]) == 8:
        parts = [parts[0][:4], parts[0][4:6], parts[0][6:]]
    try:
        year, month, day = map(int, parts)
        return date(year, month, day) if year >= 2000 else None
    except ValueError:
        return None


def vial_doses(state: MoveState, form: MoveForm) -> int | None:
    """How many doses a vial of the lot holds."""
    if state.lot is not None:
        return state.vial_doses
    found = whole(form.vial_doses)
    return found if found else None


def doses(state: MoveState, form: MoveForm) -> int | None:
    """How many doses the form says; None when a field is no number, or nothing was typed."""
    if form.place == OPEN_VIAL:
        return there(state, form)
    each, vials = vial_doses(state, form), whole(form.vials, 0)
    single = whole(form.doses, 0) if state.lot is not None else 0
    nothing = not form.vials and not form.doses
    if each is None or vials is None or single is None or nothing:
        return None
    return vials * each + single


def place_at(state: MoveState, form: MoveForm) -> int:
    """Which of the places is chosen."""
    ids = [name for name, _ in state.places]
    return ids.index(form.place) if form.place in ids else 0


def there(state: MoveState, form: MoveForm) -> int:
    """Doses at the chosen place by the book."""
    return state.there[place_at(state, form)] if state.there else 0


def amount(state: MoveState, form: MoveForm, expiry: date | None) -> Amount | None:
    """What moves; None while something is missing. `expiry`: of a lot that is already here."""
    count, each = doses(state, form), vial_doses(state, form)
    if count is None or each is None:
        return None
    if state.lot is not None:
        return Amount(VaccineLot(*state.lot, expiry), count, each)
    typed = typed_day(form.expiry)
    if not form.product or not form.lot or (form.expiry and typed is None):
        return None
    return Amount(VaccineLot(form.product, form.lot, typed), count, each)
