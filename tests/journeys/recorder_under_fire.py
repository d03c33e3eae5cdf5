"""Records doses in real processes that are killed at any moment; run as a program by the kill test.

    python -m tests.journeys.recorder_under_fire HOME KILLS SEED

Forks a child for each kill: the child opens the journal, records doses as fast as it can and
writes the id of each one to a pipe only after `record_dose` has returned. The parent kills it with
SIGKILL after a random delay, keeps every id it was told, and at the end prints them as JSON.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path

from fieldapp.actions.record_dose import DoseOrder, record_dose
from fieldapp.actions.register_client import register_client
from fieldapp.actions.system_clock import SystemClock
from fieldapp.domain.client import ClientDetails
from fieldapp.domain.immunization import BodySite, VaccineLot
from fieldapp.journal.home import DataKey
from fieldapp.journal.journal import open_journal

DOSES_PER_LIFE = 200
ID_BYTES = 32
LOT = VaccineLot("covid-inact-bibp", "KILL-1")


@dataclass
class Told:
    """What the killed processes said was saved."""

    doses: list[str] = field(default_factory=list)
    kills: int = 0
    lives_that_recorded: int = 0


def one_life(home: Path, key: DataKey, pipe: int) -> None:
    """The child: open, register somebody, record until killed."""
    clock = SystemClock()
    journal = open_journal(home, key, clock)
    details = ClientDetails(name=f"测试样{os.getpid()}")
    client = register_client(journal, details, user="nurse.test")
    for _ in range(DOSES_PER_LIFE):
        order = DoseOrder(client.client_id, LOT, BodySite.LEFT_DELTOID, screening=())
        os.write(pipe, record_dose(journal, order, clock=clock, user="nurse.test"))


def kill_once(home: Path, key: DataKey, rng: random.Random, told: Told) -> None:
    """Start a life, let it run for a random while, kill it, and keep what it said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            one_life(home, key, writing)
        finally:
            os._exit(0)
    os.close(writing)
    said = _listen_for(reading, rng.uniform(0.0, 0.25))
    os.kill(child, signal.SIGKILL)
    said += _rest_of(reading)
    os.waitpid(child, 0)
    told.kills += 1
    whole = len(said) - len(said) % ID_BYTES
    ids = [said[at : at + ID_BYTES].hex() for at in range(0, whole, ID_BYTES)]
    told.doses += ids
    told.lives_that_recorded += bool(ids)


def _listen_for(pipe: int, seconds: float) -> bytes:
    """Everything said until `seconds` after the first word (or after 2 s of silence)."""
    ready, _, _ = select.select([pipe], [], [], 2.0 if seconds > 0.05 else seconds)
    if not ready:
        return b""
    said = os.read(pipe, ID_BYTES * DOSES_PER_LIFE)
    select.select([], [], [], seconds)
    return said


def _rest_of(pipe: int) -> bytes:
    said = b""
    while more := os.read(pipe, 65536):
        said += more
    os.close(pipe)
    return said


def main() -> None:
    """See the module's docstring; the data key comes as hex on standard input."""
    home, kills, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    key = DataKey(bytes.fromhex(sys.stdin.readline().strip()))
    rng, told = random.Random(seed), Told()
    for _ in range(kills):
        kill_once(home, key, rng, told)
    print(json.dumps({"doses": told.doses, "kills": told.kills, "lives": told.lives_that_recorded}))


if __name__ == "__main__":
    main()
