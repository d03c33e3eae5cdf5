"""Everybody's last doses, in the order of their slow keys: one pass over the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from sqlalchemy import Connection, and_, select

from fieldapp.hub import schema
from fieldapp.hub.registry.tables import pocket
from fieldapp.wire.registry.entry import Holding

_DAY_ONE = date(1970, 1, 1)
_MINUTES_A_DAY = 1440
_named, _same = schema.client.alias("named"), schema.client.alias("same")
_document, _dose, _pocket = schema.document.c, schema.dose.c, pocket.c

# a document names a registration, the registration a person, the person all of its registrations
_DOSES = (
    select(_pocket.slow_key, _dose.vaccine, _dose.occurred_min)
    .select_from(pocket)
    .join(
        schema.document,
        and_(_document.kind == _pocket.kind, _document.number == _pocket.number, _document.current),
    )
    .join(_named, and_(_named.c.id == _document.client, _named.c.counts))
    .join(_same, _same.c.person == _named.c.person)
    .join(schema.dose, _dose.client == _same.c.id)
    .where(_dose.given, _dose.state.in_(("counted", "contested")), _dose.vaccine.is_not(None))
    .distinct()
    .add_columns(_dose.id)
    .order_by(_pocket.slow_key)
)
_PRODUCTS = select(_dose.vaccine).where(_dose.given, _dose.vaccine.is_not(None)).distinct()


def products(connection: Connection) -> tuple[str, ...]:
    """Every product that was given, in a fixed order."""
    return tuple(sorted(vaccine for (vaccine,) in connection.execute(_PRODUCTS)))


def holdings(connection: Connection) -> Iterator[tuple[bytes, list[Holding]]]:
    """By slow key, what its person holds of each product; sorted by slow key."""
    rows = connection.execution_options(yield_per=5000).execute(_DOSES)
    for slow_key, own in groupby(rows, key=lambda row: row.slow_key):
        yield bytes(slow_key), _by_product((row.vaccine, row.occurred_min) for row in own)


def _by_product(doses: Iterator[tuple[str, int]]) -> list[Holding]:
    days: dict[str, list[int]] = defaultdict(list)
    for vaccine, occurred_min in doses:
        days[vaccine].append(occurred_min // _MINUTES_A_DAY)
    return [_holding(vaccine, sorted(days[vaccine])) for vaccine in sorted(days)]


def _holding(vaccine: str, days: list[int]) -> Holding:
    before = _day(days[-2]) if len(days) > 1 else None
    return Holding(vaccine, len(days), _day(days[-1]), before)


def _day(number: int) -> date:
    return _DAY_ONE + timedelta(days=number)
