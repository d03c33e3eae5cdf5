"""Makes the hub's pocket registry: `registry.vxp` in its folder, replaced at once by the next."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fieldapp.hub.erasure.again import must_be_in_line
from fieldapp.hub.fold.projector import catch_up
from fieldapp.hub.regions.keys import make_secret, registry_key
from fieldapp.hub.registry import holdings, slow_keys
from fieldapp.hub.running import unix_time
from fieldapp.hub.settings import set_setting, setting
from fieldapp.hub.store import Store, open_store
from fieldapp.wire.registry.entry import encode
from fieldapp.wire.registry.head import Head, encode_head
from fieldapp.wire.registry.key import key_id
from fieldapp.wire.registry.writing import Written, write_body

REGISTRY_FILE = "registry.vxp"
_EDITION = "registry_edition"
_BODY, _FRESH = ".body", ".new"


@dataclass(frozen=True, slots=True)
class Built:
    """A registry that was made. `people` are documents with at least one dose."""

    file: Path
    edition: int
    people: int
    entries: int
    size: int

    def as_json(self) -> dict[str, object]:
        """The object that `hub registry write --json` prints."""
        counts = {"edition": self.edition, "people": self.people, "entries": self.entries}
        return {"file": str(self.file), **counts, "bytes": self.size}

    def in_words(self) -> str:
        """The same for a person."""
        return (
            f"Edition {self.edition} of the pocket registry: {self.people:,} documents,"
            f" {self.size:,} bytes: {self.file}"
        )


def build_registry(
    data: Path,
    *,
    database: str | None = None,
    now_s: Callable[[], int] = unix_time,
    worked: Callable[[int], None] = lambda _: None,
) -> Built:
    """Fold what has arrived, key new documents, write and sign the file.

    `worked` hears of every batch of new documents. Raises HubMissing, NotErasedYet.
    """
    store = open_store(data, database=database)
    try:
        must_be_in_line(store)
        as_of = now_s()
        catch_up(store)
        with store.writing() as connection:
            make_secret(connection)
            secret = registry_key(connection).key
        slow_keys.bring_up_to_date(store, secret, worked)
        return _write(store, secret, as_of)
    finally:
        store.close()


def _write(store: Store, secret: bytes, as_of: int) -> Built:
    body, target = store.folder / (REGISTRY_FILE + _BODY), store.folder / REGISTRY_FILE
    try:
        products, people, written = _write_body(store, body)
        edition = _next_edition(store)
        keys = store.keys
        head = Head(
            keys.hub_id, edition, as_of, key_id(secret), written.entries, products, written.blocks
        )
        _join(encode_head(head, keys.receipt_key), body, target)
    finally:
        body.unlink(missing_ok=True)
    return Built(target, edition, people, written.entries, target.stat().st_size)


def _write_body(store: Store, body: Path) -> tuple[tuple[str, ...], int, Written]:
    people = 0
    with store.reading() as connection, body.open("wb") as out:
        products = holdings.products(connection)

        def entries() -> Iterator[tuple[bytes, list[bytes]]]:
            nonlocal people
            for slow_key, own in holdings.holdings(connection):
                people += 1
                yield slow_key, encode(slow_key, own, products)

        written = write_body(out, entries())
    return products, people, written


def _next_edition(store: Store) -> int:
    with store.writing() as connection:
        edition = 1 + int(setting(connection, _EDITION) or 0)
        set_setting(connection, _EDITION, str(edition))
        return edition


def _join(head: bytes, body: Path, target: Path) -> None:
    fresh = target.with_name(target.name + _FRESH)
    with fresh.open("wb") as out, body.open("rb") as source:
        out.write(head)
        shutil.copyfileobj(source, out)
    fresh.replace(target)
