"""How many people of a place still wait for a first dose, by the coverage of its home area.

Known where a region bears the name or the code of an area and somebody entered how many it has.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection

from fieldapp.hub.coverage.reading import read_coverage
from fieldapp.hub.daily.shares import HOME
from fieldapp.hub.web.catalogue import code_called


def people_left(connection: Connection, places: Iterable[str], today: date) -> dict[str, int]:
    """By place, those of whom it is known; a denominator that is too small leaves nobody."""
    left = {
        row.code: max(0, row.entry.size - row.figures.covered)
        for row in read_coverage(connection, today, all_shown=True)[HOME]
        if row.entry is not None and row.figures is not None
    }
    codes = {place: code_called("area", place) for place in places}
    return {place: left[code] for place, code in codes.items() if code in left}
