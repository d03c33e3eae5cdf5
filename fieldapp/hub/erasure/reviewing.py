"""What is decided is what was seen: an erasure that came to be another matter since somebody looked
at it is put before people once more, and nothing is erased meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from fieldapp.hub.erasure import wishes
from fieldapp.hub.erasure.erasing import Order, Prospect, look, must_be_as_seen
from fieldapp.hub.erasure.errors import NotAsSeen, PeriodNotOver
from fieldapp.hub.erasure.law import Law, kind_of
from fieldapp.hub.erasure.wishes import Wish
from fieldapp.hub.fold.clients import REGISTERED

NEVER_SEEN = b""
_DOSES = ("doses", "not-given")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Which were decided, and which are to be looked at again or no longer wanted."""

    decided: list[Wish]
    changed: list[Wish]


def order_of(wish: Wish) -> Order:
    """What is to be carried out, as it was seen."""
    by = wish.decided_by or wish.asked_by
    seen = NEVER_SEEN if wish.seen is None else wish.seen
    return Order(wish.client, wish.basis, wish.why, by, seen)


def decide(
    connection: Connection, numbers: Iterable[int], by: str, law: Law, now_s: int
) -> Reviewed:
    """Let those of these be carried out that are still what was seen."""
    same: list[int] = []
    changed: list[Wish] = []
    for wish in wishes.read(connection, numbers):
        if wish.decided_by is None and (no := why_not(connection, wish, law, now_s)):
            put_back(connection, wish, no, law, now_s)
            changed.append(wish)
        else:
            same.append(wish.no)
    return Reviewed(wishes.decide(connection, same, by, now_s), changed)


def why_not(connection: Connection, wish: Wish, law: Law, now_s: int) -> NotAsSeen | None:
    """Why it cannot be carried out as it was seen, if it cannot."""
    found = look(connection, wish.client, wish.basis, law, now_s)
    try:
        if found is not None:
            must_be_as_seen(connection, found, order_of(wish))
    except NotAsSeen as no:
        return no
    return None


def put_back(connection: Connection, wish: Wish, no: NotAsSeen, law: Law, now_s: int) -> None:
    """To be decided once more, with the reason; the hub's own proposal of somebody whose period is
    not over is dropped: it makes another one after that."""
    if isinstance(no, PeriodNotOver):
        wishes.drop(connection, [wish.no])
        return
    found = look(connection, wish.client, wish.basis, law, now_s)
    wishes.look_again(connection, wish.no, no.code, found.seen if found else None)


def goes_by_itself(found: Prospect) -> bool:
    """Whether what came later about somebody erased holds nothing that only a person may judge: no
    dose of any kind, and nobody else's registration."""
    return not any(kind_of(one.type) in _DOSES or one.type == REGISTERED for one in found.events)
