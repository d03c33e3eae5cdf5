"""People as a roster tells of them: read from the hub's tables, with the regions they belong to.

Somebody belongs to the region of every laptop that registered or dosed them, and to the region
whose name is their home area.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Connection

from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import ClientDetails, Document
from fieldapp.domain.documents.phone import tail_of
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.schedule.case import PriorDose
from fieldapp.hub import schema
from fieldapp.hub.cases import decisions
from fieldapp.hub.cases.decisions import Decision
from fieldapp.hub.cases.judged import Posed, posed_of
from fieldapp.hub.cases.telling import told_of
from fieldapp.hub.devices import Device, devices
from fieldapp.hub.fold import amendments, records
from fieldapp.hub.fold.clients import REGISTERED
from fieldapp.hub.fold.doubles import STRUCK
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.fold.shape import is_well_formed
from fieldapp.hub.regions.messages import messages_of
from fieldapp.hub.regions.subscriptions import known_regions
from fieldapp.wire.chain import REF_BYTES
from fieldapp.wire.client_codec import from_fact
from fieldapp.wire.dates import from_day, to_day
from fieldapp.wire.facts import ClientRegistered
from fieldapp.wire.roster_messages import NO_MESSAGES, RosterMessages
from fieldapp.wire.roster_people import RosterDose, RosterPerson, paper_hash

Judge: TypeAlias = Callable[[date | None, Sequence[PriorDose]], Sequence[str]]
"""What is wrong with each dose of a history, oldest first, by the programme's rules; "" if nothing.
"""
_client, _dose, _document = schema.client.c, schema.dose.c, schema.document.c
_MINUTES_A_DAY = 1440
_STANDING = ("counted", "contested")
_MOST_DOSES = 255


def no_judge(birth_date: date | None, doses: Sequence[PriorDose]) -> Sequence[str]:
    """Where no programme was given nothing is judged."""
    return [""] * len(doses)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody, whichever region is asked; `regions` are those they belong to, `posed` the cases
    that the programme makes of their doses."""

    person: bytes
    row: RosterPerson
    papers: tuple[Document, ...]
    regions: frozenset[str]
    posed: tuple[Posed, ...] = ()

    def for_region(self, key: bytes) -> RosterPerson:
        """The row under this region's key."""
        hashes = sorted({paper_hash(key, document) for document in self.papers})
        return replace(self.row, papers=tuple(hashes))


@dataclass
class _Gathered:
    """All rows of some people, by person; registrations in the order of their ids."""

    clients: dict[bytes, list[Any]] = field(default_factory=lambda: defaultdict(list))
    details: dict[bytes, ClientDetails] = field(default_factory=dict)
    papers: dict[bytes, set[Document]] = field(default_factory=lambda: defaultdict(set))
    doses: dict[bytes, list[Any]] = field(default_factory=lambda: defaultdict(list))
    messages: dict[bytes, RosterMessages] = field(default_factory=dict)
    struck: dict[bytes, list[Any]] = field(default_factory=lambda: defaultdict(list))
    decided: list[Decision] = field(default_factory=list)


def people_of(
    connection: Connection, persons: Iterable[bytes], judge: Judge = no_judge
) -> list[Known]:
    """These people, those of them who count; `persons` are smallest ids of registrations."""
    gathered = _gather(connection, set(persons))
    laptops = devices(connection)
    names = {region.casefold(): region for region in known_regions(connection)}
    return [
        _known(person, clients, gathered, laptops, names, judge)
        for person, clients in sorted(gathered.clients.items())
    ]


def _gather(connection: Connection, persons: set[bytes]) -> _Gathered:
    columns = [_client.id, _client.person, _client.device, _client.contest, _client.counts]
    gathered, person_of = _Gathered(), {}
    for row in sorted(rows_in(connection, columns, _client.person, persons)):
        if row.counts:
            gathered.clients[row.person].append(row)
            person_of[row.id] = row.person
    gathered.details = details_of(connection, person_of)
    papers = [_document.client, _document.kind, _document.number, _document.current]
    for client, kind, number, current in rows_in(connection, papers, _document.client, person_of):
        if current:
            gathered.papers[person_of[client]].add(Document(kind, number))
    wanted = [
        _dose.id, _dose.client, _dose.device, _dose.vaccine, _dose.lot, _dose.occurred_min,
        _dose.source, _dose.contest, _dose.given, _dose.state, _dose.utc_offset_min,
        _dose.received_s,
    ]  # fmt: skip
    for row in rows_in(connection, wanted, _dose.client, person_of):
        if row.given and row.state in _STANDING and row.vaccine is not None:
            gathered.doses[person_of[row.client]].append(row)
        elif row.contest == STRUCK:
            gathered.struck[person_of[row.client]].append(row)
    doses = [row.id for listed in gathered.doses.values() for row in listed]
    gathered.decided = decisions.of_records(connection, [*doses, *person_of])
    offsets = {
        person: _newest(doses).utc_offset_min or 0 for person, doses in gathered.doses.items()
    }
    gathered.messages = messages_of(connection, person_of, offsets)
    return gathered


def _newest(doses: Sequence[Any]) -> Any:
    return max(doses, key=lambda row: (row.occurred_min, row.id))


def details_of(connection: Connection, clients: Iterable[bytes]) -> dict[bytes, ClientDetails]:
    """What these registrations say as amended, those of them that can be read."""
    made = amendments.load(connection, clients)
    found = {}
    for record in records.load(connection, schema.client, clients):
        if record.body is None:
            continue
        fact = records.read_fact(REGISTERED, record.version, record.body)
        if isinstance(fact, ClientRegistered):
            amended, _ = amendments.apply_to(fact, record.id, made)
            try:
                found[record.id] = from_fact(amended) if is_well_formed(amended) else None
            except (FieldAppError, OverflowError):
                continue
    return {id_: details for id_, details in found.items() if details is not None}


def _known(
    person: bytes,
    clients: Sequence[Any],
    gathered: _Gathered,
    laptops: Mapping[int, Device],
    names: Mapping[str, str],
    judge: Judge,
) -> Known:
    told = [gathered.details[row.id] for row in clients if row.id in gathered.details]
    birth = next((details for details in told if details.birth_date), None)
    born = None if birth is None else birth.birth_date
    doses = sorted(gathered.doses[person], key=lambda row: (row.occurred_min, row.id))
    doses = doses[:_MOST_DOSES]
    decided = told_of(gathered.decided)
    judged = judge(born, [_prior(row) for row in doses])
    row = RosterPerson(
        ref=person[:REF_BYTES],
        name=told[0].name if told else "",
        birth_day=to_day(born),
        sex=next((details.sex for details in told if details.sex), None),
        phone_tail=next((tail_of(details.phone) for details in told if details.phone), ""),
        also=tuple(row.id[:REF_BYTES] for row in clients if row.id != person),
        contest=next((row.contest for row in clients if row.contest), "")
        or next((decided[row.id] for row in clients if row.id in decided), ""),
        doses=tuple(
            _roster_dose(dose, laptops, dose.contest or decided.get(dose.id) or mark)
            for dose, mark in zip(doses, judged, strict=True)
        ),
        birth_known_to=Precision.DAY if birth is None else birth.birth_known_to,
        messages=gathered.messages.get(person, NO_MESSAGES),
    )
    homes = {details.home_area.casefold() for details in told if details.home_area}
    regions = {names[home] for home in homes if home in names}
    known_by = [*clients, *doses, *gathered.struck[person]]
    regions |= {laptops[row.device].region for row in known_by if row.device in laptops}
    posed = posed_of(doses, judged, gathered.decided)
    papers = tuple(gathered.papers[person])
    return Known(person, row, papers, frozenset(regions), tuple(posed))


def _prior(row: Any) -> PriorDose:
    return PriorDose(from_day(row.occurred_min // _MINUTES_A_DAY) or date.min, row.vaccine)


def _roster_dose(row: Any, laptops: Mapping[int, Device], mark: str) -> RosterDose:
    return RosterDose(
        vaccine=row.vaccine,
        lot=row.lot or "",
        day=row.occurred_min // _MINUTES_A_DAY,
        device=row.device,
        team=laptops[row.device].name if row.device in laptops else "",
        source=row.source,
        mark=mark,
    )
