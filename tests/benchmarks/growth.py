"""A hub as it grows; P8 asks that it stays flat. What a page taken in, a dose in the tables and a
supervisor's page cost with a tenth of the doses, and with all of them.

make bench ARGS="growth [--doses N] [--disk DIR]"
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from nacl.signing import SigningKey

from fieldapp.hub.fold.projector import catch_up
from fieldapp.hub.making import open_or_make
from fieldapp.hub.running import Hub
from fieldapp.hub.sync_answer import answer_sync
from fieldapp.hub.web.access import Role
from tests.benchmarks.figure import Figure
from tests.hub.conftest import World
from tests.hub.databases import Server, server
from tests.hub.fake_laptop import NOW_S, FakeLaptop
from tests.hub.web.pages_process import PagesHub, pages_hub

DOSES, _SITES, _DAYS = 1_000_000, 400, 21
_A_PAGE, _CODE = 100, "growth"
_MOST_GROWN, _MOST_PAGE_S = 1.5, 0.5
_TIMES = 5
PAGES = (
    "/overview", "/daily", "/coverage", "/operations", "/due", "/allocation", "/lots", "/cases",
    "/people", "/people?q=Test+7+40", "/doses", "/sync-log", "/bookings",
)  # fmt: skip
"""What supervisors open, and one search for a name."""


class _Growing:
    """A hub on PostgreSQL that takes in days of its sites, and what that takes."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._joined: list[FakeLaptop] = []
        self._handed_in: dict[int, int] = {}
        self.doses = 0

    def grow(self, doses: int) -> tuple[float, float]:
        """Take in about so many: seconds a page taken in, and a dose in the tables."""
        taking, pages, before = 0.0, 0, self.doses
        while self.doses < before + doses:
            taking += self._take_in_a_day(self._next_site())
            pages += 1
            self.doses += _A_PAGE
        folding = _seconds(lambda: catch_up(self._world.store))
        return taking / pages, folding / (self.doses - before)

    def _take_in_a_day(self, laptop: FakeLaptop) -> float:
        handed_in = self._handed_in.get(laptop.device, 0)
        _day_at_a_site(laptop)
        self._handed_in[laptop.device] = laptop.seq
        box_key = self._world.store.keys.box_public
        body = laptop.request([laptop.page(handed_in + 1, laptop.seq)], box_key)
        return _seconds(lambda: self._send(laptop, body))

    def _next_site(self) -> FakeLaptop:
        """Every site in turn, each joined the first time."""
        turn = self.doses // _A_PAGE
        if turn < _SITES:
            key = SigningKey(turn.to_bytes(32, "big"))
            laptop = FakeLaptop(0, key, b"epoch" + turn.to_bytes(3, "big"))
            laptop.device = self._world.enrol(key, f"Site {turn}", f"r{turn % 50}")
            self._joined.append(laptop.start())
        return self._joined[turn % _SITES]

    def _send(self, laptop: FakeLaptop, body: bytes) -> None:
        reply = answer_sync(self._world.hub, laptop.authorize(body), body)
        assert reply.status == 200, reply


def measure(words: Sequence[str] = ()) -> Iterator[Figure]:
    """The figures with a tenth and with all."""
    asked = _asked(words)
    disk = Path(asked.disk) if asked.disk else None
    with server(disk) as database, tempfile.TemporaryDirectory(prefix="fieldapp-grow-") as folder:
        hub = Path(folder) / "hub"
        database.new_hub(hub)
        yield from _grown(hub, database, asked.doses)


def _asked(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="growth")
    parser.add_argument("--doses", type=int, default=DOSES)
    parser.add_argument("--disk", help="where PostgreSQL writes; in memory if not said")
    return parser.parse_args(words)


def _grown(folder: Path, database: Server, doses: int) -> Iterator[Figure]:
    store = open_or_make(folder)
    hub = _Growing(World(Hub(store, lambda: NOW_S)))
    tenth = doses // 10
    small = hub.grow(tenth)
    pages_then = _pages(folder)
    for _ in range(8):
        hub.grow(tenth)
    large = hub.grow(doses - hub.doses)
    yield from _compared(small, large, hub.doses)
    store.close()
    pages_now = _pages(folder)
    for path, seconds in pages_now.items():
        note = f"{1000 * pages_then[path]:.0f} ms with a tenth"
        words = f"{path} opens, {hub.doses:,} doses"
        yield Figure(_CODE, words, 1000 * seconds, "ms", 1000 * _MOST_PAGE_S, note=note)
    size = database.sql("SELECT sum(pg_database_size(datname)) FROM pg_database")[0][0]
    yield Figure(_CODE, "database, a dose", float(size) / hub.doses, "bytes")


def _compared(
    small: tuple[float, float], large: tuple[float, float], doses: int
) -> Iterator[Figure]:
    named = (
        ("a page of 100 doses is taken in", 1000, "ms"),
        ("a dose comes into the tables", 1_000_000, "µs"),
    )
    for (words, times, unit), one, other in zip(named, small, large, strict=True):
        note = f"{times * one:.3g} {unit} with a tenth, {times * other:.3g} {unit} with all"
        words = f"{words}: beside a hub of a tenth of {doses:,} doses"
        yield Figure(_CODE, words, other / one, "times", _MOST_GROWN, note=note)


def _day_at_a_site(laptop: FakeLaptop) -> None:
    """Half of the doses to people who come for the second time, three weeks later."""
    day = laptop.seq % _DAYS + 1
    for _ in range(_A_PAGE // 2):
        papers = ("passport", f"T{laptop.device}X{laptop.seq}")
        client = laptop.register(f"Test {laptop.device} {laptop.seq}", papers)
        laptop.give(client, day=day)
        laptop.give(client, day=min(day + 2, 28), month=6)


def _pages(folder: Path) -> dict[str, float]:
    """How long each page takes a supervisor, by the middle of some visits."""
    with Path(os.devnull).open("wb") as log, pages_hub(folder, log=log.fileno()) as hub:
        return {path: _opened(hub, path) for path in PAGES}


def _opened(hub: PagesHub, path: str) -> float:
    visitor = hub.signed_in(Role.SUPERVISOR)
    took = []
    for _ in range(_TIMES):
        took.append(_seconds(lambda: visitor.get(path)))
        assert visitor.page.status_code == 200, path
    return statistics.median(took)


def _seconds(work: Callable[[], object]) -> float:
    began = time.monotonic()
    work()
    return time.monotonic() - began
