"""Whatever answers in the hub's place, the nurse reads why and nothing is called confirmed."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from fieldapp.actions.sync_now import sync_now
from fieldapp.journal import hub_link
from fieldapp.journal.tally import tally
from fieldapp.sync.errors import (
    AnswerTooLong,
    ConnectionCut,
    HubBusy,
    HubFault,
    HubSilent,
    HubUnreachable,
    NetworkWantsLogin,
    NotEnrolled,
    PlainHttpRefused,
    SyncError,
    TlsWrong,
    TruncatedReply,
    UnsignedAnswer,
)
from fieldapp.sync.outcome import DONE
from tests.journal.laptop import Laptop
from tests.sync.authorities import Authority
from tests.sync.fake_hub import Pair, enrolled, join, over_http
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

LOGIN_PAGE = response(200, b"<html>Welcome to Harbour Wi-Fi. Please log in.</html>")
REDIRECT = response(302, b"", "Location: http://login.example.org/")


def pour_ten_megabytes(connection: socket.socket, request: bytes) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\n")
    for _ in range(100):
        connection.sendall(b"x" * 100_000)


def assert_nothing_confirmed(pair: Pair, doses: int, error: SyncError) -> None:
    now = tally(pair.journal, pair.laptop.clock.now())
    assert (now.recorded, now.waiting, now.confirmed) == (doses, doses, 0)
    assert hub_link.attempts(pair.journal, 1)[0].happened == error.happened


def test_doses_reach_the_hub_over_http() -> None:
    with enrolled(doses=3) as pair, serving(over_http(pair.hub)) as server:
        join(pair.journal, pair.hub, server.url)
        outcome = sync_now(pair.journal, pair.laptop.clock)
        assert (outcome.sent, outcome.confirmed, outcome.waiting) == (3, 3, 0)
        assert server.accepted == 1
        assert outcome.bytes_out > len(pair.hub.requests[0].bundle)
        assert outcome.bytes_in > 0


def test_doses_reach_the_hub_over_tls(tmp_path: Path) -> None:
    ours = Authority()
    with enrolled(doses=3) as pair, serving(over_http(pair.hub), ours.server(tmp_path)) as server:
        join(pair.journal, pair.hub, server.url, ours.pem)
        assert sync_now(pair.journal, pair.laptop.clock).confirmed == 3


@pytest.mark.parametrize(
    ("serve", "failure"),
    [
        (answering(LOGIN_PAGE), NetworkWantsLogin),
        (answering(REDIRECT), NetworkWantsLogin),
        (answering(response(200, bytes.fromhex("83010203"))), NetworkWantsLogin),
        (answering(response(500, b"oops")), HubFault),
        (answering(response(503, b"", "Retry-After: 7")), HubBusy),
        (breaking_off(LOGIN_PAGE[:-9]), TruncatedReply),
        (breaking_off(b""), ConnectionCut),
        (pour_ten_megabytes, AnswerTooLong),
        (silent, HubSilent),
    ],
)
def test_a_strange_network_gets_no_record_at_all(serve: Serve, failure: type[SyncError]) -> None:
    with enrolled(doses=2) as pair, serving(serve) as server:
        join(pair.journal, pair.hub, server.url)
        with pytest.raises(failure) as ended:
            sync_now(pair.journal, pair.laptop.clock, patience=patience_with(serve))
        assert all(request.startswith(b"GET /v1/hello") for request in server.requests)
        assert_nothing_confirmed(pair, 2, ended.value)


@contextmanager
def known_network_turned_bad(serve: Serve) -> Iterator[Pair]:
    """A laptop whose last sync went well, two doses later, and now this answers."""
    with enrolled() as pair, serving(over_http(pair.hub)) as server:
        join(pair.journal, pair.hub, server.url)
        sync_now(pair.journal, pair.laptop.clock)
        pair.record(2)
        server.serve = serve
        yield pair


@pytest.mark.parametrize(
    ("serve", "failure"),
    [
        (answering(LOGIN_PAGE), UnsignedAnswer),
        (answering(REDIRECT), UnsignedAnswer),
        (answering(response(200, bytes.fromhex("83010203"))), UnsignedAnswer),
        (answering(response(500, b"oops")), HubFault),
        (answering(response(429, b"", "Retry-After: 7")), HubBusy),
        (breaking_off(LOGIN_PAGE[:-9]), TruncatedReply),
        (breaking_off(b""), ConnectionCut),
        (pour_ten_megabytes, AnswerTooLong),
        (silent, HubSilent),
    ],
)
def test_a_network_that_turns_bad_confirms_nothing(serve: Serve, failure: type[SyncError]) -> None:
    with known_network_turned_bad(serve) as pair:
        with pytest.raises(failure) as ended:
            sync_now(pair.journal, pair.laptop.clock, patience=patience_with(serve))
        assert_nothing_confirmed(pair, 2, ended.value)


def test_a_reply_swallowed_after_the_commit_is_made_good_without_a_second_copy() -> None:
    with enrolled() as pair:
        honest = over_http(pair.hub)

        def swallow(connection: socket.socket, request: bytes) -> None:
            ours, theirs = socket.socketpair()
            with ours, theirs:
                honest(ours, request)
            connection.shutdown(socket.SHUT_RDWR)

        with serving(honest) as server:
            join(pair.journal, pair.hub, server.url)
            sync_now(pair.journal, pair.laptop.clock)
            pair.record(2)
            server.serve = swallow
            with pytest.raises(ConnectionCut) as ended:
                sync_now(pair.journal, pair.laptop.clock)
            assert_nothing_confirmed(pair, 2, ended.value)
            server.serve = honest
            assert sync_now(pair.journal, pair.laptop.clock).confirmed == 2
        assert set(pair.hub.times_filed.values()) == {1}
        assert set(pair.hub.filed) == pair.ids()


def test_a_hub_that_restarts_in_the_middle_of_a_request_is_simply_asked_again() -> None:
    with enrolled() as pair, serving(over_http(pair.hub)) as server:
        join(pair.journal, pair.hub, server.url)
        sync_now(pair.journal, pair.laptop.clock)
        pair.record(2)

        def restart(connection: socket.socket, request: bytes) -> None:
            server.serve = over_http(pair.hub)
            connection.shutdown(socket.SHUT_RDWR)

        server.serve = restart
        assert sync_now(pair.journal, pair.laptop.clock).happened == DONE


def test_nobody_at_the_hubs_address() -> None:
    with enrolled(doses=2) as pair:
        join(pair.journal, pair.hub, f"http://127.0.0.1:{closed_port()}")
        with pytest.raises(HubUnreachable) as ended:
            sync_now(pair.journal, pair.laptop.clock)
        assert_nothing_confirmed(pair, 2, ended.value)


def test_a_stranger_with_a_certificate_of_his_own_gets_nothing(tmp_path: Path) -> None:
    context = Authority("Stranger").server(tmp_path)
    with enrolled(doses=2) as pair, serving(over_http(pair.hub), context) as server:
        join(pair.journal, pair.hub, server.url, Authority().pem)
        with pytest.raises(TlsWrong) as ended:
            sync_now(pair.journal, pair.laptop.clock)
        assert server.requests == []
        assert_nothing_confirmed(pair, 2, ended.value)


def test_records_never_leave_this_machine_unencrypted() -> None:
    with enrolled(doses=1) as pair:
        join(pair.journal, pair.hub, "http://hub.example.org")
        with pytest.raises(PlainHttpRefused):
            sync_now(pair.journal, pair.laptop.clock)


def test_without_a_hub_the_nurse_is_told_to_enrol(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    with pytest.raises(NotEnrolled, match="enrolment code"):
        sync_now(laptop.open(), laptop.clock)
    laptop.close()
