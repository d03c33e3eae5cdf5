"""What an export holds and what it leaves out: recorded = exported + everything that is named.

Read from the same moment of the tables as the export itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, select

from fieldapp.hub import schema
from fieldapp.hub.exports.doses import TOLD
from fieldapp.hub.exports.people import StoredPerson
from fieldapp.hub.fold.doses import ERASED, QUARANTINED, STATES, VOIDED
from fieldapp.hub.messages import tables
from fieldapp.reports.fhir.telling import Told

_dose, _client, _event = schema.dose.c, schema.client.c, schema.event.c
_reaction = tables.reaction.c


@dataclass
class Tally:
    """What went out, counted as it went."""

    doses: dict[bool, Counter[str]] = field(
        default_factory=lambda: {True: Counter(), False: Counter()}
    )
    before: dict[bool, Counter[str]] = field(
        default_factory=lambda: {True: Counter(), False: Counter()}
    )
    people: int = 0
    replaced: int = 0
    contested_people: int = 0
    without_records: int = 0
    reports: int = 0
    withdrawn: int = 0
    reports_before: int = 0

    def count(self, person: StoredPerson, told: Told | None) -> None:
        """Count one person; `told` None: not exported, for nothing of theirs is recent enough."""
        kinds = Counter(one["resourceType"] for one in told.resources) if told else Counter()
        exported = {
            one["id"] for one in (told.resources if told else ())
            if one["resourceType"] == "Immunization"
        }  # fmt: skip
        for dose in person.doses:
            went = dose.event.event_id.hex() in exported
            (self.doses if went else self.before)[dose.given][dose.state] += 1
        withdrawn = len(told.withdrawn) if told else 0
        self.reports += kinds["AdverseEvent"]
        self.withdrawn += withdrawn
        self.reports_before += len(person.told.reactions) - kinds["AdverseEvent"] - withdrawn
        if told is None:
            self.without_records += len(person.told.registrations)
        else:
            self.people += 1
            self.replaced += len(person.told.registrations) - 1
            self.contested_people += person.told.contest is not None


def equations(connection: Connection, tally: Tally) -> dict[str, Any]:
    """Doses, *not given*, registrations and reports, each with nothing unaccounted."""
    return {
        "doses": _doses(connection, True, tally),
        "not_given": _doses(connection, False, tally),
        "registrations": _registrations(connection, tally),
        "adverse_events": _reports(connection, tally),
    }


def _doses(connection: Connection, given: bool, tally: Tally) -> dict[str, Any]:
    stored = _by_state(connection, given, of_nobody=False)
    nobody = _by_state(connection, given, of_nobody=True)
    exported, before = tally.doses[given], tally.before[given]
    left_out = {
        "quarantined": stored[QUARANTINED],
        "erased": stored[ERASED],
        "of_erased_or_quarantined_people": sum(nobody[state] for state in TOLD),
        "struck_through_unread": stored[VOIDED]
        - exported[VOIDED]
        - before[VOIDED]
        - nobody[VOIDED],
        "before_since": sum(before.values()),
    }
    recorded, went = sum(stored[state] for state in STATES), sum(exported.values())
    return {
        "recorded": recorded,
        "exported": went,
        "exported_as": {state: exported[state] for state in TOLD},
        "left_out": left_out,
        "unaccounted": recorded - went - sum(left_out.values()),
    }


def _by_state(connection: Connection, given: bool, *, of_nobody: bool) -> Counter[str]:
    """Records by state; `of_nobody`: those of registrations that do not count."""
    counts = select(_dose.state, func.count()).where(_dose.given == given).group_by(_dose.state)
    if of_nobody:
        counts = counts.join(schema.client, _client.id == _dose.client).where(
            _client.counts.is_(False)
        )
    return Counter({state: number for state, number in connection.execute(counts)})


def _registrations(connection: Connection, tally: Tally) -> dict[str, Any]:
    recorded = _number(connection, select(func.count()).select_from(schema.client))
    joined = select(func.count()).select_from(schema.client).join(
        schema.event, _event.id == _client.id
    )  # fmt: skip
    erased = _number(connection, joined.where(_event.erased, _client.counts.is_(False)))
    held = _number(connection, joined.where(_event.erased.is_(False), _client.counts.is_(False)))
    left_out = {
        "quarantined": held,
        "erased": erased,
        "without_records_since": tally.without_records,
    }
    exported = tally.people + tally.replaced
    return {
        "recorded": recorded,
        "exported": exported,
        "exported_as": {"people": tally.people, "replaced_by_another": tally.replaced},
        "people_contested": tally.contested_people,
        "left_out": left_out,
        "unaccounted": recorded - exported - sum(left_out.values()),
    }


def _reports(connection: Connection, tally: Tally) -> dict[str, Any]:
    recorded = _number(connection, select(func.count(_reaction.reaction.distinct())))
    left_out: Mapping[str, int] = {
        "withdrawn": tally.withdrawn,
        "before_since": tally.reports_before,
        "of_doses_not_exported": recorded - tally.reports - tally.withdrawn - tally.reports_before,
    }
    return {"recorded": recorded, "exported": tally.reports, "left_out": dict(left_out)}


def _number(connection: Connection, counting: Any) -> int:
    return int(connection.execute(counting).scalar_one())
