"""What the hub keeps of a document and a code: keyed hashes to find them by, and both sealed for
the team. A copy of the database alone tells neither, and nobody can try numbers out against it."""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass

from nacl.secret import SecretBox

from fieldapp.domain.client import Document
from fieldapp.hub.keys import HubKeys
from fieldapp.hub.web.sealing import own_key
from fieldapp.wire import cbor
from fieldapp.wire.spelled import spell, unspell

PREFIX = "BK"
_CODE_BYTES = 5
_CODE_LETTERS = 8


@dataclass(frozen=True, slots=True)
class Paper:
    """What somebody books with. The nationality belongs to a passport's number: two countries may
    have printed the same one."""

    document: Document
    nationality: str | None = None


def code_for(keys: HubKeys, paper: Paper, slot: int, once: str) -> str:
    """The code of a booking, BK-XXXX-XXXX. The same form sent twice (`once`) gets the same code, so
    that whoever presses the button again loses nothing; nobody but the hub can work it out."""
    said = cbor.dumps([_said(paper), slot, once])
    digest = hmac.digest(own_key(keys, b"booking once"), said, "sha256")
    return f"{PREFIX}-{spell(digest[:_CODE_BYTES])}"


def read_code(text: str) -> str | None:
    """A code as it was typed or scanned, with or without its prefix; None for what is none."""
    letters = "".join(c for c in text.upper() if c.isalnum())
    if len(letters) == len(PREFIX) + _CODE_LETTERS:
        letters = letters.removeprefix(PREFIX)
    try:
        return f"{PREFIX}-{spell(unspell(letters, _CODE_BYTES))}"
    except ValueError:
        return None


def paper_hash(keys: HubKeys, paper: Paper) -> bytes:
    """By which a document is found again."""
    return hmac.digest(own_key(keys, b"booking paper"), cbor.dumps(_said(paper)), "sha256")


def code_hash(keys: HubKeys, code: str) -> bytes:
    """By which a code is found again."""
    return hmac.digest(own_key(keys, b"booking code"), code.encode(), "sha256")


def address_hash(keys: HubKeys, address: str) -> bytes:
    """Of whose attempts are counted, without keeping who that is."""
    return hmac.digest(own_key(keys, b"booking address"), address.encode(), "sha256")


def seal(keys: HubKeys, paper: Paper, code: str) -> bytes:
    """Both, closed with the hub's keys."""
    document = paper.document
    said = json.dumps([document.kind, document.number, paper.nationality, code])
    return bytes(SecretBox(own_key(keys, b"booking")).encrypt(said.encode()))


def unseal(keys: HubKeys, sealed: bytes) -> tuple[Paper, str]:
    """Open again what `seal` closed."""
    said = SecretBox(own_key(keys, b"booking")).decrypt(sealed)
    kind, number, nationality, code = json.loads(said)
    return Paper(Document(kind, number), nationality), code


def _said(paper: Paper) -> list[str]:
    """What of it makes a difference."""
    document = paper.document
    issuer = paper.nationality if document.kind == "passport" else None
    return [document.kind, document.number, issuer or ""]
