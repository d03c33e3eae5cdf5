"""What each type of event changes at once. What follows from it is settled after the last page.

An event that cannot count for now is put in quarantine; it never stops the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from fieldapp.hub import schema
from fieldapp.hub.booking import folding as bookings
from fieldapp.hub.erasure.tables import erased_event
from fieldapp.hub.fold import clients, contacts, late, openings, quarantine, stock
from fieldapp.hub.fold.change import Change, find, insert_once, insert_row
from fieldapp.hub.fold.dose_reading import NOT_GIVEN, RECORDED
from fieldapp.hub.fold.events import Placed, mark_erased, type_of
from fieldapp.hub.fold.records import read_fact, row_of
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.fold.rules import (
    BAD_REFERENCE,
    REVOKED,
    UNREADABLE,
    Doubt,
    never_decided,
    unknown_user,
    user_key,
)
from fieldapp.hub.fold.shape import fits_field, fits_index
from fieldapp.hub.operating import folding as sessions
from fieldapp.wire import cbor, facts
from fieldapp.wire.chain import EPOCH_BYTES
from fieldapp.wire.facts import Value
from fieldapp.wire.health_card.keys import is_point

REGISTERED = clients.REGISTERED
DOSES = (RECORDED, NOT_GIVEN)
_BY_SYSTEM = (facts.Opened, facts.EpochBegan, facts.UserAdded, facts.IssuingKeyMade, facts.Erased)
_FACT_OF = {RECORDED: facts.DoseRecorded, NOT_GIVEN: facts.DoseNotGiven}
_WIRE_NAME = {"birth_date": "birth_day"}


def take_all(change: Change, events: Sequence[Placed]) -> None:
    """Take in events seen for the first time, in their order."""
    change.seen.to_come.difference_update(event.id for event in events)
    for event in events:
        _take(change, event)


def _take(change: Change, event: Placed) -> None:
    body = _body(change, event) if _is_heard(change, event) else None
    if event.type == REGISTERED:
        start: dict[str, object] = {"person": event.id, "counts": False, "amended_apart": False}
        change.new_clients[event.id] = row_of(event, body=body, **start)
        change.clients.add(event.id)
    elif event.type in DOSES:
        change.new_doses[event.id] = row_of(event, body=body, given=event.type == RECORDED)
        change.doses.add(event.id)
    _judge(change, event)


def _body(change: Change, event: Placed) -> bytes | None:
    """What it says; of what is set aside nothing that could be read."""
    is_aside = event.body is not None and event.id in change.aside.ids
    return b"" if is_aside else event.body


def _is_heard(change: Change, event: Placed) -> bool:
    """What came too late is not, unless it is a record of which somebody decided that it counts."""
    is_record = event.type in (REGISTERED, *DOSES)
    return not event.late or (is_record and late.counts(change.connection, event))


def judge_again(change: Change, event: Placed) -> None:
    """Judge an event that waited for something that came."""
    quarantine.release(change.connection, event.id)
    _judge(change, event)


def _judge(change: Change, event: Placed) -> None:
    """Let an event count, or put it in quarantine."""
    if event.header is None:
        doubt: Doubt | None = UNREADABLE
    elif not _is_heard(change, event):
        doubt = REVOKED
    elif event.body is None or event.type in (REGISTERED, *DOSES):
        doubt = None  # erased, or settled as a record
    else:
        doubt = _judge_body(change, event, _body(change, event) or b"")
    if doubt is not None:
        # of what came too late only registrations and doses are worth anybody's asking
        asks = doubt is not REVOKED or event.type in (REGISTERED, *DOSES)
        quarantine.hold(change.connection, event, doubt, asks=asks)
        if doubt.wants is not None:
            change.awaited.add(doubt.wants)


def _judge_body(change: Change, event: Placed, body: bytes) -> Doubt | None:
    change.aside.at = event.id
    doubt = _apply(change, event, body)
    change.aside.at = None
    return doubt


def _apply(change: Change, event: Placed, body: bytes) -> Doubt | None:
    assert event.header is not None  # noqa: S101  checked by the only caller
    fact = read_fact(event.type, event.header.version, body)
    if isinstance(fact, Doubt):
        return fact
    apply = _APPLY.get(type(fact))
    if not isinstance(fact, (*_BY_SYSTEM, facts.VialOpened, facts.VialClosed)) and apply:
        login = event.header.user
        if not change.staff.is_named(event.device, login):
            return unknown_user(event.device, login)
    return apply(change, event, fact) if apply else None


def _user_added(change: Change, event: Placed, fact: facts.UserAdded) -> Doubt | None:
    if not fits_index(fact.login):
        return UNREADABLE
    change.staff.name(event.device, fact.login)
    change.came.add(user_key(event.device, fact.login))
    return None


def _epoch_began(change: Change, event: Placed, fact: facts.EpochBegan) -> Doubt | None:
    if event.seq != 1 or len(fact.previous_epoch) != EPOCH_BYTES:
        return BAD_REFERENCE
    insert_once(
        change, schema.epoch_before,
        device=event.device, epoch=event.epoch, previous=fact.previous_epoch,
    )  # fmt: skip
    return None


def _issuing_key(change: Change, event: Placed, fact: facts.IssuingKeyMade) -> Doubt | None:
    if not is_point(fact.key):
        return UNREADABLE
    insert_row(change, schema.issuing_key, id=event.id, device=event.device, key=fact.key)
    return None


def _void(change: Change, event: Placed, fact: facts.DoseVoided) -> Doubt | None:
    dose = find(change, event, fact.dose, DOSES)
    if isinstance(dose, Doubt):
        return dose
    insert_row(change, schema.void, id=event.id, dose=dose, reason=fact.reason)
    change.doses.add(dose)
    return None


def _amend_dose(change: Change, event: Placed, fact: facts.DoseAmended) -> Doubt | None:
    dose = find(change, event, fact.dose, DOSES)
    if isinstance(dose, Doubt):
        return dose
    old, new = fact.old, fact.new
    kind = type_of(change.connection, dose, change.seen)
    if not fits_field(_FACT_OF[kind], fact.field, new):
        return UNREADABLE
    if fact.field in ("client", "vial"):
        found = _whole_ids(change, event, (old, new))
        if isinstance(found, Doubt):
            return found
        old, new = found
    _amend(change, event, dose, fact.field, old, new)
    change.doses.add(dose)
    return None


def _whole_ids(
    change: Change, event: Placed, refs: tuple[Value, Value]
) -> tuple[Value, Value] | Doubt:
    """References in a correction mean the same to everybody only as whole ids."""
    whole: list[Value] = []
    for ref in refs:
        if isinstance(ref, bool) or not isinstance(ref, int | bytes):
            whole.append(ref)
            continue
        id_ = find(change, event, ref, ())
        if isinstance(id_, Doubt):
            return id_
        whole.append(id_)
    return whole[0], whole[1]


def _amend_client(change: Change, event: Placed, fact: facts.ClientAmended) -> Doubt | None:
    client = find(change, event, fact.client, (REGISTERED,))
    if isinstance(client, Doubt):
        return client
    name = _WIRE_NAME.get(fact.field, fact.field)
    if not fits_field(facts.ClientRegistered, name, fact.new):
        return UNREADABLE
    _amend(change, event, client, name, fact.old, fact.new)
    change.clients.add(client)
    return None


def _amend(change: Change, event: Placed, target: bytes, name: str, old: Value, new: Value) -> None:
    insert_row(
        change, schema.amendment,
        id=event.id, target=target, field=name, old=cbor.dumps(old), new=cbor.dumps(new),
        device=event.device, epoch=event.epoch, seq=event.seq,
    )  # fmt: skip


def _decide(
    change: Change, event: Placed, fact: facts.ClientLinked | facts.ClientUnlinked
) -> Doubt | None:
    one = find(change, event, fact.one, (REGISTERED,))
    other = find(change, event, fact.other, (REGISTERED,))
    if isinstance(one, Doubt):
        return one
    if isinstance(other, Doubt):
        return other
    if one == other:
        return BAD_REFERENCE
    first, second = sorted((one, other))
    insert_row(
        change, schema.decision,
        id=event.id, one=first, other=second, same=isinstance(fact, facts.ClientLinked),
        device=event.device, epoch=event.epoch, seq=event.seq,
    )  # fmt: skip
    change.people |= {one, other}
    return None


def _erase(change: Change, event: Placed, fact: facts.Erased) -> Doubt | None:
    """Only the hub decides what is erased: a laptop can but say that it has done so too."""
    id_ = find(change, event, fact.event, ())
    if isinstance(id_, Doubt):
        return id_
    if not rows_in(change.connection, [erased_event.c.id], erased_event.c.id, [id_]):
        return never_decided(id_)
    mark_erased(change.connection, [id_])
    change.erased.add(id_)
    return None


_APPLY: dict[type, Callable[[Change, Placed, Any], Doubt | None]] = {
    facts.UserAdded: _user_added,
    facts.EpochBegan: _epoch_began,
    facts.IssuingKeyMade: _issuing_key,
    facts.ClientAmended: _amend_client,
    facts.ClientLinked: _decide,
    facts.ClientUnlinked: _decide,
    facts.DoseVoided: _void,
    facts.DoseAmended: _amend_dose,
    facts.Erased: _erase,
    **contacts.APPLY,
    **openings.APPLY,
    **stock.APPLY,
    **sessions.APPLY,
    **bookings.APPLY,
}
