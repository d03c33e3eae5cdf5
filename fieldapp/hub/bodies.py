"""Reading the body of a request: never more of it than allowed, not at any slowness, and not so
many at once that the memory fills."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum

from starlette.requests import Request

PATIENCE_S = 30.0
LEAST_BYTES_A_SECOND = 200
MOST_AT_ONCE = 256 * 1024 * 1024


class Unread(StrEnum):
    """Why a body was not read; the codes that laptops know."""

    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"
    BUSY = "busy"


@dataclass
class Bodies:
    """All bodies that a process reads now: how many bytes of them it holds. For one event loop."""

    most_at_once: int = MOST_AT_ONCE
    held: int = 0

    @asynccontextmanager
    async def reading(self, request: Request, most_bytes: int) -> AsyncIterator[bytes | Unread]:
        """One body, or why not; it counts as held until the `with` ends."""
        held = bytearray()
        try:
            yield await self._outcome(request, most_bytes, held)
        finally:
            self.held -= len(held)

    async def _outcome(self, request: Request, most_bytes: int, held: bytearray) -> bytes | Unread:
        announced = request.headers.get("Content-Length", "")
        if announced.isdigit() and int(announced) > most_bytes:
            return Unread.TOO_LARGE
        try:
            return await self._read(request, most_bytes, held)
        except TimeoutError:
            return Unread.TOO_SLOW

    async def _read(self, request: Request, most_bytes: int, held: bytearray) -> bytes | Unread:
        pieces = request.stream()
        started = time.monotonic()
        while True:
            async with asyncio.timeout(PATIENCE_S):
                piece = await anext(pieces, None)
            if piece is None:
                return bytes(held)
            held += piece
            self.held += len(piece)
            if len(held) > most_bytes:
                return Unread.TOO_LARGE
            if self.held > self.most_at_once:
                return Unread.BUSY
            if time.monotonic() - started > PATIENCE_S + len(held) / LEAST_BYTES_A_SECOND:
                raise TimeoutError
