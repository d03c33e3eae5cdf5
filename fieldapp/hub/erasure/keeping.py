"""A thread beside the server: carries out what was decided to be erased, lets go what the law kept
and need keep no longer, and proposes whom to erase because the period of keeping is over."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, bindparam, delete, select

from fieldapp.hub.erasure import again, ledger, retention, wishes
from fieldapp.hub.erasure.erasing import Done, Order, erase, look
from fieldapp.hub.erasure.errors import NotAsSeen
from fieldapp.hub.erasure.law import Law, shipped
from fieldapp.hub.erasure.reviewing import NEVER_SEEN, goes_by_itself, order_of, put_back
from fieldapp.hub.erasure.tables import kept_record
from fieldapp.hub.erasure.wishes import BY_THE_HUB, CAME_LATER, Wish
from fieldapp.hub.errors import NothingIsErasedNow
from fieldapp.hub.fold.projector import catch_up
from fieldapp.hub.registry.build import REGISTRY_FILE
from fieldapp.hub.rounds import rounds
from fieldapp.hub.running import Hub
from fieldapp.hub.second_set import drop_abandoned
from fieldapp.hub.store import Store
from fieldapp.hub.upkeep.log_lines import log_fault

EVERY_S = 10.0
MOST_A_ROUND = 20
"""An erasure holds folding up for some tenths of a second: laptops' pages come in meanwhile."""
_DAY_S = 86_400
_LOG = logging.getLogger(__name__)
_kept = kept_record.c
_OVER = select(_kept.id).where(_kept.until_day < bindparam("day"))


@contextmanager
def erasing(hub: Hub, every_s: float = EVERY_S) -> Iterator[None]:
    """Carry out what is decided until the `with` ends."""
    with rounds("erasures", lambda: keep(hub), every_s, at_once=True):
        yield


def keep(hub: Hub) -> None:
    """One round, unless another process is at it. A fault is logged, without anybody's number, and
    the next round tries again."""
    try:
        with hub.store.alone("erasures") as free:
            if free:
                drop_abandoned(hub.store)
                keep_once(hub.store, shipped(), hub.now_s())
    except NothingIsErasedNow:
        return  # tables are built anew: the next round after that
    except Exception as fault:  # noqa: BLE001  a bug here must never stop receipts
        log_fault(_LOG, fault)
        hub.tally.add("faults", "erasures")


def keep_once(store: Store, law: Law, now_s: int) -> int:
    """Everything that is to be done now; how many people were erased."""
    again.bring_in_line(store, now_s)
    let_go(store, now_s // _DAY_S)
    retention.forget_messages(store, law, now_s)
    retention.propose(store, law, now_s)
    with store.reading() as connection:
        decided = wishes.decided(connection, MOST_A_ROUND)
        later = wishes.came_later(connection, MOST_A_ROUND)
    orders = [(wish, order_of(wish)) for wish in decided]
    orders += [(w, order) for w in later if (order := _by_itself(store, w, law, now_s))]
    return sum(_carried_out(store, wish, order, law, now_s) for wish, order in orders)


def _by_itself(store: Store, wish: Wish, law: Law, now_s: int) -> Order | None:
    """What came later about somebody erased goes after them, unless a person is to decide."""
    with store.reading() as connection:
        found = look(connection, wish.client, wish.basis, law, now_s)
    if found is None or goes_by_itself(found):
        seen = NEVER_SEEN if found is None else found.seen
        return Order(wish.client, wish.basis, CAME_LATER, BY_THE_HUB, seen)
    with store.having_all() as connection:
        wishes.leave_to_people(connection, wish.no, found.seen)
    return None


def _carried_out(store: Store, wish: Wish, order: Order, law: Law, now_s: int) -> bool:
    """Whether somebody was erased. What is not as it was seen is put before people again."""
    try:
        done = carry_out_now(store, order, law, now_s)
    except NotAsSeen as no:
        with store.having_all() as connection:
            put_back(connection, wish, no, law, now_s)
        return False
    with store.having_all() as connection:
        wishes.drop(connection, [wish.no])  # of whom nothing was known the wish is still there
    return done is not None


def carry_out_now(store: Store, order: Order, law: Law, now_s: int) -> Done | None:
    """Erase somebody now; a pocket registry that tells of them is not handed out any more."""
    again.bring_in_line(store, now_s)
    catch_up(store)
    done = erase(store, order, law, now_s)
    if done is not None:
        (store.folder / REGISTRY_FILE).unlink(missing_ok=True)
    return done


def let_go(store: Store, day: int) -> int:
    """Destroy what the law kept until before this day (since 1970); how many records."""
    with store.reading() as connection:
        over = _over(connection, day)
    if not over:
        return 0
    with store.having_all() as connection:
        over = _over(connection, day)
        connection.execute(delete(kept_record).where(_kept.until_day < day))
        ledger.let_go(store.folder, day)
    store.leave_no_trace()
    return len(over)


def _over(connection: Connection, day: int) -> set[bytes]:
    return {bytes(id_) for id_ in connection.execute(_OVER, {"day": day}).scalars()}
