"""The hub of a history: its folder, its restarts, its backups, and which events it holds."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select
from sqlalchemy.exc import DBAPIError

from fieldapp.hub import schema, sqlite_file, store
from fieldapp.hub import verify as verify_module
from fieldapp.hub.devices import revoke
from fieldapp.hub.erasure.keeping import keep_once
from fieldapp.hub.erasure.law import shipped
from fieldapp.hub.erasure.ledger import path_of
from fieldapp.hub.fold.projector import use_vaccines
from fieldapp.hub.running import Hub, Reply
from fieldapp.hub.status import status
from fieldapp.hub.stick import HandedIn, read_stick
from fieldapp.hub.store import DATABASE_FILE, Store, open_store
from fieldapp.hub.verify import Findings, verify
from fieldapp.sync.errors import ConnectionCut
from fieldapp.sync.link import Answer
from fieldapp.wire.frame import decode_frame, replay
from tests.simulation.crashes import PLANS, PowerCut

_file_engine, _memory_engine = sqlite_file.file_engine, sqlite_file.memory_engine


@cache
def _engine_of(path: Path, key: bytes) -> Engine:
    return _file_engine(path, key)


@cache
def _engine_in_memory() -> Engine:
    return _memory_engine()


def keep_engines() -> None:
    """Let histories share engines, and with them every statement once compiled: half the time."""
    store.file_engine = _engine_of  # type: ignore[attr-defined]  # the name it is called by there
    verify_module.memory_engine = _engine_in_memory  # type: ignore[attr-defined]  # likewise


@dataclass
class SimHub:
    """A hub that can be cut off, restarted, copied and put back."""

    folder: Path
    now_s: Callable[[], int]
    random: Callable[[int], bytes]
    backups: list[tuple[Path, frozenset[bytes]]] = field(default_factory=list)
    cuts: int = 0
    _hub: Hub | None = None
    _store: Store | None = None
    _ids: dict[bytes, frozenset[bytes]] = field(default_factory=dict)

    @property
    def database(self) -> Path:
        return self.folder / DATABASE_FILE

    def open(self) -> Hub:
        """The running hub, started when it is not."""
        if self._hub is None:
            self._store = open_store(self.folder)
            self._hub = Hub(self._store, self.now_s, self.random)
            self.keep()
        return self._hub

    def keep(self) -> int:
        """What the thread beside a server does at its start and now and then: erasures that a hub
        put back has forgotten, and those of what came late; how many these were."""
        return keep_once(self.open().store, shipped(), max(1, self.now_s()))

    def close(self) -> None:
        """Stop, or lose power: what was committed is on the disk either way."""
        PLANS.pop(self.database, None)
        if self._store is not None:
            self._store.close()
        self._hub = self._store = None

    def answer(self, ask: Callable[[Hub], Reply]) -> Answer:
        """What the hub answers; a power cut of the hub looks like a cut line."""
        try:
            reply = ask(self.open())
        except PowerCut as cut:
            self.cuts += 1
            self.close()
            raise ConnectionCut from cut
        except DBAPIError:
            return Answer(503, b"")
        return Answer(reply.status, reply.body, 0.1, 0, len(reply.body), reply.retry_after_s)

    def read_stick(self, file: Path) -> HandedIn:
        """What `hub bundle read` does, beside the running hub."""
        return read_stick(self.folder, file, now_s=self.now_s)

    def ids(self) -> set[bytes]:
        """The ids of every event in its tree, from the stored frames themselves."""
        placed = select(schema.frame.c.body).where(schema.frame.c.place.is_not(None))
        bodies = [bytes(body) for (body,) in self.rows(placed)]
        for body in bodies:
            if body not in self._ids:
                entries = replay(decode_frame(body))
                self._ids[body] = frozenset(entry.id for entry in entries)
        return set().union(*(self._ids[body] for body in bodies))

    def stored_ends(self) -> set[bytes]:
        """The last event of every stored frame, whether its parent is here or still to come."""
        return {bytes(end) for (end,) in self.rows(select(schema.frame.c.last_hash))}

    def rows(self, query: Any) -> list[Any]:
        """What a query of its tables answers."""
        with self.open().store.reading() as connection:
            return list(connection.execute(query).all())

    def status(self) -> dict[str, Any]:
        """What `hub status --json` prints."""
        return status(self.folder, now_s=self.now_s)

    def verify(self) -> Findings:
        """What `hub verify` finds."""
        return verify(self.folder)

    def back_up(self, target: Path) -> None:
        """A copy of the folder, made while it is down."""
        held = frozenset(self.ids())
        self.close()
        shutil.copytree(self.folder, target)
        self.backups.append((target, held))

    def put_back(self, saved: Path) -> None:
        """What an administrator does after the loss of a disk; the ledger is kept elsewhere."""
        self.close()
        ledger = path_of(self.folder)
        told = ledger.read_bytes() if ledger.exists() else b""
        shutil.rmtree(self.folder)
        shutil.copytree(saved, self.folder)
        if told:
            ledger.write_bytes(told)

    def revoke(self, device: int) -> None:
        """Shut a laptop out."""
        self.close()
        revoke(self.folder, device, now_s=self.now_s())

    def learn(self, *vaccines: str) -> None:
        """A newer catalogue."""
        use_vaccines(self.open().store, vaccines)
