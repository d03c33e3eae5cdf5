"""The second factor: time-based one-time passwords of RFC 6238 (SHA-1, 6 digits, 30 s), as every
authenticator app makes them."""

from __future__ import annotations

import base64
import hmac
from urllib.parse import quote

STEP_S, DIGITS, SECRET_BYTES = 30, 6, 20
_DRIFT = 1
"""Steps a telephone's clock may be off, either way."""


def code_at(secret: bytes, step: int, digits: int = DIGITS) -> str:
    """The code of one time step (RFC 4226, 5.3)."""
    digest = hmac.digest(secret, step.to_bytes(8, "big"), "sha1")
    start = digest[-1] & 0x0F
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFF_FFFF
    return f"{number % 10**digits:0{digits}}"


def step_of(secret: bytes, typed: str, now_s: int, used_step: int | None) -> int | None:
    """The time step that a code belongs to; None when it is wrong, or was used before."""
    code = "".join(typed.split())
    now = now_s // STEP_S
    for step in range(now - _DRIFT, now + _DRIFT + 1):
        if hmac.compare_digest(code_at(secret, step).encode(), code.encode()):
            return step if used_step is None or step > used_step else None
    return None


def written(secret: bytes) -> str:
    """For typing, in groups of four."""
    text = base64.b32encode(secret).decode("ascii").rstrip("=")
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def address(secret: bytes, login: str, issuer: str) -> str:
    """What the QR code holds."""
    text = base64.b32encode(secret).decode("ascii").rstrip("=")
    label = f"{quote(issuer)}:{quote(login)}"
    return f"otpauth://totp/{label}?secret={text}&issuer={quote(issuer)}"
