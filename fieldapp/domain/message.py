"""Messages that the hub sent about a dose that is due, as far as laptops are told of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Kind(StrEnum):
    """The two messages there are about one dose."""

    DUE = "due"
    LAST = "last"  # shortly before the latest day


class Fate(StrEnum):
    """What became of a message that went out."""

    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"
    UNSURE = "unsure"  # nobody knows whether it went


@dataclass(frozen=True, slots=True)
class SentMessage:
    """One message about one dose of a course; `day` is that of the place where the person is."""

    course: str
    dose: int
    kind: Kind
    day: date
    fate: Fate


@dataclass(frozen=True, slots=True)
class MessagesKnown:
    """What the hub told about one person, oldest first, up to `as_of`. Where nothing of the kind is
    known here there is no such value, which is not the same as nothing sent."""

    as_of: datetime
    sent: tuple[SentMessage, ...] = ()
    opted_out: bool = False

    def about(self, course: str, dose: int | None) -> SentMessage | None:
        """The newest about this dose."""
        same = [one for one in self.sent if (one.course, one.dose) == (course, dose)]
        return same[-1] if same else None
