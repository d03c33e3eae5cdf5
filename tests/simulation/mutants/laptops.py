"""Mistakes of a laptop."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

from fieldapp.journal import hub_link, journal, second_copy, writer
from fieldapp.journal import pages as journal_pages
from fieldapp.journal.entries import epochs
from fieldapp.journal.errors import DiskFull
from fieldapp.sync import exchange, letters
from fieldapp.sync.errors import UnsignedAnswer
from fieldapp.wire.messages import SyncReply
from tests.simulation.mutants.believing import believe
from tests.simulation.mutants.planting import Planted


def laptop_marks_sent_before_the_reply(planted: Planted) -> None:
    sent: dict[bytes, int] = {}

    def write(party: Any, heads: Any, frames: Any, *more: Any) -> bytes:
        for frame in frames:
            sent[frame.epoch] = max(sent.get(frame.epoch, 0), frame.last_seq)
        body: bytes = original(party, heads, frames, *more)
        return body

    believe(planted, sent)
    original = planted.set(letters, "write_request", write)


def laptop_trusts_an_unsigned_200(planted: Planted) -> None:
    sent: dict[bytes, int] = {}
    under_way: list[Any] = []

    def write(party: Any, heads: Any, frames: Any, *more: Any) -> bytes:
        under_way[:] = frames
        body: bytes = original(party, heads, frames, *more)
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

    believe(planted, sent)
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


def second_copy_lacks_the_newest_event(planted: Planted) -> None:
    def append(file: Any, key: Any, page: Any, length: Any) -> Any:
        return original(file, key, replace(page, entries=page.entries[:-1]), length)

    original = planted.set(second_copy, "append_page", append)


MISTAKES = (
    second_copy_lacks_the_newest_event,
    laptop_marks_sent_before_the_reply,
    laptop_trusts_an_unsigned_200,
    laptop_trusts_a_number_without_its_hash,
    restored_laptop_goes_on_numbering,
    laptop_never_hears_what_the_hub_lacks,
    laptop_sends_only_its_present_epoch,
    laptop_calls_it_done_after_one_answer,
    laptop_shows_saved_on_a_full_disk,
    laptop_forgets_to_take_back_a_failed_record,
    laptop_updates_its_views_after_the_commit,
)
