"""What the page of a session's workbook shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkbookLine:
    """Something to know about a row, in words of a tone; `ask` is the row's number where somebody
    may say yes to `offer`."""

    words: str
    detail: str = ""
    tone: str = "muted"
    ask: int | None = None
    offer: str = ""


@dataclass(frozen=True, slots=True)
class WorkbookState:
    """`confirm` says what F9 would do; empty while there is nothing to record."""

    title: str
    lead: str
    lines: tuple[WorkbookLine, ...] = ()
    confirm: str = ""
    may_write: bool = True
