"""Promises about a letter that nobody types and PostgreSQL keeps nowhere."""

from __future__ import annotations

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send

from fieldapp.hub.no_nul import AddressWithoutNul, without_nul


def heard(path: str, query: bytes) -> tuple[str, bytes]:
    """What of an address comes in at the door."""
    came: list[Scope] = []

    async def door(scope: Scope, _receive: Receive, _send: Send) -> None:
        came.append(scope)

    async def hears() -> Message:
        raise AssertionError

    async def says(_message: Message) -> None:
        raise AssertionError

    asked: Scope = {"type": "http", "path": path, "query_string": query}
    asyncio.run(AddressWithoutNul(door)(asked, hears, says))
    return came[0]["path"], came[0]["query_string"]


def test_text_has_a_space_in_its_place() -> None:
    assert without_nul("a\0b") == "a b"


@pytest.mark.parametrize(
    ("path", "query", "as_read"),
    [
        ("/a\0b", b"q=c%00d", ("/a b", b"q=c+d")),
        ("/", b"q%00=%00", ("/", b"q+=+")),
        ("/%00", b"q=%2500&w=%E4%B8%AD+b", ("/%00", b"q=%2500&w=%E4%B8%AD+b")),
    ],
    ids=["in the middle", "alone", "nowhere"],
)
def test_so_has_an_address_and_nothing_else_of_it_changes(
    path: str, query: bytes, as_read: tuple[str, bytes]
) -> None:
    assert heard(path, query) == as_read
