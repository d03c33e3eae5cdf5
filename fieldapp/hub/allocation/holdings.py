"""What the teams of a place still hold of a product, beside what they are to get."""

from __future__ import annotations

from collections import Counter
from datetime import date

from sqlalchemy import Connection

from fieldapp.hub.devices import devices
from fieldapp.hub.lots import recalls
from fieldapp.hub.lots.reading import LotFilter, LotLine, page_of, teams_of

_MOST_LOTS = 1000


def doses_held(connection: Connection, vaccine: str, today: date) -> dict[str, int]:
    """By place, the doses that may be given: none of recalled lots or of those that are over, and
    a balance below zero takes nothing from others."""
    recalled = {(one.vaccine, one.lot_key) for one in recalls.standing(connection)}
    lines = page_of(connection, LotFilter(vaccine=vaccine, held=True), most=_MOST_LOTS)
    good = [(one.vaccine, one.key) for one in lines if _lasts(one, today)]
    regions = {no: device.region for no, device in devices(connection).items()}
    found: Counter[str] = Counter()
    for teams in teams_of(connection, [lot for lot in good if lot not in recalled]).values():
        for team in teams:
            found[regions.get(team.device, "")] += max(0, team.doses.left)
    return dict(found)


def _lasts(one: LotLine, today: date) -> bool:
    return one.expiry is None or one.expiry >= today
