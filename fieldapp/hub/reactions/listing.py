"""Which reactions were reported: grave ones, those of a product or of a lot; newest word first.

Grave is what anybody ever called serious, or what is severe by its nature even before anybody was
asked (`resources/aefi`): to be on the safe side a later *not serious* does not hide it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, literal_column, or_, select

from fieldapp.domain.adverse_event import AefiCodes, parse_codes
from fieldapp.domain.lot import lot_key
from fieldapp.hub import schema
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.lots.people import beginning_of
from fieldapp.hub.messages.tables import reaction, reaction_withdrawn
from fieldapp.hub.reactions.told import Told, told_of
from fieldapp.hub.schema import LOT_BEGINS
from fieldapp.resource_files import resource_path
from fieldapp.wire import cbor
from fieldapp.wire.events import MAX_BODY_BYTES

_reaction, _withdrawn = reaction.c, reaction_withdrawn.c
_event, _dose, _client, _frame = schema.event.c, schema.dose.c, schema.client.c, schema.frame.c
_SAID = schema.event.join(reaction, _event.id == _reaction.id).join(
    schema.dose, _dose.id == _reaction.dose
)
_ALL_CODES = select(_reaction.codes).distinct()


@dataclass(frozen=True, slots=True)
class ReactionFilter:
    """Which reports; a lot counts as the same however people typed it."""

    grave: bool = False
    vaccine: str = ""
    lot: str = ""


@dataclass(frozen=True, slots=True)
class ReactionLine:
    """One report with the dose that it is about, and whose that is; `name` None: not known."""

    told: Told
    grave: bool
    client: bytes | None
    name: str | None
    vaccine: str | None
    lot: str | None
    occurred_min: int | None
    device: int


@cache
def codes() -> AefiCodes:
    """The boxes of the form, as this release has them."""
    return parse_codes(json.loads(resource_path("aefi", "codes.json").read_text("utf-8")))


def count(connection: Connection, which: ReactionFilter) -> int:
    """How many reports."""
    found = _reports(connection, which).subquery()
    return int(connection.execute(select(func.count()).select_from(found)).scalar_one())


def page_of(
    connection: Connection, which: ReactionFilter, *, skip: int, most: int
) -> list[ReactionLine]:
    """One page of them, those first of which something was said last."""
    newest = func.max(_event.place).desc(), func.max(_event.seq).desc(), _reaction.reaction
    wanted = _reports(connection, which).order_by(*newest)
    ids = [bytes(row[0]) for row in connection.execute(wanted.offset(skip).limit(most))]
    stand = {one.id: one for one in told_of(connection, ids)}
    return _lines(connection, [stand[id_] for id_ in ids if id_ in stand])


def grave_since(connection: Connection, since_s: int) -> int:
    """How many grave reports came since then; not those that were withdrawn."""
    wanted = (
        select(func.count(_reaction.reaction.distinct()))
        .select_from(_SAID.join(schema.frame, _frame.place == _event.place))
        .where(
            _frame.received_s >= since_s,
            _is_grave(connection),
            _reaction.reaction.not_in(select(_withdrawn.reaction)),
        )
    )
    return int(connection.execute(wanted).scalar_one())


def _reports(connection: Connection, which: ReactionFilter) -> Select[Any]:
    wheres: list[ColumnElement[bool]] = []
    if which.grave:
        wheres.append(_is_grave(connection))
    if which.vaccine:
        wheres.append(_dose.vaccine == which.vaccine)
    if which.lot:
        wheres.append(_of_lot(which.lot))
    return select(_reaction.reaction).select_from(_SAID).where(*wheres).group_by(_reaction.reaction)


def _of_lot(lot: str) -> ColumnElement[bool]:
    begins: ColumnElement[str] = literal_column(LOT_BEGINS)  # no other table here has a lot
    return begins.in_(sorted({beginning_of(lot), beginning_of(lot_key(lot))}))


def _is_grave(connection: Connection) -> ColumnElement[bool]:
    """Few different sets of boxes are ever ticked: those with a severe one are looked up first."""
    told = [bytes(row[0]) for row in connection.execute(_ALL_CODES)]
    return or_(_reaction.serious, _reaction.codes.in_([one for one in told if _is_severe(one)]))


def _is_severe(told: bytes) -> bool:
    listed = cbor.loads(told, max_bytes=MAX_BODY_BYTES)
    known = (codes().reaction(code) for code in listed) if isinstance(listed, list) else ()
    return any(code is not None and code.severe for code in known)


def _lines(connection: Connection, told: list[Told]) -> list[ReactionLine]:
    columns = [_dose[name] for name in ("id", "client", "vaccine", "lot", "occurred_min", "device")]
    doses = {bytes(row.id): row for row in rows_in(connection, columns, _dose.id, _doses(told))}
    names = _names(connection, [row.client for row in doses.values() if row.client is not None])
    grave = grave_among(connection, [one.id for one in told])
    return [_line(one, doses[one.dose], names, one.id in grave) for one in told]


def _doses(told: Iterable[Told]) -> set[bytes]:
    return {one.dose for one in told}


def _names(connection: Connection, clients: Iterable[bytes]) -> dict[bytes, str | None]:
    rows = rows_in(connection, [_client.id, _client.name], _client.id, set(clients))
    return {bytes(row.id): row.name for row in rows}


def grave_among(connection: Connection, reports: Iterable[bytes]) -> set[bytes]:
    """Those of these reports that are."""
    columns = [_reaction.reaction, _reaction.codes, _reaction.serious]
    rows = rows_in(connection, columns, _reaction.reaction, set(reports))
    return {bytes(row.reaction) for row in rows if row.serious or _is_severe(bytes(row.codes))}


def _line(told: Told, dose: Any, names: Mapping[bytes, str | None], grave: bool) -> ReactionLine:
    client = None if dose.client is None else bytes(dose.client)
    name = None if client is None else names.get(client)
    return ReactionLine(
        told, grave, client, name, dose.vaccine, dose.lot, dose.occurred_min, dose.device
    )
