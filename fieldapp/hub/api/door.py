"""The door of the API: whose token, what it opens, how often, and whether every parameter is one
that is declared.

Deny by default: an endpoint names the scope it needs, and what is about people stands in the audit
before the answer leaves. No token is in an address or in the log.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from sqlalchemy.exc import OperationalError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from fieldapp.hub.api import problems, tokens
from fieldapp.hub.api.endpoints import Call, Endpoint, NotNow, NotThere, Outcome
from fieldapp.hub.api.parameters import BadParameter, In, read_all
from fieldapp.hub.api.problems import Why, problem
from fieldapp.hub.api.tokens import Token
from fieldapp.hub.bodies import Bodies, Unread
from fieldapp.hub.running import AWAY_S, Hub
from fieldapp.hub.upkeep.log_lines import log_fault
from fieldapp.hub.upkeep.quota import Quota
from fieldapp.hub.web import audit

MOST_AN_HOUR = 3600
"""Requests of one token, in each process."""
MOST_FORM_BYTES = 8 * 1024
READ = "program-read"
_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
_UNREAD = {
    Unread.TOO_LARGE: problems.TOO_LARGE,
    Unread.TOO_SLOW: problems.TOO_SLOW,
    Unread.BUSY: problems.BUSY,
}
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Door:
    """One for all endpoints of a process."""

    hub: Hub
    bodies: Bodies
    quota: Quota[str] = field(default_factory=lambda: Quota(MOST_AN_HOUR))


class _Refused(Exception):
    """Somebody may not; `why` is what they are told."""

    def __init__(self, why: Why, wait_s: int = 0) -> None:
        super().__init__(why.code)
        self.why, self.wait_s = why, wait_s


def handler(door: Door, endpoint: Endpoint) -> Callable[[Request], Awaitable[Response]]:
    """What answers an endpoint's route."""

    async def handle(request: Request) -> Response:
        if not endpoint.has_form:
            return await run_in_threadpool(_answer, door, endpoint, request, b"")
        async with door.bodies.reading(request, MOST_FORM_BYTES) as body:
            if isinstance(body, Unread):
                return problem(_UNREAD[body], fhir=endpoint.is_fhir, headers=_HEADERS)
            return await run_in_threadpool(_answer, door, endpoint, request, body)

    return handle


def _answer(door: Door, endpoint: Endpoint, request: Request, body: bytes) -> Response:
    """Give every way an answer can fail its form."""
    fhir = endpoint.is_fhir
    try:
        response = _let_in(door, endpoint, request, body)
    except _Refused as no:
        response = problem(no.why, fhir=fhir, headers=_headers_of(no))
    except BadParameter as bad:
        response = problem(problems.BAD_PARAMETER, fhir=fhir, detail=bad.why, parameter=bad.name)
    except NotThere:
        response = problem(problems.NOT_FOUND, fhir=fhir)
    except NotNow:
        response = problem(problems.NO_RULES, fhir=fhir)
    except OperationalError as error:
        _LOG.error("the database did not answer a program: %s", type(error.orig).__name__)
        response = problem(problems.BUSY, fhir=fhir, headers={"Retry-After": str(AWAY_S)})
    except Exception as fault:  # noqa: BLE001  the edge of the process: nothing above us
        log_fault(_LOG, fault)
        door.hub.tally.add("faults", "api")
        response = problem(problems.FAULT, fhir=fhir)
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def _headers_of(no: _Refused) -> dict[str, str]:
    if no.why.status == problems.NO_TOKEN.status:
        return {"WWW-Authenticate": "Bearer"}
    return {"Retry-After": str(no.wait_s)} if no.wait_s else {}


def _let_in(door: Door, endpoint: Endpoint, request: Request, body: bytes) -> Response:
    now_s = door.hub.now_s()
    token = _whose(door, endpoint, request, now_s)
    call = Call(
        door.hub, _given(endpoint, request, body), now_s, str(request.base_url).rstrip("/"),
        request.url.path, tuple(request.query_params.multi_items()),
        token.name if token else "",
    )  # fmt: skip
    outcome = endpoint.answer(call)
    if token is not None:
        _note(door.hub, endpoint, token, outcome, now_s)
    return outcome.response


def _whose(door: Door, endpoint: Endpoint, request: Request, now_s: int) -> Token | None:
    """The token that lets this request in; None where none is needed."""
    if endpoint.needs is None:
        return None
    kind, _, given = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not given.startswith(tokens.BEGINS):
        raise _Refused(problems.NO_TOKEN)
    with door.hub.store.reading() as connection:
        token = tokens.find(connection, given.strip(), now_s)
    if token is None:
        raise _Refused(problems.NO_TOKEN)
    if not token.scopes.intersection(endpoint.opened_by):
        raise _Refused(problems.NO_SCOPE)
    wait_s = door.quota.wait_s(token.name, 1, now_s)
    if wait_s:
        raise _Refused(problems.TOO_MANY, wait_s)
    return token


def _given(endpoint: Endpoint, request: Request, body: bytes) -> dict[str, object]:
    declared = endpoint.parameters
    path = [(name, str(value)) for name, value in request.path_params.items()]
    found = read_all(declared, path, In.PATH)
    found |= read_all(declared, request.query_params.multi_items(), In.QUERY)
    if endpoint.has_form:
        form = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
        found |= read_all(declared, form, In.FORM)
    return found


def _note(hub: Hub, endpoint: Endpoint, token: Token, outcome: Outcome, now_s: int) -> None:
    """In the audit, where it tells of people; and that the token is in use."""
    stale = tokens.needs_noting(token, now_s)
    if not (endpoint.personal or stale):
        return
    with hub.store.writing() as connection:
        if stale:
            tokens.note_used(connection, token, now_s)
        if endpoint.personal:
            keys, asked = hub.store.keys, f"{endpoint.method} {endpoint.path}"
            audit.note(connection, keys, now_s, token.login, READ, asked, str(outcome.shown))
