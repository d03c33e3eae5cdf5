"""All endpoints together, as routes of the hub's application; the description of them; and what is
said where there is no endpoint."""

from __future__ import annotations

import json
from functools import cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from fieldapp.hub.api import (
    bulk,
    capability,
    doses,
    erased,
    fhir,
    figures,
    openapi,
    problems,
    sync_log,
)
from fieldapp.hub.api.door import Door, handler
from fieldapp.hub.api.endpoints import JSON, Call, Endpoint, Outcome
from fieldapp.hub.api.problems import problem
from fieldapp.hub.bodies import Bodies
from fieldapp.hub.running import Hub

_BEGINNINGS = ("/api/", "/fhir/")


@cache
def _document() -> bytes:
    return json.dumps(openapi.describe(ENDPOINTS), ensure_ascii=False).encode()


def _describe(_call: Call) -> Outcome:
    return Outcome(Response(_document(), media_type=JSON))


ENDPOINTS: tuple[Endpoint, ...] = (
    *figures.ENDPOINTS,
    *sync_log.ENDPOINTS,
    *doses.ENDPOINTS,
    *erased.ENDPOINTS,
    *fhir.ENDPOINTS,
    *bulk.ENDPOINTS,
    *capability.ENDPOINTS,
    Endpoint(
        "description", "GET", openapi.PATH, "This description.", None, _describe,
        {JSON: {"type": "object", "required": ["openapi", "paths"]}},
    ),
)  # fmt: skip


def api_routes(hub: Hub, bodies: Bodies) -> list[Route]:
    """What programs may ask for. `/fhir/metadata` stands before what it could be taken for."""
    door = Door(hub, bodies)
    ordered = sorted(ENDPOINTS, key=lambda one: "{" in one.path)
    return [Route(one.path, handler(door, one), methods=[one.method]) for one in ordered]


def is_of_api(request: Request) -> bool:
    """Whether a program waits for the answer."""
    return request.url.path.startswith(_BEGINNINGS)


def no_such_endpoint(request: Request, status: int) -> Response:
    """What a program is told that asked for something else, or otherwise."""
    why = problems.WRONG_METHOD if status == problems.WRONG_METHOD.status else problems.NOT_FOUND
    return problem(why, fhir=request.url.path.startswith("/fhir/"))
