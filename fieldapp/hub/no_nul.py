"""Text from outside never holds a NUL, for PostgreSQL keeps none and would call it a fault of ours.

Nobody types one; where a program sends it, it is read as a space, at every door alike.
"""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send


def without_nul(text: str) -> str:
    """The same with spaces in their places."""
    return text.replace("\0", " ")


class AddressWithoutNul:
    """ASGI middleware: so is every address, whoever reads it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            asked = scope["query_string"].replace(b"%00", b"+").replace(b"\0", b"+")
            scope = {**scope, "path": without_nul(scope["path"]), "query_string": asked}
        await self._app(scope, receive, send)
