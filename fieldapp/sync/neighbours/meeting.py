"""The exchange of two laptops that have proven themselves, and the count that both must agree on.

Records come first: they are what can be lost. The hub's lists follow when both have counted.

Everything taken is on the disk before the next message is read, so a meeting that breaks off at any
point has lost nothing and doubled nothing; the next one goes on from what each then holds.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from fieldapp.domain.clock import Clock
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import homebound, hub_link, neighbours, parcels, sightings
from fieldapp.journal.attempts import Attempt
from fieldapp.journal.journal import Journal
from fieldapp.journal.parcels import NoRoom
from fieldapp.journal.tally import tally
from fieldapp.sync.errors import SyncRunning
from fieldapp.sync.neighbours import errors, packing
from fieldapp.sync.neighbours.line import Line
from fieldapp.sync.neighbours.lists import exchange_lists
from fieldapp.sync.neighbours.proving import OwnSide, Talk, greet
from fieldapp.sync.neighbours.tally import Met
from fieldapp.sync.turn import turn
from fieldapp.wire.errors import WireError
from fieldapp.wire.neighbour import (
    MOST_HELD,
    MOST_NAME,
    Count,
    Handed,
    Held,
    Offer,
    Parcel,
    Refusal,
    Sum,
)

ROAD = "neighbour"
MET = "Two laptops met, and each holds what the other had waiting."
NOT_BELIEVED = "The neighbour brought a list that does not hold. It changed nothing here."


@dataclass
class _Meeting:
    """One meeting under way. `told` is their offer, once heard."""

    own: OwnSide
    talk: Talk
    device: int
    caller: bool
    told: Offer = field(default_factory=lambda: Offer("", (), (), ()))
    confirmed: int = 0

    @property
    def journal(self) -> Journal:
        return self.own.journal


def meet(
    own: OwnSide,
    line: Line,
    clock: Clock,
    *,
    caller: bool,
    random: Callable[[int], bytes] = os.urandom,
) -> Met:
    """Prove, then, as long as no sync runs here, exchange and count.

    Raises SyncRunning and every NeighbourError; what was taken until then is held.
    """
    talk, other = greet(own, line, caller=caller, random=random)
    meeting = _Meeting(own, talk, other.device, caller)
    try:
        with turn(own.journal.home):
            return _logged(meeting, clock)
    except SyncRunning:
        talk.say(Refusal("busy"))
        raise


def _logged(meeting: _Meeting, clock: Clock) -> Met:
    """Exchange, and leave a line in the journal's log, however it ends; none for a mere hello."""
    started_at, happened, given = clock.now(), MET, Sum()
    try:
        met = _exchange(meeting, clock)
        given = met.given
        if met.learned.refused:
            happened = NOT_BELIEVED
        return met
    except FieldAppError as error:
        happened = error.happened
        raise
    finally:
        if happened != MET or given.records or meeting.confirmed:
            _log(meeting, started_at, happened, given)


def _exchange(meeting: _Meeting, clock: Clock) -> Met:
    journal = meeting.journal
    today = _site_today(clock)
    key = meeting.talk.session.token_key
    mine = Offer(
        journal.team.name[:MOST_NAME],
        tuple(one.place for one in parcels.held(journal, meeting.device))[:MOST_HELD],
        tuple(homebound.for_home(journal, meeting.device)),
        sightings.seen_here(journal, key, today),
    )
    _in_turn(meeting, lambda: meeting.talk.say(mine), lambda: _hear_offer(meeting))
    _take_receipts(meeting, clock)
    told = meeting.told
    neighbours.note_met(journal, meeting.device, told.name, key, today, told.seen)
    given, taken, it_holds = _hand_over(meeting)
    homebound.delivered(journal, meeting.device, mine.receipts)
    met = _counted(meeting, given, taken, it_holds, len(mine.receipts))
    in_turn = lambda say, hear: _in_turn(meeting, say, hear)  # noqa: E731  one line, used once
    return replace(met, learned=exchange_lists(journal, meeting.talk, in_turn))


def _site_today(clock: Clock) -> date:
    return (clock.now() + timedelta(minutes=clock.utc_offset_min())).date()


def _in_turn(meeting: _Meeting, say: Callable[[], None], hear: Callable[[], None]) -> None:
    """The caller speaks first."""
    for step in (say, hear) if meeting.caller else (hear, say):
        step()


def _hear_offer(meeting: _Meeting) -> None:
    meeting.told = meeting.talk.hear(Offer)


def _take_receipts(meeting: _Meeting, clock: Clock) -> None:
    """What the hub signed for us and they brought; one that does not hold is passed over."""
    journal = meeting.journal
    before = tally(journal, clock.now()).confirmed
    for raw in meeting.told.receipts:
        try:
            hub_link.store_receipt(journal, raw)
        except WireError:
            continue
    meeting.confirmed = max(0, tally(journal, clock.now()).confirmed - before)


def _hand_over(meeting: _Meeting) -> tuple[Sum, Sum, Sum]:
    """Parcels both ways: given, taken, and what they should now hold of ours."""
    journal, theirs = meeting.journal, meeting.told.held
    let_go = packing.may_go(journal, theirs)
    kept = {place.last_hash: place for place in theirs if place.last_hash not in let_go}
    packed = packing.pack(journal, kept.values(), meeting.own.party.hub_box_key)
    taken: list[Held] = []
    _in_turn(meeting, lambda: _give(meeting, packed, let_go), lambda: _take(meeting, taken))
    kept |= {parcel.place.last_hash: parcel.place for parcel in packed}
    given = parcels.held_sum(parcel.place for parcel in packed)
    return given, parcels.held_sum(taken), parcels.held_sum(kept.values())


def _give(meeting: _Meeting, packed: list[Parcel], let_go: list[bytes]) -> None:
    for parcel in packed:
        meeting.talk.say(parcel)
    meeting.talk.say(Handed(tuple(let_go)))


def _take(meeting: _Meeting, taken: list[Held]) -> None:
    """Hold what comes until it ends; each parcel is on the disk before the next is read."""
    while True:
        match meeting.talk.next_message():
            case Parcel() as parcel:
                if _held(meeting, parcel):
                    taken.append(parcel.place)
            case Handed(let_go):
                parcels.let_go(meeting.journal, meeting.device, let_go)
                return
            case _:
                raise errors.NotALaptop


def _held(meeting: _Meeting, parcel: Parcel) -> bool:
    try:
        return parcels.take(meeting.journal, meeting.device, parcel)
    except NoRoom as full:
        meeting.talk.say(Refusal(errors.CODES[errors.NeighbourFull]))
        _hear_out(meeting)
        raise errors.NoRoomHere from full
    except WireError as error:
        raise errors.NotALaptop from error


def _hear_out(meeting: _Meeting) -> None:
    """Read on until they have handed over: closing on what is unread would lose the refusal."""
    with suppress(errors.NeighbourError):
        while not isinstance(meeting.talk.next_message(), Handed):
            pass


def _counted(meeting: _Meeting, given: Sum, taken: Sum, it_holds: Sum, receipts: int) -> Met:
    """Tell each other what was counted. Raises CountsDiffer."""
    talk, journal = meeting.talk, meeting.journal
    we_hold = parcels.held_sum(one.place for one in parcels.held(journal, meeting.device))
    heard: list[Count] = []
    _in_turn(
        meeting,
        lambda: talk.say(Count(given, taken, we_hold)),
        lambda: heard.append(talk.hear(Count)),
    )
    if heard != [Count(given=taken, taken=given, holding=it_holds)]:
        raise errors.CountsDiffer
    told = meeting.told
    return Met(
        device=meeting.device,
        name=told.name,
        given=given,
        taken=taken,
        it_holds=it_holds,
        we_hold=we_hold,
        confirmed=meeting.confirmed,
        receipts=receipts,
        seen=len(told.seen),
    )


def _log(meeting: _Meeting, started_at: datetime, happened: str, given: Sum) -> None:
    journal = meeting.journal
    epoch = journal.head().epoch
    seq = hub_link.confirmed_head(journal, epoch)
    attempt = Attempt(
        started_at,
        ROAD,
        happened,
        doses_sent=given.doses,
        doses_confirmed=meeting.confirmed,
        head_seq=seq or None,
        head_hash=hub_link.hash_at(journal, epoch, seq) if seq else None,
    )
    hub_link.log_attempt(journal, attempt)
