"""The sealed, append-only file beside a base: every event since, a page at a time.

    FILE = page*            page = its length as 4 bytes | SecretBox(CBOR of a Page)

A page cut short by a pulled stick is no page; what came before it stands. Knows files, no tables.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from fieldapp.wire import cbor
from fieldapp.wire.errors import Undecodable

TAIL_SUFFIX = ".tail"
MOST_EVENTS = 500
_LENGTH_BYTES = 4
_MOST_PAGE_BYTES = 64 << 20

Rows = tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Rows as the journal keeps them, up to the event `id` at `pos`; `stamp` names its base.

    `epochs` (no, epoch), `seeds` (block, seed), `entries` (pos, header, body, commitment, id).
    The first page of a file has no entries: it says what the base holds.
    """

    stamp: bytes
    pos: int
    id: bytes
    epochs: Rows = ()
    seeds: Rows = ()
    entries: Rows = ()


def append_page(file: Path, key: bytes, page: Page, length: int) -> int:
    """Write a page after the first `length` bytes, durably; the new length. Raises OSError.

    What a failed attempt left behind those bytes is cut off first.
    """
    plain = cbor.dumps([page.stamp, page.pos, page.id, page.epochs, page.seeds, page.entries])
    box = bytes(SecretBox(key).encrypt(plain))
    with file.open("r+b" if length else "wb") as stream:
        stream.truncate(length)
        stream.seek(length)
        stream.write(len(box).to_bytes(_LENGTH_BYTES, "big") + box)
        stream.flush()
        os.fsync(stream.fileno())
        return stream.tell()


def read_pages(file: Path, key: bytes) -> Iterator[tuple[Page, int]]:
    """Whole pages in order, each with the length of the file up to its end.

    Stops before the first page that is cut short or damaged. Raises OSError.
    """
    box, end = SecretBox(key), 0
    with file.open("rb") as stream:
        while (sealed := _sealed(stream)) is not None:
            end += _LENGTH_BYTES + len(sealed)
            try:
                page = _page(box.decrypt(sealed))
            except (CryptoError, Undecodable, ValueError, TypeError):
                return
            yield page, end


def last_page(file: Path, key: bytes) -> tuple[Page, int] | None:
    """The last whole page and where it ends; None when there is none. Raises OSError."""
    last = None
    for last in read_pages(file, key):  # noqa: B007  the last one is what is wanted
        pass
    return last


def _sealed(stream: BinaryIO) -> bytes | None:
    length = stream.read(_LENGTH_BYTES)
    size = int.from_bytes(length, "big")
    if len(length) < _LENGTH_BYTES or size > _MOST_PAGE_BYTES:
        return None
    sealed = stream.read(size)
    return sealed if len(sealed) == size else None


def _page(plain: bytes) -> Page:
    stamp, pos, id_, *tables = _list(cbor.loads(plain, max_bytes=_MOST_PAGE_BYTES))
    epochs, seeds, entries = (tuple(tuple(_list(row)) for row in _list(t)) for t in tables)
    return Page(stamp, pos, id_, epochs, seeds, entries)


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value
