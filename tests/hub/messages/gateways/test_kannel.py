"""What Kannel is asked, and how its answers are understood. The real one: tests/journeys."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from fieldapp.hub.messages.errors import SettingsInvalid
from fieldapp.hub.messages.gateways.gateway import Answer, Fate, Outgoing
from fieldapp.hub.messages.gateways.kannel import Kannel

SECRET = ("hub", "pass-word")
HELLO = Outgoing("ref1", "+8613912345678", "王小明您好")


@contextmanager
def answering(answer: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """A server that says one thing to whoever comes, and what it was asked."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                while HELLO.text.encode() not in b"".join(asked):
                    asked.append(connection.recv(65536))
                connection.sendall(answer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/cgi-bin/sendsms", asked
        thread.join(10)


def entry(url: str) -> dict[str, Any]:
    return {"url": url, "sender": "10690", "report_url": "http://127.0.0.1:8470"}


def http(status: str, words: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(words)}\r\n\r\n{words}".encode()


def test_nothing_secret_and_nothing_personal_is_in_the_address() -> None:
    with answering(http("202 Accepted", "0: Accepted for delivery")) as (url, asked):
        assert Kannel(entry(url), SECRET).send(HELLO) == Answer(Fate.TAKEN)
    head, _, body = b"".join(asked).partition(b"\r\n\r\n")
    assert head.startswith(b"POST /cgi-bin/sendsms HTTP/1.1\r\n")
    assert body.decode() == HELLO.text
    for line in (
        b"X-Kannel-Password: pass-word",
        b"X-Kannel-To: +8613912345678",
        b"X-Kannel-Coding: 2",
        b"X-Kannel-DLR-Mask: 27",
        b"X-Kannel-DLR-Url: http://127.0.0.1:8470/v1/messages/ref1/%d",
    ):
        assert line in head


@pytest.mark.parametrize(
    ("answer", "fate"),
    [
        (http("202 Accepted", "3: Queued for later delivery"), Fate.TAKEN),
        (http("503 Unavailable", "Temporal failure, try again later."), Fate.LATER),
        (http("403 Forbidden", "Authorization failed for sendsms"), Fate.LATER),
        (http("400 Bad Request", "Not routable. Do not try again."), Fate.NEVER),
        (http("500 Trouble"), Fate.UNSURE),
        (http("200 OK", "<html>log in to the hotel</html>"), Fate.UNSURE),
        (b"", Fate.UNSURE),
        (b"not http\r\n\r\n", Fate.UNSURE),
    ],
)
def test_answers_are_understood(answer: bytes, fate: Fate) -> None:
    with answering(answer) as (url, _):
        assert Kannel(entry(url), SECRET).send(HELLO).fate is fate


def test_where_nobody_listens_nothing_was_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    answer = Kannel(entry(f"http://127.0.0.1:{port}/"), SECRET).send(HELLO)
    assert answer.fate is Fate.LATER and "pass-word" not in answer.why


def test_silence_leaves_it_unsure() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        answer = Kannel(entry(url), SECRET, timeout_s=0.2).send(HELLO)
    assert answer == Answer(Fate.UNSURE, why="no answer in time")


def test_it_cannot_be_asked_and_reports_come_to_the_hub() -> None:
    kannel = Kannel(entry("https://sms.example.org/cgi-bin/sendsms"), SECRET)
    assert kannel.fate_of("ref1").fate is Fate.UNSURE
    assert list(kannel.receipts()) == []
    kannel.close()


@pytest.mark.parametrize("url", ["", "ftp://x/", "http:///x", "http://x/?password=1", 7])
def test_an_address_that_cannot_be_used_is_refused(url: Any) -> None:
    with pytest.raises(SettingsInvalid):
        Kannel(entry(url), SECRET)
