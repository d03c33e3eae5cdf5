"""What the watch shows, as plain values in words. Made by the flows, drawn by the pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardState:
    """One person who is watched. `part` of the time is over (0 to 1); `dose_ids` name the card.

    `note` says what is out of the ordinary: a reaction, a doubtful clock, a longer watch. `grave`:
    a severe or serious reaction, so that leaving is not what is suggested.
    `reaction` is the report to add to, None for a new one; `begun`: a report is half written.
    """

    dose_ids: tuple[bytes, ...]
    name: str
    given: str
    left: str
    part: float
    may_leave: bool
    note: str = ""
    note_tone: str = "muted"
    reaction: bytes | None = None
    begun: bool = False
    grave: bool = False

    @property
    def is_ready(self) -> bool:
        """Whether leaving is what is suggested: the focus goes there."""
        return self.may_leave and not self.grave


@dataclass(frozen=True, slots=True)
class BoardState:
    """The whole board. `forgotten`: how many of closed sessions nobody released, in words;
    `reports`: how many reports there are to look at; `undo`: what was said last."""

    title: str
    rule: str
    cards: tuple[CardState, ...] = ()
    forgotten: str = ""
    reports: int = 0
    undo: str = ""
    sound: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Something to choose from a list."""

    id: bytes
    words: str
    detail: str


@dataclass(frozen=True, slots=True)
class ChoiceState:
    """A list to choose from, by number."""

    title: str
    lines: tuple[Line, ...]
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class ReactionForm:
    """What is chosen and typed in the AEFI form. `serious` is "", "no" or "yes"."""

    reactions: tuple[str, ...] = ()
    serious: str = ""
    criteria: tuple[str, ...] = ()
    onset: str = ""
    outcome: str = ""
    treatment: str = ""
    description: str = ""
    history: str = ""
    comment: str = ""
    reporter: str = ""
    reporter_post: str = ""
    reporter_contact: str = ""
    notified: str = ""
    diluent_lot: str = ""
    reconstituted: str = ""
    died: str = ""
    to_hospital: bool = False


@dataclass(frozen=True, slots=True)
class ReactionState:
    """The form about one dose. `dose` says which; lists are (code, words); `may_withdraw`: it
    adds to a report that there is; `is_watched`: the person is still here."""

    title: str
    dose: str
    note: str
    reactions: tuple[tuple[str, str], ...]
    criteria: tuple[tuple[str, str], ...]
    outcomes: tuple[tuple[str, str], ...]
    form: ReactionForm
    may_withdraw: bool = False
    is_watched: bool = False
