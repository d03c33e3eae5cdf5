"""What this laptop holds for its neighbours: their pages, sealed for the hub, unopened.

    parcel.last_hash    the id of the last event: with it the owner knows its own branch
    parcel.doses        as the owner told; nobody here can look inside
    parcel.handed_in_s  when the hub last took it without being able to sign for all of it

One row an end: the same events sealed twice are held once, the longer of two with the same end.
A parcel goes only by its number, when the hub signed for its very end, or by its owner's word.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fieldapp.journal.database import Row
from fieldapp.journal.journal import Journal
from fieldapp.wire.bundle import Span, peek
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.neighbour import MAX_PARCEL_BYTES, MOST_HELD, Held, Parcel, Sum

MOST_BYTES = 64 * 1024 * 1024
"""Of the disk; a laptop's whole campaign is a few megabytes."""
_PLACE = "epoch, first_seq, last_seq, last_hash, doses"


@dataclass(frozen=True, slots=True)
class HeldParcel:
    """One of them, without its bundle."""

    no: int
    device: int
    place: Held
    handed_in_s: int | None


class NoRoom(Exception):
    """This laptop holds as much for others as it ever will."""


def take(j: Journal, device: int, parcel: Parcel) -> bool:
    """Hold a parcel of a neighbour, on the disk when this returns; False: its events were held.

    Raises Undecodable when the bundle is not what it is said to be, and NoRoom.
    """
    place = parcel.place
    _check(device, parcel)
    with j.db.transaction():
        known = j.db.row(
            "SELECT no, first_seq FROM parcel WHERE device = ? AND epoch = ? AND last_hash = ?",
            device,
            place.epoch,
            place.last_hash,
        )
        if known is not None and known[1] <= place.first_seq:
            return False
        if known is not None:
            j.db.run("DELETE FROM parcel WHERE no = ?", known[0])
        _require_room(j, device, len(parcel.bundle))
        j.db.run(
            f"INSERT INTO parcel (device, {_PLACE}, bundle, taken_s) "  # noqa: S608  fixed column names
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            device,
            place.epoch,
            place.first_seq,
            place.last_seq,
            place.last_hash,
            place.doses,
            parcel.bundle,
            int(j.clock.now().timestamp()),
        )
    return True


def held(j: Journal, device: int | None = None) -> list[HeldParcel]:
    """All parcels, or those of one neighbour, in the order in which they follow each other."""
    rows = j.db.rows(
        f"SELECT no, device, handed_in_s, {_PLACE} FROM parcel WHERE ?1 IS NULL OR device = ?1 "  # noqa: S608  fixed column names
        "ORDER BY device, epoch, last_seq, no",
        device,
    )
    return [_held(row) for row in rows]


def bundle_of(j: Journal, no: int) -> bytes | None:
    """The sealed bytes; None when it was let go meanwhile."""
    found = j.db.row("SELECT bundle FROM parcel WHERE no = ?", no)
    return None if found is None else bytes(found[0])


def held_sum(places: Iterable[Held]) -> Sum:
    """How much that is."""
    return sum((Sum(1, place.records, place.doses) for place in places), Sum())


def settle(j: Journal, no: int) -> None:
    """The hub signed for its very end: nobody needs this copy any more."""
    with j.db.transaction():
        j.db.run("DELETE FROM parcel WHERE no = ?", no)


def let_go(j: Journal, device: int, ends: Iterable[bytes]) -> None:
    """Its owner has the hub's receipts for what ends so."""
    with j.db.transaction():
        for end in ends:
            j.db.run("DELETE FROM parcel WHERE device = ? AND last_hash = ?", device, end)


def note_handed_in(j: Journal, no: int) -> None:
    """The hub took it, or refused to read it, and did not sign for its end."""
    now_s = int(j.clock.now().timestamp())
    with j.db.transaction():
        j.db.run("UPDATE parcel SET handed_in_s = ? WHERE no = ?", now_s, no)


def _check(device: int, parcel: Parcel) -> None:
    place = parcel.place
    span = Span(device, place.epoch, place.first_seq, place.last_seq)
    if len(parcel.bundle) > MAX_PARCEL_BYTES or peek(parcel.bundle).spans != (span,):
        raise Undecodable(what="parcel", why="it is not what it is said to be")


def _require_room(j: Journal, device: int, size: int) -> None:
    used = j.db.number("SELECT sum(length(bundle)) FROM parcel")
    count = j.db.number("SELECT count(*) FROM parcel WHERE device = ?", device)
    if used + size > MOST_BYTES or count >= MOST_HELD:
        raise NoRoom


def _held(row: Row) -> HeldParcel:
    no, device, handed_in_s, *place = row
    return HeldParcel(no, device, Held(*place), handed_in_s)
