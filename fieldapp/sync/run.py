"""One full sync: asks, sends, stores receipts, until everything is confirmed or the link fails.

Reads and writes the journal in short transactions only, so that recording never waits for the
network. Every attempt leaves a line in the journal's log, in words.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from nacl.signing import VerifyKey

from fieldapp.domain.clock import Clock
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import hub_link
from fieldapp.journal.entries import Head
from fieldapp.journal.journal import Journal
from fieldapp.journal.pages import pages
from fieldapp.journal.tally import Tally, tally
from fieldapp.sync import exchange, letters
from fieldapp.sync.errors import (
    ClockRefused,
    ConnectionCut,
    HubRefused,
    HubSilent,
    NotEnrolled,
    SyncError,
    SyncStopped,
    TooLarge,
    TruncatedReply,
)
from fieldapp.sync.exchange import Course
from fieldapp.sync.link import Answer, HubLink
from fieldapp.sync.outcome import DONE, SyncOutcome, SyncProgress
from fieldapp.sync.pace import Pace
from fieldapp.sync.turn import turn
from fieldapp.wire.messages import HeadHeld, SyncReply
from fieldapp.wire.request_auth import NONCE_BYTES
from fieldapp.wire.seal import SealedFrame

ROAD = "http"
MOST_REPEATS = 2
"""How often in a row a request is repeated at once after a cut before the sync gives up."""


def run_exchange(
    journal: Journal,
    link: HubLink,
    clock: Clock,
    progress: Callable[[SyncProgress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    pace: Pace | None = None,
    random: Callable[[int], bytes] = os.urandom,
    monotonic: Callable[[], float] = time.monotonic,
) -> SyncOutcome:
    """Send what waits and store the receipts. Safe to repeat after any failure, in any thread.

    Raises SyncRunning when one is under way on this home, NotEnrolled, SyncStopped, and the
    SyncError that ended it; what was confirmed until then is stored.
    """
    with turn(journal.home):
        party = party_of(journal)
        trip = _Trip(journal, link, clock, party, random, monotonic)
        trip.progress = progress or trip.progress
        trip.cancelled = cancelled or trip.cancelled
        trip.pace = pace or trip.pace
        return _logged(trip)


def party_of(journal: Journal) -> letters.Party:
    """The two ends of this journal's road. Raises NotEnrolled."""
    joined = hub_link.enrolment(journal)
    if joined is None:
        raise NotEnrolled
    return letters.Party(
        joined.device,
        hub_link.signing_key(journal),
        joined.hub_id,
        VerifyKey(joined.hub_verify_key),
        joined.hub_box_key,
    )


class JournalLog:
    """A journal as an exchange sees it."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def heads(self) -> Mapping[bytes, Head]:
        return hub_link.heads(self._journal)

    def hash_at(self, epoch: bytes, seq: int) -> bytes | None:
        return hub_link.hash_at(self._journal, epoch, seq)


def _nobody(progress: SyncProgress) -> None:
    pass


def _never() -> bool:
    return False


@dataclass
class _Trip:
    """One sync under way, and what it has cost so far."""

    journal: Journal
    link: HubLink
    clock: Clock
    party: letters.Party
    random: Callable[[int], bytes]
    monotonic: Callable[[], float]
    progress: Callable[[SyncProgress], None] = _nobody
    cancelled: Callable[[], bool] = _never
    pace: Pace = field(default_factory=Pace)
    clock_offset_s: int = 0
    requests: int = 0
    bytes_out: int = 0
    bytes_in: int = 0
    received: int = 0
    doses_sent: int = 0
    entries_sent: int = 0
    sent_up_to: dict[bytes, int] = field(default_factory=dict)
    next_after_s: int | None = None

    def count(self, answer: Answer) -> Answer:
        self.bytes_out += answer.bytes_out
        self.bytes_in += answer.bytes_in
        return answer

    def hub_time_s(self) -> int:
        return int(self.clock.now().timestamp()) + self.clock_offset_s

    def take_hub_time(self, hub_time_s: int) -> None:
        self.clock_offset_s = hub_time_s - int(self.clock.now().timestamp())


def _logged(trip: _Trip) -> SyncOutcome:
    """Run it and leave a line in the journal's log, however it ends."""
    started_at, started_s = trip.clock.now(), trip.monotonic()
    before = tally(trip.journal, started_at)
    happened = "The sync ended by a fault of this program."
    try:
        if not _last_went_well(trip.journal):
            _probe(trip)
        _exchange(trip)
        happened = DONE
    except FieldAppError as error:
        happened = error.happened
        raise
    finally:
        seconds = trip.monotonic() - started_s
        after = tally(trip.journal, trip.clock.now())
        outcome = _outcome(trip, before, after, seconds, happened)
        hub_link.log_attempt(trip.journal, _attempt(trip, outcome, started_at))
    return outcome


def _last_went_well(journal: Journal) -> bool:
    newest = hub_link.attempts(journal, 1)
    return bool(newest) and newest[0].happened == DONE


def _probe(trip: _Trip) -> None:
    """Before any record travels over a doubtful network, the hub must sign a sign of life."""
    nonce = trip.random(NONCE_BYTES)
    trip.requests += 1
    answer = trip.count(trip.link.hello(nonce))
    hello = letters.read_hello(trip.party.hub_verify_key, answer, nonce)
    trip.take_hub_time(hello.hub_time)


def _exchange(trip: _Trip) -> None:
    log = JournalLog(trip.journal)
    course = exchange.begin(hub_link.confirmed_heads(trip.journal), trip.pace)
    repeats = 0
    while True:
        if trip.cancelled():
            raise SyncStopped
        frames = _next_frames(trip, course)
        try:
            course = _round_trip(trip, log, course, frames)
            repeats = 0
        except (HubSilent, ConnectionCut, TruncatedReply) as cut:
            repeats += 1
            if repeats > MOST_REPEATS:
                raise
            if isinstance(cut, HubSilent):
                course = replace(course, pace=course.pace.after_timeout())
        except TooLarge:
            if course.pace.smallest:
                raise
            course = replace(course, pace=course.pace.smaller())
        else:
            _report(trip, course, log.heads())
            if exchange.is_done(course, log.heads()):
                return


def _next_frames(trip: _Trip, course: Course) -> list[SealedFrame]:
    target = course.pace.frame_bytes
    return exchange.choose(pages(trip.journal, course.after, target, target), course.pace)


def _round_trip(trip: _Trip, log: JournalLog, course: Course, frames: list[SealedFrame]) -> Course:
    """Send frames once, store the receipts that come back, and say where the hub now stands."""
    heads = [HeadHeld(trip.party.device, h.epoch, h.seq, h.hash) for h in log.heads().values()]
    nonce = trip.random(NONCE_BYTES)
    body = letters.write_request(trip.party, heads, frames, nonce)
    answer, reply = _ask(trip, body, nonce)
    _note_sent(trip, frames)
    receipts = letters.receipts_of(trip.party, reply)
    for raw, _ in receipts:
        hub_link.store_receipt(trip.journal, raw)
    trip.next_after_s = reply.next_after_s
    trip.received += len(reply.pulls)
    lacking = answer.status == 409
    unknown = letters.unknown_parents(trip.party, reply, frames, lacking=lacking)
    moved = exchange.take_answer(course, log, [receipt for _, receipt in receipts], unknown)
    if reply.refused and moved.fruitless:
        raise HubRefused(422)
    return replace(moved, pace=moved.pace.after_success(len(body), answer.seconds))


def _ask(trip: _Trip, body: bytes, nonce: bytes) -> tuple[Answer, SyncReply]:
    """One signed request; once more with the hub's time when the hub refused ours."""
    try:
        return _ask_once(trip, body, nonce)
    except ClockRefused as refused:
        trip.take_hub_time(refused.hub_time_s)
        return _ask_once(trip, body, nonce)


def _ask_once(trip: _Trip, body: bytes, nonce: bytes) -> tuple[Answer, SyncReply]:
    time_s = trip.hub_time_s()
    trip.requests += 1
    header = letters.authorize(trip.party, body, nonce, time_s)
    try:
        answer = trip.count(trip.link.sync(body, header))
    except SyncError:
        trip.bytes_out += len(body)  # at most: where the line broke nobody knows
        raise
    return answer, letters.read_reply(trip.party, answer, nonce, time_s)


def _note_sent(trip: _Trip, frames: list[SealedFrame]) -> None:
    """Count what went out, once, however often it had to be sent."""
    for frame in frames:
        beyond = trip.sent_up_to.get(frame.epoch, 0)
        trip.doses_sent += letters.doses_in(frame, beyond)
        trip.entries_sent += max(0, frame.last_seq - max(beyond, frame.first_seq - 1))
        trip.sent_up_to[frame.epoch] = max(beyond, frame.last_seq)


def _report(trip: _Trip, course: Course, heads: Mapping[bytes, Head]) -> None:
    total = sum(head.seq for head in heads.values())
    held = sum(min(course.after.get(head.epoch, 0), head.seq) for head in heads.values())
    trip.progress(SyncProgress(held, total, trip.requests, trip.bytes_out))


def _outcome(
    trip: _Trip, before: Tally, after: Tally, seconds: float, happened: str
) -> SyncOutcome:
    settled = before.entries - before.entries_waiting, after.entries - after.entries_waiting
    return SyncOutcome(
        sent=trip.doses_sent,
        confirmed=max(0, after.confirmed - before.confirmed),
        received=trip.received,
        entries_sent=trip.entries_sent,
        entries_confirmed=max(0, settled[1] - settled[0]),
        waiting=after.waiting,
        entries_waiting=after.entries_waiting,
        bytes_out=trip.bytes_out,
        bytes_in=trip.bytes_in,
        seconds=seconds,
        requests=trip.requests,
        happened=happened,
        next_after_s=trip.next_after_s,
    )


def _attempt(trip: _Trip, outcome: SyncOutcome, started_at: datetime) -> hub_link.Attempt:
    current = trip.journal.head().epoch
    seq = hub_link.confirmed_head(trip.journal, current)
    return hub_link.Attempt(
        started_at,
        ROAD,
        outcome.happened,
        outcome.requests,
        outcome.bytes_out,
        outcome.bytes_in,
        int(outcome.seconds * 1000),
        outcome.sent,
        outcome.confirmed,
        seq or None,
        hub_link.hash_at(trip.journal, current, seq) if seq else None,
    )
