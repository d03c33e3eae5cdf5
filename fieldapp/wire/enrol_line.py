"""An enrolment request as one line of text: for a stick, a message or paper, where no network is.

    line = "VXE1." + base64url of the body of POST /v1/enrol, without "="

It holds no secret and nobody's data but the team's name: the code that proves it stays behind.
"""

from __future__ import annotations

import base64
import re

from fieldapp.wire.errors import NewerFormat, Undecodable

SUFFIX = ".vxe"
_MARK = "VXE1."
_MOST_CHARS = 12_000
_ANY = re.compile(r"VXE(\d{1,3})\.([A-Za-z0-9_-]+)")


def write_line(request: bytes) -> str:
    """The line of a request."""
    return _MARK + base64.urlsafe_b64encode(request).decode("ascii").rstrip("=")


def read_lines(text: str) -> list[bytes]:
    """Every request in a text, each once, whatever stands around them. Raises NewerFormat; and
    Undecodable for a line that was cut so that it is no base64 any more."""
    found: dict[bytes, None] = {}
    for version, body in _ANY.findall(text):
        if version != "1":
            raise NewerFormat(what="enrolment request", version=int(version))
        found[_request(body)] = None
    return list(found)


def _request(body: str) -> bytes:
    if len(body) > _MOST_CHARS or len(body) % 4 == 1:
        raise Undecodable(what="enrolment request", why="a part of its line is missing")
    return base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
