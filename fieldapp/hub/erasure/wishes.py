"""Erasures that are asked for: proposed by whoever knows the person, decided by an administrator,
carried out by whoever has the right to it in the database (`hub.erasure.keeping`).

What comes later about somebody who was erased is asked for by the hub itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from fieldapp.hub.erasure import about
from fieldapp.hub.erasure.tables import erasure, erasure_wish
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.settings import set_setting, setting

BY_THE_HUB = "(hub)"
CAME_LATER = "came later about a person who is erased"
WITH_A_DOSE = "came later about a person who is erased, with a dose or another registration"
PAST_ITS_PERIOD = "past the period that the law keeps it"
_AT = "latecomers"
_wish, _erasure = erasure_wish.c, erasure.c


@dataclass(frozen=True, slots=True)
class Wish:
    """One of them; `decided_by` is None as long as nobody decided, `seen` as long as nobody saw
    what it comes to."""

    no: int
    client: bytes
    basis: str
    why: str
    asked_s: int
    asked_by: str
    decided_s: int | None
    decided_by: str | None
    seen: bytes | None
    again: str | None


_COLUMNS = [_wish[name] for name in Wish.__slots__]


def ask(
    connection: Connection, client: bytes, basis: str, why: str, by: str, now_s: int,
    seen: bytes | None = None,
) -> bool:  # fmt: skip
    """Propose it; False where it was proposed before."""
    if connection.execute(select(_wish.no).where(_wish.client == client)).first():
        return False
    row = {
        "client": client, "basis": basis, "why": why, "asked_s": now_s, "asked_by": by,
        "seen": seen,
    }  # fmt: skip
    connection.execute(insert(erasure_wish).values(**row))
    return True


def decide(connection: Connection, numbers: Iterable[int], by: str, now_s: int) -> list[Wish]:
    """Let these be carried out; those that nobody decided before."""
    wanted = [one for one in read(connection, numbers) if one.decided_by is None]
    for one in wanted:
        decided = {"decided_s": now_s, "decided_by": by, "again": None}
        connection.execute(update(erasure_wish).where(_wish.no == one.no).values(**decided))
    return wanted


def look_again(connection: Connection, no: int, again: str, seen: bytes | None) -> None:
    """Nobody decided it any more: it is another matter than it was, namely this."""
    undecided = {"decided_s": None, "decided_by": None, "again": again, "seen": seen}
    connection.execute(update(erasure_wish).where(_wish.no == no).values(**undecided))


def leave_to_people(connection: Connection, no: int, seen: bytes) -> None:
    """What came later holds what only a person may decide about."""
    left = {"why": WITH_A_DOSE, "again": None, "seen": seen}
    connection.execute(update(erasure_wish).where(_wish.no == no).values(**left))


def drop(connection: Connection, numbers: Iterable[int]) -> None:
    """Carried out, or not wanted after all."""
    for no in numbers:
        connection.execute(delete(erasure_wish).where(_wish.no == no))


def read(connection: Connection, numbers: Iterable[int]) -> list[Wish]:
    """Those of these numbers that are there."""
    return [Wish(*row) for row in rows_in(connection, _COLUMNS, _wish.no, set(numbers))]


def of_client(connection: Connection, client: bytes) -> Wish | None:
    """What was asked for about this registration, if anything."""
    row = connection.execute(select(*_COLUMNS).where(_wish.client == client)).first()
    return None if row is None else Wish(*row)


def open_wishes(connection: Connection, *, skip: int = 0, most: int) -> list[Wish]:
    """What waits for a decision, the oldest first."""
    rows = select(*_COLUMNS).where(_wish.decided_s.is_(None)).order_by(_wish.no)
    return [Wish(*row) for row in connection.execute(rows.offset(skip).limit(most))]


def count_open(connection: Connection) -> int:
    """How many wait for a decision."""
    rows = select(func.count()).where(_wish.decided_s.is_(None))
    return int(connection.execute(rows).scalar_one())


def decided(connection: Connection, most: int) -> list[Wish]:
    """What is to be carried out, as it was decided."""
    rows = select(*_COLUMNS).where(_wish.decided_s.is_not(None)).order_by(_wish.no)
    return [Wish(*row) for row in connection.execute(rows.limit(most))]


def came_later(connection: Connection, most: int) -> list[Wish]:
    """What the hub asked for by itself, and nobody looked at yet."""
    mine = select(*_COLUMNS).where(_wish.decided_s.is_(None), _wish.why == CAME_LATER)
    return [Wish(*row) for row in connection.execute(mine.order_by(_wish.no).limit(most))]


def begin(connection: Connection, place: int) -> None:
    """Whatever came up to a place did not come later: of tables that a program made which noted
    none of this."""
    if setting(connection, _AT) is None:
        set_setting(connection, _AT, str(place))


def note_latecomers(
    connection: Connection, subjects: Sequence[bytes], place: int, now_s: int
) -> None:
    """Of what the events up to a place are about: ask for everything erased among it to be so
    again. Nothing is decided here; and what is folded anew did not come now."""
    if place <= int(setting(connection, _AT) or 0):
        return
    set_setting(connection, _AT, str(place))
    for id_, version in sorted(about.erased_among(connection, subjects)):
        basis = connection.execute(select(_erasure.basis).where(_erasure.version == version))
        ask(connection, id_, basis.scalar() or "", CAME_LATER, BY_THE_HUB, now_s)
