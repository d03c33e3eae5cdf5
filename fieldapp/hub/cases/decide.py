"""The verbs: deciding a case, and taking a decision back. What follows is carried out by the fold
(`projector.carry_out`), in the same transaction where this process folds."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from fieldapp.hub.cases import decisions
from fieldapp.hub.cases.case import Case, State, read_case
from fieldapp.hub.cases.decisions import Decision
from fieldapp.hub.cases.errors import CaseChanged, NotDecidable, ReasonMissing
from fieldapp.hub.cases.kinds import Way, ways_of

LEAST_REASON, MOST_REASON = 3, 500


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody decides, and why; `seen` are the facts that they were shown."""

    way: Way
    reason: str
    login: str
    seen: bytes
    keep: bytes | None = None


def decide(connection: Connection, case_id: bytes, judged: Judgement, now_s: int) -> Case:
    """Decide a case, in a transaction that folds alone. Raises CaseChanged, NotDecidable,
    ReasonMissing."""
    case = _as_seen(connection, case_id, judged.seen)
    if case.state is State.GONE:
        raise CaseChanged
    keeps = judged.keep in (case.one, case.other) and judged.keep is not None
    if judged.way not in ways_of(case.kind, case.code) or keeps != (judged.way is Way.ONE_DOSE):
        raise NotDecidable
    _add(connection, case, judged, now_s)
    return case


def undo(connection: Connection, case_id: bytes, judged: Judgement, now_s: int) -> Case:
    """Take back what was decided. Raises CaseChanged, NotDecidable, ReasonMissing."""
    case = _as_seen(connection, case_id, judged.seen)
    if case.newest is None or judged.way is not Way.UNDONE:
        raise NotDecidable
    _add(connection, case, judged, now_s)
    return case


def _as_seen(connection: Connection, case_id: bytes, seen: bytes) -> Case:
    case = read_case(connection, case_id)
    if case is None or seen_of(case) != seen:
        raise CaseChanged
    return case


def seen_of(case: Case) -> bytes:
    """What tells whether a case is still as it was shown: its facts, and the last decision."""
    last = case.made[0].no if case.made else 0
    return case.facts + last.to_bytes(8, "big")


def _add(connection: Connection, case: Case, judged: Judgement, now_s: int) -> None:
    reason = " ".join(judged.reason.replace("\0", " ").split())[:MOST_REASON]
    if len(reason) < LEAST_REASON:
        raise ReasonMissing
    decision = Decision(
        case.id, case.kind, case.one, case.other, case.code, case.device, case.other_device,
        case.since_s, case.facts, judged.way, judged.keep, reason, judged.login, now_s,
    )  # fmt: skip
    decisions.add(connection, decision)
