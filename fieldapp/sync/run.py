"""One full sync: asks, sends, stores receipts, until everything is confirmed or the link fails.

Reads and writes the journal in short transactions only, so that recording never waits for the
network. Every attempt leaves a line in the journal's log, in words.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from fieldapp.domain.clock import Clock
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import hub_link
from fieldapp.journal.entries import Head
from fieldapp.journal.journal import Journal
from fieldapp.journal.pages import pages
from fieldapp.journal.standing import next_moment
from fieldapp.journal.tally import Tally, tally
from fieldapp.sync import exchange, letters
from fieldapp.sync.errors import (
    ConnectionCut,
    HubRefused,
    HubSilent,
    Revoked,
    SyncError,
    SyncStopped,
    TooLarge,
    TruncatedReply,
)
from fieldapp.sync.exchange import Course
from fieldapp.sync.link import HubLink
from fieldapp.sync.neighbours.forward import forward
from fieldapp.sync.outcome import (
    DONE,
    MORE_CAME,
    NEWS_LATER,
    ROAD,
    SENT_AGAIN,
    SyncOutcome,
    SyncProgress,
)
from fieldapp.sync.pace import Pace
from fieldapp.sync.pulls import SMALL_BYTES, pull_the_rest, take_pulls, wanted
from fieldapp.sync.trip import NOTHING, Trip, Wanted, party_of
from fieldapp.sync.turn import turn
from fieldapp.wire.messages import HeadHeld

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
        run = _Run(
            journal,
            Trip(party_of(journal), link, clock, random),
            pace or Pace(),
            progress or _nobody,
            cancelled or _never,
        )
        return _logged(run, clock, monotonic)


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


@dataclass(slots=True)
class _Run:
    """The parts of one sync. `wanted` goes out with the next request; `more`: the hub has more;
    `unfinished`: why not all of that came; `lost`: events that the hub had confirmed and lacks."""

    journal: Journal
    trip: Trip
    pace: Pace
    progress: Callable[[SyncProgress], None]
    cancelled: Callable[[], bool]
    wanted: Wanted = NOTHING
    more: bool = False
    unfinished: SyncError | None = None
    lost: int = 0


def _logged(run: _Run, clock: Clock, monotonic: Callable[[], float]) -> SyncOutcome:
    """Run it and leave a line in the journal's log, however it ends."""
    started_at, started_s = clock.now(), monotonic()
    before = tally(run.journal, started_at)
    happened = "The sync ended by a fault of this program."
    try:
        if not _last_went_well(run.journal):
            run.trip.probe()
        _exchange(run)
        happened = _said(run, clock)
    except FieldAppError as error:
        happened = error.happened
        raise
    finally:
        after = tally(run.journal, clock.now())
        outcome = _outcome(run, before, after, monotonic() - started_s, happened)
        hub_link.log_attempt(run.journal, _attempt(run.journal, outcome, started_at))
    return outcome


def _said(run: _Run, clock: Clock) -> str:
    if tally(run.journal, clock.now()).entries_waiting:
        return MORE_CAME
    if run.unfinished:
        return NEWS_LATER
    return SENT_AGAIN if run.lost else DONE


def _last_went_well(journal: Journal) -> bool:
    newest = hub_link.attempts(journal, 1)
    return (
        bool(newest)
        and newest[0].road == ROAD
        and newest[0].happened in (DONE, MORE_CAME, SENT_AGAIN)
    )


def _exchange(run: _Run) -> None:
    """Our own records first, then what is held for neighbours; what was recorded meanwhile; then
    whatever the hub has for us that did not fit into its first answer, and what came of that."""
    log = JournalLog(run.journal)
    course = exchange.begin(hub_link.confirmed_heads(run.journal), run.pace)
    run.wanted = wanted(run.journal, SMALL_BYTES)
    try:
        course = _push_all(run, log, course)
    except Revoked:
        # what neighbours entrusted to it still counts
        forward(run.journal, run.trip, run.cancelled)
        raise
    forward(run.journal, run.trip, run.cancelled)
    if not exchange.is_done(course, log.heads()):
        course = _push_all(run, log, course)
    _take_the_news(run)
    if not exchange.is_done(course, log.heads()):
        _push_all(run, log, course)  # what was erased just now is told at once


def _take_the_news(run: _Run) -> None:
    """Every record is confirmed by now: a cut here spoils nothing of that, and is told beside it.
    Raises what a person has to see to."""
    try:
        pull_the_rest(run.journal, run.trip, run.more, run.cancelled)
    except SyncError as cut:
        if not cut.retry:
            raise
        run.unfinished = cut


def _push_all(run: _Run, log: JournalLog, course: Course) -> Course:
    repeats = 0
    while True:
        if run.cancelled():
            raise SyncStopped
        try:
            course = _round_trip(run, log, course)
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
            repeats = 0
            _report(run, course, log.heads())
            if exchange.is_done(course, log.heads()):
                return course


def _round_trip(run: _Run, log: JournalLog, course: Course) -> Course:
    """Send one request, store the receipts that come back, and say where the hub now stands."""
    party, target = run.trip.party, course.pace.frame_bytes
    frames = exchange.choose(pages(run.journal, course.after, target, target), course.pace)
    heads = [HeadHeld(party.device, h.epoch, h.seq, h.hash) for h in log.heads().values()]
    asked = next_moment(run.journal.db)
    answer, reply = run.trip.push(heads, frames, run.wanted)
    receipts = letters.receipts_of(party, reply)
    before = hub_link.confirmed_heads(run.journal)
    hub_link.store_answer(run.journal, receipts, asked)
    taken = take_pulls(run.journal, reply)
    run.trip.received += taken.records
    run.wanted, run.more = NOTHING, run.more or taken.more
    unknown = letters.unknown_parents(party, reply, frames, lacking=answer.status == 409)
    moved = exchange.take_answer(course, log, [receipt for _, receipt in receipts], unknown)
    run.lost = max(run.lost, _lost(before, moved.after))
    if reply.refused and moved.fruitless:
        raise HubRefused(422)
    size = sum(len(frame.frame_bytes) for frame in frames)
    return replace(moved, pace=moved.pace.after_success(size, answer.seconds))


def _lost(confirmed: Mapping[bytes, int], held: Mapping[bytes, int]) -> int:
    """How many events the hub had signed for and does not hold any more: it was put back."""
    return sum(max(0, seq - held.get(epoch, seq)) for epoch, seq in confirmed.items())


def _report(run: _Run, course: Course, heads: Mapping[bytes, Head]) -> None:
    total = sum(head.seq for head in heads.values())
    held = sum(min(course.after.get(head.epoch, 0), head.seq) for head in heads.values())
    run.progress(SyncProgress(held, total, run.trip.requests, run.trip.bytes_out))


def _outcome(run: _Run, before: Tally, after: Tally, seconds: float, happened: str) -> SyncOutcome:
    trip = run.trip
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
        carried=trip.carried,
        sent_again=run.lost,
        unfinished=run.unfinished,
    )


def _attempt(journal: Journal, outcome: SyncOutcome, started_at: datetime) -> hub_link.Attempt:
    current = journal.head().epoch
    seq = hub_link.confirmed_head(journal, current)
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
        hub_link.hash_at(journal, current, seq) if seq else None,
    )
