"""Lots that may be given: some team holds doses of them, none is recalled or over."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from fieldapp.hub.lots import recalls
from fieldapp.hub.lots.reading import LotFilter, LotLine, page_of

_MOST_LOTS = 1000


def usable(connection: Connection, today: date, vaccine: str | None = None) -> list[LotLine]:
    """By product and number; of one product, if one is named."""
    recalled = {(one.vaccine, one.lot_key) for one in recalls.standing(connection)}
    lines = page_of(connection, LotFilter(vaccine=vaccine, held=True), most=_MOST_LOTS)
    return [one for one in lines if (one.vaccine, one.key) not in recalled and _lasts(one, today)]


def _lasts(one: LotLine, today: date) -> bool:
    return one.expiry is None or one.expiry >= today
