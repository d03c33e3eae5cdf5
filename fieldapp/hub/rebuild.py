"""Builds the tables that follow from frames anew while those in use go on serving and folding,
compares them, and puts them in place in one transaction.

Killed at any moment it does no harm: the tables in use are whole, and what was begun is thrown away
at the next try.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import Connection, func, insert, select

from fieldapp.hub import schema
from fieldapp.hub.cases.tables import case_decision
from fieldapp.hub.errors import RebuildGoesOn, RulesChanged
from fieldapp.hub.fold.digest import differing as differing_tables
from fieldapp.hub.fold.projector import (
    PLACES_AT_ONCE,
    catch_up,
    fold_places,
    projected_to,
    rules_of,
    settle_decided,
)
from fieldapp.hub.fold.stirred import NOTES
from fieldapp.hub.second_set import Fill, SecondSet, second_set
from fieldapp.hub.store import Store, open_store

_DECIDED = select(func.max(case_decision.c.no))
Worked = Callable[[int], None]
"""Told the place that the new tables have reached."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """Up to which page, and which tables were not what the frames say."""

    pages: int
    differing: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """Keys that scripts rely on."""
        return {"ok": not self.differing, **asdict(self)}

    def in_words(self) -> str:
        """For a person."""
        built = f"All tables are built anew from {self.pages:,} pages and in use."
        if not self.differing:
            return f"{built} They say what the old ones said."
        named = ", ".join(self.differing)
        return f"{built} The old ones said something else in: {named}. Tell the maker."


def rebuild(data: Path, *, database: str | None = None, worked: Worked = lambda _: None) -> Rebuilt:
    """Build everything anew. Raises RebuildGoesOn, TablesInUse, RulesChanged and what opening
    raises."""
    with closing(open_store(data, database=database)) as store:
        catch_up(store)
        with second_set(store) as second:
            if second is None:
                raise RebuildGoesOn()
            fill = _filling(store)
            _fill_quietly(store, second, fill, worked)
            place, differing = _compare(store, second, fill)
            second.put_in_place(fill, _tell_everybody if differing else _tell_nobody)
    return Rebuilt(place, differing)


def _filling(store: Store) -> Fill:
    """Folds up to a place and carries out what was decided, by the rules of now alone."""
    with store.reading() as connection:
        rules = rules_of(connection)

    def fill(connection: Connection, place: int) -> None:
        if rules_of(connection) != rules:
            raise RulesChanged()
        while (begun := projected_to(connection)) < place:
            fold_places(connection, begun + 1, min(place, begun + PLACES_AT_ONCE), rules)
        settle_decided(connection)

    return fill


def _fill_quietly(store: Store, second: SecondSet, fill: Fill, worked: Worked) -> None:
    """As far as the tables in use, some pages a transaction."""
    begun, place = 0, 1
    while begun < place:
        with store.reading() as connection:
            place = projected_to(connection)
        with second.folding() as connection:
            begun = min(place, projected_to(connection) + PLACES_AT_ONCE)
            fill(connection, begun)
        worked(begun)


def _compare(store: Store, second: SecondSet, fill: Fill) -> tuple[int, tuple[str, ...]]:
    """The place at which both were looked at, and the tables that differ there."""
    while True:
        catch_up(store)
        with store.reading() as live, second.folding() as new:
            place, decided = projected_to(live), live.execute(_DECIDED).scalar()
            fill(new, place)
            differing = tuple(differing_tables(live, new))
            if not differing or new.execute(_DECIDED).scalar() == decided:
                return place, differing  # else somebody decided about a case meanwhile


def _tell_everybody(connection: Connection) -> None:
    """Whoever keeps something that follows from the tables looks at everybody again."""
    everybody = select(schema.client.c.id)
    for table in NOTES:
        connection.execute(insert(table).from_select(["client"], everybody))


def _tell_nobody(connection: Connection) -> None:
    """Nothing says anything else than before."""
