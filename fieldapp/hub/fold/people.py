"""Which registrations are one person, and where that is contested until somebody decides.

- A decision of a person counts first: linked is one person, unlinked is two.
- Otherwise the same document under names that agree is one person.
- The same document under another name is a contest: nothing is merged, everybody concerned is
  marked, until the two are linked, unlinked or amended.
- Decisions of several devices that disagree keep the two apart, contested.
- A decision at the hub (`cases`) overrules those of devices, and tells two people apart with all
  that is written down of each.

The answer depends on the set of events and decisions alone, never on the order in which they came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Any

from sqlalchemy import Connection

from fieldapp.hub import schema
from fieldapp.hub.cases import decisions, found
from fieldapp.hub.cases.found import Found
from fieldapp.hub.cases.kinds import Kind, Way, facts_of
from fieldapp.hub.fold.order import epoch_ranks, standing
from fieldapp.hub.fold.rows import rows_about, rows_in, update_rows

_client, _document, _decision = schema.client.c, schema.document.c, schema.decision.c
SAME_DOCUMENT = "same-document-other-name"
DECISIONS_DIFFER = "decisions-differ"
AMENDMENTS_DIFFER = "amendments-differ"
_MOST_POSED = 200
"""Cases about one circle of people at a time; more come when these are decided."""

Pair = tuple[bytes, bytes]
"""Two registrations, the smaller id first."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Somebody's word on two registrations."""

    one: bytes
    other: bytes
    same: bool
    device: int
    epoch: bytes
    seq: int


@dataclass
class Circle:
    """Registrations that documents or decisions connect, and what connects them."""

    names: dict[bytes, str]
    papers: dict[tuple[str, str], list[bytes]]
    rows: dict[bytes, Any] = field(default_factory=dict)
    linked: set[Pair] = field(default_factory=set)
    apart: set[Pair] = field(default_factory=set)
    disputed: set[Pair] = field(default_factory=set)
    two_people: set[Pair] = field(default_factory=set)
    reopened: list[Found] = field(default_factory=list)


_SAID = [_decision[name] for name in Decision.__slots__]


def settle_people(connection: Connection, ids: Iterable[bytes]) -> set[bytes]:
    """Decide anew who is who around these registrations; returns everybody looked at."""
    everybody = reached(connection, ids)
    circle = _load(connection, everybody)
    persons = _persons(circle)
    contests, posed = _contests(circle, persons)
    _store(connection, everybody, persons, contests)
    cases = [_case(circle, pair, code) for pair, code in posed.items()]
    found.keep(connection, Kind.IDENTITY, everybody, [*cases, *circle.reopened])
    return everybody


def reached(connection: Connection, start: Iterable[bytes]) -> set[bytes]:
    """Everybody connected, by any document ever named and any decision ever made."""
    known, fresh = set(start), set(start)
    while fresh:
        papers = rows_in(connection, [_document.kind, _document.number], _document.client, fresh)
        by_number = rows_in(
            connection,
            [_document.kind, _document.number, _document.client],
            _document.number,
            {number for _, number in papers},
        )
        named = {(kind, number) for kind, number in papers}
        near = {client for kind, number, client in by_number if (kind, number) in named}
        for decision in _decisions_about(connection, fresh):
            near |= {decision.one, decision.other}
        for overruled in decisions.about(connection, Kind.IDENTITY, fresh):
            near |= {overruled.one, overruled.other or overruled.one}
        fresh = near - known
        known |= fresh
    return known


def _decisions_about(connection: Connection, ids: Iterable[bytes]) -> Iterator[Decision]:
    for row in rows_about(connection, _SAID, (_decision.one, _decision.other), ids):
        yield Decision(*row)


def _load(connection: Connection, ids: set[bytes]) -> Circle:
    columns = [_client.id, _client.name_key, _client.counts, _client.device, _client.received_s]
    rows = {row.id: row for row in rows_in(connection, columns, _client.id, ids) if row.counts}
    names = {id_: row.name_key for id_, row in rows.items()}
    papers: dict[tuple[str, str], list[bytes]] = defaultdict(list)
    claims = rows_in(
        connection,
        [_document.kind, _document.number, _document.client, _document.current],
        _document.client,
        names,
    )
    for kind, number, client, current in claims:
        if current:
            papers[kind, number].append(client)
    circle = Circle(names, dict(papers), rows)
    _weigh(connection, circle, set(_decisions_about(connection, ids)))
    _overrule(circle, decisions.about(connection, Kind.IDENTITY, ids))
    return circle


def _weigh(connection: Connection, circle: Circle, decisions: set[Decision]) -> None:
    rank = epoch_ranks(connection, {decision.device for decision in decisions})
    by_pair: dict[Pair, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_pair[decision.one, decision.other].append(decision)
    for pair, made in by_pair.items():
        words = {decision.same for decision in standing(made, rank)}
        if words == {True}:
            circle.linked.add(pair)
        else:
            circle.apart.add(pair)
        if len(words) > 1:
            circle.disputed.add(pair)


def _overrule(circle: Circle, decided: Iterable[decisions.Decision]) -> None:
    """Let what was decided at the hub stand above what devices decided."""
    for decision in decided:
        pair = decision.one, decision.other or b""
        if not circle.rows.keys() >= set(pair):
            continue  # of somebody who is gone, or put aside, there is nothing to say
        case = _case(circle, pair, decision.code)
        if case.facts != decision.facts:
            circle.reopened.append(replace(case, reopened=True))
        same = decision.way is Way.ONE_PERSON
        (circle.linked if same else circle.two_people).add(pair)
        (circle.apart if same else circle.linked).discard(pair)
        circle.disputed.discard(pair)
    circle.apart |= circle.two_people


def _case(circle: Circle, pair: Pair, code: str) -> Found:
    """Whether these two are one person, as a case. Asked before anything of them is overruled, or
    where nothing is."""
    one, other = (circle.rows[id_] for id_ in pair)
    since_s = max(one.received_s, other.received_s)
    return Found(
        Kind.IDENTITY, one.id, other.id, code, one.device, other.device, since_s,
        _facts(circle, pair),
    )  # fmt: skip


def _facts(circle: Circle, pair: Pair) -> bytes:
    """What a decision on two registrations rests on: names, papers, and what teams said."""
    told = [
        [circle.names[id_], sorted([*paper] for paper, of in circle.papers.items() if id_ in of)]
        for id_ in pair
    ]
    said = [pair in decided for decided in (circle.linked, circle.apart, circle.disputed)]
    return facts_of(*told, said)


def _persons(circle: Circle) -> dict[bytes, bytes]:
    """By registration, the smallest id of its person."""
    leader = {id_: id_ for id_ in circle.names}

    def find(id_: bytes) -> bytes:
        while leader[id_] != id_:
            leader[id_] = leader[leader[id_]]
            id_ = leader[id_]
        return id_

    for one, other in _one_person(circle):
        a, b = sorted((find(one), find(other)))
        leader[b] = a
    return {id_: find(id_) for id_ in circle.names}


def _one_person(circle: Circle) -> Iterator[Pair]:
    for one, other in circle.linked:
        if one in circle.names and other in circle.names:
            yield one, other
    for owners in circle.papers.values():
        by_name: dict[str, list[bytes]] = defaultdict(list)
        for owner in sorted(owners):
            by_name[circle.names[owner]].append(owner)
        for namesakes in by_name.values():
            yield from (pair for pair in _pairs(namesakes, circle) if pair not in circle.apart)


def _pairs(ids: list[bytes], circle: Circle) -> Iterator[Pair]:
    """Enough pairs to connect them all; every pair where some were told apart."""
    if circle.apart:
        return combinations(ids, 2)
    return iter([(ids[0], other) for other in ids[1:]])


def _contests(
    circle: Circle, persons: dict[bytes, bytes]
) -> tuple[dict[bytes, str], dict[Pair, str]]:
    """By person why its identity is contested; by two registrations the case that this makes."""
    contests: dict[bytes, str] = {}
    posed: dict[Pair, str] = {}
    for pair in sorted(circle.disputed):
        contests |= {persons[id_]: DECISIONS_DIFFER for id_ in pair if id_ in persons}
        if circle.rows.keys() >= set(pair):
            posed[pair] = DECISIONS_DIFFER
    told_apart = {_people(persons, pair) for pair in circle.two_people}
    for owners in circle.papers.values():
        if len({persons[owner] for owner in owners}) < 2:
            continue
        for pair in combinations(sorted(owners), 2):
            people = _people(persons, pair)
            if people[0] != people[1] and pair not in circle.apart and people not in told_apart:
                contests |= dict.fromkeys(people, SAME_DOCUMENT)
                if len(posed) < _MOST_POSED:
                    posed.setdefault(people, SAME_DOCUMENT)
    return contests, posed


def _people(persons: dict[bytes, bytes], pair: Pair) -> Pair:
    one, other = sorted(persons[id_] for id_ in pair)
    return one, other


def _store(
    connection: Connection,
    ids: set[bytes],
    persons: dict[bytes, bytes],
    contests: dict[bytes, str],
) -> None:
    changed: list[dict[str, object]] = []
    columns = [_client.id, _client.person, _client.contest, _client.amended_apart]
    for id_, old_person, old_contest, amended_apart in rows_in(
        connection, columns, _client.id, ids
    ):
        person = persons.get(id_, id_)
        contest = contests.get(person) or (AMENDMENTS_DIFFER if amended_apart else None)
        if (person, contest) != (old_person, old_contest):
            changed.append({"id": id_, "person": person, "contest": contest})
    update_rows(connection, schema.client, changed)
