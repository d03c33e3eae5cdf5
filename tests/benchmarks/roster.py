"""A region's roster on a laptop: what it costs to pull, to apply, to search and to hold.

`python -m tests.benchmarks roster` for 500,000 people; `python -m tests.benchmarks.roster PEOPLE`
for another number. Goals: SYNC.md 1.15 (26-40 bytes a person), PERF.md P5 (5 ms in the store).
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from fieldapp.domain.client import Document
from fieldapp.domain.message import Fate, Kind
from fieldapp.hub.regions.segments import MOST_PEOPLE
from fieldapp.journal.journal import Journal
from fieldapp.journal.leases import store_lease
from fieldapp.journal.roster import find
from fieldapp.journal.roster.apply import keep_segment
from fieldapp.wire.dates import to_day
from fieldapp.wire.roster_file import read_blobs, write_blobs
from fieldapp.wire.roster_messages import NO_MESSAGES, RosterMessage, RosterMessages
from fieldapp.wire.roster_people import RosterDose, RosterPerson, paper_hash
from tests.benchmarks.figure import Figure, show
from tests.benchmarks.find_person import LOOKUPS, made_up_person
from tests.benchmarks.record_dose import new_journal
from tests.journal.hub import enrol
from tests.journal.roster.filled import KEY, Region, lend

PEOPLE = 500_000
GOAL_BYTES, GOAL_MS = 40, 5.0
_FATES = (*[Fate.DELIVERED] * 8, Fate.SENT, Fate.FAILED)
_PRODUCTS = ("covid-inact-bibp", "covid-inact-sinovac", "mr-live")


def everybody(count: int) -> Iterator[RosterPerson]:
    """Made-up people, one in three with two doses, as a hub tells of them. Everybody had a message
    on day 21, one in three of those without a second dose another before the latest day."""
    chance = random.Random(5)
    for number in range(count):
        name, passport, phone, birth = made_up_person(number, chance)
        day = 18_700 + chance.randrange(120)
        doses = [_dose(day, chance)] + ([_dose(day + 21, chance)] if number % 3 == 0 else [])
        yield RosterPerson(
            chance.randbytes(16), name, to_day(birth), None, phone[-4:],
            (paper_hash(KEY, Document("passport", passport)),), doses=tuple(doses),
            messages=_messages(day, number, chance),
        )  # fmt: skip


def _messages(day: int, number: int, chance: random.Random) -> RosterMessages:
    sent = [RosterMessage("cn-inactivated", 2, Kind.DUE, day + 21, chance.choice(_FATES))]
    if number % 3 == 1:
        again = day + 49
        sent.append(RosterMessage("cn-inactivated", 2, Kind.LAST, again, chance.choice(_FATES)))
    return RosterMessages(tuple(sent), none_wanted=number % 50 == 0)


def _dose(day: int, chance: random.Random) -> RosterDose:
    lot = f"20210{chance.randrange(40):02d}{chance.randrange(9)}"
    device = chance.randrange(1, 60)
    return RosterDose(chance.choice(_PRODUCTS), lot, day, device, f"Boat {device}")


def publish(file: Path, count: int) -> Figure:
    """Write all segments of the region to a file. In a process of its own: the memory that is
    measured is a laptop's."""
    began = time.perf_counter()
    region, people = Region(), sorted(everybody(count), key=lambda person: person.name)
    for at in range(0, count, MOST_PEOPLE):
        region.segment(*people[at : at + MOST_PEOPLE])
    took, size = time.perf_counter() - began, sum(map(len, region.raws))
    with file.open("wb") as stream:
        write_blobs(stream, region.raws)
    silent, first = Region(), [replace(one, messages=NO_MESSAGES) for one in people[:MOST_PEOPLE]]
    told, without = len(region.raws[0]), len(silent.segment(*first))
    made = f"{size / 1e6:.1f} MB in {len(region.raws)} segments, made in {took:.0f} s"
    of_it = f"of them {(told - without) / len(first):.1f} for messages"
    words = f"pulled for each of {count:,} people"
    return Figure("roster", words, size / count, "bytes", GOAL_BYTES, note=f"{made}; {of_it}")


def kinds(j: Journal, count: int) -> Iterator[tuple[str, Callable[[random.Random], object]]]:
    """Every way to look somebody up: words for it, and one look-up of a random person."""

    def anybody(chance: random.Random) -> tuple[str, str, str]:
        number = chance.randrange(count)
        name = made_up_person(number, random.Random(number))[0]
        return name, f"T{number:08d}", f"1{3_000_000_000 + number * 7:010d}"

    yield "document", lambda c: find.by_document(j, Document("passport", anybody(c)[1]))
    yield "phone", lambda c: find.by_phone(j, anybody(c)[2])
    yield "name", lambda c: find.search(j, anybody(c)[0])
    for letters in (2, 3, 4, 6):
        yield f"pinyin, {letters} letters", partial(_search_typed, j, letters)


def _search_typed(j: Journal, letters: int, chance: random.Random) -> object:
    names = ("wangwei", "liuxiuying", "zhangjianguo", "chenyuchen")
    return find.search(j, chance.choice(names)[:letters])


def measure(count: int = PEOPLE) -> Iterator[Figure]:
    """The region is made in a process of its own: the memory that is measured is a laptop's."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "segments"
        with get_context("spawn").Pool(1) as hub:
            yield hub.apply(publish, (file, count))
        journal, _ = new_journal(Path(folder) / "laptop")
        enrol(journal)
        store_lease(journal, lend(journal))
        before = _memory_mb()
        yield from _apply(journal, file, count)
        yield from _search(journal, count)
        journal.close()
        note = f"{before:.0f} MB before"
        yield Figure("roster", "memory at most", _memory_mb(), "MB", note=note)


def _memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _apply(journal: Journal, file: Path, count: int) -> Iterator[Figure]:
    began, cpu, slowest = time.perf_counter(), time.process_time(), 0.0
    with file.open("rb") as stream:
        for raw in read_blobs(stream):
            start = time.perf_counter()
            keep_segment(journal, raw)
            slowest = max(slowest, time.perf_counter() - start)
    took = time.perf_counter() - began
    cpu = time.process_time() - cpu
    yield Figure("roster", "applied", took, "s", note=f"{cpu:.1f} s of a processor")
    note = "a search waits for none of it"
    yield Figure("roster", "slowest segment", slowest * 1000, "ms", note=note)
    held = journal.vault.bytes_on_disk / count
    yield Figure("roster", "on the laptop's disk, a person", held, "bytes")


def _search(journal: Journal, count: int) -> Iterator[Figure]:
    for words, look_up in kinds(journal, count):
        chance, took = random.Random(11), []
        for _ in range(LOOKUPS):
            start = time.perf_counter()
            look_up(chance)
            took.append((time.perf_counter() - start) * 1000)
        took.sort()
        p50, p95 = took[LOOKUPS // 2], took[LOOKUPS * 95 // 100]
        yield Figure("roster", f"by {words}, p95", p95, "ms", GOAL_MS, note=f"p50 {p50:.2f}")


if __name__ == "__main__":
    show(measure(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE))
