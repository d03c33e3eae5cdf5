"""Names that nobody may ever read outside an encrypted file, and who looks for them everywhere."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

_HEAD_OF_A_PLAIN_DATABASE = b"SQLite format 3\0"


def traces(secrets: tuple[str, ...], content: bytes) -> list[str]:
    """Which of these words stand there, in whatever way a program may have written them."""
    return [
        f"{secret} ({way})"
        for secret in secrets
        for way, written in _writings(secret)
        if written in content
    ]


def traces_under(secrets: tuple[str, ...], folder: Path) -> dict[str, list[str]]:
    """What every file in there, and the name of it, gives away."""
    found = {}
    for file in sorted(folder.rglob("*")):
        named = str(file.relative_to(folder)).encode()
        content = file.read_bytes() if file.is_file() else b""
        given_away = traces(secrets, named + b"\n" + content)
        if content.startswith(_HEAD_OF_A_PLAIN_DATABASE):
            given_away.append("a database that is not encrypted")
        if given_away:
            found[str(file)] = given_away
    return found


def _writings(secret: str) -> Iterator[tuple[str, bytes]]:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
        yield encoding, secret.encode(encoding)
    yield "JSON", secret.encode("ascii", "backslashreplace")
    yield "hex", secret.encode().hex().encode()
    for shift in range(3):
        yield "base64", _inner_base64(secret.encode(), shift)


def _inner_base64(content: bytes, shift: int) -> bytes:
    """The letters that it comes to wherever it begins, without those shared at its ends."""
    whole = base64.b64encode(bytes(shift) + content)
    first, last = (shift * 8 + 5) // 6, (shift + len(content)) * 8 // 6
    return whole[first:last]
