"""One case as it stands: what the records say of it, and all that was decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from fieldapp.hub.cases import decisions, found
from fieldapp.hub.cases.decisions import Decision
from fieldapp.hub.cases.found import Found
from fieldapp.hub.cases.kinds import WAITING, Kind, Way
from fieldapp.hub.cases.tables import found_case, judged_case


class State(StrEnum):
    """How far a case is. `GONE`: the records settled it, nobody else has to."""

    OPEN = "open"
    WAITING = "waiting"
    REOPENED = "reopened"
    DECIDED = "decided"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Case:
    """`made` holds every decision, the newest first; `facts` is what the next one would rest on."""

    id: bytes
    kind: Kind
    one: bytes
    other: bytes | None
    code: str
    device: int
    other_device: int | None
    since_s: int
    facts: bytes
    state: State
    made: tuple[Decision, ...]

    @property
    def newest(self) -> Decision | None:
        """What stands, unless it was taken back."""
        return self.made[0] if self.made and self.made[0].way is not Way.UNDONE else None

    @property
    def is_open(self) -> bool:
        """Whether somebody has to decide."""
        return self.state in (State.OPEN, State.WAITING, State.REOPENED)


def read_case(connection: Connection, id_: bytes) -> Case | None:
    """A case that is found, or was decided; None where there never was one."""
    posed = found.read(connection, id_, (found_case, judged_case))
    made = tuple(decisions.all_of(connection, id_))
    about: Found | Decision | None = posed or (made[0] if made else None)
    if about is None:
        return None
    state = state_of(posed is not None, made[0] if made else None)
    return Case(
        id_, about.kind, about.one, about.other, about.code, about.device, about.other_device,
        about.since_s, about.facts, state, made,
    )  # fmt: skip


def state_of(is_found: bool, newest: Decision | None) -> State:
    """How far a case is."""
    if newest is not None and newest.settles:
        return State.REOPENED if is_found else State.DECIDED
    if not is_found:
        return State.GONE
    return State.WAITING if newest is not None and newest.way in WAITING else State.OPEN
