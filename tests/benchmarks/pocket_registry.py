"""The pocket registry of a province: ten million made-up people in one file, and one looked up.

What is measured: the file's size a person, the time of one question (the slow hash and two short
reads), and what trying every plausible resident ID would cost whoever has file and secret.
`python -m tests.benchmarks registry [PEOPLE]`
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from nacl.signing import SigningKey

from fieldapp.wire.registry.entry import Holding, encode
from fieldapp.wire.registry.head import Head, decode_head, encode_head, head_length
from fieldapp.wire.registry.key import MEMORY_KIB, key_id, slow_key
from fieldapp.wire.registry.reading import look_up
from fieldapp.wire.registry.writing import write_body
from tests.benchmarks.figure import Figure, show

PEOPLE = 10_000_000
GOAL_MB, GOAL_MS = 200, 150
PLAUSIBLE_IDS = 100 * 365 * 100 * 1000  # counties, days of a century, order numbers
_SECRET, _HUB = b"s" * 32, SigningKey(b"k" * 32)
_PRODUCTS = tuple(f"made-up-{number}" for number in range(40))
_FIRST_DAY = date(2021, 1, 1)
_YEAR_S = 365 * 86_400


def _people(count: int) -> Iterator[tuple[bytes, list[bytes]]]:
    """Made-up slow keys in their order, as hashes lie, and one product each; one in ten has two."""
    random = Random(8)
    step = 2**64 // count
    for number in range(count):
        start = number * step + random.randrange(step)
        slow = start.to_bytes(8, "big") + random.randbytes(24)
        own = [_holding(random) for _ in range(1 + (number % 10 == 0))]
        yield slow, encode(slow, own, _PRODUCTS)


def _holding(random: Random) -> Holding:
    last = _FIRST_DAY + timedelta(days=random.randrange(2000))
    return Holding(random.choice(_PRODUCTS), 2, last, last - timedelta(days=28))


def _write(path: Path, count: int) -> float:
    began = time.perf_counter()
    body = path.with_suffix(".body")
    with body.open("wb") as out:
        written = write_body(out, _people(count))
    head = Head(b"hub-test", 1, 0, key_id(_SECRET), written.entries, _PRODUCTS, written.blocks)
    with path.open("wb") as file, body.open("rb") as source:
        file.write(encode_head(head, _HUB))
        while piece := source.read(1 << 20):
            file.write(piece)
    return time.perf_counter() - began


def _ask(path: Path, times: int) -> list[float]:
    took = []
    with path.open("rb") as file:
        beginning = file.read(head_length(file.read(8)) - 8)
        file.seek(0)
        beginning = file.read(8 + len(beginning))
        head = decode_head(beginning, _HUB.verify_key)
        for number in range(times):
            began = time.perf_counter()
            look_up(file, head, len(beginning), slow_key(_SECRET, "passport", f"TEST{number}"))
            took.append(1000 * (time.perf_counter() - began))
    return took


def measure(people: int = PEOPLE) -> Iterator[Figure]:
    """Size, milliseconds of a question, and the cost of asking them all."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "registry.vxp"
        seconds = _write(path, people)
        size = path.stat().st_size
        took = _ask(path, 40)
    per_person, middle = size / people, statistics.median(took)
    whole_mb = per_person * PEOPLE / 1e6
    note = f"{per_person:.1f} bytes a person, written in {seconds:.0f} s"
    yield Figure("registry", f"file of {PEOPLE:,} people", whole_mb, "MB", GOAL_MB, note=note)
    yield Figure("registry", "one question, median", middle, "ms")
    yield Figure("registry", "one question, slowest", max(took), "ms", GOAL_MS)
    years = PLAUSIBLE_IDS * middle / 1000 / _YEAR_S
    words = f"to try all {PLAUSIBLE_IDS:,} plausible IDs, with file and secret, one processor"
    yield Figure("registry", words, years, "years", note=f"{MEMORY_KIB // 1024} MiB a try")


if __name__ == "__main__":
    show(measure())
