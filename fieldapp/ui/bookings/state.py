"""What the list of a day's bookings shows, as plain values in words."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.ui.pill import Pill


@dataclass(frozen=True, slots=True)
class BookedRow:
    """Somebody with a seat. `code` as it is printed; `may_note`: whether they may be noted as here,
    `may_take_back`: whether that was done and can be undone."""

    session: int
    code: str
    time: str
    who: str
    paper: str
    presence: Pill
    may_note: bool = False
    may_take_back: bool = False


@dataclass(frozen=True, slots=True)
class BookedState:
    """The day; `figures` are (word, number, tone), `other` is the word for another place of today,
    empty where there is none; `nothing` says why there is no list."""

    title: str
    rule: str = ""
    figures: tuple[tuple[str, str, str], ...] = ()
    rows: tuple[BookedRow, ...] = ()
    other: str = ""
    nothing: str = ""
