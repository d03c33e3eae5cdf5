"""The recall list: the lots that nobody may use any more, by the hub's word.

    recall list = signed "recalls" of CBOR [1, hub, version, issued, recalls]
    recalls     = [[vaccine, lot, recalled_at, reason, note]...]

It names every recall in force: what is not on it any more was lifted. Times are Unix seconds of the
hub. `reason` is a word of domain/lot.py; a newer hub may say others.
"""

from __future__ import annotations

from dataclasses import dataclass

from nacl.signing import SigningKey, VerifyKey

from fieldapp.domain.lot import lot_key
from fieldapp.wire import cbor
from fieldapp.wire.errors import NewerFormat, WireError
from fieldapp.wire.fields import Fields
from fieldapp.wire.messages import MOST_WORDS, PROTOCOL
from fieldapp.wire.receipt import MOST_ID_BYTES
from fieldapp.wire.signed import MAX_SIGNED_BYTES, open_signed, sign

KIND = "recalls"
CURSOR = "recalls"
MOST_RECALLS = 4096


class OlderRecallList(WireError):
    """Genuine, and older than the one known: a lot recalled since would be used again."""

    happened = "This list of recalled lots is older than the one that is known here."
    next_step = "Nothing needs doing: the newer one stays in force."


@dataclass(frozen=True, slots=True)
class Recall:
    """Nobody may use this lot from `recalled_at` on."""

    vaccine: str
    lot: str
    recalled_at: int
    reason: str
    note: str = ""

    def concerns(self, vaccine: str, lot: str) -> bool:
        """Whether this lot is meant, however its number was typed."""
        return vaccine == self.vaccine and lot_key(lot) == lot_key(self.lot)


@dataclass(frozen=True, slots=True)
class RecallList:
    """A higher `version` replaces a lower one, never the other way round."""

    hub: bytes
    version: int
    issued: int
    recalls: tuple[Recall, ...] = ()


def sign_recalls(listed: RecallList, key: SigningKey) -> bytes:
    """The list as it comes with a sync and on a stick."""
    recalls = [[r.vaccine, r.lot, r.recalled_at, r.reason, r.note] for r in listed.recalls]
    head = [PROTOCOL, listed.hub, listed.version, listed.issued]
    return sign(KIND, cbor.dumps([*head, recalls]), key)


def read_recalls(data: bytes, key: VerifyKey) -> RecallList:
    """Check and read a list. Raises Undecodable, NewerFormat or BadSignature."""
    body = open_signed(KIND, data, key)
    fields = Fields(cbor.loads(body, max_bytes=MAX_SIGNED_BYTES), "recall list", 5)
    protocol = fields.number()
    if protocol != PROTOCOL:
        raise NewerFormat(what="recall list", version=protocol)
    return RecallList(
        hub=fields.bytes(most=MOST_ID_BYTES),
        version=fields.number(least=1),
        issued=fields.time(),
        recalls=fields.all(_recall, MOST_RECALLS),
    )


def _recall(item: object) -> Recall:
    fields = Fields(item, "recall list", 5)
    return Recall(
        vaccine=fields.text(MOST_WORDS),
        lot=fields.text(MOST_WORDS),
        recalled_at=fields.time(),
        reason=fields.text(MOST_WORDS),
        note=fields.text(MOST_WORDS),
    )
