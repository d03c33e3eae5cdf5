"""An SMSC is spoken to as the standard says; one written here from the standard alone listens."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest

from fieldapp.hub.messages.errors import SettingsInvalid
from fieldapp.hub.messages.gateways.gateway import Answer, Fate, Outgoing, Receipt
from fieldapp.hub.messages.gateways.smpp import Smpp
from fieldapp.hub.messages.queue import Report

BIND, SUBMIT, DELIVER, UNBIND, ANSWER = 9, 4, 5, 6, 0x80000000
THROTTLED = 0x58
HELLO = Outgoing("ab12", "+8613912345678", "王小明您好")


class Smsc:
    """What it was handed: (coding, esm class, text octets) a submission. `silent`: takes it and
    says nothing; `status`: refuses."""

    def __init__(self, *, silent: bool = False, status: int = 0) -> None:
        self.silent, self.status = silent, status
        self.got: list[tuple[int, int, str, bytes]] = []
        self.secret = b""
        self.server = socket.create_server(("127.0.0.1", 0))

    def entry(self) -> dict[str, Any]:
        return {"host": "127.0.0.1", "port": self.server.getsockname()[1], "sender": "fieldapp"}

    def run(self) -> None:
        """Serve one client; it may hang up at any moment."""
        connection, _ = self.server.accept()
        with suppress(ConnectionError), connection, connection.makefile("rb") as stream:
            while head := stream.read(16):
                length, command, _, sequence = struct.unpack(">4L", head)
                body = stream.read(length - 16)
                if command == SUBMIT:
                    self._submitted(connection, sequence, body)
                elif command < ANSWER:
                    self.secret = body if command == BIND else self.secret
                    _say(connection, command | ANSWER, 0, sequence, b"smsc\0")

    def _submitted(self, connection: socket.socket, sequence: int, body: bytes) -> None:
        self.got.append(_submission(body))
        if self.silent:
            return
        name = f"m{len(self.got)}"
        _say(connection, SUBMIT | ANSWER, self.status, sequence, name.encode() + b"\0")
        if not self.status:
            told = f"id:{name} sub:001 dlvrd:001 submit date:1 done date:2 stat:DELIVRD err:000"
            _say(connection, DELIVER, 0, 700 + len(self.got), _receipt(told.encode()))


def _submission(body: bytes) -> tuple[int, int, str, bytes]:
    rest = body.split(b"\0", 1)[1][2:].split(b"\0", 1)[1][2:]  # service, source
    phone, rest = rest.split(b"\0", 1)
    esm_class, rest = rest[0], rest[3:].split(b"\0", 1)[1].split(b"\0", 1)[1]
    _, _, coding, _, length = rest[:5]
    return coding, esm_class, phone.decode(), rest[5 : 5 + length]


def _receipt(text: bytes) -> bytes:
    addresses = b"\0" + b"\1\1861391234\0" + b"\0\0fieldapp\0"
    return addresses + bytes((4, 0, 0)) + b"\0\0" + bytes((0, 0, 0, 0, len(text))) + text


def _say(connection: socket.socket, command: int, status: int, sequence: int, body: bytes) -> None:
    connection.sendall(struct.pack(">4L", 16 + len(body), command, status, sequence) + body)


@contextmanager
def running(smsc: Smsc) -> Iterator[Smpp]:
    thread = threading.Thread(target=smsc.run, daemon=True)
    thread.start()
    gateway = Smpp(smsc.entry(), ("hub", "secret"), timeout_s=1, listen_s=0.3)
    try:
        yield gateway
    finally:
        gateway.close()
        smsc.server.close()
        thread.join(10)


def test_chinese_goes_as_ucs_2_and_its_receipt_comes_back() -> None:
    smsc = Smsc()
    with running(smsc) as gateway:
        assert gateway.send(HELLO) == Answer(Fate.TAKEN, "m1")
        assert list(gateway.receipts()) == [Receipt("m1", Report.DELIVERED)]
        assert list(gateway.receipts()) == []
    assert smsc.secret.startswith(b"hub\0secret\0")
    assert smsc.got == [(8, 0, "8613912345678", HELLO.text.encode("utf-16-be"))]


def test_a_long_text_goes_in_parts_that_belong_together() -> None:
    smsc = Smsc()
    with running(smsc) as gateway:
        assert gateway.send(Outgoing("ab12", "+86139", "针" * 100)) == Answer(Fate.TAKEN, "m2")
    parts = [(esm, text[:6], text[6:].decode("utf-16-be")) for _, esm, _, text in smsc.got]
    assert parts == [
        (0x40, bytes((5, 0, 3, 0xAB, 2, 1)), "针" * 67),
        (0x40, bytes((5, 0, 3, 0xAB, 2, 2)), "针" * 33),
    ]


def test_a_text_of_the_basic_alphabet_goes_in_it() -> None:
    smsc = Smsc()
    with running(smsc) as gateway:
        gateway.send(Outgoing("ab12", "+44", "Ann@£: {5}"))
    assert smsc.got[0][0] == 0 and smsc.got[0][3] == b"Ann\x00\x01: \x1b(5\x1b)"


@pytest.mark.parametrize(("status", "fate"), [(THROTTLED, Fate.LATER), (0x0B, Fate.NEVER)])
def test_a_refusal_is_for_later_or_for_good(status: int, fate: Fate) -> None:
    with running(Smsc(status=status)) as gateway:
        assert gateway.send(HELLO).fate is fate


def test_silence_leaves_it_unsure() -> None:
    with running(Smsc(silent=True)) as gateway:
        answer = gateway.send(HELLO)
    assert answer == Answer(Fate.UNSURE, why="no answer in time")


def test_where_nobody_listens_nothing_was_taken() -> None:
    smsc = Smsc()
    entry = smsc.entry()
    smsc.server.close()
    gateway = Smpp(entry, ("hub", "secret"), timeout_s=1, listen_s=0)
    assert gateway.send(HELLO).fate is Fate.LATER
    assert list(gateway.receipts()) == []
    assert gateway.fate_of("ab12").fate is Fate.UNSURE
    gateway.close()


@pytest.mark.parametrize("entry", [{}, {"host": "x", "port": "2775", "sender": "y"}])
def test_an_entry_that_cannot_be_used_is_refused(entry: dict[str, Any]) -> None:
    with pytest.raises(SettingsInvalid):
        Smpp(entry, ("hub", "secret"))
