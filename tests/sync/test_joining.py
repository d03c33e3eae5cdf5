"""Only a hub that knows the code can take a laptop in, and the code never travels."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from nacl.signing import SigningKey

from fieldapp.sync.errors import (
    HubBusy,
    HubFault,
    SyncError,
    UnsignedAnswer,
    VersionMismatch,
    WrongCode,
)
from fieldapp.sync.joining import join_hub
from fieldapp.sync.link import Answer
from fieldapp.wire.enrol_code import EnrolCode
from fieldapp.wire.enrolment import KIND, write_answer
from fieldapp.wire.messages import EnrolReply, EnrolRequest, Problem, encode_problem
from fieldapp.wire.signed import sign

CODE = EnrolCode(b"test", b"a secret of test")
OTHER = EnrolCode(b"test", b"another of test.")
HUB_KEY = SigningKey.generate()
NONCE = b"nonce-of-12b"
REQUEST = EnrolRequest(b"test", b"k" * 32, "Boat Test", "boat", NONCE)


@dataclass
class OneAnswer:
    """A road at whose end the same answer always waits."""

    answer: Answer
    bodies: list[bytes] = field(default_factory=list)

    def hello(self, nonce: bytes) -> Answer:
        return self.answer

    def sync(self, body: bytes, authorization: str) -> Answer:
        return self.answer

    def enrol(self, body: bytes) -> Answer:
        self.bodies.append(body)
        return self.answer


def reply(nonce: bytes = NONCE) -> EnrolReply:
    return EnrolReply(7, b"hub-test", b"v" * 32, b"b" * 32, b"r" * 32, ("north",), nonce)


def ask(answer: Answer) -> EnrolReply:
    return join_hub(OneAnswer(answer), CODE, REQUEST)


def test_a_hub_that_knows_the_code_takes_the_laptop_in() -> None:
    assert ask(Answer(200, write_answer(reply(), CODE, HUB_KEY))) == reply()


def test_the_code_never_travels() -> None:
    link = OneAnswer(Answer(200, write_answer(reply(), CODE, HUB_KEY)))
    join_hub(link, CODE, REQUEST)
    assert CODE.secret not in link.bodies[0]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Log in</html>",
        write_answer(reply(), OTHER, HUB_KEY),
        write_answer(reply(b"another-one!"), CODE, HUB_KEY),
        write_answer(reply(), CODE, HUB_KEY)[:-1],
    ],
)
def test_nobody_else_can(body: bytes) -> None:
    with pytest.raises(UnsignedAnswer):
        ask(Answer(200, body))


def test_a_code_that_is_used_up_is_said_as_it_is() -> None:
    body = sign("problem", encode_problem(Problem(NONCE, 0, "test", "test")), HUB_KEY)
    with pytest.raises(WrongCode):
        ask(Answer(403, body))


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        (Answer(403, b"Forbidden by proxy"), UnsignedAnswer),
        (Answer(302, b""), UnsignedAnswer),
        (Answer(429, b""), HubBusy),
        (Answer(502, b""), HubFault),
    ],
)
def test_what_is_not_the_hubs_no_does_not_blame_the_code(
    answer: Answer, failure: type[SyncError]
) -> None:
    with pytest.raises(failure):
        ask(answer)


def test_a_newer_hub_asks_for_a_newer_program() -> None:
    newer = bytes.fromhex("8102")
    proof = CODE.prove(b"VX1 enrol answer", newer)
    with pytest.raises(VersionMismatch):
        ask(Answer(200, sign(KIND, proof + newer, HUB_KEY)))
