"""People of a region and their doses, in columns: what a desk needs to find, judge and link them.

A person carries no document, only keyed hashes of its documents (6 bytes of HMAC-SHA256 under the
region's key): a scan finds them, and a list of documents cannot be read back without trying all.
Of the phone the last four digits: what people say aloud, and enough to tell namesakes apart. The
name is whole, because a desk must be able to ask for it; address, group and notes stay at the hub.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass

from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import Document, Sex
from fieldapp.wire import cbor, planes
from fieldapp.wire.chain import REF_BYTES
from fieldapp.wire.codes import PRECISION_NAMES, PRECISIONS, SEX_NAMES, SEXES
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.fields import Fields
from fieldapp.wire.roster_messages import NO_MESSAGES, RosterMessages

HASH_BYTES = 6
MOST_PEOPLE = 2000
MOST_BYTES = 4 * 1024 * 1024
_BIRTH_ZERO = 40_000  # days: births from 1860 to 2039
_MOST_TEXTS = 20_000
_MOST_TEXT = 200
_WHAT = "roster"
ACCEPTED, REPEAT = "decided-accepted", "decided-repeat"
"""The marks of doses of which a supervisor decided whether they count."""


@dataclass(frozen=True, slots=True)
class RosterDose:
    """One dose given. `day` counts from 1970; `device` recorded it, `team` is that laptop's name.

    `source` as in DoseRecorded; `mark` is a stable code of what the hub found about it, or "".
    """

    vaccine: str
    lot: str
    day: int
    device: int
    team: str
    source: int = 0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class RosterPerson:
    """`ref` begins the id of the person's first registration; `also` of all others. `contest` is
    the hub's code of why the identity is contested, or "". `messages` travel in columns of their
    own (`wire.roster_messages`)."""

    ref: bytes
    name: str
    birth_day: int | None = None
    sex: Sex | None = None
    phone_tail: str = ""
    papers: tuple[bytes, ...] = ()
    also: tuple[bytes, ...] = ()
    contest: str = ""
    doses: tuple[RosterDose, ...] = ()
    birth_known_to: Precision = Precision.DAY
    messages: RosterMessages = NO_MESSAGES


def paper_hash(key: bytes, document: Document) -> bytes:
    """What stands for a document in a roster under this region key."""
    said = f"VX1 paper\x00{document.kind}\x00{document.number}".encode()
    return hmac.digest(key, said, hashlib.sha256)[:HASH_BYTES]


def write_people(people: Sequence[RosterPerson]) -> bytes:
    """The columns, as CBOR; what was sent is not among them."""
    doses = [dose for person in people for dose in person.doses]
    texts, index = _dictionary(people, doses)
    columns = [
        len(people),
        b"".join(person.ref for person in people),
        "\n".join(_one_line(person.name) for person in people),
        planes.write_16([_birth(person.birth_day) for person in people]),
        bytes(_sex_and_precision(person) for person in people),
        planes.write_16([_tail(person.phone_tail) for person in people]),
        bytes(len(person.papers) for person in people),
        b"".join(paper for person in people for paper in person.papers),
        bytes(len(person.also) for person in people),
        b"".join(ref for person in people for ref in person.also),
        planes.write_16([index[person.contest] for person in people]),
        bytes(len(person.doses) for person in people),
        planes.write_16([min(max(dose.day, 0), planes.MOST) for dose in doses]),
        planes.write_16([index[dose.vaccine] for dose in doses]),
        planes.write_16([index[dose.lot] for dose in doses]),
        [dose.device for dose in doses],
        planes.write_16([index[dose.team] for dose in doses]),
        bytes(dose.source for dose in doses),
        planes.write_16([index[dose.mark] for dose in doses]),
        texts,
    ]
    return cbor.dumps(columns)


def read_people(data: bytes) -> list[RosterPerson]:
    """The inverse. Raises Undecodable."""
    fields = Fields(cbor.loads(data, max_bytes=MOST_BYTES), _WHAT, 20)
    count = fields.number(most=MOST_PEOPLE)
    refs = planes.cut(fields.bytes(), REF_BYTES, count, _WHAT)
    names = fields.text(count * (_MOST_TEXT + 1)).split("\n")[: count or 0]
    births = planes.read_16(fields.bytes(), count, _WHAT)
    sexes = planes.read_8(fields.bytes(), count, _WHAT)
    tails = planes.read_16(fields.bytes(), count, _WHAT)
    papers = _lists(fields.bytes(), fields.bytes(), HASH_BYTES, count)
    also = _lists(fields.bytes(), fields.bytes(), REF_BYTES, count)
    contests = planes.read_16(fields.bytes(), count, _WHAT)
    dose_counts = planes.read_8(fields.bytes(), count, _WHAT)
    doses, texts = _read_doses(fields, sum(dose_counts))
    if len(names) != count:
        raise Undecodable(what=_WHAT, why="a column is not as long as the others")
    people, at = [], 0
    for n in range(count):
        person = RosterPerson(
            refs[n], names[n], _birth_day(births[n]), _sex(sexes[n] % 4), _tail_text(tails[n]),
            papers[n], also[n], _text(texts, contests[n]), doses[at : at + dose_counts[n]],
            _precision(sexes[n] // 4),
        )  # fmt: skip
        people.append(person)
        at += dose_counts[n]
    return people


def _read_doses(fields: Fields, count: int) -> tuple[tuple[RosterDose, ...], tuple[str, ...]]:
    days, vaccines, lots = (planes.read_16(fields.bytes(), count, _WHAT) for _ in range(3))
    devices = fields.all(_device, count)
    teams = planes.read_16(fields.bytes(), count, _WHAT)
    sources = planes.read_8(fields.bytes(), count, _WHAT)
    marks = planes.read_16(fields.bytes(), count, _WHAT)
    texts = fields.all(_one_text, _MOST_TEXTS)
    if len(devices) != count:
        raise Undecodable(what=_WHAT, why="a column is not as long as the others")
    doses = tuple(
        RosterDose(
            _text(texts, vaccines[n]), _text(texts, lots[n]), days[n], devices[n],
            _text(texts, teams[n]), sources[n], _text(texts, marks[n]),
        )
        for n in range(count)
    )  # fmt: skip
    return doses, texts


def _dictionary(
    people: Sequence[RosterPerson], doses: Sequence[RosterDose]
) -> tuple[list[str], dict[str, int]]:
    """Every text that repeats, once; columns hold its place."""
    said = {person.contest for person in people}
    for dose in doses:
        said |= {dose.vaccine, dose.lot, dose.team, dose.mark}
    texts = sorted(said)
    return texts, {text: at for at, text in enumerate(texts)}


def _lists(counts: bytes, data: bytes, size: int, people: int) -> list[tuple[bytes, ...]]:
    lengths = planes.read_8(counts, people, _WHAT)
    flat = planes.cut(data, size, sum(lengths), _WHAT)
    listed, at = [], 0
    for length in lengths:
        listed.append(tuple(flat[at : at + length]))
        at += length
    return listed


def _one_line(name: str) -> str:
    return " ".join(name.split())[:_MOST_TEXT]


def _birth(day: int | None) -> int:
    return 0 if day is None else min(max(day + _BIRTH_ZERO, 1), planes.MOST)


def _birth_day(stored: int) -> int | None:
    return stored - _BIRTH_ZERO if stored else None


def _tail(tail: str) -> int:
    return 1 + int(tail) if len(tail) == 4 and tail.isascii() and tail.isdigit() else 0


def _tail_text(stored: int) -> str:
    return f"{stored - 1:04d}" if 0 < stored <= 10_000 else ""


def _sex_and_precision(person: RosterPerson) -> int:
    sex = 0 if person.sex is None else SEXES[person.sex]
    return sex + 4 * (PRECISIONS[person.birth_known_to] or 0)


def _precision(stored: int) -> Precision:
    if (stored or None) not in PRECISION_NAMES:
        raise Undecodable(what=_WHAT, why="no such precision of a birth date")
    return PRECISION_NAMES[stored or None]


def _sex(stored: int) -> Sex | None:
    if stored and stored not in SEX_NAMES:
        raise Undecodable(what=_WHAT, why="no such sex")
    return SEX_NAMES[stored] if stored else None


def _text(texts: Sequence[str], at: int) -> str:
    if at >= len(texts):
        raise Undecodable(what=_WHAT, why="a text is missing")
    return texts[at]


def _device(item: object) -> int:
    return Fields([item], _WHAT, 1).number()


def _one_text(item: object) -> str:
    return Fields([item], _WHAT, 1).text(_MOST_TEXT)
