"""Known mistakes of sync protocols, planted one by one: a simulator that misses one is blind there.

Each is a few lines put in place of ours, as others have shipped them; see PEERS in the issue that
each war story cites. `caught_by` says which seed breaks a promise first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.exc import OperationalError

from fieldapp.hub import ingest, running, schema, sync_answer, tree
from fieldapp.hub.fold import apply as hub_apply
from fieldapp.hub.fold import projector
from fieldapp.hub.fold.dose_reading import RECORDED
from fieldapp.hub.fold.records import read_fact
from fieldapp.hub.fold.rules import Doubt
from fieldapp.hub.ingest import Taken, end_of
from fieldapp.hub.store import newest_place
from fieldapp.journal import hub_link, journal, tally, writer
from fieldapp.journal import pages as journal_pages
from fieldapp.journal.confirmed import Confirmed
from fieldapp.journal.entries import epochs, last_head
from fieldapp.journal.errors import DiskFull
from fieldapp.sync import exchange, letters
from fieldapp.sync.errors import UnsignedAnswer
from fieldapp.wire.facts import DoseVoided
from fieldapp.wire.frame import decode_frame, replay
from fieldapp.wire.messages import HeadHeld, SyncReply
from fieldapp.wire.receipt import Receipt, sign_receipt
from tests.simulation.crashes import PowerCut
from tests.simulation.template import NEW_VACCINE
from tests.simulation.world import Broken, World

_frame, _tip = schema.frame.c, schema.tip.c


class Planted:
    """Names set to other values for a while."""

    def __init__(self) -> None:
        self._before: list[tuple[Any, str, Any]] = []

    def set(self, owner: Any, name: str, value: Any) -> Any:
        """Put `value` in place; returns what was there."""
        before = getattr(owner, name)
        self._before.append((owner, name, before))
        setattr(owner, name, value)
        return before

    def undo(self) -> None:
        """Put everything back."""
        for owner, name, before in reversed(self._before):
            setattr(owner, name, before)


Mutant = Callable[[Planted], None]


def hub_signs_before_the_commit(planted: Planted) -> None:
    original = sync_answer._store

    def store(connection: Connection, device: Any, request: Any, proven: Any, now_s: int) -> Any:
        return original(connection, device, request, proven, now_s)

    def exchange_(hub: Any, device: Any, request: Any, sealed: Any, now_s: int) -> Any:
        try:
            return answer(hub, device, request, sealed, now_s)
        except (PowerCut, OperationalError):
            ends = [HeadHeld(p.device, p.epoch, p.last_seq, _last_hash(p)) for p in sealed]
            held = sync_answer._Held(ends, False, [])
            return sync_answer._signed(hub, device, request, held, [], now_s)

    answer = planted.set(sync_answer, "_exchange", exchange_)
    planted.set(sync_answer, "_store", store)
    planted.set(sync_answer, "sign_for", _sign_anything)


def _last_hash(page: Any) -> bytes:
    return replay(decode_frame(page.frame_bytes))[-1].id


def _sign_anything(hub: Any, connection: Any, head: HeadHeld, nonce: bytes, now_s: int) -> bytes:
    said = Receipt(
        hub.store.keys.hub_id, head.device, head.epoch, head.seq, head.hash, 0, (), now_s, nonce, 0
    )
    return sign_receipt(said, hub.key)


def _holds_by_number(connection: Connection, head: HeadHeld, *, epoch: bool) -> bool:
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
    return connection.execute(select(_frame.no).where(*same)).first() is not None


def _plant_holds(planted: Planted, holds: Any) -> None:
    for module in (tree, ingest, sync_answer):
        planted.set(module, "holds", holds)


def hub_keys_events_by_device_and_number(planted: Planted) -> None:
    _plant_holds(planted, lambda c, head: _holds_by_number(c, head, epoch=False))


def hub_keys_events_by_epoch_and_number(planted: Planted) -> None:
    _plant_holds(planted, lambda c, head: _holds_by_number(c, head, epoch=True))


def _believe(planted: Planted, sent: dict[bytes, int]) -> None:
    """Let the laptop take for confirmed what is in `sent`, by epoch."""

    def heads(j: Any) -> dict[bytes, int]:
        known: dict[bytes, int] = original_heads(j)
        ours = hub_link.heads(j)
        more = {e: min(n, ours[e].seq) for e, n in sent.items() if e in ours}
        return {**known, **{e: max(n, known.get(e, 0)) for e, n in more.items()}}

    def confirmed(db: Any) -> Confirmed:
        known: Confirmed = original_confirmed(db)
        marks = dict(known.head_seq)
        for no, epoch in epochs(db):
            if epoch in sent:
                last = last_head(db, no, epoch).seq
                marks[no] = max(marks.get(no, 0), min(sent[epoch], last))
        return replace(known, head_seq=marks)

    original_heads = planted.set(hub_link, "confirmed_heads", heads)
    original_confirmed = planted.set(tally, "confirmed", confirmed)


def laptop_marks_sent_before_the_reply(planted: Planted) -> None:
    sent: dict[bytes, int] = {}

    def write(party: Any, heads: Any, frames: Any, nonce: bytes) -> bytes:
        for frame in frames:
            sent[frame.epoch] = max(sent.get(frame.epoch, 0), frame.last_seq)
        body: bytes = original(party, heads, frames, nonce)
        return body

    _believe(planted, sent)
    original = planted.set(letters, "write_request", write)


def laptop_trusts_an_unsigned_200(planted: Planted) -> None:
    sent: dict[bytes, int] = {}
    under_way: list[Any] = []

    def write(party: Any, heads: Any, frames: Any, nonce: bytes) -> bytes:
        under_way[:] = frames
        body: bytes = original(party, heads, frames, nonce)
        return body

    def read(party: Any, answer: Any, nonce: bytes, time_s: int) -> SyncReply:
        try:
            reply: SyncReply = original_read(party, answer, nonce, time_s)
        except UnsignedAnswer:
            if answer.status == 200:
                for frame in under_way:
                    sent[frame.epoch] = max(sent.get(frame.epoch, 0), frame.last_seq)
            raise
        return reply

    _believe(planted, sent)
    original = planted.set(letters, "write_request", write)
    original_read = planted.set(letters, "read_reply", read)


class _AnyHash(bytes):
    """Equal to every hash."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = bytes.__hash__


def laptop_trusts_a_number_without_its_hash(planted: Planted) -> None:
    def hash_at(j: Any, epoch: bytes, seq: int) -> bytes | None:
        return _AnyHash(original(j, epoch, seq) or b"")

    original = planted.set(hub_link, "hash_at", hash_at)


def restored_laptop_goes_on_numbering(planted: Planted) -> None:
    planted.set(journal, "_why_new_epoch", lambda db, anchor: None)


def hub_drops_what_it_cannot_read_and_signs_for_it(planted: Planted) -> None:
    def take(connection: Connection, page: Any, *, now_s: int, late: bool) -> Taken:
        kept = [e for e in page.entries if e.body is None or NEW_VACCINE.encode() not in e.body]
        if len(kept) < len(page.entries) and "made-up" not in _catalogue(connection):
            return Taken.KNOWN
        taken: Taken = original(connection, page, now_s=now_s, late=late)
        return taken

    original = planted.set(sync_answer, "take_in", take)
    _sign_for_all_that_came(planted)


def _catalogue(connection: Connection) -> str:
    rules = projector.rules_of(connection)
    return " ".join(rules.vaccines or ())


def _sign_for_all_that_came(planted: Planted) -> None:
    def held(connection: Connection, device: Any, request: Any, proven: Any) -> list[HeadHeld]:
        found: list[HeadHeld] = original(connection, device, request, proven)
        known = {head.hash for head in found}
        return [*found, *(end for end in map(end_of, proven) if end.hash not in known)]

    original = planted.set(sync_answer, "_held", held)
    planted.set(sync_answer, "sign_for", _sign_anything)


def hub_signs_for_pages_without_a_parent(planted: Planted) -> None:
    _sign_for_all_that_came(planted)


def hub_drops_what_a_revoked_laptop_hands_in(planted: Planted) -> None:
    def take(connection: Connection, page: Any, *, now_s: int, late: bool) -> Taken:
        if late:
            return Taken.KNOWN
        taken: Taken = original(connection, page, now_s=now_s, late=late)
        return taken

    original = planted.set(sync_answer, "take_in", take)
    _sign_for_all_that_came(planted)


def hub_never_says_what_it_lacks(planted: Planted) -> None:
    planted.set(sync_answer, "_newest", lambda *_: [])


def laptop_never_hears_what_the_hub_lacks(planted: Planted) -> None:
    planted.set(letters, "unknown_parents", lambda *_, **__: {})


def laptop_sends_only_its_present_epoch(planted: Planted) -> None:
    planted.set(journal_pages, "epochs", lambda db: epochs(db)[-1:])
    heads = hub_link.heads
    planted.set(hub_link, "heads", lambda j: dict([*heads(j).items()][-1:]))


def laptop_calls_it_done_after_one_answer(planted: Planted) -> None:
    planted.set(exchange, "is_done", lambda course, heads: True)


def laptop_shows_saved_on_a_full_disk(planted: Planted) -> None:
    @contextmanager
    def transaction(self: Any) -> Iterator[None]:
        with suppress(DiskFull), original(self):
            yield

    original = planted.set(journal.Journal, "transaction", transaction)


def laptop_forgets_to_take_back_a_failed_record(planted: Planted) -> None:
    planted.set(writer.ChainWriter, "return_to", lambda self, mark: None)


def laptop_updates_its_views_after_the_commit(planted: Planted) -> None:
    later: list[Any] = []

    @contextmanager
    def transaction(self: Any) -> Iterator[None]:
        try:
            with original(self):
                yield
        except BaseException:
            later.clear()
            raise
        if not self.db._in_transaction:
            entries, later[:] = later[:], []
            with self.db.transaction():
                for entry in entries:
                    view(self.db, entry)

    view = planted.set(journal, "apply", lambda db, entry: later.append(entry))
    original = planted.set(journal.Journal, "transaction", transaction)


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
                projector.fold_place(connection, place, projector.rules_of(connection))

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
    def move(connection: Connection, piece: Any) -> None:
        original(connection, piece)
        ends = tree.tips(connection, piece.device, piece.epoch)
        shorter = sorted(ends, key=lambda hash_: ends[hash_])[:-1]
        of_them = [_frame.device == piece.device, _frame.last_hash.in_(shorter)]
        connection.execute(delete(schema.frame).where(*of_them))
        connection.execute(delete(schema.tip).where(_tip.hash.in_(shorter)))

    original = planted.set(tree, "_move_tip", move)


def hub_takes_pages_without_looking_for_the_parent(planted: Planted) -> None:
    parents: set[bytes] = set()

    def take(connection: Connection, page: Any, *, now_s: int, late: bool) -> Taken:
        parents.add(page.frame.previous)
        taken: Taken = original(connection, page, now_s=now_s, late=late)
        parents.clear()
        return taken

    original = planted.set(sync_answer, "take_in", take)
    planted.set(ingest, "holds", lambda c, head: head.hash in parents or tree.holds(c, head))


MUTANTS: dict[str, Mutant] = {
    mutant.__name__: mutant
    for mutant in (
        hub_signs_before_the_commit,
        hub_keys_events_by_device_and_number,
        hub_keys_events_by_epoch_and_number,
        laptop_marks_sent_before_the_reply,
        laptop_trusts_an_unsigned_200,
        laptop_trusts_a_number_without_its_hash,
        restored_laptop_goes_on_numbering,
        hub_drops_what_it_cannot_read_and_signs_for_it,
        hub_signs_for_pages_without_a_parent,
        hub_drops_what_a_revoked_laptop_hands_in,
        hub_never_says_what_it_lacks,
        laptop_never_hears_what_the_hub_lacks,
        laptop_sends_only_its_present_epoch,
        laptop_calls_it_done_after_one_answer,
        laptop_shows_saved_on_a_full_disk,
        laptop_forgets_to_take_back_a_failed_record,
        laptop_updates_its_views_after_the_commit,
        hub_notes_progress_before_the_fold,
        hub_drops_a_void_that_came_before_its_dose,
        hub_takes_two_doses_of_one_day_for_one,
        hub_keeps_only_the_longest_branch,
        hub_takes_pages_without_looking_for_the_parent,
    )
}


@contextmanager
def mistaken(name: str) -> Iterator[None]:
    """Plant one mistake for the length of a `with`."""
    planted = Planted()
    try:
        MUTANTS[name](planted)
        yield
    finally:
        planted.undo()


def caught_by(name: str, seeds: int, first: int = 0) -> int | None:
    """The first seed whose history breaks a promise under this mistake; None when none does."""
    for seed in range(first, first + seeds):
        with mistaken(name), World(seed) as world:
            try:
                world.run()
            except Broken:
                return seed
    return None
