"""All pages together, and the style sheet, as routes of the hub's application."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from fieldapp.hub.bodies import Bodies
from fieldapp.hub.running import Hub
from fieldapp.hub.web import (
    allocation_pages,
    audit_pages,
    book_pages,
    booking_pages,
    card_pages,
    case_pages,
    coverage_pages,
    daily_pages,
    device_pages,
    due_pages,
    erasure_pages,
    guide_pages,
    lots_files,
    lots_pages,
    operation_pages,
    overview_pages,
    pack_pages,
    people_pages,
    program_pages,
    push_pages,
    reaction_pages,
    sign_in,
    sync_pages,
    user_pages,
    workbook_pages,
)
from fieldapp.hub.web.guard import PACKED, Page, problem, routes_of, visit_of, with_headers
from fieldapp.hub.web.layout import icon, style, style_path
from fieldapp.hub.web.words import said

_ACCENT = "#0a655e"
PAGES: tuple[Page, ...] = (
    *sign_in.PAGES,
    *overview_pages.PAGES,
    *daily_pages.PAGES,
    *coverage_pages.PAGES,
    *workbook_pages.PAGES,  # before an operation's page by its laptop's number
    *operation_pages.PAGES,
    *sync_pages.PAGES,
    *due_pages.PAGES,
    *allocation_pages.PAGES,
    *people_pages.PAGES,
    *reaction_pages.PAGES,
    *card_pages.PAGES,
    *case_pages.PAGES,
    *book_pages.PAGES,
    *booking_pages.PAGES,
    *lots_pages.PAGES,
    *lots_files.PAGES,
    *push_pages.PAGES,
    *pack_pages.PAGES,  # before the pages of a laptop by its number
    *device_pages.PAGES,
    *user_pages.PAGES,
    *program_pages.PAGES,
    *audit_pages.PAGES,
    *erasure_pages.PAGES,
    *guide_pages.PAGES,
)


def page_routes(hub: Hub, bodies: Bodies) -> list[Route]:
    """What a browser may ask for."""
    drawn = [
        Route(style_path(), _style, methods=["GET"], middleware=PACKED),
        Route("/icon.svg", _icon, methods=["GET"]),
    ]
    return [*routes_of(hub, PAGES, bodies), *drawn]


def _style(request: Request) -> Response:
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return with_headers(Response(style(), 200, headers, media_type="text/css"), request)


def _icon(request: Request) -> Response:
    headers = {"Cache-Control": "public, max-age=86400"}
    drawn = icon("circle-check").replace("currentColor", _ACCENT)
    return with_headers(Response(drawn, 200, headers, media_type="image/svg+xml"), request)


def is_from_browser(request: Request) -> bool:
    """Whether a person waits for the answer, not a laptop."""
    asks_for_page = "text/html" in request.headers.get("Accept", "")
    return asks_for_page and not request.url.path.startswith("/v1/")


def no_such_page(hub: Hub, request: Request) -> Response:
    """A path that nothing is served at."""
    visit = visit_of(hub, request)
    told = said("There is no such page here. The menu above leads to all there are.")
    return with_headers(problem(visit, 404, told), request)
