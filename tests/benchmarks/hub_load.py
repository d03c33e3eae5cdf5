"""P8 and P9: a thousand sites drain a day each into a hub on PostgreSQL, quietly and while its
processes and the database are killed; and how fast the tables follow.

make bench ARGS="P8 [--sites N] [--doses N] [--pages N] [--clients N]
    [--kill-every SECONDS] [--disk DIR]"
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from fieldapp.hub.fold.projector import catch_up, projected_to
from fieldapp.hub.garbage import seldom_collected
from fieldapp.hub.status import status
from fieldapp.hub.store import newest_place, open_store
from fieldapp.hub.verify import verify
from tests.benchmarks.figure import Figure, show
from tests.benchmarks.http_floor import floor
from tests.hub.databases import Server, server
from tests.hub.load import Country, Drained, Killer, LoadedHub, Request, Site, country, drain

_LEAST_SHARE, _MOST_P99_S = 0.5, 0.5
_LEAST_DOSES_A_SECOND, _MOST_BEHIND_S = 20_000, 5.0
_KILL_EVERY_S = 3.0
LOG = "fieldapp-hub-load.log"
"""Among the system's temporary files: what the hubs logged in the last run."""
_FLOOR_BYTES, _FLOOR_REQUESTS = 16_000, 2_000


def measure(words: Sequence[str] = ()) -> Iterator[Figure]:
    """P8 and P9."""
    asked = _asked(words)
    log = Path(tempfile.gettempdir()) / LOG
    log.unlink(missing_ok=True)
    print(f"what the hubs log goes to {log}", flush=True)
    disk = Path(asked.disk) if asked.disk else None
    with server(disk) as database, tempfile.TemporaryDirectory(prefix="fieldapp-load-") as folder:
        asked.folder = Path(folder)
        least = _floor(database, asked.clients)
        yield Figure("P8", "the least any such server could do", least, "pages/s")
        for workers in (1, 2):
            yield from _quiet(database, workers, least, asked)
        yield from _fold(database, asked)
        for workers in (1, 2):
            yield from _under_fire(database, workers, asked)


def _asked(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="hub_load")
    for name, default in (("sites", 1000), ("doses", 100), ("pages", 4), ("clients", 64)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--kill-every", type=float, default=_KILL_EVERY_S)
    parser.add_argument("--disk", help="where PostgreSQL writes; in memory if not said")
    return parser.parse_args(words)


def _floor(database: Server, clients: int) -> float:
    """Pages a second of the least that a hub could do, on this machine now."""
    request = Request(bytes(_FLOOR_BYTES), "", b"")
    sites = [Site.__new__(Site) for _ in range(clients)]
    for site in sites:
        site.requests, site.answers = [request] * (_FLOOR_REQUESTS // clients), []
    with floor(database.empty_database()) as url:
        drained = drain(url, sites, clients)
    return drained.frames_a_second


def _made(database: Server, asked: argparse.Namespace) -> Country:
    folder = Path(tempfile.mkdtemp(dir=asked.folder)) / "hub"
    return country(folder, database, asked.sites, asked.doses, asked.pages)


def _quiet(
    database: Server, workers: int, least: float, asked: argparse.Namespace
) -> Iterator[Figure]:
    """Nothing is killed: the figures of P8, and how far the tables are behind."""
    made = _made(database, asked)
    hub = LoadedHub(made.folder, workers)
    behind = _Behind(made.folder)
    behind.start()
    drained = drain(hub.url, made.sites, asked.clients)
    caught_up_s = behind.end()
    hub.stop()
    yield from _drained(_workers(workers), drained)
    share = drained.frames_a_second / least
    words = f"{_workers(workers)}: beside the least"
    yield Figure("P8", words, share, "times", _LEAST_SHARE, at_least=True)
    words = f"{_workers(workers)}: all in the tables after the last receipt"
    note = f"most behind {behind.most} pages"
    yield Figure("P9", words, caught_up_s, "s", _MOST_BEHIND_S, note=note)
    yield _checked(made, _workers(workers))


def _fold(database: Server, asked: argparse.Namespace) -> Iterator[Figure]:
    """The tables alone: everything is there, and one process folds it."""
    made = _made(database, asked)
    hub = LoadedHub(made.folder, 1, only="laptops")
    drain(hub.url, made.sites, asked.clients)
    hub.stop()
    with closing(open_store(made.folder)) as store, seldom_collected():  # as in a hub's process
        began = time.monotonic()
        catch_up(store)
        rate = made.doses / (time.monotonic() - began)
    words = f"one process folds, people and doses in pages of {asked.doses // asked.pages}"
    yield Figure("P9", words, rate, "doses/s", _LEAST_DOSES_A_SECOND, at_least=True)
    yield _checked(made, "one process")


def _under_fire(database: Server, workers: int, asked: argparse.Namespace) -> Iterator[Figure]:
    """Processes and the database are killed all the while."""
    made = _made(database, asked)
    hub = LoadedHub(made.folder, workers)
    killer = Killer(hub, database, asked.kill_every)
    killer.start()
    drained = drain(hub.url, made.sites, asked.clients)
    killer.end()
    behind = _Behind(made.folder)
    behind.start()
    caught_up_s = behind.end()
    hub.stop()
    processes, databases = killer.killed.count("process"), killer.killed.count("database")
    where = f"{_workers(workers)}, under kill -9"
    note = (
        f"{processes} times a process, {databases} times the database; {drained.again} sent again"
    )
    yield Figure("P8", f"{where}: kills", processes + databases, "", note=note)
    yield from _drained(where, drained)
    yield Figure("P9", f"{where}: all in the tables after the last receipt", caught_up_s, "s")
    yield _checked(made, where)


def _workers(workers: int) -> str:
    return "1 worker" if workers == 1 else f"{workers} workers and a keeper"


def _drained(where: str, drained: Drained) -> Iterator[Figure]:
    p50, p99 = (drained.percentile(share) for share in (0.5, 0.99))
    note = f"{len(drained.took):,} pages in {drained.seconds:.1f} s"
    yield Figure("P8", f"{where}: acknowledged", drained.frames_a_second, "pages/s", note=note)
    words, note = f"{where}: a receipt, p99", f"p50 {1000 * p50:.0f} ms"
    yield Figure("P8", words, 1000 * p99, "ms", 1000 * _MOST_P99_S, note=note)


def _checked(made: Country, where: str) -> Figure:
    """Every receipt is honoured, every dose counted, every seal holds."""
    broken = sum(len(site.broken(made.key)) for site in made.sites)
    counted, findings = status(made.folder)["doses_counted"], verify(made.folder)
    assert (broken, counted, findings.ok) == (0, made.doses, True), findings.problems
    note = (
        f"{counted:,} of {made.doses:,} doses counted, {findings.receipts:,} receipts, verify clean"
    )
    _keep_log(made)
    shutil.rmtree(made.folder.parent)
    return Figure("P8", f"{where}: receipts broken", broken, "", 0, note=note)


def _keep_log(made: Country) -> None:
    with (Path(tempfile.gettempdir()) / LOG).open("ab") as log:
        log.write((made.folder.parent / "hub.log").read_bytes())


class _Behind(threading.Thread):
    """Looks every half second how far the tables are behind."""

    def __init__(self, folder: Path) -> None:
        super().__init__(daemon=True)
        self._folder, self._ending, self.most = folder, threading.Event(), 0

    def run(self) -> None:
        while self._look() or not self._ending.is_set():
            time.sleep(0.5)

    def _look(self) -> int:
        with closing(open_store(self._folder)) as store, store.reading() as connection:
            behind = newest_place(connection) - projected_to(connection)
        self.most = max(self.most, behind)
        return behind

    def end(self) -> float:
        """Seconds from now until nothing is behind."""
        began = time.monotonic()
        self._ending.set()
        self.join()
        return time.monotonic() - began


if __name__ == "__main__":
    show(measure(sys.argv[1:]))
