"""Which commit and day a package says that it is, so that two builds of one commit are the same."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Stamp:
    """`epoch` is what SOURCE_DATE_EPOCH says: seconds since 1970 of the newest source."""

    commit: str
    epoch: int

    @property
    def day(self) -> str:
        """The day in UTC, which is the same on every machine."""
        return datetime.fromtimestamp(self.epoch, UTC).date().isoformat()

    def as_json(self) -> str:
        """What `fieldapp --version` reads."""
        return json.dumps({"commit": self.commit, "date": self.day}) + "\n"


def stamp_of(root: Path, surroundings: Mapping[str, str] = os.environ) -> Stamp:
    """The newest commit, marked where files are changed since; SOURCE_DATE_EPOCH outranks its time.

    Sources without git (an archive) say a commit that is not known.
    """
    commit = _git(root, "rev-parse", "--short=12", "HEAD")
    changed = "+changes" if _git(root, "status", "--porcelain", "--untracked-files=no") else ""
    told = surroundings.get("SOURCE_DATE_EPOCH") or _git(root, "log", "-1", "--format=%ct")
    return Stamp(f"{commit}{changed}" if commit else UNKNOWN, int(told or 0))


def _git(root: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()
