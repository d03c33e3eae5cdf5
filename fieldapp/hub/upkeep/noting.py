"""Around every answer: an id for it, a line in the log, and what it adds to the numbers.

A path is logged as it is written in the routes, never as it was asked for.
"""

from __future__ import annotations

import logging
import secrets
import time
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fieldapp.hub.upkeep.log_lines import REQUEST
from fieldapp.hub.upkeep.tally import Tally

REQUEST_HEADER = b"x-request-id"
QUIET = ("/healthz", "/readyz", "/metrics")
"""What watchers ask for every few seconds: counted, and not logged."""
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_ID_BYTES = 8
_LOG = logging.getLogger(__name__)


@dataclass
class _Answer:
    """What is known of an answer once it is over; 499: whoever asked went away before."""

    status: int = 499
    bytes_in: int = 0
    bytes_out: int = 0


class Watched:
    """An application, watched."""

    def __init__(self, app: ASGIApp, tally: Tally) -> None:
        self._app, self._tally = app, tally

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer, began = _Answer(), time.monotonic()
        request = secrets.token_hex(_ID_BYTES)

        async def receiving() -> Message:
            message = await receive()
            answer.bytes_in += len(message.get("body", b""))
            return message

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer.status = message["status"]
                message["headers"] = [*message["headers"], (REQUEST_HEADER, request.encode())]
            answer.bytes_out += len(message.get("body", b""))
            await send(message)

        token = REQUEST.set(request)
        try:
            await self._app(scope, receiving, sending)
        finally:
            self._note(scope, answer, time.monotonic() - began)
            REQUEST.reset(token)

    def _note(self, scope: Scope, answer: _Answer, seconds: float) -> None:
        self._tally.add("answers", f"{answer.status // 100}xx")
        self._tally.took("answer_seconds", seconds)
        route = getattr(scope.get("route"), "path", "none")
        if route in QUIET:
            return
        method = scope["method"] if scope["method"] in _METHODS else "other"
        said = {"route": route, "method": method, "status": answer.status}
        sizes = {"bytes_in": answer.bytes_in, "bytes_out": answer.bytes_out}
        _LOG.info("answered", extra={"said": {**said, **sizes, "ms": round(1000 * seconds)}})
