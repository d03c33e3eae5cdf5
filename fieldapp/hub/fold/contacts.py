"""Calls, wishes and reactions: what decides whether somebody may be sent a message.

Nothing of it stays about a person who is erased, whichever came first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Connection, delete, select

from fieldapp.hub import schema
from fieldapp.hub.fold.change import Change, find, insert_row
from fieldapp.hub.fold.clients import REGISTERED
from fieldapp.hub.fold.dose_reading import RECORDED
from fieldapp.hub.fold.events import Placed
from fieldapp.hub.fold.rows import chunks
from fieldapp.hub.fold.rules import UNREADABLE, Doubt
from fieldapp.hub.fold.shape import fits_calendar
from fieldapp.hub.messages import tables
from fieldapp.wire import cbor, facts
from fieldapp.wire.facts import CURRENT

_CALL = CURRENT[facts.CallMade][0]
_REACTION = CURRENT[facts.ReactionReported][0]
_BY_EVENT = (tables.call, tables.wish, tables.reaction)


def _call(change: Change, event: Placed, fact: facts.CallMade) -> Doubt | None:
    if not fits_calendar(fact.day):
        return UNREADABLE
    client = find(change, event, fact.client, (REGISTERED,))
    if isinstance(client, Doubt):
        return client
    if not _is_erased(change.connection, client):
        assert event.header is not None  # noqa: S101  what is applied was read from its header on
        insert_row(
            change, tables.call,
            id=event.id, client=client, vaccine=fact.vaccine, dose=fact.dose,
            outcome=fact.outcome, day=fact.day, phone=fact.phone, made_s=_said_s(event),
            device=event.device, made_by=event.header.user,
        )  # fmt: skip
        change.people.add(client)  # who will not come is not due
    return None


def _call_withdrawn(change: Change, event: Placed, fact: facts.CallWithdrawn) -> Doubt | None:
    call = find(change, event, fact.call, (_CALL,))
    if isinstance(call, Doubt):
        return call
    insert_row(change, tables.call_withdrawn, id=event.id, call=call)
    wanted = select(tables.call.c.client).where(tables.call.c.id == call)
    change.people |= set(change.connection.execute(wanted).scalars())
    return None


def _wish(change: Change, event: Placed, fact: facts.ContactWished) -> Doubt | None:
    client = find(change, event, fact.client, (REGISTERED,))
    if isinstance(client, Doubt):
        return client
    if not _is_erased(change.connection, client):
        insert_row(
            change, tables.wish,
            id=event.id, client=client, calls=fact.calls, messages=fact.messages,
            device=event.device, epoch=event.epoch, seq=event.seq, said_s=_said_s(event),
        )  # fmt: skip
        change.people.add(client)  # the roster tells who wants no messages
    return None


def _reaction(change: Change, event: Placed, fact: facts.ReactionReported) -> Doubt | None:
    dose = find(change, event, fact.dose, (RECORDED,))
    if isinstance(dose, Doubt):
        return dose
    _tell(change, event.id, event.id, dose, fact.reactions, fact.serious)
    return None


def _reaction_amended(change: Change, event: Placed, fact: facts.ReactionAmended) -> Doubt | None:
    """Adds what is told anew; what was told before goes on counting, to be on the safe side."""
    reaction = find(change, event, fact.reaction, (_REACTION,))
    if isinstance(reaction, Doubt):
        return reaction
    new = {one[0]: one[2] for one in fact.changes if isinstance(one, list) and len(one) == 3}
    wanted = select(tables.reaction.c.dose).where(tables.reaction.c.id == reaction)
    dose = change.connection.execute(wanted).scalar()
    if dose is not None:
        _tell(change, event.id, reaction, dose, new.get("reactions"), new.get("serious"))
    return None


def _tell(
    change: Change, id_: bytes, reaction: bytes, dose: bytes, codes: object, serious: object
) -> None:
    known = [code for code in codes if isinstance(code, str)] if isinstance(codes, list) else []
    insert_row(
        change, tables.reaction,
        id=id_, reaction=reaction, dose=dose, codes=cbor.dumps(known), serious=serious is True,
    )  # fmt: skip


def _reaction_withdrawn(
    change: Change, event: Placed, fact: facts.ReactionWithdrawn
) -> Doubt | None:
    reaction = find(change, event, fact.reaction, (_REACTION,))
    if isinstance(reaction, Doubt):
        return reaction
    insert_row(change, tables.reaction_withdrawn, id=event.id, reaction=reaction)
    return None


def _said_s(event: Placed) -> int:
    """When it was said; a laptop's clock that runs ahead gains nothing by it."""
    assert event.header is not None  # noqa: S101  what is applied was read from its header on
    return min(event.header.wall_s, event.received_s)


def _is_erased(connection: Connection, client: bytes) -> bool:
    erased = select(schema.event.c.erased).where(schema.event.c.id == client)
    return bool(connection.execute(erased).scalar())


def erase(connection: Connection, events: Iterable[bytes], clients: Iterable[bytes]) -> None:
    """Drop what these events said, and all that was said of these people."""
    for chunk in chunks(events):
        for table in _BY_EVENT:
            connection.execute(delete(table).where(table.c.id.in_(chunk)))
        corrected = tables.reaction.c.reaction.in_(chunk)
        connection.execute(delete(tables.reaction).where(corrected))
    for chunk in chunks(clients):
        for table in (tables.call, tables.wish):
            connection.execute(delete(table).where(table.c.client.in_(chunk)))


APPLY: dict[type, Callable[[Change, Placed, Any], Doubt | None]] = {
    facts.CallMade: _call,
    facts.CallWithdrawn: _call_withdrawn,
    facts.ContactWished: _wish,
    facts.ReactionReported: _reaction,
    facts.ReactionAmended: _reaction_amended,
    facts.ReactionWithdrawn: _reaction_withdrawn,
}
