"""GET /v1/registry (its signed head) and /v1/registry/{edition} (the file, by ranges).

Neither needs a signature of its own: the head is signed, and proves every block of the file. Both
are bytes that any cache between may keep and nobody without the secret can read.
"""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from fieldapp.hub.registry.build import REGISTRY_FILE
from fieldapp.hub.running import Hub
from fieldapp.wire.errors import WireError
from fieldapp.wire.registry.head import decode_head, head_length

_MEDIA_TYPE = "application/octet-stream"
_HEAD_AGE = {"Cache-Control": "max-age=300"}
_FILE_AGE = {"Cache-Control": "public, max-age=31536000, immutable"}


def registry_routes(hub: Hub) -> list[Route]:
    """Both paths."""

    def head(_: Request) -> Response:
        beginning = _beginning(hub.store.folder / REGISTRY_FILE)
        if beginning is None:
            return _none_here(hub)
        return Response(beginning, 200, _HEAD_AGE, media_type=_MEDIA_TYPE)

    def file(request: Request) -> Response:
        path = hub.store.folder / REGISTRY_FILE
        if edition_of(hub, path) != request.path_params["edition"]:
            return _none_here(hub)
        return FileResponse(path, headers=_FILE_AGE, media_type=_MEDIA_TYPE)

    return [
        Route("/v1/registry", head, methods=["GET"]),
        Route("/v1/registry/{edition:int}", file, methods=["GET"]),
    ]


def _beginning(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return _head_of(file)
    except (OSError, WireError):
        return None


def _head_of(file: BinaryIO) -> bytes:
    """Raises WireError where it is none."""
    start = file.read(8)
    return start + file.read(head_length(start) - len(start))


def edition_of(hub: Hub, path: Path) -> int | None:
    """Of the registry in a file of this hub; None where there is none."""
    try:
        with path.open("rb") as file:
            return edition_in(hub, file)
    except OSError:
        return None


def edition_in(hub: Hub, file: BinaryIO) -> int | None:
    """The same of a file that is open."""
    try:
        return decode_head(_head_of(file), hub.key.verify_key).edition
    except WireError:
        return None


def _none_here(hub: Hub) -> Response:
    reply = hub.problem(404, "not-found", "There is no such pocket registry.")
    return Response(reply.body, reply.status, media_type="application/cbor")
