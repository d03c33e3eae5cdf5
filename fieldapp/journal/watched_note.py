"""Keeps beside the encrypted journal how many people are being watched: a number and no name.

The lock says it, also after an empty battery, before anybody can unlock: nobody is forgotten.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from fieldapp.journal.files import write_whole

NOTE_FILE = "watched.json"
_STALE_S = 12 * 3600


def write(home: Path, people: int, now: datetime) -> None:
    """Note it. Raises DiskFull, HomeReadOnly, HomeMissing."""
    noted = {"people": people, "noted_s": int(now.timestamp())}
    write_whole(home / NOTE_FILE, json.dumps(noted).encode(), durable=False)


def read(home: Path, now: datetime) -> int:
    """How many; 0 when it is not known, or was noted half a day ago."""
    try:
        noted = json.loads((home / NOTE_FILE).read_bytes())
        people, age_s = int(noted["people"]), now.timestamp() - int(noted["noted_s"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0
    return people if age_s < _STALE_S else 0
