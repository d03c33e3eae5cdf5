"""Erasing a person: found, put into the ledger, and carried out in one transaction.

Every event about the person is erased, whichever laptop wrote it: body and salt go from all stored
frames, from all tables that follow from them, and from what the hub wrote down by itself. Of what
the law obliges to keep a copy stays, sealed to the organisation's recovery key: it is stored, and
nothing else can be done with it here.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nacl.public import PublicKey, SealedBox
from sqlalchemy import Connection, insert, select

from fieldapp.hub import postgres, schema, second_set
from fieldapp.hub.erasure import about, ledger, traces
from fieldapp.hub.erasure.about import Known
from fieldapp.hub.erasure.errors import NobodyThere, NotAsSeen, NoWhy, PeriodNotOver, Unsettled
from fieldapp.hub.erasure.frames import Spot, rewrite
from fieldapp.hub.erasure.law import PERIOD_OVER, Law, Record, kind_of
from fieldapp.hub.erasure.ledger import Entry, Gone, Kept
from fieldapp.hub.erasure.listed import newest_version
from fieldapp.hub.erasure.tables import erased_event, erasure, kept_record
from fieldapp.hub.errors import NothingIsErasedNow
from fieldapp.hub.fold.change import Change
from fieldapp.hub.fold.events import Placed, mark_erased, read_again
from fieldapp.hub.fold.projector import rules_of, settle
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.fold.stirred import stir
from fieldapp.hub.keys import HubKeys
from fieldapp.hub.store import Store
from fieldapp.hub.web import audit
from fieldapp.wire import cbor
from fieldapp.wire.chain import REF_BYTES
from fieldapp.wire.events import decode_body

MOST_WHY = 200
_DAY_S = 86_400
_client, _dose, _event = schema.client.c, schema.dose.c, schema.event.c
_gone_id = erased_event.c.id
_STANDING = ("counted", "contested")


@dataclass(frozen=True, slots=True)
class Order:
    """Whom (a registration, or another event), on which basis, why, and who decided; `seen` is the
    digest of what they had seen, None where they decided whatever there is."""

    client: bytes
    basis: str
    why: str
    login: str
    seen: bytes | None = None


@dataclass(frozen=True, slots=True)
class Prospect:
    """What an erasure would come to: all that is recorded, by kind of record, and how much of it
    the law keeps; `until_day` is the last day of that."""

    registrations: tuple[bytes, ...]
    events: tuple[Known, ...]
    until: Mapping[bytes, int]

    @property
    def by_kind(self) -> dict[str, tuple[int, int]]:
        """How many records of each kind go, and of how many a sealed copy stays."""
        all_of = Counter(kind_of(one.type) for one in self.events)
        kept = Counter(kind_of(one.type) for one in self.events if one.id in self.until)
        return {kind: (number, kept[kind]) for kind, number in sorted(all_of.items())}

    @property
    def seen(self) -> bytes:
        """The digest of the registrations and doses: whoever decides about them has seen these."""
        doses = [one.id for one in self.events if kind_of(one.type) in ("doses", "not-given")]
        ids = [list(self.registrations), sorted(doses)]
        return hashlib.sha256(cbor.dumps(ids)).digest()

    @property
    def until_day(self) -> int | None:
        """None where nothing need be kept."""
        return max(self.until.values(), default=None)


@dataclass(frozen=True, slots=True)
class Done:
    """What an erasure came to."""

    version: int
    events: int
    kept: int
    doses: int
    frames: int


def look(
    connection: Connection, client: bytes, basis: str, law: Law, now_s: int
) -> Prospect | None:
    """What would go and what the law would keep; None where nothing is (any longer) known."""
    registered = _registrations(connection, client)
    everything = about.everything_about(connection, registered)
    # not by whether they are marked: of what a laptop said it erased, frames here may hold bodies
    gone = _listed(connection, {one.id for one in everything})
    events = [one for one in everything if one.id not in gone and one.type in about.TYPES]
    if not events:
        return None
    until: dict[bytes, int] = {}
    if law.basis(basis).keeps:
        readable = read_again(connection, {one.id for one in events})
        day = now_s // _DAY_S
        kept = law.kept_until(_record(one) for one in readable if one.body is not None)
        until = {id_: last for id_, last in kept.items() if last >= day}
    return Prospect(tuple(sorted(registered)), tuple(events), until)


def _listed(connection: Connection, ids: set[bytes]) -> set[bytes]:
    """Those that were erased before."""
    return {row[0] for row in rows_in(connection, [_gone_id], _gone_id, ids)}


def _registrations(connection: Connection, client: bytes) -> set[bytes]:
    """All registrations of the person; of what is no registration, itself."""
    person = select(_client.person).where(_client.id == client)
    of = connection.execute(person).scalar()
    same = rows_in(connection, [_client.id], _client.person, [] if of is None else [of])
    return {row.id for row in same} | {client}


def _record(placed: Placed) -> Record:
    assert placed.header is not None and placed.body is not None  # noqa: S101  asked for by callers
    fact = decode_body(placed.type, placed.header.version, placed.body)
    return Record(placed.id, placed.type, placed.header.wall_s, fact)


def erase(store: Store, order: Order, law: Law, now_s: int) -> Done | None:
    """Erase somebody; None where nothing is (any longer) known of them. Safe to repeat.

    The ledger is written before the transaction ends: what dies in between is carried out at the
    next start. Raises NoSuchBasis, NoWhy, LedgerDamaged, NothingIsErasedNow, NotAsSeen.
    """
    law.basis(order.basis)
    why = " ".join(order.why.split())[:MOST_WHY]
    if not why:
        raise NoWhy()
    with store.having_all() as connection:
        if second_set.is_there(store, connection):
            raise NothingIsErasedNow()
        found = look(connection, order.client, order.basis, law, now_s)
        if found is None:
            return None
        must_be_as_seen(connection, found, order)
        version = max(now_s, newest_version(connection) + 1)
        gone = _gone(connection, found.events)
        kept = _kept(connection, store.keys, found.until)
        entry = Entry(version, now_s, order.login, order.basis, why, gone, kept)
        ledger.add(store.folder, [entry])
        frames = carry_out(connection, store.keys, entry)
        subject, told = f"erasure {version}", f"{order.basis}: {why}"
        audit.note(connection, store.keys, now_s, order.login, "person-erased", subject, told)
    store.leave_no_trace()
    doses = sum(kind_of(one.type) == "doses" for one in found.events)
    return Done(version, len(gone), len(kept), doses, frames)


def must_be_as_seen(connection: Connection, found: Prospect, order: Order) -> None:
    """Raises NotAsSeen where it is another matter than was decided."""
    if order.basis == PERIOD_OVER and found.until:
        raise PeriodNotOver()
    if about.unsettled(connection, found.events, found.registrations):
        raise Unsettled()
    if order.seen is not None and order.seen != found.seen:
        raise NotAsSeen()


def _gone(connection: Connection, events: Iterable[Known]) -> tuple[Gone, ...]:
    columns = [_dose.id, _dose.vaccine, _dose.lot, _dose.state, _dose.from_stock]
    listed = list(events)
    stock = {
        row.id: (row.vaccine, row.lot)
        for row in rows_in(connection, columns, _dose.id, {one.id for one in listed})
        if row.from_stock and row.state in _STANDING
    }
    return tuple(
        Gone(one.id, one.device, one.epoch, one.seq, *stock.get(one.id, (None, None)))
        for one in listed
    )


def _kept(connection: Connection, keys: HubKeys, until: Mapping[bytes, int]) -> tuple[Kept, ...]:
    box = SealedBox(PublicKey(keys.recovery_public))
    kept: list[Kept] = []
    for one in read_again(connection, until):
        assert one.header is not None  # noqa: S101  its type was read from its header
        header = one.header
        said = [
            1, header.type, header.version, header.wall_s, header.user, one.device, one.epoch,
            one.seq, one.body,
        ]  # fmt: skip
        kept.append(Kept(one.id, until[one.id], bytes(box.encrypt(cbor.dumps(said)))))
    return tuple(sorted(kept, key=lambda one: one.id))


def carry_out(connection: Connection, keys: HubKeys, entry: Entry) -> int:
    """Erase what the ledger tells of; again changes nothing. How many frames are other ones now."""
    if postgres.is_server(connection):
        postgres.take_devices(connection, sorted({one.device for one in entry.events}))
    ids = {one.id for one in entry.events}
    _note(connection, entry)
    left = traces.of_people(connection, ids)
    traces.forget(connection, keys, ids, left)
    spots = [Spot(one.id, one.device, one.epoch, one.seq) for one in entry.events]
    frames = rewrite(connection, spots)
    here = {row[0] for row in rows_in(connection, [_event.id], _event.id, ids)}
    mark_erased(connection, here)
    stir(connection, settle(Change(connection, erased=here), rules_of(connection)))
    return frames


def _note(connection: Connection, entry: Entry) -> None:
    """The rows of an erasure, those that are not there yet."""
    head = {name: getattr(entry, name) for name in ("version", "at_s", "login", "basis", "why")}
    if (
        connection.execute(
            select(erasure.c.version).where(erasure.c.version == entry.version)
        ).first()
        is None
    ):
        connection.execute(insert(erasure).values(**head))
    known = _listed(connection, {one.id for one in entry.events})
    gone = [
        {
            "id": e.id, "ref": e.id[:REF_BYTES], "version": entry.version, "device": e.device,
            "epoch": e.epoch, "seq": e.seq, "vaccine": e.vaccine, "lot": e.lot,
        }
        for e in entry.events
        if e.id not in known
    ]  # fmt: skip
    if gone:
        connection.execute(insert(erased_event), gone)
    kept = [
        {"id": k.id, "version": entry.version, "until_day": k.until_day, "sealed": k.sealed}
        for k in entry.kept
        if k.id not in known
    ]
    if kept:
        connection.execute(insert(kept_record), kept)


def person_of(connection: Connection, number: str) -> bytes:
    """Somebody by the beginning of the number that their page shows. Raises NobodyThere."""
    typed = number.strip().lower()
    if len(typed) < 8 or len(typed) > 64 or set(typed) - set("0123456789abcdef"):
        raise NobodyThere(person=number)
    low, high = (bytes.fromhex(typed.ljust(64, digit)) for digit in "0f")
    wanted = select(_client.person).where(_client.id.between(low, high)).distinct().limit(2)
    found = connection.execute(wanted).scalars().all()
    if len(found) != 1:
        raise NobodyThere(person=number)
    return bytes(found[0])
