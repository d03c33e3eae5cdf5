"""The records: the clock they go by, their chain, their second copy, and what waits for the hub."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fieldapp.actions.doctor.finding import Finding, Light
from fieldapp.actions.practice import Practice
from fieldapp.journal import second_copy
from fieldapp.journal.entries import first_break
from fieldapp.journal.erasure import wash
from fieldapp.journal.errors import JournalError
from fieldapp.journal.incidents import incidents
from fieldapp.journal.journal import Journal
from fieldapp.journal.tally import tally

DAY_S = 24 * 3600
Seen = Callable[[int, int], None]
"""Told how many events were looked at, and how many there are."""


class ClockRight(Finding):
    check = "Clock"
    happened = "The clock agrees with the records."


class ClockDoubtful(Finding):
    check = "Clock"
    light = Light.AMBER
    happened = "The clock stands earlier than the newest record: its times are marked as doubtful."
    next_step = "Set date and time of this laptop; go on recording meanwhile."


class ChainWhole(Finding):
    check = "Journal"
    happened = "All {events} events are exactly as they were written."


class ChainBroken(Finding):
    check = "Journal"
    light = Light.RED
    happened = "Event {event} is not as it was written."
    next_step = "Keep this disk as it is, make a backup, and call your supervisor."


class PagesDamaged(Finding):
    check = "Journal"
    light = Light.RED
    happened = "The disk does not give back what was written to it."
    next_step = "Make a backup, stop using this disk, and call your supervisor."


class CameBack(Finding):
    check = "Incidents"
    light = Light.AMBER
    happened = "How often this laptop's records were put back or copied: {times}."
    next_step = "Tell your supervisor. Nothing is numbered twice."


class CopyKept(Finding):
    check = "Second copy"
    happened = "The card or stick of the second copy is in."


class NoCopy(Finding):
    check = "Second copy"
    light = Light.AMBER
    happened = "No second copy is kept: what has not been sent is on this laptop alone."
    next_step = "Put a card in and choose it in the sync room."


class CopyMissing(Finding):
    check = "Second copy"
    light = Light.AMBER
    happened = "The card or stick of the second copy is not in."
    next_step = "Put it back; it catches up by itself."


class ErasedHere(Finding):
    check = "Erased by law"
    happened = "Records of people whom the hub erased by law are gone from this laptop: {events}."


class ErasedNotWashed(Finding):
    check = "Erased by law"
    light = Light.AMBER
    happened = "Records erased by law may still stand in unused places of the disk: {events}."
    next_step = "Make room on the disk, then close the program and open it again."


class NothingWaits(Finding):
    check = "Waiting"
    happened = "The hub has confirmed everything that was recorded."


class SomeWait(Finding):
    check = "Waiting"
    happened = "Doses waiting for the hub: {doses}, the oldest for {age}."


class SomeWaitLong(Finding):
    check = "Waiting"
    light = Light.AMBER
    happened = "Doses waiting for the hub: {doses}, the oldest for {age}."
    next_step = "Look for a network today, or write a USB stick in the sync room."


class SomeWaitTooLong(Finding):
    check = "Waiting"
    light = Light.RED
    happened = "Doses waiting for the hub: {doses}, the oldest for {age}."
    next_step = "Bring them to the hub today: by a network, a USB stick or a neighbour laptop."


def look_at_records(practice: Practice) -> Iterator[Finding]:
    """What is quickly seen; the chain is looked at apart."""
    journal = practice.journal
    yield ClockDoubtful() if journal.clock_doubtful else ClockRight()
    yield _copy(journal)
    yield _waiting(practice)
    erased = wash.erased(journal.db)
    if erased:
        found = ErasedNotWashed if wash.is_due(journal.db) else ErasedHere
        yield found(events=erased)
    befell = len(incidents(journal))
    if befell:
        yield CameBack(times=befell)


def look_at_chain(journal: Journal, seen: Seen | None = None) -> Finding:
    """Every hash of every event, made again; others record meanwhile."""
    events = journal.db.number("SELECT count(*) FROM entry")
    try:
        broken = first_break(journal.db, None if seen is None else lambda done: seen(done, events))
    except JournalError:
        return PagesDamaged()
    return ChainWhole(events=events) if broken is None else ChainBroken(event=broken.seq)


def _copy(journal: Journal) -> Finding:
    place = second_copy.chosen(journal.db)
    if place is None:
        return NoCopy()
    return CopyKept() if place.folder.is_dir() else CopyMissing()


def _waiting(practice: Practice) -> Finding:
    now = tally(practice.journal, practice.clock.now())
    age = now.oldest_waiting_s
    if not now.waiting or age is None:
        return NothingWaits()
    if age < DAY_S:
        return SomeWait(doses=now.waiting, age_s=age)
    kind = SomeWaitTooLong if age >= 3 * DAY_S else SomeWaitLong
    return kind(doses=now.waiting, age_s=age)
