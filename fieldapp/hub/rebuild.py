"""Builds the tables that follow from frames anew while those in use go on serving and folding,
compares them, and puts them in place in one transaction.

Killed at any moment it does no harm: the tables in use are whole, and what was begun is thrown away
at the next try.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select

from fieldapp.hub.cases.tables import case_decision
from fieldapp.hub.edition import EDITION, make_truth, tell_everybody
from fieldapp.hub.errors import RebuildGoesOn, RulesChanged
from fieldapp.hub.fold.digest import differing as differing_tables
from fieldapp.hub.fold.projector import (
    VACCINES,
    at_once,
    catalogue_setting,
    catch_up,
    fold_places,
    projected_to,
    rules_of,
    settle_decided,
)
from fieldapp.hub.fold.rules import Rules
from fieldapp.hub.garbage import seldom_collected
from fieldapp.hub.migrations import VERSION
from fieldapp.hub.second_set import Fill, OnServer, SecondSet, second_set
from fieldapp.hub.settings import setting
from fieldapp.hub.store import Store, is_up_to_date, open_store

_WAITS = """\
The tables of this program are built beside those in use, from {pages:,} pages. Start the hub with
this program: it takes them at once. Nobody is erased until then."""
_DECIDED = select(func.max(case_decision.c.no))
Worked = Callable[[int], None]
"""Told the place that the new tables have reached."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """Up to which page, and which tables were not what the frames say. `waits`: they are those of
    this program, and wait for it to be started in place of an older one."""

    pages: int
    differing: tuple[str, ...]
    waits: bool = False

    def as_json(self) -> dict[str, object]:
        """Keys that scripts rely on."""
        return {"ok": not self.differing, **asdict(self)}

    def in_words(self) -> str:
        """For a person."""
        if self.waits:
            return _WAITS.format(pages=self.pages)
        built = f"All tables are built anew from {self.pages:,} pages and in use."
        if not self.differing:
            return f"{built} They say what the old ones said."
        named = ", ".join(self.differing)
        return f"{built} The old ones said something else in: {named}. Tell the maker."


@seldom_collected()
def rebuild(
    data: Path,
    *,
    database: str | None = None,
    vaccines: Iterable[str] | None = None,
    worked: Worked = lambda _: None,
) -> Rebuilt:
    """Build everything anew. On a server that an older program uses, the tables of this one, by
    this catalogue. Raises RebuildGoesOn, TablesInUse, RulesChanged and what opening raises."""
    with closing(open_store(data, database=database, as_it_is=True)) as store:
        with store.reading() as connection:
            ours = is_up_to_date(connection)
            alike = setting(connection, "version") == str(VERSION)
        if store.on_server and alike and not ours:
            return _build_ahead(store, vaccines, worked)
    with closing(open_store(data, database=database)) as store:
        catch_up(store)
        with second_set(store) as second:
            if second is None:
                raise RebuildGoesOn()
            fill = _filling(store)
            _fill_quietly(store, second, fill, worked)
            place, differing = _compare(store, second, fill)
            second.put_in_place(fill, tell_everybody if differing else _tell_nobody)
    return Rebuilt(place, differing)


def _build_ahead(store: Store, vaccines: Iterable[str] | None, worked: Worked) -> Rebuilt:
    """Leave the tables of this program to be taken when it is started (`edition.make_anew`)."""
    with store.writing() as connection:
        make_truth(connection)
    told = {} if vaccines is None else {VACCINES: catalogue_setting(vaccines)}
    with second_set(store) as second:
        if second is None:
            raise RebuildGoesOn()
        assert isinstance(second, OnServer)  # noqa: S101  asked for by the only caller
        rules = None if vaccines is None else Rules(frozenset(vaccines))
        place = _fill_quietly(store, second, _filling(store, rules), worked)
        second.leave(json.dumps({"edition": EDITION, **told}))
    return Rebuilt(place, (), waits=True)


def _filling(store: Store, by: Rules | None = None) -> Fill:
    """Folds up to a place and carries out what was decided, by the rules of now alone."""
    with store.reading() as connection:
        now = rules_of(connection)
    rules = by or now

    def fill(connection: Connection, place: int) -> None:
        if rules_of(connection) != now:
            raise RulesChanged()
        while (begun := projected_to(connection)) < place:
            fold_places(connection, begun + 1, at_once(connection, begun + 1, place), rules)
        settle_decided(connection, rules)

    return fill


def _fill_quietly(store: Store, second: SecondSet, fill: Fill, worked: Worked) -> int:
    """As far as the tables in use, some pages a transaction; that place."""
    begun, place = 0, 1
    while begun < place:
        with store.reading() as connection:
            place = projected_to(connection)
        with second.folding() as connection:
            begun = min(place, at_once(connection, projected_to(connection) + 1, place))
            fill(connection, begun)
        worked(begun)
    return begun


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


def _tell_nobody(connection: Connection) -> None:
    """Nothing says anything else than before."""
