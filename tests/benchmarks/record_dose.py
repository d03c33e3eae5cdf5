"""P4: what a durable dose costs beside the raw SQLCipher commit, in time and in fsyncs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from fieldapp.journal.database import open_database
from fieldapp.journal.home import DataKey, KdfCost, NewUser, TeamProfile, create_home, unlock
from fieldapp.journal.journal import Journal, open_journal
from fieldapp.wire.facts import ClientRegistered, DoseRecorded, VialOpened
from tests.benchmarks.figure import Figure, show
from tests.journal.laptop import MemorySecrets

DOSES = 2000
USER = "nurse.test"


class BenchClock:
    """The machine's clocks, as far as a benchmark needs them."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def uptime_s(self) -> int:
        return int(time.monotonic())

    def boot_id(self) -> bytes:
        return bytes(16)

    def utc_offset_min(self) -> int:
        return 480


def new_journal(folder: Path) -> tuple[Journal, DataKey]:
    """A home with one user, open, and its key."""
    home, secrets, clock = folder / "home", MemorySecrets(), BenchClock()
    user = NewUser(USER, "Nurse Test", "recorder", "2468")
    weak = KdfCost(8, 1, 1)
    create_home(home, TeamProfile("Bench", "boat"), [user], secrets, clock, kdf=weak)
    key = unlock(home, USER, "2468", secrets, clock)
    return open_journal(home, key, clock), key


def journal_step(folder: Path) -> Callable[[int], None]:
    """Record one dose of one of a hundred people."""
    journal, _ = new_journal(folder)
    people = [
        journal.append([ClientRegistered(f"测试{n}", [[8, f"TEST{n}"]], 5000, 1)], user=USER)[0]
        for n in range(100)
    ]
    (vial,) = journal.append([VialOpened("covid-inact-bibp", "L1", 19000, 5)], user=USER)

    def record(number: int) -> None:
        dose = DoseRecorded(
            people[number % 100].seq, "covid-inact-bibp", "L1", 19000, 27_000_000 + number, 480, 0,
            "left-deltoid", "boat-0508", vial.seq, screening=[],
        )  # fmt: skip
        journal.append([dose], user=USER)

    return record


def raw_step(folder: Path) -> Callable[[int], None]:
    """Commit three bare rows, as the physical limit in PERF.md was measured."""
    db = open_database(folder / "raw.db", bytes(range(32)), create=True)
    for table in ("a", "b", "c"):
        db.run(f"CREATE TABLE {table} (no INTEGER PRIMARY KEY, one BLOB, two BLOB)")

    def commit(number: int) -> None:
        with db.transaction():
            for table in ("a", "b", "c"):
                db.run(f"INSERT INTO {table} (one, two) VALUES (?, ?)", bytes(32), bytes(100))

    return commit


def timed(steps: list[Callable[[int], None]]) -> list[list[float]]:
    """Milliseconds of each step, the kinds taking turns so that the machine is the same for all."""
    found: list[list[float]] = [[] for _ in steps]
    for number in range(DOSES):
        for step, times in zip(steps, found, strict=True):
            began = time.perf_counter()
            step(number)
            times.append((time.perf_counter() - began) * 1000)
    return [sorted(times) for times in found]


def fsyncs_a_dose() -> float | None:
    """Counted by strace over a process of its own; None where there is no strace."""
    if shutil.which("strace") is None:
        return None
    counts = [_fsyncs_of(doses) for doses in (0, DOSES)]
    return (counts[1] - counts[0]) / DOSES


def _fsyncs_of(doses: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "calls"
        trace = [
            "strace",
            "-f",
            "-qq",
            "-e",
            "trace=fsync,fdatasync,sync_file_range",
            "-o",
            str(log),
        ]
        program = [sys.executable, "-m", __spec__.name, folder, str(doses)]
        subprocess.run([*trace, *program], check=True, env=os.environ)
        return len(log.read_text("ascii").splitlines())


def measure() -> Iterator[Figure]:
    """P4."""
    with tempfile.TemporaryDirectory() as folder:
        raw, dose = timed([raw_step(Path(folder)), journal_step(Path(folder))])
    middle, late = len(dose) // 2, len(dose) * 95 // 100
    yield Figure("P4", "raw SQLCipher commit, p50", raw[middle], "ms")
    yield Figure("P4", "raw SQLCipher commit, p95", raw[late], "ms")
    beside = dose[middle] / raw[middle]
    yield Figure("P4", "durable dose, p50", dose[middle], "ms")
    yield Figure("P4", "durable dose, p50, beside the raw commit", beside, "times", 3)
    yield Figure("P4", "durable dose, p95", dose[late], "ms", 10)
    fsyncs = fsyncs_a_dose()
    if fsyncs is None:
        print("    fsyncs a dose are not counted: no strace here")
    else:
        yield Figure("P4", "fsyncs a dose", fsyncs, "", 1.05)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        step = journal_step(Path(sys.argv[1]))
        for number in range(int(sys.argv[2])):
            step(number)
    else:
        show(measure())
