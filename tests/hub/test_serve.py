"""Promises of the running server: real processes, killed at the worst moments."""

from __future__ import annotations

import json
import signal
import socket
import time
from pathlib import Path

import pytest
import requests
from sqlalchemy import insert

from fieldapp.hub import schema
from fieldapp.hub.erasure import law
from fieldapp.hub.erasure.erasing import Order, erase
from fieldapp.hub.erasure.errors import NotErasedYet
from fieldapp.hub.errors import (
    BadCertificate,
    CannotListen,
    OneWorkerOnly,
    PartsNeedServer,
    PlainHttpRefused,
)
from fieldapp.hub.making import open_or_make
from fieldapp.hub.running import Hub
from fieldapp.hub.serve import ServedAlready, check_tls, serve
from fieldapp.hub.status import status
from fieldapp.hub.store import Store
from fieldapp.hub.verify import verify
from fieldapp.wire.messages import decode_sync_reply
from fieldapp.wire.receipt import read_receipt
from fieldapp.wire.road import is_loopback
from fieldapp.wire.signed import unsigned_body
from tests.hub.conftest import World
from tests.hub.databases import Server
from tests.hub.fake_laptop import NOW_S, FakeLaptop
from tests.hub.hub_process import hub_process
from tests.patience import wait_for
from tests.sync.authorities import Authority


def joined(folder: Path, server: Server | None = None, doses: int = 20) -> tuple[FakeLaptop, bytes]:
    """A hub's folder with one laptop, and the hub's box key."""
    laptop = FakeLaptop(device=1).start()
    if server is not None:
        server.new_hub(folder)
    store = open_or_make(folder)
    with store.writing() as connection:
        key = bytes(laptop.key.verify_key)
        team = {"name": "Boat Test", "kind": "boat", "region": "north", "enrolled_s": NOW_S}
        connection.execute(insert(schema.device).values(no=1, verify_key=key, **team))
    store.close()
    for number in range(doses):
        laptop.give(laptop.register(f"Test {number}"))
    return laptop, store.keys.box_public


def post(url: str, laptop: FakeLaptop, box_key: bytes) -> requests.Response:
    body = laptop.request(laptop.pages(15), box_key)
    headers = {"Authorization": laptop.authorize(body)}
    return requests.post(f"{url}/v1/sync", body, headers=headers, timeout=30)


def test_a_hub_in_a_file_is_served_once_and_one_on_a_server_as_often_as_like(
    tmp_path: Path, any_server: Server | None
) -> None:
    hub = tmp_path / "hub"
    joined(hub, any_server)
    with hub_process(hub) as (process, _):
        if any_server is None:
            with pytest.raises(ServedAlready, match="running"):
                serve(hub)
        else:
            with hub_process(hub) as (other, _):
                assert other.poll() is None
        assert process.poll() is None


@pytest.mark.parametrize("moment", ["before-commit", "after-commit", "answering"])
def test_a_hub_killed_at_any_moment_neither_loses_nor_doubles(
    tmp_path: Path, moment: str, any_server: Server | None
) -> None:
    hub = tmp_path / "hub"
    laptop, box_key = joined(hub, any_server)
    with hub_process(hub, moment) as (process, url):
        with pytest.raises(requests.ConnectionError):
            post(url, laptop, box_key)
        assert process.wait(30) == -signal.SIGKILL
    with hub_process(hub) as (process, url):
        reply = post(url, laptop, box_key)
        assert reply.status_code == 200
        assert verify(hub).ok, "while the hub serves"
        assert status(hub)["doses_counted"] == 20
    assert process.returncode == 0


def test_what_was_signed_for_survives_the_next_moments_kill(tmp_path: Path) -> None:
    laptop, box_key = joined(tmp_path)
    with hub_process(tmp_path) as (process, url):
        reply = decode_sync_reply(unsigned_body(post(url, laptop, box_key).content))
        process.kill()
    store = open_or_make(tmp_path)
    store.close()
    (receipt,) = [read_receipt(raw, store.keys.verify_key) for raw in reply.receipts]
    assert receipt.head_hash == laptop.head.hash
    findings = verify(tmp_path)
    assert (findings.ok, findings.events, findings.receipts) == (True, laptop.seq, 1)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_stop_finishes_the_request_in_hand_and_takes_no_other(
    tmp_path: Path, postgres_server: Server, workers: int
) -> None:
    laptop, box_key = joined(tmp_path / "hub", postgres_server)
    body = laptop.request(laptop.pages(), box_key)
    head = (
        f"POST /v1/sync HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n"
        f"Authorization: {laptop.authorize(body)}\r\nExpect: 100-continue\r\n\r\n"
    )
    with hub_process(tmp_path / "hub", workers=workers) as (process, url):
        port = int(url.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), 30) as connection:
            connection.sendall(head.encode())
            assert connection.recv(4096).startswith(b"HTTP/1.1 100"), "it is in hand"
            process.send_signal(signal.SIGTERM)
            time.sleep(0.5)
            connection.sendall(body)
            assert connection.recv(4096).startswith(b"HTTP/1.1 200")
        assert process.wait(30) == 0
        with pytest.raises(requests.ConnectionError):
            requests.get(f"{url}/healthz", timeout=30)
    assert status(tmp_path / "hub")["frames"] == 1
    assert verify(tmp_path / "hub").ok


def test_a_day_is_logged_in_one_schema_and_names_nobody(tmp_path: Path) -> None:
    laptop, box_key = joined(tmp_path / "hub")
    laptop.give(laptop.register("Canary Test", ("passport", "CANARY123")))
    log = tmp_path / "log"
    with log.open("w") as stream, hub_process(tmp_path / "hub", log=stream) as (_, url):
        assert post(url, laptop, box_key).status_code == 200
        for path in ("/people?name=canary", "/canary", "/v1/r/canary/1", "/healthz", "/sign-in"):
            requests.get(url + path, timeout=30)
        requests.post(f"{url}/sign-in", {"login": "canary", "passphrase": "canary"}, timeout=30)
        requests.post(f"{url}/v1/sync", b"canary", timeout=30)
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert len(lines) >= 7
    for line in lines:
        assert {"time", "level", "event", "logger", "process"} <= line.keys()
    assert "canary" not in log.read_text("utf-8").lower()
    assert {line.get("route") for line in lines} >= {"/v1/sync", "/v1/r/{region}/{which}"}


def test_a_part_alone_does_its_own_work_and_no_other(
    tmp_path: Path, postgres_server: Server
) -> None:
    hub = tmp_path / "hub"
    laptop, box_key = joined(hub, postgres_server)
    with hub_process(hub, only="laptops") as (_, url):
        assert post(url, laptop, box_key).status_code == 200
        assert requests.get(f"{url}/sign-in", timeout=30).status_code == 404
        assert requests.get(f"{url}/readyz", timeout=30).json()["behind"] == 2
    with hub_process(hub, only="pages", workers=2) as (_, url):
        assert requests.get(f"{url}/sign-in", timeout=30).status_code == 200
        assert requests.get(f"{url}/v1/hello?n=00", timeout=30).status_code == 404
        assert status(hub)["doses_counted"] == 0
    with hub_process(hub, only="keeping") as (_, url):
        wait_for(lambda: requests.get(f"{url}/readyz", timeout=30).json()["behind"] == 0)
        assert requests.get(f"{url}/sign-in", timeout=30).status_code == 404
    assert status(hub)["doses_counted"] == 20


def test_a_hub_with_a_certificate_speaks_only_tls(tmp_path: Path) -> None:
    authority = Authority()
    ca_file = tmp_path / "ca.pem"
    ca_file.write_text(authority.pem, "ascii")
    files = authority.write_server(tmp_path, host="localhost")
    with hub_process(tmp_path / "hub", "-", *files) as (_, url):
        assert url.startswith("https://127.0.0.1:")
        port = url.rpartition(":")[2]
        hello = f"https://localhost:{port}/v1/hello?n=00"
        assert requests.get(hello, verify=str(ca_file), timeout=30).status_code == 200
        with pytest.raises(requests.ConnectionError):
            requests.get(hello.replace("https", "http"), timeout=30)


def test_plain_http_is_for_this_machine_alone(tmp_path: Path) -> None:
    for host in ("0.0.0.0", "192.0.2.1", "hub.example.org", "::"):
        with pytest.raises(PlainHttpRefused):
            serve(tmp_path / "hub", host)
    assert not (tmp_path / "hub").exists()
    assert all(is_loopback(host) for host in ("127.0.0.1", "127.9.9.9", "::1", "localhost"))


def test_a_certificate_without_its_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadCertificate):
        check_tls("0.0.0.0", tmp_path / "cert.pem", None)
    with pytest.raises(BadCertificate):
        check_tls("0.0.0.0", tmp_path / "cert.pem", tmp_path / "key.pem")


def test_a_taken_port_is_named_and_several_workers_refused(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(CannotListen):
        serve(tmp_path, "127.0.0.1", other.getsockname()[1])
    with pytest.raises(OneWorkerOnly):
        serve(tmp_path, workers=4)
    with pytest.raises(PartsNeedServer):
        serve(tmp_path, only="laptops")
    with pytest.raises(OneWorkerOnly):
        serve(tmp_path, database="postgresql://db.example.org/hub", workers=0)


def put_back_raw(hub: Path, server: Server | None) -> None:
    """A hub that erased somebody, on a database in which nobody did: only the ledger knows."""
    laptop, _ = joined(hub, server, doses=1)
    store = open_or_make(hub)
    world = World(Hub(store, lambda: NOW_S))
    world.push_all(laptop)
    order = Order(laptop.hash_at(3), "never-true", "letter 12", "lu.qing")
    with pytest.MonkeyPatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr("fieldapp.hub.erasure.erasing.carry_out", dies)
        erase(store, order, law.shipped(), NOW_S + 60)
    store.close()


def dies(*_: object) -> int:
    raise KeyboardInterrupt


def test_nobody_can_look_before_those_whom_the_ledger_names_are_erased_again(
    tmp_path: Path, any_server: Server | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[dict[str, int]] = []

    def looks(_: object, store: Store, *__: object) -> None:
        seen.append(World(Hub(store, lambda: NOW_S)).numbers())

    put_back_raw(tmp_path / "hub", any_server)
    monkeypatch.setattr("fieldapp.hub.serve._Service.run", looks)
    serve(tmp_path / "hub", "127.0.0.1", 0)
    assert seen == [{"confirmed": 1, "erased": 1}]


def test_a_part_that_may_not_erase_does_not_begin_before_that(
    tmp_path: Path, postgres_server: Server
) -> None:
    put_back_raw(tmp_path / "hub", postgres_server)
    with pytest.raises(NotErasedYet):
        serve(tmp_path / "hub", "127.0.0.1", 0, only="pages")
