"""The people of some lines, for whoever calls them: how to reach them, what calls came to.

Only for those who may see names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection

from fieldapp.domain.call import CallRules, Wishes, plan
from fieldapp.hub.due.reading import Line
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.messages.people import Somebody, read_people
from fieldapp.hub.messages.tables import message
from fieldapp.hub.messages.wishes import wanting_no_calls
from fieldapp.reports.due import NONE_SENT, DueLine

_message = message.c
_COLUMNS = [
    _message.no, _message.person, _message.course, _message.dose, _message.kind, _message.state,
    _message.sent_s, _message.queued_s,
]  # fmt: skip
_Sent = dict[tuple[bytes, str, int], Any]


def due_lines(
    connection: Connection,
    lines: Sequence[Line],
    rules: CallRules,
    regions: Mapping[int, str],
    today: date,
    now_s: int,
) -> list[DueLine]:
    """In the same order; whoever is gone meanwhile is left out."""
    people = {one.person: one for one in read_people(connection, {line.person for line in lines})}
    person_of = {id_: one.person for one in people.values() for id_ in one.registrations}
    no_calls = wanting_no_calls(connection, person_of)
    sent = _newest_messages(connection, person_of)
    return [
        _told(
            line,
            people[line.person],
            line.person not in no_calls,
            sent,
            rules,
            regions,
            today,
            now_s,
        )
        for line in lines
        if line.person in people
    ]


def _newest_messages(connection: Connection, person_of: Mapping[bytes, bytes]) -> _Sent:
    found: _Sent = {}
    for row in sorted(
        rows_in(connection, _COLUMNS, _message.person, person_of), key=lambda r: r.no
    ):
        found[person_of[row.person], row.course, row.dose] = row
    return found


def _told(
    line: Line,
    somebody: Somebody,
    wants_calls: bool,
    sent: _Sent,
    rules: CallRules,
    regions: Mapping[int, str],
    today: date,
    now_s: int,
) -> DueLine:
    wishes = Wishes(calls=wants_calls, messages=somebody.wants_messages)
    found = plan(somebody.calls, wishes, somebody.phone, dose=line.dose, today=today, rules=rules)
    last = next((one for one in reversed(somebody.calls) if one.dose == line.dose), None)
    told = sent.get((line.person, line.course, line.dose or 0))
    return DueLine(
        client_id=line.person,
        name=somebody.details.name,
        birth_date=somebody.details.birth_date,
        phone=somebody.phone,
        language=somebody.language,
        area=somebody.details.home_area,
        place=regions.get(line.device, ""),
        vaccine=line.vaccine,
        dose=line.dose,
        last_dose=line.last,
        due=line.due,
        latest=line.latest,
        state=line.state,
        call_state=found.step.value,
        tries=found.tries,
        next_try=found.day,
        promised=line.promised,
        last_outcome=last.outcome if last else None,
        last_call=last.made_at if last else None,
        last_caller=last.made_by if last else None,
        wants_calls=wants_calls,
        wants_messages=somebody.wants_messages,
        message=told.state if told is not None else NONE_SENT,
        message_kind=told.kind if told is not None else None,
        message_day=_day(told),
        messages_as_of=datetime.fromtimestamp(now_s, UTC),
    )


def _day(told: Any) -> date | None:
    if told is None:
        return None
    return datetime.fromtimestamp(told.sent_s or told.queued_s, UTC).date()
