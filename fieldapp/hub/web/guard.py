"""The door of every page: who asks, whether they may, and whether a form is one of ours.

Deny by default: a page exists only with the permission it needs, and nothing is served past here.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import parse_qsl

from sqlalchemy import Connection, select
from sqlalchemy.exc import OperationalError
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub.bodies import Bodies, Unread
from fieldapp.hub.no_nul import without_nul
from fieldapp.hub.practice import is_for_practice
from fieldapp.hub.running import AWAY_S, Hub
from fieldapp.hub.upkeep.log_lines import log_fault
from fieldapp.hub.web import csrf, sessions, words
from fieldapp.hub.web.access import Permission, allows
from fieldapp.hub.web.layout import HEADERS
from fieldapp.hub.web.sessions import Session, Stage
from fieldapp.hub.web.tables import opening
from fieldapp.hub.web.times import Place
from fieldapp.hub.web.visit import Visit, cookie_name, language_cookie
from fieldapp.hub.web.words import said

MOST_FORM_BYTES = 32 * 1024
_LOG = logging.getLogger(__name__)
_NEWEST = select(opening.c.utc_offset_min).order_by(opening.c.opened_s.desc()).limit(1)
_UNREAD = {
    Unread.TOO_LARGE: (413, "Too large."),
    Unread.TOO_SLOW: (408, "Too slow."),
    Unread.BUSY: (503, "The hub is busy. Try again in a minute."),
}
_LATER = {"Retry-After": str(AWAY_S)}
_HSTS = "max-age=31536000"
# the cookie is SameSite=Strict: no other site can ask for a page and learn from its packed size
PACKED = [Middleware(GZipMiddleware, minimum_size=1024, compresslevel=6)]
"""Pages cross a slow line packed."""


@dataclass(frozen=True, slots=True)
class Page:
    """What answers a path, and what it takes to be let in. `method` is GET or POST; `most_bytes` of
    a form are read."""

    method: str
    path: str
    needs: Permission
    answer: Callable[[Visit], Response]
    most_bytes: int = MOST_FORM_BYTES


def routes_of(hub: Hub, pages: tuple[Page, ...], bodies: Bodies | None = None) -> list[Route]:
    """Every page behind the door."""
    bodies = bodies or Bodies()
    return [
        Route(page.path, _endpoint(hub, page, bodies), methods=[page.method], middleware=PACKED)
        for page in pages
    ]


def _endpoint(hub: Hub, page: Page, bodies: Bodies) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        if page.method != "POST":
            return await run_in_threadpool(_answer, hub, page, request, b"")
        async with bodies.reading(request, page.most_bytes) as body:
            if isinstance(body, Unread):
                status, words = _UNREAD[body]
                return Response(words, status, HEADERS)
            return await run_in_threadpool(_answer, hub, page, request, body)

    return endpoint


def _answer(hub: Hub, page: Page, request: Request, body: bytes) -> Response:
    try:
        visit = visit_of(hub, request)
        response = _let_in(page, visit, request, body)
    except OperationalError as error:
        _LOG.error("the database did not answer a page: %s", type(error.orig).__name__)
        response = Response("The hub cannot answer right now. Try again in a minute.", 503, _LATER)
    except Exception as fault:  # noqa: BLE001  the edge of the process: nothing above us
        log_fault(_LOG, fault)
        hub.tally.add("faults", "page")
        response = Response("The hub has a fault of its own. It was logged.", 500)
    return with_headers(response, request)


def with_headers(response: Response, request: Request) -> Response:
    """What every answer to a browser says besides."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.url.scheme == "https":
        response.headers["Strict-Transport-Security"] = _HSTS
    return response


def visit_of(hub: Hub, request: Request) -> Visit:
    """Who asks, from where, in which language."""
    now_s, secure = hub.now_s(), request.url.scheme == "https"
    token = request.cookies.get(cookie_name(secure), "")
    with hub.store.reading() as connection:
        session = sessions.find(connection, token, now_s) if token else None
        offset_min = teams_offset_min(connection)
        practice = is_for_practice(connection)
        stale = session is not None and sessions.needs_noting(connection, session, now_s)
    if session is not None and stale:
        with hub.store.writing() as connection:
            sessions.note_seen(connection, session, now_s)
    accepted = request.headers.get("Accept-Language", "")
    language = words.choose(language_cookie(request.cookies), accepted)
    return Visit(
        hub=hub,
        path=request.url.path,
        host=request.headers.get("Host", ""),
        address=request.client.host if request.client else "",
        secure=secure,
        query=dict(request.query_params),
        params={name: str(value) for name, value in request.path_params.items()},
        cookie=token or secrets.token_urlsafe(32),
        is_new=not token,
        session=session,
        words=words.words_of(language),
        place=Place(offset_min, language),
        now_s=now_s,
        practice=practice,
    )


def teams_offset_min(connection: Connection) -> int:
    """How far the teams' clocks are from UTC; while no laptop has said so, this machine's."""
    offset_min = connection.execute(_NEWEST).scalar()
    if offset_min is not None:
        return int(offset_min)
    offset = datetime.now().astimezone().utcoffset()
    return int(offset.total_seconds() // 60) if offset else 0


def _let_in(page: Page, visit: Visit, request: Request, body: bytes) -> Response:
    if not _is_far_enough(page.needs, visit.session):
        return visit.go("/sign-in")
    if visit.session and not _may(page.needs, visit.session):
        return not_allowed(visit)
    if page.method != "POST":
        return _answered(page, visit)
    form = _typed(body)
    origin = request.headers.get("Origin")
    if not csrf.is_ours(visit.cookie, form.get(csrf.FIELD, ""), origin, visit.host):
        return problem(
            visit,
            403,
            said(
                "This form is too old, or not of this hub. Nothing was done. Open the page again."
            ),
        )
    return _answered(page, replace(visit, form=form))


def _typed(body: bytes) -> dict[str, str]:
    fields = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: without_nul(value) for name, value in fields}


def _is_far_enough(needs: Permission, session: Session | None) -> bool:
    if needs is Permission.PUBLIC:
        return True
    if needs is Permission.SIGNING_IN:
        return session is not None and session.stage is not Stage.IN
    return session is not None and session.stage is Stage.IN


def _may(needs: Permission, session: Session) -> bool:
    return needs is Permission.SIGNING_IN or allows(session.role, needs)


def _answered(page: Page, visit: Visit) -> Response:
    try:
        return page.answer(visit)
    except FieldAppError as error:
        return visit.show("problem.html", 409, lines=visit.words.of_error(error))


def not_allowed(visit: Visit) -> Response:
    """What somebody sees who has signed in but may not."""
    return problem(
        visit, 403, said("Your role does not open this page. An administrator can change it.")
    )


def problem(visit: Visit, status: int, told: words.Said) -> Response:
    """A page that only says why not."""
    return visit.show("problem.html", status, lines=[visit.words.say(told)])
