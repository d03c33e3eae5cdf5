"""The pack for laptops without a network: requests are pasted into a page, a file comes back."""

from __future__ import annotations

from starlette.responses import Response, StreamingResponse

from fieldapp.hub.packs.errors import (
    NobodyAdmitted,
    NoRequests,
    OnlyByCommand,
    RequestUnreadable,
    SomeRefused,
    TooManyRequests,
)
from fieldapp.hub.packs.making import Pack, make_pack
from fieldapp.hub.packs.requests import MOST_TEXT, requests_in
from fieldapp.hub.packs.writing import ACT, name_of
from fieldapp.hub.regions.leases import LIFE_S
from fieldapp.hub.registry.build import REGISTRY_FILE
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.guard import Page
from fieldapp.hub.web.visit import Visit

_MEDIA_TYPE = "application/octet-stream"
_DAY_S = 86_400


def ask_pack(visit: Visit) -> Response:
    """Where requests are pasted."""
    return _form(visit, 200)


def _form(visit: Visit, status: int, told: tuple[str, str, str] | None = None) -> Response:
    registry = visit.hub.store.folder / REGISTRY_FILE
    return visit.show(
        "pack.html", status, told=told, here=visit.hub.folds, typed=visit.form.get("requests", ""),
        registry_bytes=registry.stat().st_size if registry.is_file() else 0, days=LIFE_S // _DAY_S,
    )  # fmt: skip


def write_pack(visit: Visit) -> Response:
    """The pack as a file, and each of its laptops in the audit; none where one was refused."""
    if not visit.hub.folds:
        raise OnlyByCommand
    try:
        requests = requests_in(visit.form.get("requests", ""))
        made = _whole(make_pack(visit.hub, requests, with_registry=_wants_registry(visit)))
    except (NoRequests, TooManyRequests, RequestUnreadable, NobodyAdmitted) as refused:
        return _form(visit, 422, visit.words.of_error(refused))
    with visit.hub.store.writing() as connection:
        for device in made.devices:
            visit.note(connection, ACT, f"laptop {device.no}")
    return _file(made)


def _wants_registry(visit: Visit) -> bool:
    return visit.form.get("registry") == "yes"


def _whole(made: Pack) -> Pack:
    """Raises SomeRefused."""
    if made.refused:
        made.closing.close()
        raise SomeRefused(teams=", ".join(made.refused))
    return made


def _file(made: Pack) -> Response:
    headers = {
        "Content-Disposition": f'attachment; filename="{name_of(made)}"',
        "Content-Length": str(made.size),
        "Content-Encoding": "identity",  # sealed already: packing it again only takes long
    }
    return StreamingResponse(made.pieces(), 200, headers, media_type=_MEDIA_TYPE)


PAGES = (
    Page("GET", "/devices/pack", Permission.DEVICES, ask_pack),
    Page("POST", "/devices/pack", Permission.DEVICES, write_pack, most_bytes=MOST_TEXT),
)
