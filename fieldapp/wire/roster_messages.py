"""What was sent to people of a region, in columns that stand beside those of `roster_people`.

    [said, kinds, days, courses, doses, texts]
    said  = one byte a person: how many messages, and 128 more where they want none
    kinds = one byte a message: what it was for, and 16 times what became of it

No number and no text of a message travels. A message of a kind or fate that is not known here is
left out: a later hub may have more of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fieldapp.domain.message import Fate, Kind
from fieldapp.wire import cbor, planes
from fieldapp.wire.codes import (
    MESSAGE_FATE_NAMES,
    MESSAGE_FATES,
    MESSAGE_KIND_NAMES,
    MESSAGE_KINDS,
)
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.fields import Fields

MOST_MESSAGES = 4
"""The newest of a person, as far as a roster tells of them."""
MOST_BYTES = 256 * 1024
_NONE_WANTED, _MOST_DOSE = 128, 255
_MOST_TEXTS, _MOST_TEXT = 1000, 200
_WHAT = "roster messages"


@dataclass(frozen=True, slots=True)
class RosterMessage:
    """One message about one dose of a course. `day` counts from 1970."""

    course: str
    dose: int
    kind: Kind
    day: int
    fate: Fate


@dataclass(frozen=True, slots=True)
class RosterMessages:
    """What was sent to somebody, oldest first, and whether they asked for no messages."""

    sent: tuple[RosterMessage, ...] = ()
    none_wanted: bool = False


NO_MESSAGES = RosterMessages()


def write_messages(people: Sequence[RosterMessages]) -> bytes:
    """The columns, as CBOR; `people` in the order of the roster's own columns."""
    listed = [one.sent[-MOST_MESSAGES:] for one in people]
    sent = [message for messages in listed for message in messages]
    texts = sorted({message.course for message in sent})
    index = {text: at for at, text in enumerate(texts)}
    columns = [
        bytes(
            len(messages) + _NONE_WANTED * one.none_wanted
            for one, messages in zip(people, listed, strict=True)
        ),
        bytes(MESSAGE_KINDS[one.kind] + 16 * MESSAGE_FATES[one.fate] for one in sent),
        planes.write_16([min(max(one.day, 0), planes.MOST) for one in sent]),
        planes.write_16([index[one.course] for one in sent]),
        bytes(min(max(one.dose, 0), _MOST_DOSE) for one in sent),
        texts,
    ]
    return cbor.dumps(columns)


def read_messages(data: bytes, people: int) -> list[RosterMessages]:
    """The inverse, for so many people. Raises Undecodable."""
    fields = Fields(cbor.loads(data, max_bytes=MOST_BYTES), _WHAT, 6)
    said = planes.read_8(fields.bytes(), people, _WHAT)
    sent = _read_sent(fields, sum(one % _NONE_WANTED for one in said))
    listed, at = [], 0
    for one in said:
        count = one % _NONE_WANTED
        known = tuple(message for message in sent[at : at + count] if message is not None)
        listed.append(RosterMessages(known, one >= _NONE_WANTED))
        at += count
    return listed


def _read_sent(fields: Fields, count: int) -> list[RosterMessage | None]:
    kinds = planes.read_8(fields.bytes(), count, _WHAT)
    days = planes.read_16(fields.bytes(), count, _WHAT)
    courses = planes.read_16(fields.bytes(), count, _WHAT)
    doses = planes.read_8(fields.bytes(), count, _WHAT)
    texts = fields.all(_one_text, _MOST_TEXTS)
    if any(course >= len(texts) for course in courses):
        raise Undecodable(what=_WHAT, why="a text is missing")
    return [
        _message(texts[course], dose, kind, day)
        for course, dose, kind, day in zip(courses, doses, kinds, days, strict=True)
    ]


def _message(course: str, dose: int, kind: int, day: int) -> RosterMessage | None:
    purpose, fate = MESSAGE_KIND_NAMES.get(kind % 16), MESSAGE_FATE_NAMES.get(kind // 16)
    if purpose is None or fate is None:
        return None
    return RosterMessage(course, dose, purpose, day, fate)


def _one_text(item: object) -> str:
    return Fields([item], _WHAT, 1).text(_MOST_TEXT)
