"""Promises of a hub in several processes: whichever of them is killed, whenever."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path
from random import Random

import pytest
import requests
from nacl.signing import VerifyKey
from sqlalchemy import insert

from fieldapp.hub import schema
from fieldapp.hub.errors import NoWorkersHere
from fieldapp.hub.making import open_or_make
from fieldapp.hub.status import status
from fieldapp.hub.verify import verify
from fieldapp.hub.workers import require_workers
from fieldapp.wire.messages import decode_sync_reply
from fieldapp.wire.receipt import read_receipt
from fieldapp.wire.signed import open_signed
from tests.hub.databases import Server
from tests.hub.fake_laptop import NOW_S, FakeLaptop
from tests.hub.hub_process import hub_process
from tests.hub.load import children_of
from tests.patience import wait_for

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
LAPTOPS, DOSES, PAGES, KILLS = 4, 8, 4, 3
Keys = tuple[bytes, VerifyKey]


class Sender(threading.Thread):
    """A laptop that sends its pages one by one, each until there is a receipt for it."""

    def __init__(self, url: str, laptop: FakeLaptop, keys: Keys) -> None:
        super().__init__(daemon=True)
        self.url, self.laptop, self.keys = url, laptop, keys
        self.receipts: set[bytes] = set()

    def run(self) -> None:
        step = self.laptop.seq // PAGES
        for page in self.laptop.pages(*range(step, self.laptop.seq, step)):
            while page.last_seq not in {self._seq(hash_) for hash_ in self.receipts}:
                self._send(self.laptop.request([page], self.keys[0]))

    def _seq(self, hash_: bytes) -> int:
        return self.laptop.hashes.index(hash_) + 1

    def _send(self, body: bytes) -> None:
        headers = {"Authorization": self.laptop.authorize(body)}
        try:
            answer = requests.post(f"{self.url}/v1/sync", body, headers=headers, timeout=30)
        except requests.RequestException:
            time.sleep(0.05)
            return
        if answer.status_code == 200:
            reply = decode_sync_reply(open_signed("sync", answer.content, self.keys[1]))
            for raw in reply.receipts:
                self.receipts.add(read_receipt(raw, self.keys[1]).head_hash)


def joined(folder: Path, server: Server) -> tuple[list[FakeLaptop], Keys]:
    server.new_hub(folder)
    store = open_or_make(folder)
    laptops = [
        FakeLaptop(device=number + 1, epoch=b"epoch-%02d" % number).start()
        for number in range(LAPTOPS)
    ]
    team = {"name": "Boat Test", "kind": "boat", "region": "north", "enrolled_s": NOW_S}
    rows = [{"no": one.device, "verify_key": bytes(one.key.verify_key), **team} for one in laptops]
    with store.writing() as connection:
        connection.execute(insert(schema.device), rows)
    store.close()
    for one in laptops:
        for number in range(DOSES):
            one.give(one.register(f"Test {one.device} {number}"))
    return laptops, (store.keys.box_public, store.keys.verify_key)


def test_every_receipt_is_honoured_while_workers_and_the_fold_are_killed(
    tmp_path: Path, postgres_server: Server
) -> None:
    hub = tmp_path / "hub"
    laptops, keys = joined(hub, postgres_server)
    with hub_process(hub, workers=2) as (parent, url):
        senders = [Sender(url, laptop, keys) for laptop in laptops]
        for sender in senders:
            sender.start()
        random = Random(7)
        for _ in range(KILLS):
            time.sleep(0.4)
            wait_for(lambda: len(children_of(parent.pid)) == 3)
            os.kill(random.choice(children_of(parent.pid)), signal.SIGKILL)
        for sender in senders:
            sender.join()
        wait_for(lambda: status(hub)["projected_to"] == status(hub)["newest_frame"])
    assert parent.returncode == 0
    findings, found = verify(hub), status(hub)
    assert findings.problems == []
    assert found["doses_counted"] == LAPTOPS * DOSES
    assert found["frames"] == found["projected_to"]
    for sender in senders:
        assert sender.laptop.head.hash in sender.receipts


def test_workers_end_with_their_parent_however_it_ends(
    tmp_path: Path, postgres_server: Server
) -> None:
    hub = tmp_path / "hub"
    postgres_server.new_hub(hub)
    with hub_process(hub, workers=2) as (parent, _):
        workers = children_of(parent.pid)
        assert len(workers) == 3, "two that answer, one that keeps everything up"
        parent.kill()
        wait_for(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))


def test_where_nothing_can_be_forked_there_is_one_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    require_workers()
    monkeypatch.delattr(os, "fork")
    with pytest.raises(NoWorkersHere):
        require_workers()
