"""Whom a place needs doses for: those whom its teams vaccinated and who become due, by week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection

from fieldapp.domain.demand import day_of
from fieldapp.hub.allocation.weeks import week_at
from fieldapp.hub.devices import devices
from fieldapp.hub.due.reading import Awaited, awaited


@dataclass
class Need:
    """One product at one place. `due` and `last` as in `problem.Place`; `past` people have passed
    their latest day already: they are among those due, and nothing can be missed for them."""

    due: list[int]
    last: list[int]
    past: int = 0


@dataclass
class Needs:
    """By product and place; `places` are all that have a laptop."""

    places: list[str]
    by_product: dict[str, dict[str, Need]] = field(default_factory=dict)

    def of(self, vaccine: str, weeks: int) -> dict[str, Need]:
        """One product at every place, by name."""
        known = self.by_product.get(vaccine, {})
        named = sorted({*self.places, *known})
        return {name: known.get(name) or Need([0] * weeks, [0] * weeks) for name in named}


def read_needs(connection: Connection, mondays: Sequence[date], today: date) -> Needs:
    """Of every product. Who is late counts in the first week."""
    known = devices(connection).values()
    places = sorted({device.region for device in known if device.revoked_s is None})
    regions = {device.no: device.region for device in known}
    return Needs(places, count_needs(awaited(connection), regions, mondays, today))


def count_needs(
    people: Iterable[Awaited], regions: Mapping[int, str], mondays: Sequence[date], today: date
) -> dict[str, dict[str, Need]]:
    """By product and region, those who are due in these weeks."""
    found: defaultdict[str, dict[str, Need]] = defaultdict(dict)
    weeks = len(mondays)
    for one in people:
        week = week_at(mondays, day_of(one.due, one.promised, today))
        if week is None:
            continue
        place = regions.get(one.device, "")
        need = found[one.vaccine].setdefault(place, Need([0] * weeks, [0] * weeks))
        need.due[week] += one.people
        if one.latest is None:
            continue
        if one.latest < today:
            need.past += one.people
            continue
        last = week_at(mondays, one.latest)
        if last is not None:
            need.last[max(week, last)] += one.people
    return dict(found)
