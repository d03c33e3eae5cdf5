"""Promises of enrolments as they travel."""

from __future__ import annotations

import pytest
from nacl.signing import SigningKey

from fieldapp.wire.enrol_code import EnrolCode
from fieldapp.wire.enrolment import (
    check_request,
    read_answer,
    read_request,
    write_answer,
    write_request,
)
from fieldapp.wire.errors import BadSignature, Undecodable
from fieldapp.wire.messages import EnrolReply, EnrolRequest

CODE = EnrolCode(b"test", b"a secret of test")
OTHER = EnrolCode(b"test", b"another of test.")
REQUEST = EnrolRequest(b"test", b"k" * 32, "Boat Test", "boat", b"nonce-test--")
REPLY = EnrolReply(7, b"hub-test", b"v" * 32, b"b" * 32, b"r" * 32, ("north",), b"nonce-test--")


def test_a_request_proves_that_its_sender_holds_the_code() -> None:
    data = write_request(REQUEST, CODE)
    check_request(data, CODE)
    assert read_request(data) == REQUEST
    with pytest.raises(BadSignature):
        check_request(data, OTHER)


def test_an_answer_proves_that_the_hub_knows_the_code() -> None:
    data = write_answer(REPLY, CODE, SigningKey.generate())
    assert read_answer(data, CODE) == REPLY
    with pytest.raises(BadSignature):
        read_answer(data, OTHER)


def test_the_code_never_travels() -> None:
    data = write_request(REQUEST, CODE) + write_answer(REPLY, CODE, SigningKey.generate())
    assert CODE.secret not in data


@pytest.mark.parametrize("data", [b"", b"short", b"x" * 32, b"x" * 80])
def test_bytes_that_are_no_enrolment_are_named_so(data: bytes) -> None:
    with pytest.raises(Undecodable):
        read_request(data)
