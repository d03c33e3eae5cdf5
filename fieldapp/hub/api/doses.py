"""Dose records for programs that need no names: in the order in which the hub learned of them, so
that whoever comes back with the cursor gets what changed since, and nothing else."""

from __future__ import annotations

from fieldapp.hub.api.endpoints import JSON, Call, Endpoint, Outcome, json_response
from fieldapp.hub.api.finding import BadPlace, Kind, Wanted, find
from fieldapp.hub.api.parameters import CURSOR, BadParameter, Parameter, cursor_of, number
from fieldapp.hub.api.rows import answer_schema, objects, row_schema
from fieldapp.hub.api.scopes import Scope
from fieldapp.hub.devices import devices
from fieldapp.hub.exports.doses import StoredDose
from fieldapp.hub.exports.people import StoredPerson, these
from fieldapp.reports.doses import STATUS_WORDS
from fieldapp.reports.table import Cell

COLUMNS = (
    "event_id", "person_id", "status", "vaccine", "lot", "expiry", "given_at", "site", "source",
    "session", "state", "contest", "recorded_at", "device", "team",
)  # fmt: skip
_ROWS, _MOST = 200, 500
_CURSOR = Parameter(
    "cursor", CURSOR, "What `next` was in the answer before; left out, from the beginning."
)
_LIMIT = Parameter("limit", number(1, _MOST, _ROWS), "How many at the most.")


def doses_json(call: Call) -> Outcome:
    """The next records, as they stand now. A record that changed comes again."""
    most, after = call.given.get("limit", _ROWS), call.given.get("cursor", ())
    wanted = Wanted(by_change=True, after=after, most=most)
    with call.hub.store.reading() as connection:
        try:
            found = find(connection, Kind.IMMUNIZATION, wanted)
        except BadPlace as wrong:
            raise BadParameter("cursor", "it is that of another list") from wrong
        people = these(connection, sorted({one.person for one in found}))
        teams = {no: device.name for no, device in devices(connection).items()}
    known = {
        dose.event.event_id: _row(dose, person, teams) for person in people for dose in person.doses
    }
    rows = objects(COLUMNS, (known[one.id] for one in found if one.id in known))
    place = cursor_of(found[-1].place if found else after)
    return Outcome(json_response({"rows": rows, "next": place}), len(rows))


def _row(dose: StoredDose, person: StoredPerson, teams: dict[int, str]) -> tuple[Cell, ...]:
    event = dose.event
    return (
        event.event_id.hex(),
        person.told.client.client_id.hex(),
        STATUS_WORDS[event.status],
        event.lot.vaccine_id or None,
        event.lot.lot_number or None,
        event.lot.expiry.isoformat() if event.lot.expiry else None,
        event.occurred_at.isoformat(timespec="minutes"),
        event.site.value if event.site else None,
        event.source.name.lower().replace("_", "-"),
        event.session,
        dose.state,
        dose.contest,
        event.recorded_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        dose.device,
        teams.get(dose.device),
    )


_ANSWER = answer_schema(
    row_schema(COLUMNS, whole=("device",)),
    next={"type": "string", "description": "What `cursor` is the next time."},
)
ENDPOINTS = (
    Endpoint(
        "doses", "GET", "/api/v1/doses",
        "Dose records without names, the oldest change first; again with the cursor: what is new.",
        Scope.DOSES, doses_json, {JSON: _ANSWER}, (_CURSOR, _LIMIT), personal=True,
    ),
)  # fmt: skip
