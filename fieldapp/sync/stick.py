"""The USB road at the laptop: what waits goes out as a sealed file, the hub's answer comes back.

A stranger who finds the stick reads only which laptop wrote it, and up to which number. A file cut
short, renamed, copied twice or a year old is harmless: the hub takes each event once, by its hash.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fieldapp.domain.clock import Clock
from fieldapp.journal import hub_link, parcels
from fieldapp.journal.errors import JournalError
from fieldapp.journal.files import write_whole
from fieldapp.journal.hub_link import Attempt
from fieldapp.journal.journal import Journal
from fieldapp.journal.pages import pages
from fieldapp.journal.standing import asked_at, note_question
from fieldapp.journal.tally import tally
from fieldapp.sync import letters
from fieldapp.sync.errors import NeedsPerson
from fieldapp.sync.neighbours.forward import take_receipts
from fieldapp.sync.outcome import DONE
from fieldapp.sync.pace import LARGEST_BYTES
from fieldapp.sync.pulls import take_pulls
from fieldapp.sync.trip import party_of
from fieldapp.wire.bundle import MAX_BUNDLE_BYTES, write_bundle
from fieldapp.wire.errors import WireError
from fieldapp.wire.messages import MAX_MESSAGE_BYTES, SyncReply, decode_sync_reply
from fieldapp.wire.signed import open_signed

BUNDLE_SUFFIX, ANSWER_SUFFIX = ".vxb", ".vxr"
ROAD = "usb"
WRITTEN = "A sealed file was written to a stick."
READ = "Receipts came back on a stick."
_ROOM = 192 * 1024  # the head of a bundle with as many pages as it may name


class StickUnwritable(NeedsPerson):
    """The stick did not take the file."""

    happened = "The stick could not be written to."
    safe = "Everything is saved on this laptop; nothing counts as handed in."
    next_step = "See that the stick is in, has room and may be written to, then try again."


class NoReceipts(NeedsPerson):
    """The file is no answer of this laptop's hub."""

    happened = "{file} holds no receipts of our hub."
    safe = "Nothing was changed."
    next_step = "Look for the file that ends in .vxr and was written where the stick was read."


@dataclass(frozen=True, slots=True)
class Written:
    """What is on the stick; with no entries no file was written. `whole`: nothing was left out."""

    file: Path
    doses: int
    entries: int
    size: int
    whole: bool = True

    def as_json(self) -> dict[str, object]:
        """The object that `bundle write --json` prints."""
        return {
            "file": str(self.file) if self.entries else None,
            "doses": self.doses,
            "entries": self.entries,
            "bytes": self.size,
            "whole": self.whole,
        }

    def in_words(self) -> str:
        """The same for a person."""
        if not self.entries:
            return "Nothing waits, so no file was written."
        more = "" if self.whole else " More waits: bring its receipts back, then write again."
        return (
            f"{self.doses} doses are in {self.file}, {self.size:,} bytes, sealed for the hub."
            f" They count as handed in when the hub's receipts are back.{more}"
        )


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What the receipts on a stick came to, in doses; `carried` are of neighbours."""

    receipts: int
    confirmed: int
    waiting: int
    carried: int = 0

    def as_json(self) -> dict[str, object]:
        """The object that `bundle read --json` prints."""
        return {
            "receipts": self.receipts,
            "confirmed": self.confirmed,
            "waiting": self.waiting,
            "carried": self.carried,
        }

    def in_words(self) -> str:
        """The same for a person."""
        if self.carried:
            return (
                f"{self.carried} doses of neighbours are at the hub; the receipts wait for them."
                f" {self.confirmed} doses of this laptop are newly confirmed; {self.waiting} wait."
            )
        if not self.receipts:
            return "No receipt in it is about this laptop. Nothing was changed."
        return f"{self.confirmed} doses are newly confirmed by the hub; {self.waiting} wait."


def file_name(journal: Journal, clock: Clock) -> str:
    """A name that no two sticks share, without the name of a person or place."""
    head, joined = journal.head(), hub_link.enrolment(journal)
    device = joined.device if joined else 0
    who = "practice" if journal.team.made_up else "laptop"
    return f"{who}-{device}-{clock.now():%Y%m%d}-{head.seq}{BUNDLE_SUFFIX}"


def write_stick(journal: Journal, file: Path, clock: Clock) -> Written:
    """Seal everything that waits into a file; the name appears only when all of it is there.

    Raises NotEnrolled, StickUnwritable.
    """
    party, started_at = party_of(journal), clock.now()
    after = hub_link.confirmed_heads(journal)
    frames = pages(journal, after, LARGEST_BYTES, MAX_BUNDLE_BYTES - _ROOM)
    if not frames:
        return Written(file, 0, 0, 0)
    bundle = write_bundle(frames, party.hub_box_key)
    try:
        write_whole(file, bundle, durable=True)
    except JournalError as fault:
        raise StickUnwritable from fault
    note_question(journal.db, hashlib.sha256(bundle).digest())
    doses = sum(letters.doses_in(frame, after.get(frame.epoch, 0)) for frame in frames)
    reached = {frame.epoch: frame.last_seq for frame in frames}
    heads = hub_link.heads(journal)
    whole = all({**after, **reached}.get(e, 0) >= head.seq for e, head in heads.items())
    _log(journal, started_at, WRITTEN, bytes_out=len(bundle), doses_sent=doses)
    entries = sum(frame.event_count for frame in frames)
    return Written(file, doses, entries, len(bundle), whole)


def read_answer(journal: Journal, file: Path, clock: Clock) -> ReadBack:
    """Store the receipts that came back. Raises NotEnrolled, NoReceipts; safe to repeat."""
    party, started_at = party_of(journal), clock.now()
    before = tally(journal, started_at)
    reply, size = _reply(party, file)
    receipts = letters.receipts_of(party, reply)
    hub_link.store_answer(journal, receipts, asked_at(journal.db, reply.nonce))
    take_pulls(journal, reply)
    others = letters.receipts_for_others(party, reply)
    carried = take_receipts(journal, others, parcels.held(journal))
    after = tally(journal, clock.now())
    confirmed = max(0, after.confirmed - before.confirmed)
    happened = READ if after.entries_waiting else DONE
    if receipts:
        _log(journal, started_at, happened, bytes_in=size, doses_confirmed=confirmed)
    doses = sum(one.place.doses for one in carried)
    return ReadBack(len(receipts), confirmed, after.waiting, doses)


def _reply(party: letters.Party, file: Path) -> tuple[SyncReply, int]:
    try:
        with file.open("rb") as stream:
            content = stream.read(MAX_MESSAGE_BYTES + 1)
        return decode_sync_reply(open_signed("sync", content, party.hub_verify_key)), len(content)
    except (OSError, WireError) as fault:
        raise NoReceipts(file=file.name) from fault


def _log(journal: Journal, started_at: datetime, happened: str, **counts: int) -> None:
    epoch = journal.head().epoch
    seq = hub_link.confirmed_head(journal, epoch)
    attempt = Attempt(
        started_at,
        ROAD,
        happened,
        bytes_out=counts.get("bytes_out", 0),
        bytes_in=counts.get("bytes_in", 0),
        doses_sent=counts.get("doses_sent", 0),
        doses_confirmed=counts.get("doses_confirmed", 0),
        head_seq=seq or None,
        head_hash=hub_link.hash_at(journal, epoch, seq) if seq else None,
    )
    hub_link.log_attempt(journal, attempt)
