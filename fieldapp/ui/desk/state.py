"""What the desk shows, as plain values in words. Made by the flow, drawn by the pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How safe a record is: an open ring, a half ring, a full dot; or struck through."""

    HERE = "here"
    SECOND_COPY = "second-copy"
    CONFIRMED = "confirmed"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class HistoryItem:
    """One point of a person's timeline. `due` is the open circle of the next dose; `grave`: a
    severe or serious reaction followed it."""

    words: str
    struck: bool = False
    due: bool = False
    grave: bool = False


@dataclass(frozen=True, slots=True)
class PersonState:
    """Who is at the desk. `facts` are (word, value) pairs; `notice`: what the hub found."""

    name: str
    facts: tuple[tuple[str, str], ...]
    known: str
    history: tuple[HistoryItem, ...]
    tag: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True)
class VerdictState:
    """The answer: tone ok, wait, stop or info, its icon, and three lines of words."""

    tone: str
    icon: str
    title: str
    reason: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class QuestionState:
    """A screening question; `answer` None means not asked yet."""

    id: str
    text: str
    answer: bool | None = None


@dataclass(frozen=True, slots=True)
class VialState:
    """The vial in use, in words; `product` empty when none is. `fee`: what a dose from it costs."""

    product: str = ""
    lot: str = ""
    note: str = ""
    site: str = ""
    fee: str = ""
    fee_tone: str = ""


@dataclass(frozen=True, slots=True)
class TodayItem:
    """One line of *Today*."""

    event_id: bytes
    time: str
    name: str
    detail: str
    mark: Mark
    can_undo: bool = False


@dataclass(frozen=True, slots=True)
class TodayState:
    """The right column; `by_hour` is (hour, doses) of the hours from first to last."""

    doses: int = 0
    items: tuple[TodayItem, ...] = ()
    by_hour: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PersonPageState:
    """Everything about the person at the desk. `record` is what the record button says."""

    person: PersonState
    verdict: VerdictState
    questions: tuple[QuestionState, ...]
    vial: VialState
    record: str
    may_record: bool
    may_override: bool = True
    may_write_late: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Somebody who may be meant; `why` they may be the same, where that is asked."""

    client_id: bytes
    name: str
    detail: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class RegisterState:
    """What is known of somebody new before anything is typed; the lists hold (id, words).

    `citizen` says that the document is a resident ID: then nobody is asked for a nationality.
    """

    name: str = ""
    birth_date: str = ""
    sex: str = ""
    home_area: str = ""
    document: str = ""
    phone: str = ""
    from_document: bool = False
    citizen: bool = False
    nationality: str = ""
    nationalities: tuple[tuple[str, str], ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    language: str = ""
    lookalikes: tuple[Hit, ...] = ()
    key_group: str = ""
    social_security: bool | None = None


@dataclass(frozen=True, slots=True)
class RegisterForm:
    """What was typed."""

    name: str
    birth_date: str
    sex: str
    home_area: str
    phone: str
    key_group: str
    language: str
    consent: bool | None
    circumstances: str
    nationality: str = ""
    social_security: bool | None = None


@dataclass(frozen=True, slots=True)
class CardState:
    """Why nothing was taken from a card, and the lines of what it claims, where that helps."""

    verdict: VerdictState
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReasonState:
    """A reason to choose by number: what for, and (code, words) pairs."""

    title: str
    reasons: tuple[tuple[str, str], ...]
    confirm: str
    free_text: bool = False
