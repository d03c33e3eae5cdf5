"""Whether an open vial may still be used. Advice: a dose already given from it is a fact.

The hours come from the catalogue (WHO multi-dose vial policy; product pages, FACTS.md section 3).
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.vaccine import Vaccine


class VialDoubt(StrEnum):
    """Why a vial must not be used, the gravest first."""

    RECALLED = "recalled"
    EXPIRED = "expired"
    HELD = "held"  # its temperature is doubtful: until a named user releases the lot
    HOURS_OVER = "hours-over"


def doubts_about(
    lot: VaccineLot,
    product: Vaccine | None,
    opened_at: datetime,
    now: datetime,
    today: date,
    lot_state: VialDoubt | None = None,
) -> tuple[VialDoubt, ...]:
    """All that speaks against using this vial now, the gravest first. Moments are aware.

    `lot_state` is RECALLED or HELD where somebody said so of the lot.
    """
    found = set() if lot_state is None else {lot_state}
    if lot.expiry is not None and lot.expiry < today:
        found.add(VialDoubt.EXPIRED)
    limit = use_before(product, opened_at)
    if limit is not None and now >= limit:
        found.add(VialDoubt.HOURS_OVER)
    return tuple(doubt for doubt in VialDoubt if doubt in found)


def use_before(product: Vaccine | None, opened_at: datetime) -> datetime | None:
    """When the hours of an open vial are over; None for a single dose, or where nothing is said."""
    if product is None or product.open_vial_hours is None:
        return None
    return opened_at + timedelta(hours=product.open_vial_hours)
