"""GET /v1/messages/{ref}/{type}: a delivery report, as Kannel brings it.

`ref` is random and only the gateway knows it. The answer is the same for a ref that is known and
one that is not, so that nobody can try them out.
"""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from fieldapp.hub.messages.gateways.kannel import (
    DELIVERED,
    FAILED,
    REPORT_PATH,
    SMSC_REFUSED,
    SMSC_TOOK,
)
from fieldapp.hub.messages.queue import Report, is_known, note_report
from fieldapp.hub.running import Hub

_REPORTS: Mapping[int, Report] = {
    DELIVERED: Report.DELIVERED,
    FAILED: Report.FAILED,
    SMSC_TOOK: Report.ACCEPTED,
    SMSC_REFUSED: Report.FAILED,
}


def message_routes(hub: Hub) -> list[Route]:
    """The one path."""

    def report(request: Request) -> Response:
        told, ref = _REPORTS.get(request.path_params["type"]), request.path_params["ref"]
        if told is not None and _known(hub, ref):
            with hub.store.writing() as connection:
                note_report(connection, told, hub.now_s(), ref=ref)
        return PlainTextResponse("", headers={"Cache-Control": "no-store"})

    return [Route(f"{REPORT_PATH}/{{ref}}/{{type:int}}", report, methods=["GET"])]


def _known(hub: Hub, ref: str) -> bool:
    """Looked up before anything waits for the one write lock: strangers must not hold it."""
    with hub.store.reading() as connection:
        return is_known(connection, ref)
