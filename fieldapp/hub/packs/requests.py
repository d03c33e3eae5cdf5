"""What laptops without a network ask: read from a stick's files, or from a text that was pasted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fieldapp.hub.packs.errors import NoRequests, RequestUnreadable
from fieldapp.wire.enrol_line import SUFFIX, read_lines
from fieldapp.wire.errors import WireError

MOST_TEXT = 256 * 1024


def requests_in(text: str) -> list[bytes]:
    """Every request in a text, each once. Raises NoRequests, RequestUnreadable."""
    try:
        found = read_lines(text)
    except WireError as error:
        raise RequestUnreadable(why=error.details.get("why", "it is of a newer program")) from error
    if not found:
        raise NoRequests
    return found


def requests_at(place: Path) -> list[bytes]:
    """Those of a folder's .vxe files, or of one file. Raises NoRequests, RequestUnreadable."""
    return requests_in("\n".join(_texts(place)))


def _texts(place: Path) -> Iterator[str]:
    files = sorted(place.glob(f"*{SUFFIX}")) if place.is_dir() else [place]
    for file in files:
        try:
            with file.open(encoding="ascii", errors="replace") as stream:
                yield stream.read(MOST_TEXT)
        except OSError as error:
            raise RequestUnreadable(why=error.strerror or "the file cannot be read") from error
