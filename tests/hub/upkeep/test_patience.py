"""Promises of patience: slow clients are let go, and nobody else waits for them."""

from __future__ import annotations

import resource
import socket
import sys
from collections.abc import Callable, Iterator
from http.client import HTTPResponse
from urllib.parse import urlsplit

import pytest
import requests

from fieldapp.hub.api.openapi import PATH
from fieldapp.hub.upkeep import patience
from fieldapp.hub.upkeep.patience import allow_many_connections
from tests.hub.conftest import World
from tests.hub.test_app import served
from tests.patience import PATIENCE_S, wait_for

HELLO = b"GET /v1/hello?n=00 HTTP/1.1\r\nHost: x\r\n\r\n"
MUCH = f"GET {PATH} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
SOON_S = 0.4


@pytest.fixture
def url(sqlite_world: World) -> Iterator[str]:
    with served(sqlite_world) as address:
        yield address


@pytest.fixture
def hurry(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From now on the hub waits for nobody's next headers; before, a busy machine had the time."""
    return lambda: monkeypatch.setattr(patience, "HEADERS_S", SOON_S)


def connected(url: str) -> socket.socket:
    address = urlsplit(url)
    return socket.create_connection((address.hostname or "", address.port or 0), PATIENCE_S)


def answered(connection: socket.socket) -> bool:
    """Whether it was, and to the answer's end: the body may come apart from its headers."""
    connection.sendall(HELLO)
    answer = HTTPResponse(connection)
    answer.begin()
    answer.read()
    return answer.status == 200


def ended(connection: socket.socket) -> bool:
    """Whether the hub closed it; waits for that as long as it may take."""
    try:
        return connection.recv(4096) == b""
    except ConnectionError:
        return True


def test_who_connects_and_says_nothing_is_let_go(url: str, hurry: Callable[[], None]) -> None:
    hurry()
    with connected(url) as silent:
        assert ended(silent)


def test_who_never_ends_the_headers_is_let_go(url: str, hurry: Callable[[], None]) -> None:
    with connected(url) as before:
        assert answered(before)
        hurry()
        before.sendall(HELLO[:-9])
        assert ended(before), "after a first answer, too"
    with connected(url) as slow:
        slow.sendall(HELLO[:-9])
        assert ended(slow)


def comes_in(url: str) -> bool:
    """Whether a newcomer is answered; whom a slow machine has hurried out comes again."""
    try:
        return requests.get(f"{url}/v1/hello?n=00", timeout=PATIENCE_S).status_code == 200
    except requests.ConnectionError:
        return False


def test_many_silent_clients_keep_nobody_out(url: str, hurry: Callable[[], None]) -> None:
    hurry()
    silent = [connected(url) for _ in range(100)]
    wait_for(lambda: comes_in(url))
    for one in silent:
        assert ended(one)
        one.close()


def test_a_laptop_that_thinks_between_requests_keeps_its_connection(
    url: str, hurry: Callable[[], None]
) -> None:
    with connected(url) as laptop:
        assert answered(laptop)
        hurry()
        assert answered(laptop)
        laptop.settimeout(3 * SOON_S)
        with pytest.raises(TimeoutError):
            laptop.recv(1)
        laptop.settimeout(PATIENCE_S)
        assert answered(laptop)


def test_who_does_not_read_the_answer_is_let_go(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "UNREAD_S", SOON_S)
    with connected(url) as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        with pytest.raises(ConnectionError):
            for _ in range(20_000):
                deaf.sendall(MUCH * 50)


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limit")
def test_as_many_connections_as_the_system_lets_us() -> None:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (256, before[1]))
        allow_many_connections()
        now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        assert now == most or now >= patience.MOST_CONNECTIONS
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
