"""What was erased at the hub, for whoever took copies: numbers alone, the oldest first. A program
that read somebody before learns here whom to forget; nothing else says that they are gone."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import and_, or_, select

from fieldapp.hub.api.endpoints import JSON, Call, Endpoint, Outcome, json_response
from fieldapp.hub.api.parameters import CURSOR, BadParameter, Parameter, cursor_of, number
from fieldapp.hub.api.rows import answer_schema, objects, row_schema
from fieldapp.hub.api.scopes import Scope
from fieldapp.hub.erasure.tables import erased_event, erasure
from fieldapp.reports.fhir.values import moment_utc

COLUMNS = ("id", "erased_at")
_ROWS, _MOST = 500, 2000
_event, _erasure = erased_event.c, erasure.c
_CURSOR = Parameter(
    "cursor", CURSOR, "What `next` was in the answer before; left out, from the beginning."
)
_LIMIT = Parameter("limit", number(1, _MOST, _ROWS), "How many at the most.")


def erased_json(call: Call) -> Outcome:
    """The next ids. An erasure has its number before anybody sees it, so none is passed over."""
    after = call.given.get("cursor", ())
    wanted = (
        select(_event.version, _event.id, _erasure.at_s)
        .join(erasure, _erasure.version == _event.version)
        .order_by(_event.version, _event.id)
        .limit(call.given.get("limit", _ROWS))
    )
    if after:
        version, id_ = _place(after)
        beyond = or_(_event.version > version, and_(_event.version == version, _event.id > id_))
        wanted = wanted.where(beyond)
    with call.hub.store.reading() as connection:
        found = connection.execute(wanted).all()
    told = [(one.id.hex(), moment_utc(datetime.fromtimestamp(one.at_s, UTC))) for one in found]
    place = cursor_of((found[-1].version, found[-1].id) if found else after)
    return Outcome(json_response({"rows": objects(COLUMNS, told), "next": place}), len(told))


def _place(after: tuple[int | bytes, ...]) -> tuple[int, bytes]:
    if len(after) == 2 and isinstance(after[0], int) and isinstance(after[1], bytes):
        return after[0], after[1]
    raise BadParameter("cursor", "it is that of another list")


_ANSWER = answer_schema(
    row_schema(COLUMNS), next={"type": "string", "description": "What `cursor` is the next time."}
)
ENDPOINTS = (
    Endpoint(
        "erased", "GET", "/api/v1/erased",
        "Ids of people, doses and reports that were erased: drop what you have of them.",
        Scope.DOSES, erased_json, {JSON: _ANSWER}, (_CURSOR, _LIMIT), personal=True,
        or_with=Scope.PEOPLE,
    ),
)  # fmt: skip
