"""The hub over HTTP: which path is answered by what, how much is read, what a failure looks like.

No personal data is in any path or log line. Every answer of the hub's own is signed.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType

from sqlalchemy.exc import OperationalError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from fieldapp.hub import sync_answer, trust_list
from fieldapp.hub.api.serving import api_routes, is_of_api, no_such_endpoint
from fieldapp.hub.bodies import Bodies, Unread
from fieldapp.hub.enrolment import answer_enrol
from fieldapp.hub.messages.serving import message_routes
from fieldapp.hub.no_nul import AddressWithoutNul
from fieldapp.hub.regions import serving
from fieldapp.hub.registry.serving import registry_routes
from fieldapp.hub.running import AWAY_S, Hub, Part, Reply
from fieldapp.hub.sync_answer import note_end
from fieldapp.hub.sync_log.attempts import Attempt
from fieldapp.hub.upkeep.log_lines import log_fault
from fieldapp.hub.upkeep.noting import Watched
from fieldapp.hub.upkeep.serving import operating_routes
from fieldapp.hub.web.serving import is_from_browser, no_such_page, page_routes
from fieldapp.wire.messages import PROTOCOL, Hello, encode_hello
from fieldapp.wire.signed import sign

MOST_SYNC_BYTES = 1024 * 1024 + 256 * 1024
MOST_ENROL_BYTES = 4 * 1024
_MOST_NONCE_HEX = 64
_LOG = logging.getLogger(__name__)

EVERYTHING = frozenset(Part)
Answer = Callable[[Request], Awaitable[Reply]]
Refuse = Callable[[Request, Exception], Awaitable[Response]]


def make_app(hub: Hub, parts: frozenset[Part] = EVERYTHING) -> Starlette:
    """The ASGI application of an open hub, or of what this process does of it."""
    bodies = Bodies()
    routes = operating_routes(hub)
    routes += _laptop_routes(hub, bodies) if Part.LAPTOPS in parts else []
    routes += message_routes(hub) if Part.KEEPING in parts else []
    if Part.PAGES in parts:
        routes += [*api_routes(hub, bodies), *page_routes(hub, bodies)]
    around = [Middleware(AddressWithoutNul), Middleware(Watched, tally=hub.tally)]
    refusals = {
        HTTPException: _refusal(hub, for_browsers=Part.PAGES in parts),
        OperationalError: _storage_away(hub),
    }
    return Starlette(routes=routes, middleware=around, exception_handlers=refusals)


def _laptop_routes(hub: Hub, bodies: Bodies) -> list[Route]:
    """What laptops ask, and readers of cards."""

    async def hello(request: Request) -> Reply:
        nonce_hex = request.query_params.get("n", "")
        return await run_in_threadpool(_hello, hub, nonce_hex)

    async def sync(request: Request) -> Reply:
        async with bodies.reading(request, MOST_SYNC_BYTES) as body:
            if isinstance(body, Unread):
                refused = _unread(hub, body)
                note_end(hub, Attempt(hub.now_s(), 0), refused)
                return refused
            proof = request.headers.get("Authorization", "")
            return await run_in_threadpool(sync_answer.answer_sync, hub, proof, body)

    async def enrol(request: Request) -> Reply:
        async with bodies.reading(request, MOST_ENROL_BYTES) as body:
            if isinstance(body, Unread):
                return _unread(hub, body)
            return await run_in_threadpool(answer_enrol, hub, body)

    async def trust(_request: Request) -> Reply:
        published = await run_in_threadpool(trust_list.current, hub, hub.now_s())
        return Reply(200, published.raw)

    async def jwks(_request: Request) -> Response:
        published = await run_in_threadpool(trust_list.current, hub, hub.now_s())
        headers = {"Access-Control-Allow-Origin": "*"}  # card readers in browsers, as SHC asks
        return JSONResponse({"keys": trust_list.card_keys(published.read(hub))}, headers=headers)

    async def segment(request: Request) -> Reply:
        region, which = request.path_params["region"], request.path_params["which"]
        found = await run_in_threadpool(serving.answer_segment, hub, region, which)
        return found or hub.problem(404, "not-found", "Not published.")

    return [
        Route("/v1/hello", _endpoint(hub, hello), methods=["GET"]),
        Route(sync_answer.PATH, _endpoint(hub, sync), methods=["POST"]),
        Route("/v1/enrol", _endpoint(hub, enrol), methods=["POST"]),
        Route("/v1/trust", _endpoint(hub, trust), methods=["GET"]),
        Route("/.well-known/jwks.json", jwks, methods=["GET"]),
        Route("/v1/r/{region}/{which}", _endpoint(hub, segment), methods=["GET"]),
        *registry_routes(hub),
    ]


def _hello(hub: Hub, nonce_hex: str) -> Reply:
    try:
        nonce = bytes.fromhex(nonce_hex) if len(nonce_hex) <= _MOST_NONCE_HEX else None
    except ValueError:
        nonce = None
    if nonce is None:
        return hub.problem(400, "unreadable", "n is not a short row of hexadecimal digits.")
    trusted = trust_list.current(hub, hub.now_s())
    said = Hello(nonce, hub.store.keys.hub_id, hub.now_s(), (PROTOCOL,), trusted.version)
    return Reply(200, sign("hello", encode_hello(said), hub.key))


def _endpoint(hub: Hub, answer: Answer) -> Callable[[Request], Awaitable[Response]]:
    """Give every way an answer can fail its signed form."""

    async def endpoint(request: Request) -> Response:
        try:
            return _response(await answer(request))
        except (OperationalError, ClientDisconnect):
            raise  # the first `_storage_away` answers, on every path alike
        except Exception as fault:  # noqa: BLE001  whatever it is, the laptop gets a signed answer
            log_fault(_LOG, fault)
            hub.tally.add("faults", "answer")
            return _response(hub.problem(500, "fault", "The hub has a fault of its own."))

    return endpoint


_REFUSALS: Mapping[Unread, tuple[int, str, int | None]] = MappingProxyType(
    {
        Unread.TOO_LARGE: (413, "It is more than is read at once.", None),
        Unread.TOO_SLOW: (408, "The request came too slowly.", None),
        Unread.BUSY: (503, "The hub reads as much as it can already.", 10),
    }
)


def _unread(hub: Hub, why: Unread) -> Reply:
    status, words, wait_s = _REFUSALS[why]
    return hub.problem(status, why.value, words, wait_s=wait_s)


def _refusal(hub: Hub, *, for_browsers: bool) -> Refuse:
    async def refuse(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        if is_of_api(request):
            response = no_such_endpoint(request, status)
        elif for_browsers and is_from_browser(request):
            return await run_in_threadpool(no_such_page, hub, request)
        else:
            codes = {404: "not-found", 405: "wrong-method"}
            response = _response(hub.problem(status, codes.get(status, "refused"), "Not served."))
        allow = (error.headers or {}).get("Allow") if isinstance(error, HTTPException) else None
        if allow:
            response.headers["Allow"] = allow
        return response

    return refuse


def _storage_away(hub: Hub) -> Refuse:
    """Laptops, gateways and readers of cards all come again: no fault, only a wait."""

    async def refuse(_request: Request, error: Exception) -> Response:
        _LOG.error("the database did not take it: %s", getattr(error, "orig", None))
        words = "The hub cannot store anything right now."
        return _response(hub.problem(503, "storage", words, wait_s=AWAY_S))

    return refuse


def _response(reply: Reply) -> Response:
    kept = f"public, max-age={reply.keep_s}, immutable"
    headers = {"Cache-Control": kept if reply.keep_s else "no-store"}
    if reply.retry_after_s is not None:
        headers["Retry-After"] = str(reply.retry_after_s)
    return Response(reply.body, reply.status, headers, media_type="application/cbor")
