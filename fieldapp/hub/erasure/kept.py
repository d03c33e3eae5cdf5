"""What the law keeps, opened with the recovery key that is not at the hub: only for whoever may ask
for it by law, and noted in the audit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox
from sqlalchemy import Connection, select

from fieldapp.hub.erasure.errors import WrongKey
from fieldapp.hub.erasure.tables import kept_record
from fieldapp.hub.keys import HubKeys
from fieldapp.hub.web import audit
from fieldapp.wire import cbor
from fieldapp.wire.dates import from_day
from fieldapp.wire.events import MAX_BODY_BYTES, UnknownFact, decode_body
from fieldapp.wire.fields import Fields

_kept = kept_record.c
_KEY_LETTERS = 64
_MOST = MAX_BODY_BYTES + 1024


def read_key(file: Path) -> PrivateKey:
    """The private key, as recovery-key.txt has it, or alone. Raises WrongKey."""
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongKey() from error
    words = text.replace("private key:", " ").split()
    for word in words:
        if len(word) == _KEY_LETTERS and not set(word.lower()) - set("0123456789abcdef"):
            return PrivateKey(bytes.fromhex(word))
    raise WrongKey()


def opened(connection: Connection, version: int, key: PrivateKey) -> list[dict[str, Any]]:
    """The records of an erasure that the law still keeps, in the order in which they were made.

    Raises WrongKey.
    """
    box = SealedBox(key)
    rows = select(_kept.id, _kept.until_day, _kept.sealed).where(_kept.version == version)
    told = [_told(box, bytes(id_), day, bytes(raw)) for id_, day, raw in connection.execute(rows)]
    return sorted(told, key=lambda one: (one["recorded_s"], one["seq"]))


def note_opened(connection: Connection, keys: HubKeys, now_s: int, version: int) -> None:
    """That somebody looked."""
    subject = f"erasure {version}"
    audit.note(connection, keys, now_s, audit.OPERATOR, "kept-records-opened", subject)


def _told(box: SealedBox[PrivateKey], id_: bytes, until_day: int, sealed: bytes) -> dict[str, Any]:
    try:
        said = box.decrypt(sealed)
    except CryptoError as error:
        raise WrongKey() from error
    fields = Fields(cbor.loads(said, max_bytes=_MOST), "kept record", 9)
    fields.number()
    kind, version, recorded_s = fields.number(), fields.number(), fields.time()
    user, device, epoch = fields.text(256), fields.number(), fields.bytes()
    seq, body = fields.number(), fields.bytes()
    fact = decode_body(kind, version, body)
    until = from_day(until_day)
    return {
        "id": id_.hex(), "device": device, "epoch": epoch.hex(), "seq": seq,
        "recorded_s": recorded_s, "recorded_by": user, "kind": type(fact).__name__,
        "says": body.hex() if isinstance(fact, UnknownFact) else _plain(asdict(fact)),
        "kept_until": until.isoformat() if until else None,
    }  # fmt: skip


def _plain(value: object) -> Any:
    """As JSON can tell it."""
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value.hex() if isinstance(value, bytes) else value
