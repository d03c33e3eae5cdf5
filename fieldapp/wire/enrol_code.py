"""Enrolment codes: used once, they prove laptop and hub to each other without travelling.

A code is 32 characters of Crockford's base32 in eight groups of four: 4 bytes that name it, then a
16-byte secret. Request and answer each carry HMAC-SHA256(secret, label + bytes).
"""

from __future__ import annotations

import hmac
import unicodedata
from dataclasses import dataclass, field

from fieldapp.domain.errors import FieldAppError

ID_BYTES, SECRET_BYTES = 4, 16
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
_MOST_TYPED = 400
_CHARACTERS = (ID_BYTES + SECRET_BYTES) * 8 // 5


class BadCode(FieldAppError):
    """The text is not an enrolment code."""

    happened = "This is not an enrolment code: {why}."
    safe = "Nothing was sent."
    next_step = "Compare it with the code from the hub: eight groups of four letters and digits."


@dataclass(frozen=True, slots=True)
class EnrolCode:
    """The two parts of a code."""

    code_id: bytes
    secret: bytes = field(repr=False)

    def prove(self, label: bytes, data: bytes) -> bytes:
        """The HMAC that only somebody who holds this code can make."""
        return hmac.digest(self.secret, label + data, "sha256")


def write_code(code: EnrolCode) -> str:
    """XXXX-XXXX-... as people read it."""
    number = int.from_bytes(code.code_id + code.secret, "big")
    letters = [_ALPHABET[number >> (5 * at) & 31] for at in reversed(range(_CHARACTERS))]
    text = "".join(letters)
    return "-".join(text[at : at + 4] for at in range(0, _CHARACTERS, 4))


def read_code(text: str) -> EnrolCode:
    """Read a code as typed: any case, full-width too, hyphens or spaces anywhere or nowhere, O for
    0, I or L for 1. Raises BadCode, which never repeats what was typed as a whole."""
    typed = unicodedata.normalize("NFKC", text[:_MOST_TYPED]).upper()
    letters = "".join(c for c in typed if not _is_between(c)).translate(_LOOKALIKES)
    if len(letters) != _CHARACTERS:
        raise BadCode(why=f"it has {len(letters)} characters instead of {_CHARACTERS}")
    number = 0
    for letter in letters:
        value = _ALPHABET.find(letter)
        if value < 0:
            raise BadCode(why=f"{letter} is never part of one")
        number = number << 5 | value
    raw = number.to_bytes(ID_BYTES + SECRET_BYTES, "big")
    return EnrolCode(raw[:ID_BYTES], raw[ID_BYTES:])


def _is_between(character: str) -> bool:
    """Whether people or keyboards put it between the groups: spaces and any kind of dash."""
    return character.isspace() or unicodedata.category(character) == "Pd"
