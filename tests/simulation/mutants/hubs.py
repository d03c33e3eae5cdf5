"""Mistakes of a hub."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.exc import OperationalError

from fieldapp.hub import hand_in, ingest, running, schema, sync_answer, tree
from fieldapp.hub.fold import apply as hub_apply
from fieldapp.hub.fold import projector
from fieldapp.hub.fold.dose_reading import RECORDED
from fieldapp.hub.fold.records import read_fact
from fieldapp.hub.fold.rules import Doubt
from fieldapp.hub.hand_in import CameIn
from fieldapp.hub.ingest import Taken, end_of
from fieldapp.hub.store import newest_place
from fieldapp.hub.tree import Trees
from fieldapp.wire.facts import DoseVoided
from fieldapp.wire.frame import decode_frame, replay
from fieldapp.wire.messages import HeadHeld
from fieldapp.wire.receipt import Receipt, sign_receipt
from tests.simulation.crashes import PowerCut
from tests.simulation.mutants.planting import Planted
from tests.simulation.template import NEW_VACCINE

_frame, _tip = schema.frame.c, schema.tip.c


def hub_signs_before_the_commit(planted: Planted) -> None:
    def exchange_(hub: Any, device: Any, request: Any, sealed: Any, now_s: int) -> Any:
        try:
            return answer(hub, device, request, sealed, now_s)
        except (PowerCut, OperationalError):
            ends = [HeadHeld(p.device, p.epoch, p.last_seq, _last_hash(p)) for p in sealed]
            held = sync_answer._Held(ends, CameIn([], []), [])
            return sync_answer._signed(hub, device, request, held, [], now_s)

    answer = planted.set(sync_answer, "_exchange", exchange_)
    planted.set(sync_answer, "sign_for", _sign_anything)


def _last_hash(page: Any) -> bytes:
    return replay(decode_frame(page.frame_bytes))[-1].id


def _sign_anything(hub: Any, connection: Any, head: HeadHeld, nonce: bytes, now_s: int) -> bytes:
    said = Receipt(
        hub.store.keys.hub_id, head.device, head.epoch, head.seq, head.hash, 0, (), now_s, nonce, 0
    )
    return sign_receipt(said, hub.key)


def _holds_by_number(trees: Trees, head: HeadHeld, *, epoch: bool) -> bool:
    if head.seq == 0:
        return True
    same = [
        _frame.device == head.device,
        _frame.base_seq <= head.seq,
        _frame.last_seq >= head.seq,
        _frame.place.is_not(None),
    ]
    if epoch:
        same.append(_frame.epoch == head.epoch)
    return trees.connection.execute(select(_frame.no).where(*same)).first() is not None


def _plant_holds(planted: Planted, holds: Any) -> None:
    for module in (tree, ingest, hand_in, sync_answer):
        planted.set(module, "holds", holds)


def hub_keys_events_by_device_and_number(planted: Planted) -> None:
    _plant_holds(planted, lambda trees, head: _holds_by_number(trees, head, epoch=False))


def hub_keys_events_by_epoch_and_number(planted: Planted) -> None:
    _plant_holds(planted, lambda trees, head: _holds_by_number(trees, head, epoch=True))


def hub_drops_what_it_cannot_read_and_signs_for_it(planted: Planted) -> None:
    def take(trees: Trees, page: Any, *, now_s: int, late: bool) -> Taken:
        kept = [e for e in page.entries if e.body is None or NEW_VACCINE.encode() not in e.body]
        if len(kept) < len(page.entries) and "made-up" not in _catalogue(trees.connection):
            return Taken.KNOWN
        taken: Taken = original(trees, page, now_s=now_s, late=late)
        return taken

    original = planted.set(hand_in, "take_in", take)
    sign_for_all_that_came(planted)


def _catalogue(connection: Connection) -> str:
    rules = projector.rules_of(connection)
    return " ".join(rules.vaccines or ())


def sign_for_all_that_came(planted: Planted) -> None:
    def held(trees: Trees, device: Any, request: Any, proven: Any) -> list[HeadHeld]:
        found: list[HeadHeld] = original(trees, device, request, proven)
        known = {head.hash for head in found}
        return [*found, *(end for end in map(end_of, proven) if end.hash not in known)]

    original = planted.set(sync_answer, "_held", held)
    planted.set(sync_answer, "sign_for", _sign_anything)


def hub_signs_for_pages_without_a_parent(planted: Planted) -> None:
    sign_for_all_that_came(planted)


def hub_drops_what_a_revoked_laptop_hands_in(planted: Planted) -> None:
    def take(trees: Trees, page: Any, *, now_s: int, late: bool) -> Taken:
        if late:
            return Taken.KNOWN
        taken: Taken = original(trees, page, now_s=now_s, late=late)
        return taken

    original = planted.set(hand_in, "take_in", take)
    sign_for_all_that_came(planted)


def hub_never_says_what_it_lacks(planted: Planted) -> None:
    planted.set(sync_answer, "_newest", lambda *_: [])


def hub_notes_progress_before_the_fold(planted: Planted) -> None:
    def catch_up(store: Any) -> int:
        while True:
            with store.reading() as connection:
                place = projector.projected_to(connection) + 1
                if place > newest_place(connection):
                    return place
            with store.writing() as connection:
                connection.execute(update(schema.progress).values(projected_to=place))
            with store.writing() as connection:
                projector.fold_places(connection, place, place, projector.rules_of(connection))

    planted.set(running, "catch_up", catch_up)


def hub_drops_a_void_that_came_before_its_dose(planted: Planted) -> None:
    def void(change: Any, event: Any, fact: Any) -> Any:
        found = original(change, event, fact)
        return None if isinstance(found, Doubt) else found

    original = hub_apply._APPLY[DoseVoided]
    planted.set(hub_apply, "_APPLY", {**hub_apply._APPLY, DoseVoided: void})


def hub_takes_two_doses_of_one_day_for_one(planted: Planted) -> None:
    def take_all(change: Any, events: Any) -> None:
        seen, kept = set(), []
        for event in events:
            fact = read_fact(event.type, event.header.version, event.body or b"")
            key = (getattr(fact, "client", None), getattr(fact, "occurred_min", 0) // 1440)
            if event.type == RECORDED and key in seen:
                continue
            seen.add(key)
            kept.append(event)
        original(change, kept)

    original = planted.set(hub_apply, "take_all", take_all)


def hub_keeps_only_the_longest_branch(planted: Planted) -> None:
    def move(trees: Trees, piece: Any) -> None:
        original(trees, piece)
        ends, connection = tree.tips(trees, piece.device, piece.epoch), trees.connection
        shorter = sorted(ends, key=lambda hash_: ends[hash_])[:-1]
        of_them = [_frame.device == piece.device, _frame.last_hash.in_(shorter)]
        connection.execute(delete(schema.frame).where(*of_them))
        connection.execute(delete(schema.tip).where(_tip.hash.in_(shorter)))
        for hash_ in shorter:
            del ends[hash_]

    original = planted.set(tree, "_move_tip", move)


def hub_takes_pages_without_looking_for_the_parent(planted: Planted) -> None:
    parents: set[bytes] = set()

    def take(trees: Trees, page: Any, *, now_s: int, late: bool) -> Taken:
        parents.add(page.frame.previous)
        taken: Taken = original(trees, page, now_s=now_s, late=late)
        parents.clear()
        return taken

    original = planted.set(hand_in, "take_in", take)
    planted.set(ingest, "holds", lambda seen, head: head.hash in parents or tree.holds(seen, head))


MISTAKES = (
    hub_signs_before_the_commit,
    hub_keys_events_by_device_and_number,
    hub_keys_events_by_epoch_and_number,
    hub_drops_what_it_cannot_read_and_signs_for_it,
    hub_signs_for_pages_without_a_parent,
    hub_drops_what_a_revoked_laptop_hands_in,
    hub_never_says_what_it_lacks,
    hub_notes_progress_before_the_fold,
    hub_drops_a_void_that_came_before_its_dose,
    hub_takes_two_doses_of_one_day_for_one,
    hub_keeps_only_the_longest_branch,
    hub_takes_pages_without_looking_for_the_parent,
)
