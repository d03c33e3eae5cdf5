"""Takes segments into the roster, each whole or not at all; where it stopped, it goes on.

A segment that does not follow on what is here is passed over: the next request says what is here.
One that follows another past than ours tells of a hub that was put back; the region begins anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from nacl.signing import VerifyKey

from fieldapp.journal import leases
from fieldapp.journal.database import Database
from fieldapp.journal.hub_link import Enrolment, enrolment
from fieldapp.journal.journal import Journal
from fieldapp.journal.roster import people
from fieldapp.journal.roster.access import REGION, writing
from fieldapp.journal.roster.stored_doses import Words
from fieldapp.wire.errors import BadSignature, Undecodable
from fieldapp.wire.segment import (
    BEFORE_THE_FIRST,
    Content,
    Segment,
    hash_of,
    open_box,
    read_head,
    read_segment,
)


@dataclass(frozen=True, slots=True)
class RegionState:
    """How far a region is here; `no` is its number in this file. `tells`: its hub tells of
    messages."""

    no: int
    name: str
    number: int = 0
    hash: bytes = BEFORE_THE_FIRST
    as_of_s: int = 0
    whole_s: int = 0
    snapshot: int = 0
    part: int = 0
    tells: int = 0


_COLUMNS = "no, name, number, hash, as_of_s, whole_s, snapshot, part, tells"


def keep_segment(j: Journal, raw: bytes) -> int:
    """Apply one; how many people it told of. Raises WireError for what our hub did not sign, or
    what no lease opens."""
    joined = _joined(j)
    segment = read_segment(raw, VerifyKey(joined.hub_verify_key))
    db = writing(j)
    if segment.hub != joined.hub_id or db is None:
        raise Undecodable(what="segment", why="no lease opens it")
    lent = leases.key_named(j, REGION + segment.place.region)
    with db.transaction():
        state = state_of(db, segment.place.region)
        if _is_another_past(state, segment):
            begin_anew(db, state)
            return 0
        after = _after(state, segment, raw)
        if after is None:
            return 0
        content = open_box(segment, _key(db, state, segment, lent))
        _take(db, state, segment, content)
        if after.part == 0 and segment.place.parts:
            people.drop_older(db, state.no, after.number)
        _store(db, replace(after, tells=int(content.tells_messages)))
    return len(content.people)


def keep_head(j: Journal, raw: bytes) -> int:
    """Note up to when a region is whole here; 0, for nobody came."""
    joined = _joined(j)
    head = read_head(raw, VerifyKey(joined.hub_verify_key))
    db = writing(j)
    if head.hub != joined.hub_id or db is None:
        raise Undecodable(what="region head", why="no lease opens its region")
    with db.transaction():
        state = state_of(db, head.region)
        if head.number == state.number and state.part == 0:
            newest = max(state.as_of_s, head.as_of), max(state.whole_s, head.as_of)
            _store(db, replace(state, as_of_s=newest[0], whole_s=newest[1]))
        elif head.number < state.number and head.as_of > state.as_of_s:
            begin_anew(db, state)
    return 0


def regions(db: Database) -> list[RegionState]:
    """Every region of which something is here."""
    return [RegionState(*row) for row in db.rows(f"SELECT {_COLUMNS} FROM region ORDER BY name")]  # noqa: S608  fixed column names


def state_of(db: Database, region: str) -> RegionState:
    """How far a region is here; noted as empty at its first mention."""
    found = db.row(f"SELECT {_COLUMNS} FROM region WHERE name = ?", region)  # noqa: S608  fixed column names
    if found is not None:
        return RegionState(*found)
    state = RegionState(1 + db.number("SELECT max(no) FROM region"), region)
    _store(db, state)
    return state


def begin_anew(db: Database, state: RegionState) -> None:
    """Forget everybody of a region."""
    people.drop_older(db, state.no, 1 << 62)
    _store(db, RegionState(state.no, state.name))


def _joined(j: Journal) -> Enrolment:
    joined = enrolment(j)
    if joined is None:
        raise BadSignature(what="segment", who="our hub")
    return joined


def _is_another_past(state: RegionState, segment: Segment) -> bool:
    place = segment.place
    follows = place.parts == 0 and state.part == 0 and place.number == state.number + 1
    return follows and place.previous != state.hash


def _after(state: RegionState, segment: Segment, raw: bytes) -> RegionState | None:
    """Where the region stands once this is applied; None where it does not go on from here."""
    place = segment.place
    if not place.parts:
        if place.number != state.number + 1:
            return None
        line = replace(state, number=place.number, hash=hash_of(raw), as_of_s=segment.as_of)
        return replace(line, snapshot=0, part=0)
    if place.number <= state.number:
        return None
    done = state.part if state.snapshot == place.number else 0
    if place.part != done + 1:
        return None
    if place.part < place.parts:
        return replace(state, snapshot=place.number, part=place.part)
    whole = replace(state, number=place.number, hash=place.previous, as_of_s=segment.as_of)
    return replace(whole, snapshot=0, part=0)


def _key(
    db: Database, state: RegionState, segment: Segment, lent: tuple[int, bytes] | None
) -> bytes:
    """The region's key of this segment, kept beside the people whose documents it hashes."""
    if lent is not None:
        db.run("INSERT OR REPLACE INTO region_key VALUES (?, ?, ?)", state.no, *lent)
    found = db.row(
        "SELECT key FROM region_key WHERE region = ? AND id = ?", state.no, segment.key_id
    )
    if found is None:
        raise Undecodable(what="segment", why="its key is not lent")
    return bytes(found[0])


def _take(db: Database, state: RegionState, segment: Segment, content: Content) -> None:
    people.drop(db, state.no, content.gone)
    people.write(db, state.no, content.people, segment.place.number, Words(db))


def _store(db: Database, state: RegionState) -> None:
    s = state
    db.run(
        f"INSERT OR REPLACE INTO region ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608  fixed column names
        s.no, s.name, s.number, s.hash, s.as_of_s, s.whole_s, s.snapshot, s.part, s.tells,
    )  # fmt: skip


def cursors(j: Journal) -> Iterable[tuple[str, int]]:
    """What a request says of the regions that are here."""
    db = writing(j)
    for state in [] if db is None else regions(db):
        yield f"region/{state.name}", state.number
        yield f"known/{state.name}", state.whole_s
        if state.part:
            yield f"snapshot/{state.name}", state.snapshot
            yield f"part/{state.name}", state.part
