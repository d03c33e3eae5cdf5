"""A hub in memory behind a link that can fail in every way, and the laptop that syncs with it."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from nacl.public import PrivateKey
from nacl.signing import SigningKey, VerifyKey

from fieldapp.journal import hub_link
from fieldapp.journal.journal import Journal
from fieldapp.sync.errors import ConnectionCut, HubSilent, TruncatedReply
from fieldapp.sync.link import ENROL_PATH, HELLO_PATH, SYNC_PATH, Answer
from fieldapp.wire.bundle import read_bundle
from fieldapp.wire.chain import genesis
from fieldapp.wire.enrol_code import EnrolCode
from fieldapp.wire.enrolment import check_request, read_request, write_answer
from fieldapp.wire.errors import BadSignature
from fieldapp.wire.messages import (
    EnrolReply,
    HeadHeld,
    Hello,
    Problem,
    SyncReply,
    SyncRequest,
    decode_sync_request,
    encode_hello,
    encode_problem,
    encode_sync_reply,
)
from fieldapp.wire.receipt import Receipt, sign_receipt
from fieldapp.wire.request_auth import check_request as check_signature
from fieldapp.wire.request_auth import read_claim
from fieldapp.wire.seal import SealedFrame, open_sealed
from fieldapp.wire.signed import sign
from tests.journal.laptop import Laptop, give, register
from tests.sync.servers import Serve, response

DEVICE = 7
HUB = b"hub-test"


class Fault(Enum):
    """What the network does to one request."""

    NONE = "none"
    REQUEST_LOST = "request lost"
    REPLY_LOST = "reply lost"
    REPLY_CUT = "reply cut"
    SILENCE = "silence"


@dataclass
class FakeHub:
    """Files events by their hash, as a tree, and signs for what it has. Also its own link."""

    device_key: VerifyKey
    now_s: Callable[[], int]
    key: SigningKey = field(default_factory=SigningKey.generate)
    box: PrivateKey = field(default_factory=PrivateKey.generate)
    filed: dict[bytes, tuple[bytes, int]] = field(default_factory=dict)
    times_filed: dict[bytes, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    requests: list[SyncRequest] = field(default_factory=list)
    sent_again: list[int] = field(default_factory=list)
    bytes_again: list[int] = field(default_factory=list)
    answer_instead: list[Answer] = field(default_factory=list)
    codes: list[EnrolCode] = field(default_factory=list)
    recovery_public: bytes = b"r" * 32
    hellos: int = 0
    next_after_s: int = 0

    def hello(self, nonce: bytes) -> Answer:
        self.hellos += 1
        body = encode_hello(Hello(nonce, HUB, self.now_s(), (1,), 1))
        return Answer(200, sign("hello", body, self.key))

    def enrol(self, body: bytes) -> Answer:
        asked = read_request(body)
        for code in self.codes:
            if code.code_id == asked.code_id:
                check_request(body, code)
                self.codes.remove(code)
                self.device_key = VerifyKey(asked.device_key)
                keys = bytes(self.key.verify_key), bytes(self.box.public_key), self.recovery_public
                reply = EnrolReply(DEVICE, HUB, *keys, ("north",), asked.nonce)
                return Answer(200, write_answer(reply, code, self.key))
        return self.problem(403, asked.nonce)

    def sync(self, body: bytes, authorization: str) -> Answer:
        fault = self.faults.pop(0) if self.faults else Fault.NONE
        request = decode_sync_request(body)
        frames = read_bundle(request.bundle, bytes(self.box)) if request.bundle else []
        known = [frame for frame in frames if self._last_of(frame) in self.filed]
        self.sent_again.append(len(known))
        self.bytes_again.append(sum(len(frame.frame_bytes) for frame in known))
        if fault is Fault.SILENCE:
            raise HubSilent
        if fault is Fault.REQUEST_LOST:
            raise ConnectionCut
        if self.answer_instead:
            return self.answer_instead.pop(0)
        answer = self._answer(body, authorization, request, frames)
        if fault is Fault.REPLY_LOST:
            raise ConnectionCut
        if fault is Fault.REPLY_CUT:
            raise TruncatedReply
        return answer

    def forget_after(self, seq: int) -> None:
        """What a restored backup does to a hub."""
        self.filed = {id_: at for id_, at in self.filed.items() if at[1] <= seq}

    def problem(self, status: int, nonce: bytes = b"") -> Answer:
        body = encode_problem(Problem(nonce, self.now_s(), "test", "test"))
        return Answer(status, sign("problem", body, self.key))

    def _answer(
        self, body: bytes, authorization: str, request: SyncRequest, frames: list[SealedFrame]
    ) -> Answer:
        claim = read_claim(authorization)
        try:
            check_signature(claim, "POST", SYNC_PATH, body, self.device_key)
        except BadSignature:
            return self.problem(401, request.nonce)
        if abs(claim.time - self.now_s()) > 600:
            return self.problem(401, request.nonce)
        self.requests.append(request)
        lacking = [frame for frame in frames if not self._file(frame)]
        newest = tuple(head for frame in lacking for head in self._newest(frame.epoch))
        status = 409 if lacking else 200
        return Answer(status, self._reply(request, self._receipts(request, frames), newest))

    def _reply(
        self, request: SyncRequest, receipts: list[bytes], newest: tuple[HeadHeld, ...]
    ) -> bytes:
        now, wait = self.now_s(), self.next_after_s
        reply = SyncReply(request.nonce, now, tuple(receipts), newest, (), (), wait)
        return sign("sync", encode_sync_reply(reply), self.key)

    def _file(self, frame: SealedFrame) -> bool:
        opened, entries, seal = open_sealed(frame, self.device_key)
        parent_known = opened.previous in self.filed or opened.previous == genesis(seal.epoch)
        for entry in entries if parent_known else []:
            if entry.id not in self.filed:
                self.times_filed[entry.id] = self.times_filed.get(entry.id, 0) + 1
                self.filed[entry.id] = (seal.epoch, entry.seq)
        return parent_known

    def _last_of(self, frame: SealedFrame) -> bytes:
        return open_sealed(frame, self.device_key)[1][-1].id

    def _newest(self, epoch: bytes) -> list[HeadHeld]:
        held = sorted((at[1], id_) for id_, at in self.filed.items() if at[0] == epoch)
        return [HeadHeld(DEVICE, epoch, seq, id_) for seq, id_ in held[-20:]]

    def _receipts(self, request: SyncRequest, frames: list[SealedFrame]) -> list[bytes]:
        named = {(self._last_of(frame), frame.epoch) for frame in frames}
        named |= {(head.hash, head.epoch) for head in request.heads}
        signed = [self.sign_for(id_) for id_, _ in named if id_ in self.filed]
        for epoch in {epoch for _, epoch in named}:
            signed += [self.sign_for(newest.hash) for newest in self._newest(epoch)[-1:]]
        return signed

    def sign_for(self, id_: bytes) -> bytes:
        """A receipt up to this event."""
        epoch, seq = self.filed[id_]
        now = self.now_s()
        receipt = Receipt(HUB, DEVICE, epoch, seq, id_, seq, (), now, b"", self.next_after_s)
        return sign_receipt(receipt, self.key)


@dataclass
class Pair:
    """A laptop that has joined a made-up hub."""

    laptop: Laptop
    journal: Journal
    hub: FakeHub

    def record(self, doses: int) -> None:
        """Write down so many made-up people with a dose each."""
        record_doses(self.journal, doses)

    def ids(self) -> set[bytes]:
        """The id of every event of this journal."""
        return {
            id_
            for epoch, head in hub_link.heads(self.journal).items()
            for seq in range(1, head.seq + 1)
            if (id_ := hub_link.hash_at(self.journal, epoch, seq)) is not None
        }


def record_doses(journal: Journal, doses: int) -> None:
    """Write down so many made-up people with a dose each; their names hardly compress."""
    for number in range(doses):
        name = f"Test {sha256(number.to_bytes(2, 'big')).hexdigest()[:40]}"
        give(journal, register(journal, name))


def join(
    journal: Journal, hub: FakeHub, url: str = "https://hub.example.org", ca_pem: str | None = None
) -> None:
    """Enrol a journal at a made-up hub."""
    keys = bytes(hub.key.verify_key), bytes(hub.box.public_key)
    hub_link.save_enrolment(journal, hub_link.Enrolment(DEVICE, url, ca_pem, HUB, *keys))


def over_http(hub: FakeHub) -> Serve:
    """Let a made-up hub answer real HTTP requests."""

    def serve(connection: socket.socket, request: bytes) -> None:
        head, _, body = request.partition(b"\r\n\r\n")
        path = head.split(b" ")[1].decode()
        signature = re.search(rb"\r\nAuthorization: ([^\r]*)", head)
        if path.startswith(HELLO_PATH):
            answer = hub.hello(bytes.fromhex(path.partition("=")[2]))
        elif path.startswith(ENROL_PATH):
            answer = hub.enrol(body)
        else:
            answer = hub.sync(body, signature[1].decode() if signature else "")
        connection.sendall(response(answer.status, answer.body))

    return serve


@contextmanager
def enrolled(doses: int = 0) -> Iterator[Pair]:
    """A laptop with so many doses and its hub, in a temporary folder."""
    with TemporaryDirectory() as folder:
        laptop = Laptop(Path(folder) / "home")
        laptop.set_up()
        journal = laptop.open()
        try:
            key = hub_link.signing_key(journal).verify_key
            hub = FakeHub(key, now_s=lambda: int(laptop.clock.now().timestamp()))
            join(journal, hub)
            pair = Pair(laptop, journal, hub)
            pair.record(doses)
            yield pair
        finally:
            laptop.close()
