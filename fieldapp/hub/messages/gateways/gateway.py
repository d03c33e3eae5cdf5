"""What every gateway takes and answers. No answer of theirs may hold a password or a text."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol

from fieldapp.hub.messages.errors import SecretMissing
from fieldapp.hub.messages.queue import Report


class Fate(Enum):
    """What is known of a message once a gateway was asked to take it."""

    TAKEN = "taken"
    LATER = "later"  # surely not taken: try again
    NEVER = "never"  # refused for good
    UNSURE = "unsure"  # no answer came: it may have been taken


@dataclass(frozen=True, slots=True)
class Answer:
    """The fate, the gateway's own name for the message, and why not, in words for a log."""

    fate: Fate
    gateway_ref: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to hand over; `ref` comes back in delivery reports."""

    ref: str
    phone: str
    text: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """A delivery report that a gateway brings by itself, by its own name for the message."""

    gateway_ref: str
    report: Report


class Gateway(Protocol):
    """A way out."""

    def send(self, message: Outgoing) -> Answer:
        """Hand it over once; expected troubles are answers, never exceptions."""

    def fate_of(self, ref: str) -> Answer:
        """What became of a message whose answer nobody noted; UNSURE where that cannot be asked."""

    def receipts(self) -> Iterator[Receipt]:
        """Delivery reports that wait here."""

    def close(self) -> None:
        """Let it go."""


def read_secret(path: Path) -> tuple[str, str]:
    """User and password from a file's two lines. Raises SecretMissing."""
    named = f"{path.parent.name}/{path.name}"
    try:
        mode = path.stat().st_mode
        lines = path.read_text("utf-8").splitlines()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it cannot be read"
        raise SecretMissing(file=named, why=why) from error
    if sys.platform != "win32" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise SecretMissing(file=named, why="others on this machine can read it")
    if len(lines) < 2 or not lines[0] or not lines[1]:
        raise SecretMissing(file=named, why="it has no two lines")
    return lines[0], lines[1]
