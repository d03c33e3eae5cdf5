"""What stands in a session's workbook, as plain records. Knows no file format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from fieldapp.domain.schedule.calendar import Period

BLANK_ROWS, MOST_BLANK_ROWS = 20, 500
"""For others: usually, and at the most."""
MOST_PEOPLE = 500


@dataclass(frozen=True, slots=True)
class NextDose:
    """What the programme says of a dose of one product for one person.

    `stop` is "complete" or "ask" where it is not to be given without asking. After it the next is
    due `interval` later, and not before `floor`; None where nothing follows.
    """

    number: int | None
    not_before: date | None = None
    stop: str = ""
    interval: Period | None = None
    floor: date | None = None


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody who is due. `document` and `phone` are no more than their ends; `planned` is the
    dose of their own course, `by_lot` the same for each lot of the workbook."""

    number: int
    code: str
    name: str
    kind: str
    document: str
    born: str
    phone: str
    history: str
    planned: NextDose
    by_lot: tuple[NextDose, ...]


@dataclass(frozen=True, slots=True)
class BlankLine:
    """A row for somebody who is not listed. `told` is what is known of who may come, to be found
    by; nothing of it comes back."""

    number: int
    code: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class LotChoice:
    """A lot that can be chosen, as it is shown, and how old a person must be for it."""

    words: str
    min_age: Period | None


@dataclass(frozen=True, slots=True)
class Content:
    """Everything. `workbook` is what it is called by, `seal` the lines that prove it, `seal_name`
    a short form to compare on paper: empty until it is sealed. `day` is filled in already, `began`
    is the first that can be right. `left_out` counts people who were due and did not fit."""

    language: str
    team: str
    session: str
    place: str
    day: date
    began: date
    written: datetime
    people: tuple[PersonLine, ...]
    blanks: tuple[BlankLine, ...]
    lots: tuple[LotChoice, ...]
    staff: tuple[str, ...]
    workbook: str = ""
    seal: tuple[str, ...] = ()
    seal_name: str = ""
    left_out: int = 0


def with_seal(
    content: Content, workbook: str, codes: Sequence[str], seal: Sequence[str], seal_name: str
) -> Content:
    """The same once its frame is signed: every row has its code, those of people come first."""
    here = len(content.people)
    people = zip(content.people, codes[:here], strict=True)
    blanks = zip(content.blanks, codes[here:], strict=True)
    return replace(
        content,
        workbook=workbook,
        people=tuple(replace(one, code=code) for one, code in people),
        blanks=tuple(replace(one, code=code) for one, code in blanks),
        seal=tuple(seal),
        seal_name=seal_name,
    )
