"""P6: proving and rebuilding a large journal, and the check at every start of an ordinary one."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from fieldapp.journal.entries import first_break
from fieldapp.journal.journal import Journal, open_journal
from fieldapp.journal.rebuild import rebuild
from fieldapp.journal.tally import tally
from fieldapp.journal.verify import verify
from fieldapp.wire.facts import ClientRegistered, DoseRecorded, Fact
from tests.benchmarks.figure import Figure, show
from tests.benchmarks.record_dose import USER, new_journal

DOSES = 100_000
ORDINARY = 15_000
BATCH = 5_000
GOAL_S, START_GOAL_S = 10.0, 1.0


def fill(journal: Journal, doses: int) -> None:
    """Half as many people as doses, each given two, through the journal itself."""
    for start in range(0, doses, BATCH):
        with journal.transaction():
            for number in range(start, min(start + BATCH, doses), 2):
                journal.append(_person_with_two_doses(journal.head().seq + 1, number), user=USER)


def _person_with_two_doses(seq: int, number: int) -> list[Fact]:
    name = "测试" + chr(0x4E00 + number % 5000) + chr(0x4E00 + number // 5000)
    birth_day, phone = 5000 + number % 20_000, f"1{number:010d}"
    person = ClientRegistered(name, [[8, f"T{number:08d}"]], birth_day, 1, phone)
    return [person, *(_dose(seq, 27_000_000 + number + days * 1440) for days in (0, 21))]


def _dose(client: int, minute: int) -> DoseRecorded:
    return DoseRecorded(
        client, "covid-inact-bibp", "202103002", 19000, minute, 480, 0, "left-deltoid", "boat-0508",
        screening=[],
    )  # fmt: skip


def seconds(work: object) -> float:
    """Seconds that a call takes."""
    assert callable(work)
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def measure(doses: int = DOSES, ordinary: int = ORDINARY) -> Iterator[Figure]:
    """P6."""
    with tempfile.TemporaryDirectory() as folder:
        journal, key = new_journal(Path(folder))
        fill(journal, ordinary)
        home, clock = journal.home, journal.clock
        journal.close()
        began = time.perf_counter()
        journal = open_journal(home, key, clock)
        took = time.perf_counter() - began
        yield Figure("P6", f"start-up check of {ordinary:,} doses", took, "s", START_GOAL_S)
        fill(journal, doses - ordinary)
        chain = seconds(lambda: first_break(journal.db))
        replayed = seconds(lambda: rebuild(journal))
        words, note = f"chain and rebuild of {doses:,} doses", f"chain {chain:.2f} s"
        yield Figure("P6", words, chain + replayed, "s", GOAL_S, note=note)
        whole = seconds(lambda: verify(journal))
        yield Figure("P6", f"whole `verify` of {doses:,} doses", whole, "s")
        counted = seconds(lambda: tally(journal, clock.now()))
        yield Figure("P6", f"tally of {doses:,} doses", counted * 1000, "ms")
        journal.close()


if __name__ == "__main__":
    show(measure(*(int(argument) for argument in sys.argv[1:])))
