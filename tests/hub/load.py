"""Many sites at once: laptops' days, made beforehand, drained into a real hub by some clients while
its processes and its database are killed.
"""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

from nacl.signing import SigningKey, VerifyKey
from sqlalchemy import insert

from fieldapp.hub import schema
from fieldapp.hub.making import open_or_make
from fieldapp.wire.messages import decode_sync_reply
from fieldapp.wire.receipt import read_receipt
from fieldapp.wire.signed import open_signed
from tests.hub.databases import Server
from tests.hub.fake_laptop import NOW_S, FakeLaptop
from tests.hub.hub_process import READY

_PATIENCE_S = 60.0
_REST_S = 0.05


@dataclass
class Request:
    """One request of a site, ready to go: the id of its page's last event is what must be signed
    for."""

    body: bytes
    proof: str
    end: bytes


@dataclass
class Site:
    """One laptop's day, and the answers it got."""

    laptop: FakeLaptop
    requests: list[Request]
    answers: list[bytes] = field(default_factory=list)

    def signed_for(self, key: VerifyKey) -> set[bytes]:
        """The heads that it has receipts for; a bad signature raises."""
        replies = (decode_sync_reply(open_signed("sync", raw, key)) for raw in self.answers)
        return {read_receipt(raw, key).head_hash for reply in replies for raw in reply.receipts}

    def broken(self, key: VerifyKey) -> list[bytes]:
        """Pages that were answered well and not signed for."""
        signed = self.signed_for(key)
        return [request.end for request in self.requests if request.end not in signed]


@dataclass
class Country:
    """A hub on a server, and its sites."""

    folder: Path
    sites: list[Site]
    key: VerifyKey
    doses: int


def country(folder: Path, server: Server, sites: int, doses: int, pages: int) -> Country:
    """Sites that have joined, each with a day of so many doses, half of them to new people."""
    server.new_hub(folder)
    store = open_or_make(folder)
    box_key, key = store.keys.box_public, store.keys.verify_key
    store.close()
    made = [_site(number + 1, doses, pages, box_key) for number in range(sites)]
    team = {"kind": "boat", "enrolled_s": NOW_S}
    rows = [
        {"no": site.laptop.device, "verify_key": bytes(site.laptop.key.verify_key), **team,
         "name": f"Site {site.laptop.device}", "region": f"r{site.laptop.device % 50}"}
        for site in made
    ]  # fmt: skip
    store = open_or_make(folder)
    with store.writing() as connection:
        connection.execute(insert(schema.device), rows)
    store.close()
    return Country(folder, made, key, sites * doses)


def _site(device: int, doses: int, pages: int, box_key: bytes) -> Site:
    key = SigningKey(device.to_bytes(32, "big"))
    laptop = FakeLaptop(device, key, b"epoch" + device.to_bytes(3, "big")).start()
    for number in range(0, doses, 2):
        client = laptop.register(f"Test {device} {number}", ("passport", f"T{device}X{number}"))
        laptop.give(client, day=8)
        if number + 1 < doses:
            laptop.give(client, day=30)
    step = max(1, -(-laptop.seq // pages))
    cut = laptop.pages(*range(step, laptop.seq, step))
    bodies = [laptop.request([page], box_key) for page in cut]
    ends = [laptop.hash_at(page.last_seq) for page in cut]
    requests = [
        Request(body, laptop.authorize(body), end) for body, end in zip(bodies, ends, strict=True)
    ]
    return Site(laptop, requests)


@dataclass
class Drained:
    """What it took: seconds of each request that was answered well; how many had to go again."""

    seconds: float
    took: list[float]
    again: int

    @property
    def frames_a_second(self) -> float:
        """Pages signed for."""
        return len(self.took) / self.seconds

    def percentile(self, share: float) -> float:
        """Seconds that so many of the requests took at most."""
        return sorted(self.took)[min(len(self.took) - 1, int(share * len(self.took)))]


def drain(url: str, sites: Iterable[Site], clients: int) -> Drained:
    """Every site's day into the hub, by so many clients; each page until it is signed for."""
    waiting, took, again = deque(sites), list[float](), list[int]()

    def work() -> None:
        with closing(_Road(url)) as road:
            while waiting:
                try:
                    site = waiting.popleft()
                except IndexError:
                    return
                for request in site.requests:
                    site.answers.append(road.send(request, took, again))

    began = time.monotonic()
    threads = [threading.Thread(target=work, daemon=True) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Drained(time.monotonic() - began, took, len(again))


class _Road:
    """One connection that is kept, and made again after a cut."""

    def __init__(self, url: str) -> None:
        address = urlsplit(url)
        self._host, self._port = address.hostname or "", address.port or 0
        self._connection: http.client.HTTPConnection | None = None

    def send(self, request: Request, took: list[float], again: list[int]) -> bytes:
        while True:
            began = time.monotonic()
            answer = self._once(request)
            if answer is not None:
                took.append(time.monotonic() - began)
                return answer
            again.append(1)
            time.sleep(_REST_S)

    def _once(self, request: Request) -> bytes | None:
        if self._connection is None:
            self._connection = http.client.HTTPConnection(
                self._host, self._port, timeout=_PATIENCE_S
            )
        try:
            headers = {"Authorization": request.proof}
            self._connection.request("POST", "/v1/sync", request.body, headers)
            response = self._connection.getresponse()
            raw = response.read()
        except (OSError, http.client.HTTPException):
            self.close()
            return None
        return raw if response.status == 200 else None

    def close(self) -> None:
        """The next request makes another connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class LoadedHub:
    """A hub in processes of its own, which come back when one is killed: by the hub itself where it
    has several, else as systemd does."""

    def __init__(self, folder: Path, workers: int, only: str = "") -> None:
        self._folder, self._workers, self._port, self._only = folder, workers, "0", only
        self.log = folder.parent / "hub.log"
        self.start()

    def start(self) -> None:
        """Returns once it listens."""
        module = [sys.executable, "-m", "tests.hub.hub_process"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*module, str(self._folder), str(self._workers), "-"],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env={**os.environ, "HUB_PORT": self._port, "HUB_ONLY": self._only},
            )
        assert self.process.stdout is not None
        line = self.process.stdout.readline().strip()
        assert line.startswith(READY), line
        self.url = line.removeprefix(READY)
        self._port = self.url.rpartition(":")[2]

    def kill_one(self, random: Random) -> None:
        """One of its processes, by its id; of one process that."""
        if self._workers > 1:
            victims = children_of(self.process.pid)
            if victims:
                os.kill(random.choice(victims), signal.SIGKILL)
            return
        with self.process as process:
            process.kill()
        self.start()

    def stop(self) -> int:
        """As an operator does; its exit code."""
        with self.process as process:
            process.terminate()
            return process.wait(60)


class Killer(threading.Thread):
    """Kills with kill -9, by id, in turn: twice a process of the hub, then the database."""

    def __init__(self, hub: LoadedHub, database: Server, every_s: float) -> None:
        super().__init__(daemon=True)
        self._hub, self._database, self._every_s = hub, database, every_s
        self._ended = threading.Event()
        self.killed: list[str] = []

    def run(self) -> None:
        random = Random(8)
        while not self._ended.wait(self._every_s):
            if len(self.killed) % 3 == 2:
                self._database.kill()
                self._database.start_again()
                self.killed.append("database")
            else:
                self._hub.kill_one(random)
                self.killed.append("process")

    def end(self) -> None:
        """No more killing."""
        self._ended.set()
        self.join()


def children_of(process: int) -> list[int]:
    """The ids of a process's children."""
    listed = Path(f"/proc/{process}/task/{process}/children").read_text("ascii")
    return [int(number) for number in listed.split()]
