"""What rosters tell laptops of decisions: a stable code by record, which they put into words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fieldapp.hub.cases.decisions import Decision
from fieldapp.hub.cases.kinds import Way
from fieldapp.wire.roster_people import ACCEPTED, REPEAT

CODES: Mapping[Way, str] = {
    Way.ONE_DOSE: "decided-one-dose",
    Way.TWO_DOSES: "decided-two-doses",
    Way.ONE_PERSON: "decided-one-person",
    Way.TWO_PEOPLE: "decided-two-people",
    Way.ACCEPTED: ACCEPTED,
    Way.REPEAT: REPEAT,
}


def told_of(decided: Iterable[Decision]) -> dict[bytes, str]:
    """The code of each record about which something was decided; what was decided last, last."""
    found: dict[bytes, str] = {}
    for one in sorted(decided, key=lambda decision: decision.no):
        code = CODES.get(one.way)
        found |= {id_: code for id_ in (one.one, one.other) if code and id_}
    return found
