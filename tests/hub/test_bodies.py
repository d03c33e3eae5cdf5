"""Promises of reading bodies: bounded in size, in time, and in memory."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from starlette.requests import Request

from fieldapp.hub import bodies
from fieldapp.hub.bodies import Bodies, Unread

Receive = Callable[[], Awaitable[dict[str, object]]]


def request(receive: Receive, length: str = "") -> Request:
    headers = [(b"content-length", length.encode())] if length else []
    return Request({"type": "http", "method": "POST", "headers": headers}, receive)


def pieces(*given: bytes, delay_s: float = 0) -> Receive:
    left = list(given)

    async def receive() -> dict[str, object]:
        await asyncio.sleep(delay_s)
        return {"type": "http.request", "body": left.pop(0), "more_body": bool(left)}

    return receive


async def outcome(reader: Bodies, asked: Request, most: int = 100) -> bytes | Unread:
    async with reader.reading(asked, most) as body:
        return body


def test_a_body_comes_whole() -> None:
    reader = Bodies()
    assert asyncio.run(outcome(reader, request(pieces(b"ab", b"cd")))) == b"abcd"
    assert reader.held == 0


def test_no_more_than_allowed_is_read() -> None:
    for asked in (request(pieces(b"x"), "101"), request(pieces(b"x" * 60, b"x" * 60))):
        assert asyncio.run(outcome(Bodies(), asked)) is Unread.TOO_LARGE


def test_who_sends_too_slowly_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "PATIENCE_S", 0.02)
    drop_by_drop = pieces(*[b"x"] * 60, delay_s=0.01)
    assert asyncio.run(outcome(Bodies(), request(drop_by_drop))) is Unread.TOO_SLOW
    monkeypatch.setattr(bodies, "LEAST_BYTES_A_SECOND", 10**9)
    silent = pieces(b"x", b"x", delay_s=1)
    assert asyncio.run(outcome(Bodies(), request(silent))) is Unread.TOO_SLOW


def test_all_bodies_together_never_fill_the_memory() -> None:
    reader = Bodies(most_at_once=150)

    async def two() -> tuple[object, object]:
        async with reader.reading(request(pieces(b"x" * 90)), 100) as first:
            second = await outcome(reader, request(pieces(b"x" * 90)))
        return first, second

    first, second = asyncio.run(two())
    assert (first, second) == (b"x" * 90, Unread.BUSY)
    assert reader.held == 0
    assert asyncio.run(outcome(reader, request(pieces(b"x" * 90)))) == b"x" * 90
