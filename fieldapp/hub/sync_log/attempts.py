"""Noting attempts: what came of a request's pages, in the transaction that stores them.

How long the answer was, and refusals, for which nothing is stored, wait in memory and are written
with the next transaction or within seconds: they cost no write of their own.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, insert, update

from fieldapp.hub import postgres, server_rows
from fieldapp.hub.ingest import Taken
from fieldapp.hub.pages import ProvenPage
from fieldapp.hub.sync_log.tables import sync_attempt
from fieldapp.wire.seal import SealedFrame

INTERNET, NEIGHBOUR, STICK, BEACON = "internet", "neighbour", "stick", "beacon"
RECEIVED, KNOWN, NOTHING, LACKING, NOT_GENUINE, BARE = (
    "received", "known", "nothing-new", "lacking", "not-genuine", "bare",
)  # fmt: skip
_MOST_WAITING = 10_000
_WORTH_A_STATEMENT = 32
_MOST_CODE = 24
_MOST_DEVICE = 2**31
_NEW = insert(sync_attempt)
_ANSWERED = update(sync_attempt).where(sync_attempt.c.no == bindparam("its_no"))


@dataclass
class Pages:
    """What became of the pages of one laptop in one attempt."""

    new: int = 0
    known: int = 0
    lacking: int = 0
    refused: int = 0
    bare: int = 0
    records_new: int = 0
    bytes: int = 0
    first_seq: int | None = None
    last_seq: int | None = None

    @property
    def result(self) -> str:
        """The word for it that needs a person's eye first."""
        for count, word in (
            (self.bare, BARE), (self.refused, NOT_GENUINE), (self.lacking, LACKING),
            (self.new, RECEIVED), (self.known, KNOWN),
        ):  # fmt: skip
            if count:
                return word
        return NOTHING

    def count(self, page: ProvenPage, taken: Taken) -> None:
        """One page was taken in."""
        first, last = page.frame.base_seq, page.entries[-1].seq
        self.bytes += len(page.sealed.frame_bytes)
        if taken is Taken.KNOWN:
            self.known += 1
            return
        if taken is Taken.BARE:
            self.bare += 1
            return
        self.new += taken is Taken.JOINED
        self.lacking += taken is Taken.ORPHAN
        self.records_new += len(page.entries)
        self.first_seq = first if self.first_seq is None else min(first, self.first_seq)
        self.last_seq = last if self.last_seq is None else max(last, self.last_seq)


@dataclass
class Attempt:
    """One request or stick as it is worked on. `device` is who asks, once that is proven."""

    at_s: int
    bytes_in: int
    road: str = INTERNET
    device: int | None = None
    began: float = field(default_factory=time.monotonic)
    pages: dict[int, Pages] = field(default_factory=dict)
    row: int | None = None

    def took(self, page: ProvenPage, taken: Taken) -> None:
        """One page was taken in."""
        self.pages.setdefault(page.frame.device, Pages()).count(page, taken)

    def refuse(self, sealed: Iterable[SealedFrame], proven: Iterable[ProvenPage]) -> None:
        """Pages that are not what they claim to be."""
        good = {id(page.sealed) for page in proven}
        for page in sealed:
            if id(page) not in good:
                self.pages.setdefault(page.device, Pages()).refused += 1

    def store(self, connection: Connection) -> None:
        """Write what is known by now, in the transaction of the pages."""
        if self.device is not None:
            own = self.pages.get(self.device, Pages())
            row = self._row(self.device, None, self.road, own) | {"bytes_in": self.bytes_in}
            key = connection.execute(_NEW, row).inserted_primary_key
            self.row = int(key[0]) if key else None
        road = NEIGHBOUR if self.device is not None else self.road
        for device, pages in sorted(self.pages.items()):
            if device == self.device:
                continue
            connection.execute(_NEW, self._row(device, self.device, road, pages))

    def _row(self, device: int, via: int | None, road: str, pages: Pages) -> dict[str, Any]:
        return {
            "at_s": self.at_s,
            "device": device if device < _MOST_DEVICE else None,
            "via": via,
            "road": road,
            "result": pages.result,
            "bytes_in": pages.bytes,
            "bytes_out": None,
            "took_ms": None,
            "pages_new": pages.new,
            "pages_known": pages.known,
            "pages_lacking": pages.lacking,
            "pages_refused": pages.refused + pages.bare,
            "records_new": pages.records_new,
            "first_seq": pages.first_seq,
            "last_seq": pages.last_seq,
        }

    def refusal(self, code: str) -> dict[str, Any]:
        """The row of an attempt of which nothing was stored."""
        row = self._row(0, None, self.road, Pages())
        return row | {
            "device": self.device,
            "result": code[:_MOST_CODE],
            "bytes_in": self.bytes_in,
        }


@dataclass
class Waiting:
    """What is still to be written about attempts that are over."""

    rows: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=_MOST_WAITING))
    answers: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=_MOST_WAITING))
    lock: threading.Lock = field(default_factory=threading.Lock)

    def ended(self, attempt: Attempt, code: str, bytes_out: int) -> None:
        """An answer was made; `code` is empty unless it is a refusal."""
        said = {"bytes_out": bytes_out, "took_ms": round(1000 * (time.monotonic() - attempt.began))}
        with self.lock:
            if attempt.row is not None:
                self.answers.append({"its_no": attempt.row, **said})
            elif code:
                self.rows.append(attempt.refusal(code) | said)

    def write_along(self, connection: Connection) -> None:
        """Write it in the transaction of a sync, once there is enough to be worth a statement."""
        if self.rows or len(self.answers) >= _WORTH_A_STATEMENT:
            self.write(connection)

    def write(self, connection: Connection) -> None:
        """Write it, inside somebody's transaction; what fails is lost with that transaction."""
        with self.lock:
            rows, answers = list(self.rows), list(self.answers)
            self.rows.clear()
            self.answers.clear()
        if rows:
            connection.execute(_NEW, rows)
        if answers and postgres.is_server(connection):
            server_rows.update_many(connection, sync_attempt, answers, key="its_no", of="no")
        elif answers:
            connection.execute(_ANSWERED, answers)

    def __bool__(self) -> bool:
        return bool(self.rows or self.answers)
