"""Promises of the road to a server: only encrypted to the authority that was named, or within this
machine; a token in a header and nowhere else."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from fieldapp.hub.push.errors import BadTarget, NoAuthority, ServerAway, ServerUnfit
from fieldapp.hub.push.link import Link
from tests.hub.push.fhir_server import FhirServer, fhir_server
from tests.sync.authorities import Authority

EMPTY = '{"resourceType":"Bundle","type":"transaction"}'


def test_a_bundle_goes_and_the_answer_comes(server: FhirServer) -> None:
    server.token = "secret"
    link = Link(server.url, secret="Bearer secret")
    assert link.post(EMPTY).body["type"] == "transaction-response"
    assert link.post(EMPTY).status == 200
    link.close()
    assert "secret" not in repr(link)
    assert server.asked[0]["content-type"].startswith("application/fhir+json")
    stranger = Link(server.url)
    assert stranger.post(EMPTY).status == 401
    stranger.close()


@pytest.mark.parametrize(
    "url",
    ["http://fhir.example.org/r4", "ftp://x/", "fhir.example.org", "https://u:p@x/", "https://x/?t=1"],
)  # fmt: skip
def test_an_address_that_would_give_something_away_is_refused(url: str) -> None:
    with pytest.raises(BadTarget) as wrong:
        Link(url, Authority().pem)
    assert "u:p" not in str(wrong.value)


def test_an_encrypted_address_needs_an_authority() -> None:
    with pytest.raises(NoAuthority):
        Link("https://fhir.example.org")
    with pytest.raises(NoAuthority):
        Link("https://fhir.example.org", "no certificate")


def test_only_the_named_authority_is_believed(tmp_path: Path) -> None:
    ours, theirs = Authority(), Authority("Somebody else")
    with fhir_server(ours.server(tmp_path, host="127.0.0.1")) as server:
        link = Link(server.url, ours.pem)
        assert link.post(EMPTY).status == 200
        link.close()
        stranger = Link(server.url, theirs.pem, secret="Bearer secret")
        with pytest.raises(ServerUnfit):
            stranger.post(EMPTY)
        assert len(server.asked) == 1


def test_who_is_not_there_is_away() -> None:
    with fhir_server() as server:
        url = server.url
    with pytest.raises(ServerAway):
        Link(url).post(EMPTY)


@contextmanager
def saying(piece: bytes, *, again: bool = False) -> Iterator[str]:
    """A server that says this to whoever comes; `again`: now and then, and never an end of it."""
    over = threading.Event()
    listening = socket.create_server(("127.0.0.1", 0))

    def talk() -> None:
        with suppress(OSError):
            somebody, _ = listening.accept()
            with somebody:
                somebody.recv(65536)
                somebody.sendall(piece)
                while again and not over.wait(0.05):
                    somebody.sendall(b"x")

    thread = threading.Thread(target=talk, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        over.set()
        thread.join()
        listening.close()


@pytest.mark.parametrize("begin", [b"", b"HTTP/1.1 200 OK\r\nX-Head: ", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_who_never_comes_to_an_end_is_cut_off(begin: bytes) -> None:
    with saying(begin, again=True) as url, pytest.raises(ServerAway) as away:
        Link(url, whole_s=0.3).post(EMPTY)
    assert "in time" in str(away.value.details)


def test_a_server_that_sends_us_elsewhere_is_not_followed(server: FhirServer) -> None:
    head = f"HTTP/1.1 307 Go\r\nLocation: {server.url}\r\nContent-Length: 0\r\n\r\n"
    with saying(head.encode()) as url:
        link = Link(url, secret="Bearer secret")
        assert link.post(EMPTY).status == 307
        link.close()
    assert not server.asked


@pytest.mark.parametrize("body", [b"<html>", b"[" * 100_000, b"\xff", b"[1]"])
def test_what_is_no_answer_is_read_as_none(body: bytes) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n"
    with saying(head.encode() + body) as url:
        link = Link(url)
        assert link.post(EMPTY).body == {}
        link.close()
