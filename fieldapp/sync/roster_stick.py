"""The USB road of the roster: what the hub wrote for this laptop's regions, read from a stick.

Safe to repeat and to interrupt: each segment counts once, whichever road it came by.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import leases
from fieldapp.journal.hub_link import enrolment
from fieldapp.journal.journal import Journal
from fieldapp.journal.roster import find
from fieldapp.sync.errors import NotEnrolled
from fieldapp.sync.pulls import keep_carried
from fieldapp.wire.errors import WireError
from fieldapp.wire.roster_file import MAGIC, is_roster_file, read_blobs


class NoRoster(FieldAppError):
    """The file is cut short, of another hub, or its lease is for other laptops."""

    happened = "There is nothing in {file} that this laptop can read: {why}."
    safe = "The roster and the records are as they were."
    next_step = "Write the roster again at the hub: fieldapp hub roster write FILE."


@dataclass(frozen=True, slots=True)
class RosterRead:
    """What a stick came to: people told of by new segments, and people here in all."""

    people: int
    in_all: int
    whole: bool

    def as_json(self) -> dict[str, object]:
        """The object that `bundle read --json` prints."""
        return {"people": self.people, "in_all": self.in_all, "whole": self.whole}

    def in_words(self) -> str:
        """The same for a person."""
        words = f"{self.people} people came with the roster; {self.in_all} are here now."
        if self.whole:
            return words
        return f"{words} The file is cut short: write it again at the hub for the rest."


def is_roster(file: Path) -> bool:
    """Whether a file is a roster; one that cannot be read is not."""
    with suppress(OSError), file.open("rb") as stream:
        return is_roster_file(stream.read(len(MAGIC)))
    return False


def read_roster(journal: Journal, file: Path) -> RosterRead:
    """Keep the lease and the segments that are for this laptop. Raises NotEnrolled, NoRoster."""
    if enrolment(journal) is None:
        raise NotEnrolled
    people, whole = 0, True
    try:
        with file.open("rb") as stream:
            for raw in read_blobs(stream):
                people += keep_carried(journal, raw)
    except OSError as fault:
        raise NoRoster(file=file.name, why=fault.strerror or "it cannot be read") from fault
    except WireError:
        whole = False
    if leases.current(journal) is None:
        raise NoRoster(file=file.name, why="no lease in it is for this laptop, or it has ended")
    return RosterRead(people, find.count(journal), whole)
