"""GET /healthz, /readyz and /metrics: for the machines that watch the hub.

The first two say nothing that a stranger may not know. Metrics are for this machine alone, or for
whoever has the token in the hub's folder. What a proxy passes on does not come from this machine.
"""

from __future__ import annotations

import ipaddress
import secrets

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from fieldapp.hub.running import Hub
from fieldapp.hub.upkeep import metrics
from fieldapp.hub.upkeep.health import Look

TOKEN_FILE = "metrics-token.txt"  # noqa: S105  the name of a file
LEAST_TOKEN = 16
_NOT_KEPT = {"Cache-Control": "no-store"}
_PASSED_ON = ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via")


def operating_routes(hub: Hub) -> list[Route]:
    """The three paths."""
    look = Look(hub)

    async def alive(_: Request) -> Response:
        return JSONResponse({"alive": True}, headers=_NOT_KEPT)

    def ready(_: Request) -> Response:
        health = look()
        return JSONResponse(health.as_json(), 200 if health.ready else 503, headers=_NOT_KEPT)

    def numbers(request: Request) -> Response:
        if not (_is_here(request) or _has_token(hub, request)):
            words = "Metrics are for this machine, or for who has the token.\n"
            return PlainTextResponse(words, 403, headers=_NOT_KEPT)
        said = metrics.exposition(hub, look())
        return Response(said, headers=_NOT_KEPT, media_type=metrics.MEDIA_TYPE)

    return [
        Route("/healthz", alive, methods=["GET"]),
        Route("/readyz", ready, methods=["GET"]),
        Route("/metrics", numbers, methods=["GET"]),
    ]


def _is_here(request: Request) -> bool:
    """Whether a program on this machine asks, and for itself."""
    if request.client is None or any(name in request.headers for name in _PASSED_ON):
        return False
    try:
        return ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _has_token(hub: Hub, request: Request) -> bool:
    try:
        token = (hub.store.folder / TOKEN_FILE).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return False
    kind, _, given = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or len(token) < LEAST_TOKEN:
        return False
    return secrets.compare_digest(given.strip().encode(), token.encode())
