"""Promises of the hub over HTTP, by a real server in a thread."""

from __future__ import annotations

import resource
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
import requests
import uvicorn
from sqlalchemy.exc import OperationalError

from fieldapp.hub.api import tokens
from fieldapp.hub.app import MOST_SYNC_BYTES, make_app
from fieldapp.hub.cards.key import as_issuer
from fieldapp.hub.store import Store
from fieldapp.hub.upkeep.patience import Patient
from fieldapp.wire.facts import IssuingKeyMade
from fieldapp.wire.health_card.keys import IssuingKey, jwk
from fieldapp.wire.messages import decode_hello, decode_problem
from fieldapp.wire.signed import open_signed
from fieldapp.wire.trust import read_trust
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop

OPEN = (("GET", "/"), ("GET", "/v1/hello"), ("GET", "/v1/trust"))
PATHS = ("/v1/sync", "/v1/hello", "/v1/enrol", "/v1/trust", "/", "/v1/sync/x")


@contextmanager
def served(world: World) -> Iterator[str]:
    config = uvicorn.Config(
        make_app(world.hub), http=Patient, loop="asyncio", lifespan="off", ws="none",
        log_config=None, access_log=False,
    )  # fmt: skip
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(30)


@pytest.fixture
def url(world: World) -> Iterator[str]:
    with served(world) as address:
        yield address


def push(url: str, world: World, laptop: FakeLaptop) -> requests.Response:
    body = laptop.request(laptop.pages(), world.store.keys.box_public)
    headers = {"Authorization": laptop.authorize(body)}
    return requests.post(f"{url}/v1/sync", body, headers=headers, timeout=30)


def test_hello_is_signed_and_carries_the_nonce_and_the_time(world: World, url: str) -> None:
    answer = requests.get(f"{url}/v1/hello?n=00112233", timeout=30)
    hello = decode_hello(open_signed("hello", answer.content, world.verify_key))
    assert (hello.nonce.hex(), hello.hub_time) == ("00112233", NOW_S)
    assert hello.hub == world.store.keys.hub_id
    assert answer.headers["Cache-Control"] == "no-store"
    assert requests.get(f"{url}/v1/hello?n=xyz", timeout=30).status_code == 400
    assert requests.get(f"{url}/v1/hello?n={'00' * 99}", timeout=30).status_code == 400


def test_a_push_over_http_counts(world: World, url: str) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Test A"))
    answer = push(url, world, laptop)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert world.numbers() == {"clients": 1, "confirmed": 1, "counted": 1}


def test_the_same_bundle_twice_at_once_counts_once(world: World, url: str) -> None:
    laptops = [world.laptop(b"epoch-0%d" % number) for number in range(3)]
    for laptop in laptops:
        for number in range(5):
            laptop.give(laptop.register(f"Test {laptop.device} {number}"))
    with ThreadPoolExecutor(9) as pool:
        answers = list(pool.map(lambda laptop: push(url, world, laptop), laptops * 3))
    assert {answer.status_code for answer in answers} == {200}
    world.fold()
    assert world.numbers() == {"clients": 15, "confirmed": 15, "counted": 15}


@pytest.mark.parametrize("path", PATHS)
def test_ten_megabytes_of_garbage_are_refused_signed_and_forgotten(
    world: World, url: str, path: str
) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for chunked in (False, True):
        pieces = (b"garbage!" * 8192 for _ in range(160))
        answer = requests.post(
            url + path, pieces if chunked else b"garbage!" * 1_310_720, timeout=60
        )
        assert answer.status_code in (404, 405, 413)
        decode_problem(open_signed("problem", answer.content, world.verify_key))
    grown_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown_kib < 64 * 1024  # the client's own ten megabytes are in here
    assert requests.get(f"{url}/v1/hello?n=00", timeout=30).status_code == 200


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "body", [b"", b"\x00", b"\xff" * 200, b"\x9f" * 5000, b"VXB1" + b"\xff" * 99]
)
def test_small_garbage_never_faults(world: World, url: str, path: str, body: bytes) -> None:
    for method in ("GET", "POST", "PUT", "DELETE"):
        headers = {"Authorization": "VX1 1,2,garbage,garbage"}
        answer = requests.request(method, url + path, data=body, headers=headers, timeout=30)
        assert 400 <= answer.status_code < 500 or (method, path) in OPEN
        assert answer.content


def test_no_more_is_read_than_allowed(world: World, url: str) -> None:
    address = urlsplit(url)
    head = f"POST /v1/sync HTTP/1.1\r\nHost: x\r\nContent-Length: {MOST_SYNC_BYTES + 1}\r\n\r\n"
    with socket.create_connection((address.hostname or "", address.port or 0), 30) as connection:
        connection.sendall(head.encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 413")


def test_a_body_that_breaks_off_changes_nothing(world: World, url: str) -> None:
    laptop = world.laptop()
    body = laptop.request(laptop.pages(), world.store.keys.box_public)
    address = urlsplit(url)
    head = (
        f"POST /v1/sync HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n"
        f"Authorization: {laptop.authorize(body)}\r\n\r\n"
    )
    with socket.create_connection((address.hostname or "", address.port or 0), 30) as connection:
        connection.sendall(head.encode() + body[:-9])
    assert push(url, world, laptop).status_code == 200
    assert world.numbers() == {}


def test_a_fault_is_answered_signed_and_logged_without_its_words(
    world: World, url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fault(*_: object) -> None:
        raise ValueError("Test Canary, born 1980")

    monkeypatch.setattr("fieldapp.hub.sync_answer.answer_sync", fault)
    answer = requests.post(f"{url}/v1/sync", b"x", timeout=30)
    assert answer.status_code == 500
    decode_problem(open_signed("problem", answer.content, world.verify_key))
    assert "ValueError" in caplog.text and "Canary" not in caplog.text


@pytest.mark.parametrize(
    "path",
    ["/v1/hello", "/v1/trust", "/.well-known/jwks.json", f"/v1/messages/{'0' * 32}/1", "/sign-in",
     "/api/v1/sync-log"],
)  # fmt: skip
def test_while_the_database_is_away_whoever_asks_is_told_when_to_ask_again(
    url: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_: Store) -> None:
        raise OperationalError("SELECT", {}, Exception("the server is away"))

    monkeypatch.setattr(Store, "reading", away)
    headers = {"Authorization": f"Bearer {tokens.BEGINS}x"}
    answer = requests.get(url + path, headers=headers, timeout=30)
    assert (answer.status_code, answer.headers.get("Retry-After")) == (503, "30")
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_trust_list_is_there_for_everybody(world: World, url: str) -> None:
    answer = requests.get(url + "/v1/trust", timeout=30)
    trust = read_trust(answer.content, world.verify_key)
    assert [hub.hub for hub in trust.hubs] == [world.store.keys.hub_id]
    hello = requests.get(url + "/v1/hello", params={"n": "00"}, timeout=30)
    said = decode_hello(open_signed("hello", hello.content, world.verify_key))
    assert said.trust_version == trust.version


def test_the_keys_for_cards_are_there_for_every_reader(world: World, url: str) -> None:
    key = IssuingKey(b"made-up key for cards, never a real one!").public
    laptop = world.laptop()
    laptop.add(IssuingKeyMade(key))
    world.push_all(laptop)
    answer = requests.get(url + "/.well-known/jwks.json", timeout=30)
    own = as_issuer(world.store.keys).key
    assert answer.json() == {"keys": [jwk(own), jwk(key)]}
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
