"""The records of a case line by line, side by side; a line says whether they differ in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from fieldapp.domain.client import ClientDetails
from fieldapp.hub.cases.sides import Side
from fieldapp.hub.web.catalogue import area_name, name_of, product_name
from fieldapp.hub.web.overview_pages import STATE_WORDS
from fieldapp.hub.web.people import masked
from fieldapp.hub.web.record_words import (
    PAPERS,
    SEX_WORDS,
    SOURCES,
    contest_words,
    when_words,
)
from fieldapp.hub.web.times import Place
from fieldapp.hub.web.words import Said, said
from fieldapp.wire.dates import from_day
from fieldapp.wire.facts import DoseNotGiven, DoseRecorded

NOTHING = "–"
Text = str | Said


@dataclass(frozen=True, slots=True)
class Line:
    """What each record says of one thing, one text or several."""

    label: Said
    cells: tuple[tuple[Text, ...], ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together."""

    title: Said
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """Where lines are read: times of a place, words of a language, names of teams."""

    place: Place
    language: str
    teams: Mapping[int, str]


_Read = Callable[[Side, Reader], Iterable[Text]]


def groups_of(sides: Sequence[Side], reader: Reader) -> list[Group]:
    """Everything that the records say; lines of which none says anything are left out."""
    asked = [(said("Person"), _PERSON), (said("Record"), _RECORD)]
    if any(side.is_dose for side in sides):
        asked.insert(1, (said("Dose"), _DOSE))
    made = [
        Group(title, tuple(line for one in reads if (line := _line(sides, reader, *one))))
        for title, reads in asked
    ]
    return [group for group in made if group.lines]


def _line(
    sides: Sequence[Side], reader: Reader, label: Said, read: _Read, compared: bool
) -> Line | None:
    cells = tuple(tuple(text for text in read(side, reader) if text) for side in sides)
    if not any(cells):
        return None
    return Line(label, cells, compared and any(cell != cells[0] for cell in cells))


def _of_person(read: Callable[[ClientDetails, Reader], Iterable[Text]]) -> _Read:
    return lambda side, reader: read(side.details, reader) if side.details else ()


def _papers(details: ClientDetails, _reader: Reader) -> Iterable[Text]:
    for paper in details.documents:
        kind = PAPERS.get(paper.kind, Said("{code}", {"code": paper.kind}))
        yield Said("{kind} {number}", {"kind": kind, "number": masked(paper.number)})


def _sex(details: ClientDetails, _reader: Reader) -> Iterable[Text]:
    if details.sex:
        yield SEX_WORDS.get(details.sex.value, details.sex.value)


def _area(details: ClientDetails, reader: Reader) -> Iterable[Text]:
    if details.home_area:
        yield area_name(details.home_area, reader.language)


def _group(details: ClientDetails, reader: Reader) -> Iterable[Text]:
    if details.key_group:
        yield name_of("group", details.key_group, reader.language)


def _doses(side: Side, reader: Reader) -> Iterable[Text]:
    for occurred_min, vaccine in side.doses:
        yield f"{when_words(occurred_min, reader.place)} {product_name(vaccine)}"


def _of_dose(
    read: Callable[[DoseRecorded | DoseNotGiven, Reader], Iterable[Text | None]],
) -> _Read:
    def texts(side: Side, reader: Reader) -> Iterable[Text]:
        return [one for one in (read(side.dose, reader) if side.dose else ()) if one]

    return texts


def _vaccine(dose: DoseRecorded | DoseNotGiven, _reader: Reader) -> Iterable[Text | None]:
    yield product_name(dose.vaccine) if dose.vaccine else None
    if isinstance(dose, DoseNotGiven):
        yield said("not given")


def _expiry(dose: DoseRecorded | DoseNotGiven, reader: Reader) -> Iterable[Text | None]:
    try:
        day = from_day(getattr(dose, "expiry_day", None))
    except (OverflowError, ValueError):
        day = None
    yield reader.place.day(day) if day else None


def _when(dose: DoseRecorded | DoseNotGiven, reader: Reader) -> Iterable[Text | None]:
    try:
        yield when_words(dose.occurred_min, reader.place)
    except (OverflowError, ValueError):
        yield said("not known")


def _team(side: Side, reader: Reader) -> Iterable[Text]:
    yield reader.teams.get(side.device) or said("laptop {no}", no=side.device)
    yield said("record {seq}", seq=side.seq)


def _state(side: Side, _reader: Reader) -> Iterable[Text]:
    if side.state:
        yield STATE_WORDS[side.state]
    if side.contest:
        yield contest_words(side.contest)
    for reason in side.struck:
        yield said("struck through: {reason}", reason=reason)


_PERSON: tuple[tuple[Said, _Read, bool], ...] = (
    (said("Name"), _of_person(lambda d, _: [d.name]), True),
    (said("Born"), _of_person(lambda d, r: [r.place.birth(d.born)]), True),
    (said("Sex"), _of_person(_sex), True),
    (said("Documents"), _of_person(_papers), True),
    (said("Telephone"), _of_person(lambda d, _: [d.phone or ""]), True),
    (said("Home area"), _of_person(_area), True),
    (said("Key group"), _of_person(_group), True),
    (said("Doses"), _doses, True),
)
_DOSE: tuple[tuple[Said, _Read, bool], ...] = (
    (said("Vaccine"), _of_dose(_vaccine), True),
    (said("Lot"), _of_dose(lambda d, _: [getattr(d, "lot", None)]), True),
    (said("Expiry"), _of_dose(_expiry), True),
    (said("Given"), _of_dose(_when), True),
    (said("Given by"), _of_dose(lambda d, _: [d.vaccinator]), True),
    (said("Session"), _of_dose(lambda d, _: [d.session]), True),
    (said("Source"), _of_dose(lambda d, _: [SOURCES.get(d.source)]), True),
    (said("Note"), _of_dose(lambda d, _: [d.note]), True),
)
_RECORD: tuple[tuple[Said, _Read, bool], ...] = (
    (said("Team"), lambda s, r: list(_team(s, r))[:1], True),
    (said("Recorded by"), lambda s, _: [s.recorded_by], True),
    (said("Recorded at"), lambda s, r: [r.place.moment(s.recorded_s)], False),
    (said("Came here"), lambda s, r: [r.place.moment(s.received_s)], False),
    (said("Number"), lambda s, r: list(_team(s, r))[1:], False),
    (said("State"), _state, False),
)
