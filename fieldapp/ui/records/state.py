"""What the records page shows, as plain values in words. Made by the flow, drawn by the pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a line is about; it decides what can be done with it."""

    PERSON = "person"
    DOSE = "dose"
    NOT_GIVEN = "not-given"
    STRUCK = "struck"
    PAIR = "pair"  # another registration: linked, or perhaps the same person
    MESSAGE = "message"  # what the hub wrote to the person
    ELSEWHERE = "elsewhere"  # a link to another team's registration, known from the roster


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One record. `notes` are what was corrected in it, and why it is put aside; `subject` is the
    record or, of a pair, the other registration. `person` is whose line it is."""

    kind: Kind
    subject: bytes
    person: bytes
    words: str
    detail: str = ""
    notes: tuple[str, ...] = ()
    tone: str = ""

    @property
    def may_amend(self) -> bool:
        """Whether its fields can be corrected."""
        return self.kind in (Kind.PERSON, Kind.DOSE)

    @property
    def may_strike(self) -> bool:
        """Whether it can be struck through, or a link be taken back."""
        return self.kind in (Kind.DOSE, Kind.NOT_GIVEN, Kind.ELSEWHERE)


@dataclass(frozen=True, slots=True)
class RecordsState:
    """The list: whose it is, a sentence about it, and its lines."""

    title: str
    lead: str
    lines: tuple[RecordLine, ...] = ()


@dataclass(frozen=True, slots=True)
class PairRow:
    """One thing about two registrations; `differs` where it is not the same."""

    words: str
    one: str
    other: str

    @property
    def differs(self) -> bool:
        """Whether both say something, and not the same."""
        return bool(self.one and self.other) and self.one != self.other


@dataclass(frozen=True, slots=True)
class PairState:
    """Two registrations side by side. `linked`: they count as one person now."""

    one: bytes
    other: bytes
    title: str
    lead: str
    rows: tuple[PairRow, ...]
    linked: bool
    may_unlink: bool = True
