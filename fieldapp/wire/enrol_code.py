"""Enrolment codes: used once, they prove laptop and hub to each other without travelling.

A code is 32 characters of Crockford's base32 in eight groups of four: 4 bytes that name it, then a
16-byte secret. Request and answer each carry HMAC-SHA256(secret, label + bytes).
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field

from fieldapp.domain.errors import FieldAppError
from fieldapp.wire.spelled import spell, unspell

ID_BYTES, SECRET_BYTES = 4, 16


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
    return spell(code.code_id + code.secret)


def read_code(text: str) -> EnrolCode:
    """Read a code as typed, see `spelled`. Raises BadCode, which never repeats it as a whole."""
    try:
        raw = unspell(text, ID_BYTES + SECRET_BYTES)
    except ValueError as error:
        raise BadCode(why=str(error)) from error
    return EnrolCode(raw[:ID_BYTES], raw[ID_BYTES:])
