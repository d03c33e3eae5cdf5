"""The mark outside the database of how far it had come: shows a file that was put back to the past.

Written after every commit and never flushed, so it may be old or missing after a power cut; it is
never ahead of a commit that was reported.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from fieldapp.domain.errors import FieldAppError
from fieldapp.journal.files import write_whole

ANCHOR_FILE = "anchor.json"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A head once committed. `restored`: the file came back from a backup since."""

    epoch: bytes
    seq: int
    hash: bytes
    restored: bool = False


def read_anchor(home: Path) -> Anchor | None:
    """The last mark; None when there is none that can be read, which is not an error."""
    try:
        stored = json.loads((home / ANCHOR_FILE).read_text(encoding="ascii"))
        return Anchor(
            bytes.fromhex(stored["epoch"]),
            int(stored["seq"]),
            bytes.fromhex(stored["hash"]),
            bool(stored.get("restored", False)),
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def write_anchor(home: Path, anchor: Anchor) -> None:
    """Leave the mark. A disk that does not take it is no reason to doubt the commit before it."""
    stored = {"epoch": anchor.epoch.hex(), "seq": anchor.seq, "hash": anchor.hash.hex()}
    if anchor.restored:
        stored["restored"] = True
    with suppress(FieldAppError):
        write_whole(home / ANCHOR_FILE, json.dumps(stored).encode(), durable=False)
