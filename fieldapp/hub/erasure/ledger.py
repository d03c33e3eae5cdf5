"""The ledger of erasures: a file in the hub's folder, apart from the database, one line an erasure.

A database put back from a backup made before an erasure holds the person again; what this file
tells is then erased once more, before anybody sees it. It names nobody: ids of events, a basis, who
decided and why, and what the law keeps, sealed to a key that is not at the hub. Keep it with
hub-keys.json, in another place than the backups.
"""

from __future__ import annotations

import base64
import dataclasses
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fieldapp.hub.erasure.errors import LedgerDamaged, LedgerUnwritable
from fieldapp.hub.whole_file import OWNER, sync_names, whole_file

LEDGER_FILE = "erasures.jsonl"
_STEP = 64 * 1024


@dataclass(frozen=True, slots=True)
class Gone:
    """One erased event; `vaccine` and `lot` of a dose that its team's stock goes on counting."""

    id: bytes
    device: int
    epoch: bytes
    seq: int
    vaccine: str | None = None
    lot: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What the law keeps of one of them, sealed, and until which day (since 1970)."""

    id: bytes
    until_day: int
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """One erasure."""

    version: int
    at_s: int
    login: str
    basis: str
    why: str
    events: tuple[Gone, ...]
    kept: tuple[Kept, ...] = ()


def path_of(folder: Path) -> Path:
    """Where the ledger of a hub is."""
    return folder / LEDGER_FILE


def read(folder: Path) -> list[Entry]:
    """All of it, the oldest first; nothing where nothing was ever erased. Raises LedgerDamaged.

    A last line that was cut off is left out: what it told of was never carried out.
    """
    try:
        text = path_of(folder).read_text("utf-8")
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        raise LedgerDamaged(file=LEDGER_FILE, line=1) from error
    *whole, _cut_off = text.split("\n")
    return [_read(line, number) for number, line in enumerate(whole, start=1)]


def newest(folder: Path) -> Entry | None:
    """Its last whole line, without reading the others; None where there is none."""
    try:
        with path_of(folder).open("rb") as file:
            at = file.seek(0, os.SEEK_END)
            tail = b""
            while at and tail.count(b"\n") < 2:  # the last line's end, and that of the one before
                at = max(0, at - _STEP)
                file.seek(at)
                tail = file.read()
    except FileNotFoundError:
        return None
    whole = tail[: tail.rfind(b"\n")].rpartition(b"\n")[2] if b"\n" in tail else b""
    return _read(whole.decode("utf-8", "replace"), 0) if whole else None


def add(folder: Path, entries: Iterable[Entry]) -> None:
    """Write these at the end, on the disk before this returns. Raises LedgerUnwritable."""
    lines = "".join(_written(entry) for entry in entries)
    path = path_of(folder)
    with _told():
        before = path.read_bytes() if path.exists() else b""
        whole = before[: before.rfind(b"\n") + 1]
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, OWNER), "r+b") as file:
            file.truncate(len(whole))
            file.seek(len(whole))
            file.write(lines.encode())
            file.flush()
            os.fsync(file.fileno())
        if not before:
            sync_names(folder)


def replace(folder: Path, entries: Iterable[Entry]) -> None:
    """Write it anew, whole or not at all. Raises LedgerUnwritable."""
    with _told(), whole_file(path_of(folder), OWNER) as file:
        file.write("".join(_written(entry) for entry in entries).encode())


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise LedgerUnwritable(file=LEDGER_FILE, why=error.strerror or "?") from error


def let_go(folder: Path, day: int) -> int:
    """Leave out what the law kept until before this day (since 1970); of how many records. Nobody
    may be erased meanwhile. Raises LedgerUnwritable."""
    entries = read(folder)
    over = sum(one.until_day < day for entry in entries for one in entry.kept)
    if over:
        replace(folder, [_kept_on(entry, day) for entry in entries])
    return over


def holds_beyond(folder: Path, day: int) -> bool:
    """Whether anything is in it that the law kept until before this day only."""
    return any(one.until_day < day for entry in read(folder) for one in entry.kept)


def _kept_on(entry: Entry, day: int) -> Entry:
    kept = tuple(one for one in entry.kept if one.until_day >= day)
    return dataclasses.replace(entry, kept=kept)


def _written(entry: Entry) -> str:
    told = {
        "version": entry.version,
        "at_s": entry.at_s,
        "login": entry.login,
        "basis": entry.basis,
        "why": entry.why,
        "events": [
            [e.id.hex(), e.device, e.epoch.hex(), e.seq, e.vaccine, e.lot] for e in entry.events
        ],
        "kept": [
            [k.id.hex(), k.until_day, base64.b64encode(k.sealed).decode()] for k in entry.kept
        ],
    }
    return json.dumps(told, ensure_ascii=False) + "\n"


def _read(line: str, number: int) -> Entry:
    try:
        told: Any = json.loads(line)
        events = tuple(
            Gone(bytes.fromhex(id_), int(device), bytes.fromhex(epoch), int(seq), vaccine, lot)
            for id_, device, epoch, seq, vaccine, lot in told["events"]
        )
        kept = tuple(
            Kept(bytes.fromhex(id_), int(day), base64.b64decode(sealed))
            for id_, day, sealed in told["kept"]
        )
        head = told["version"], told["at_s"], told["login"], told["basis"], told["why"]
    except (ValueError, TypeError, KeyError) as error:
        raise LedgerDamaged(file=LEDGER_FILE, line=number) from error
    return Entry(*head, events, kept)
