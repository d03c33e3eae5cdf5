"""The HTTP road names every failure, believes nothing, and never reads more than it must."""

from __future__ import annotations

import gzip
import itertools
import socket
import threading
from contextlib import closing
from typing import Any

import pytest

from fieldapp.sync.errors import (
    AnswerTooLong,
    ConnectionCut,
    HubSilent,
    HubUnreachable,
    SyncError,
    TruncatedReply,
    UnsignedAnswer,
)
from fieldapp.sync.http_link import MOST_ANSWER_BYTES, HttpLink
from fieldapp.sync.link import Answer
from tests.sync.servers import (
    Serve,
    answering,
    breaking_off,
    closed_port,
    patience_with,
    response,
    serving,
    silent,
)


def call(url: str, body: bytes = b"x", **parts: Any) -> Answer:
    """One sync request on a link of its own."""
    with closing(HttpLink(url, None, **parts)) as link:
        return link.sync(body, "VX1 test")


def test_a_request_arrives_whole_and_the_answer_comes_back_whole() -> None:
    with serving(answering(response(200, b"reply"))) as server:
        answer = call(server.url, b"x" * 100_000)
        assert (answer.status, answer.body) == (200, b"reply")
        assert server.requests[0].endswith(b"\r\n\r\n" + b"x" * 100_000)
        assert 100_000 < answer.bytes_out < 100_500
        assert 5 < answer.bytes_in < 200


def test_several_requests_share_one_connection() -> None:
    with serving(answering(response(200, b"reply"))) as server:
        with closing(HttpLink(server.url, None)) as link:
            for _ in range(5):
                link.sync(b"x", "VX1 test")
        assert (server.accepted, len(server.requests)) == (1, 5)


def test_a_request_carries_its_signature() -> None:
    with serving(answering(response(200, b""))) as server:
        call(server.url)
        assert server.requests[0].startswith(b"POST /v1/sync HTTP/1.1\r\n")
        assert b"\r\nAuthorization: VX1 test\r\n" in server.requests[0]


def test_the_probe_carries_nothing_but_its_nonce() -> None:
    with serving(answering(response(200, b"hi"))) as server:
        with closing(HttpLink(server.url, None)) as link:
            link.hello(b"\x01\xff")
        assert server.requests[0].startswith(b"GET /v1/hello?n=01ff HTTP/1.1\r\n")
        assert b"Authorization" not in server.requests[0]


def test_a_redirect_is_not_followed() -> None:
    login = response(302, b"", "Location: http://127.0.0.1:1/login")
    with serving(answering(login)) as server:
        assert call(server.url).status == 302


def test_a_page_of_ten_megabytes_is_dropped_unread() -> None:
    sent = itertools.count()

    def pour(connection: socket.socket, request: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\n")
        for _ in range(100):
            connection.sendall(b"<html>" * 17_000)
            next(sent)

    with serving(pour) as server, pytest.raises(AnswerTooLong):
        call(server.url)
    assert next(sent) < 100


def test_a_packed_page_is_not_unpacked() -> None:
    bomb = gzip.compress(bytes(10 * MOST_ANSWER_BYTES))
    with serving(answering(response(200, bomb, "Content-Encoding: gzip"))) as server:
        assert call(server.url).body == bomb


@pytest.mark.parametrize(
    ("serve", "failure"),
    [
        (breaking_off(b""), ConnectionCut),
        (breaking_off(response(200, b"x" * 1000)[:-500]), TruncatedReply),
        (
            breaking_off(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nhalf"),
            TruncatedReply,
        ),
        (breaking_off(b"SSH-2.0-OpenSSH_9.2\r\n"), UnsignedAnswer),
        (breaking_off(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200), UnsignedAnswer),
        (silent, HubSilent),
    ],
)
def test_every_broken_answer_has_its_own_name(serve: Serve, failure: type[SyncError]) -> None:
    with serving(serve) as server, pytest.raises(SyncError) as ended:
        call(server.url, patience=patience_with(serve))
    assert type(ended.value) is failure


def test_an_answer_that_drips_for_ever_is_not_waited_for() -> None:
    def drip(connection: socket.socket, request: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        for _ in range(1000):
            connection.sendall(b".")

    seconds = itertools.count(step=100.0)
    with serving(drip) as server, pytest.raises(HubSilent):
        call(server.url, monotonic=lambda: next(seconds))


def test_a_long_answer_over_a_slow_link_is_waited_for_while_it_comes() -> None:
    taken, seconds = threading.Semaphore(0), itertools.count(step=2.0)

    def slowly(connection: socket.socket, request: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 81920\r\n\r\n")
        for _ in range(40):
            taken.acquire()
            connection.sendall(bytes(2048))

    def two_seconds_a_piece() -> float:
        taken.release()
        return next(seconds)

    with serving(slowly) as server:
        answer = call(server.url, monotonic=two_seconds_a_piece)
    assert len(answer.body) == 81_920


def test_nobody_at_home_is_said_as_it_is() -> None:
    with pytest.raises(HubUnreachable):
        call(f"http://127.0.0.1:{closed_port()}")


def test_a_name_that_leads_nowhere_is_said_as_it_is() -> None:
    with pytest.raises(HubUnreachable):
        call("https://hub.invalid")


def test_a_proxy_of_the_environment_is_not_used_for_this_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{closed_port()}")
    monkeypatch.delenv("no_proxy", raising=False)
    with serving(answering(response(200, b"reply"))) as server:
        assert call(server.url).body == b"reply"


def test_a_proxy_of_the_environment_is_used_for_a_hub_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with serving(breaking_off(response(502, b""))) as proxy:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.port}")
        with pytest.raises(HubUnreachable):
            call("https://hub.example.org")
        assert proxy.requests[0].startswith(b"CONNECT hub.example.org:443 ")


def test_how_long_to_stay_away_is_read_from_the_answer() -> None:
    with serving(answering(response(429, b"", "Retry-After: 30"))) as server:
        assert call(server.url).retry_after_s == 30
