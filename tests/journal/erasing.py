"""A made-up hub that erases a person, past any road, and somebody who looks for what is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from fieldapp.domain.client import Document
from fieldapp.journal.entries import epoch_of, epochs, position_of, seq_of
from fieldapp.journal.erasure.orders import carried_out
from fieldapp.journal.hub_link import store_receipt
from fieldapp.journal.journal import Journal
from fieldapp.wire.chain import REF_BYTES
from fieldapp.wire.erasures import ErasedEvent, Erasure, ErasureList, in_order, sign_erasures
from tests.journal.hub import ENROLMENT, HUB_KEY, receipt

DECIDED_S = 1_627_700_000
"""31 July 2021, 02:53 UTC."""
BASIS = "pipl-47"

CANARY = "金丝雀鸟"
CANARY_ID = Document("passport", "CANARY7319")
CANARY_PHONE = "13897310042"
CANARY_NOTE = "canary sang at the door"
TRACES = tuple(
    said.encode()
    for said in (CANARY, "jinsique", CANARY_ID.number, CANARY_ID.number.lower(), CANARY_PHONE,
                 "canary", "\\u91d1\\u4e1d")
)  # fmt: skip

_PAGE, _RESERVED, _SALT, _IV = 4096, 80, 16, 16
_WAL_HEAD, _WAL_FRAME = 32, 24


def confirm(journal: Journal, at: int = 1_620_440_000) -> None:
    """The hub signs for everything that is in the current epoch."""
    store_receipt(journal, receipt(journal.head(), at=at))


def event(journal: Journal, event_id: bytes, device: int = ENROLMENT.device) -> ErasedEvent:
    """An event of this journal as the hub's list names it."""
    pos = position_of(journal.db, event_id)
    assert pos is not None
    epoch = dict(epochs(journal.db))[epoch_of(pos)]
    return ErasedEvent(device, epoch, seq_of(pos), event_id[:REF_BYTES])


def page(
    erasures: Iterable[tuple[int, Iterable[ErasedEvent]]], after: int, version: int | None = None
) -> bytes:
    """A page of the hub's list: of each erasure its version and what it names."""
    told = tuple(Erasure(no, DECIDED_S, BASIS, in_order(events)) for no, events in erasures)
    last = version or max(one.version for one in told)
    return sign_erasures(ErasureList(ENROLMENT.hub_id, after, last, DECIDED_S, told), HUB_KEY)


def next_page(journal: Journal, *ids: bytes) -> bytes:
    """The next page for a journal, with one erasure of these events of it."""
    after = carried_out(journal)
    return page([(after + 1, [event(journal, id_) for id_ in ids])], after)


def traces_in(file: Path, key: bytes) -> list[bytes]:
    """What of the canary stands anywhere in an encrypted database file, or in the log beside it,
    its unused places included."""
    found = b"".join(_pages(file, key))
    log = file.with_name(file.name + "-wal")
    found += b"".join(_frames(log, key)) if log.exists() else b""
    assert found, "nothing was decrypted"
    return [trace for trace in TRACES if trace in found]


def _pages(file: Path, key: bytes) -> Iterator[bytes]:
    content = file.read_bytes()
    whole = len(content) - len(content) % _PAGE
    for at in range(0, whole, _PAGE):
        plain = _opened(content[at : at + _PAGE], key, first=at == 0)
        if at == 0:
            assert plain[0:2] == _PAGE.to_bytes(2, "big"), "decrypted by the wrong key"
        yield plain


def _frames(log: Path, key: bytes) -> Iterator[bytes]:
    content = log.read_bytes()
    for at in range(_WAL_HEAD, len(content), _WAL_FRAME + _PAGE):
        head, sealed = content[at : at + _WAL_FRAME], content[at + _WAL_FRAME :][:_PAGE]
        if len(sealed) == _PAGE:
            yield _opened(sealed, key, first=int.from_bytes(head[:4], "big") == 1)


def _opened(sealed: bytes, key: bytes, *, first: bool) -> bytes:
    body, tail = sealed[_SALT if first else 0 : -_RESERVED], sealed[-_RESERVED:]
    cipher = Cipher(algorithms.AES(key), modes.CBC(tail[:_IV])).decryptor()
    return cipher.update(body) + cipher.finalize()
