"""How an enrolment travels: each message behind the proof that its sender holds the code.

    request = HMAC(b"VX1 enrol request", message), 32 bytes | EnrolRequest
    answer  = signed "enrol": HMAC(b"VX1 enrol answer", message), 32 bytes | EnrolReply

The laptop knows no key of the hub yet: the code alone proves the answer, and what it brings.
"""

from __future__ import annotations

import hmac

from nacl.signing import SigningKey

from fieldapp.wire.enrol_code import EnrolCode
from fieldapp.wire.errors import BadSignature, Undecodable
from fieldapp.wire.messages import (
    EnrolReply,
    EnrolRequest,
    decode_enrol_reply,
    decode_enrol_request,
    encode_enrol_reply,
    encode_enrol_request,
)
from fieldapp.wire.signed import sign, unsigned_body

KIND = "enrol"
_REQUEST, _ANSWER = b"VX1 enrol request", b"VX1 enrol answer"
_PROOF_BYTES = 32


def write_request(request: EnrolRequest, code: EnrolCode) -> bytes:
    """The body of POST /v1/enrol."""
    message = encode_enrol_request(request)
    return code.prove(_REQUEST, message) + message


def read_request(data: bytes) -> EnrolRequest:
    """What a request asks; proven only by `check_request`. Raises Undecodable or NewerFormat."""
    return decode_enrol_request(_parts(data)[1])


def check_request(data: bytes, code: EnrolCode) -> None:
    """Raises BadSignature unless whoever wrote the request holds the code."""
    proof, message = _parts(data)
    if not hmac.compare_digest(proof, code.prove(_REQUEST, message)):
        raise BadSignature(what="enrolment", who="a holder of this code")


def write_answer(reply: EnrolReply, code: EnrolCode, key: SigningKey) -> bytes:
    """The hub's answer to a proven request."""
    message = encode_enrol_reply(reply)
    return sign(KIND, code.prove(_ANSWER, message) + message, key)


def read_answer(data: bytes, code: EnrolCode) -> EnrolReply:
    """The hub's answer. Raises Undecodable, NewerFormat or BadSignature."""
    proof, message = _parts(unsigned_body(data))
    if not hmac.compare_digest(proof, code.prove(_ANSWER, message)):
        raise BadSignature(what="answer", who="a hub that knows this code")
    return decode_enrol_reply(message)


def _parts(data: bytes) -> tuple[bytes, bytes]:
    if len(data) <= _PROOF_BYTES:
        raise Undecodable(what="enrolment", why="it is cut short")
    return data[:_PROOF_BYTES], data[_PROOF_BYTES:]
