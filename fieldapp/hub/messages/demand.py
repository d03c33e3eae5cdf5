"""How many next doses are needed where, by product and week: all teams together.

A place is the region in which people had their dose before. What counts is what `domain.demand`
says; nothing is added for waste.
"""

from __future__ import annotations

from sqlalchemy import Connection

from fieldapp.domain.demand import Demand, day_of, week_of
from fieldapp.hub.devices import devices
from fieldapp.hub.due.keeping import bring_up
from fieldapp.hub.due.reading import awaited
from fieldapp.hub.messages.due import Ground
from fieldapp.hub.messages.settings import local_time
from fieldapp.hub.store import Store

_WEEKS = 2


def hub_demand(store: Store, ground: Ground, now_s: int) -> list[Demand]:
    """By product and region, the largest first; the weeks begin with today as it is in the place of
    each."""
    bring_up(store, ground, now_s)
    with store.reading() as connection:
        return demand_of(connection, now_s)


def demand_of(connection: Connection, now_s: int) -> list[Demand]:
    """The same, of what is kept."""
    regions = {no: device.region for no, device in devices(connection).items()}
    sums: dict[tuple[str, str], list[int]] = {}
    for one in awaited(connection):
        today = local_time(now_s, one.offset_min).date()
        week = week_of(day_of(one.due, one.promised, today), today)
        if week <= _WEEKS:
            place = one.vaccine, regions.get(one.device, "")
            sums.setdefault(place, [0] * (_WEEKS + 1))[week] += one.people
    found = [Demand(vaccine, place, *counts) for (vaccine, place), counts in sums.items()]
    return sorted(found, key=lambda one: (-one.total, one.vaccine, one.place))
