"""Nothing is believed that the hub did not sign for this very request."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PrivateKey
from nacl.signing import SigningKey

from fieldapp.sync import errors
from fieldapp.sync.errors import SyncError
from fieldapp.sync.letters import (
    Party,
    authorize,
    read_hello,
    read_reply,
    receipts_of,
    unknown_parents,
    write_request,
)
from fieldapp.sync.link import SYNC_PATH, Answer
from fieldapp.wire.messages import (
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
from fieldapp.wire.request_auth import check_request, read_claim
from fieldapp.wire.seal import SealedFrame
from fieldapp.wire.signed import sign

HUB_KEY, DEVICE_KEY, BOX = SigningKey.generate(), SigningKey.generate(), PrivateKey.generate()
PARTY = Party(7, DEVICE_KEY, b"hub-test", HUB_KEY.verify_key, bytes(BOX.public_key))
NONCE = b"nonce-of-12b"
EPOCH = b"epoch-01"
NOW_S = 1_620_435_600


def reply(nonce: bytes = NONCE, **parts: tuple[bytes, ...]) -> SyncReply:
    receipts = parts.get("receipts", ())
    held = (HeadHeld(7, EPOCH, 4, b"h" * 32), HeadHeld(8, EPOCH, 9, b"g" * 32))
    return SyncReply(nonce, NOW_S, receipts, held, (), (), 0)


def signed_reply(nonce: bytes = NONCE, key: SigningKey = HUB_KEY, kind: str = "sync") -> bytes:
    return sign(kind, encode_sync_reply(reply(nonce)), key)


def read(body: bytes, status: int = 200) -> SyncReply:
    return read_reply(PARTY, Answer(status, body), NONCE, NOW_S)


@pytest.mark.parametrize("status", [200, 409])
def test_the_hubs_own_answer_is_read(status: int) -> None:
    assert read(signed_reply(), status) == reply()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        encode_sync_reply(reply()),
        signed_reply(nonce=b"another-one!"),
        signed_reply(key=SigningKey.generate()),
        signed_reply(kind="hello"),
        signed_reply()[:-1],
    ],
)
def test_anything_else_is_not(body: bytes) -> None:
    with pytest.raises(errors.UnsignedAnswer):
        read(body)


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_no_single_changed_byte_is_believed(at: int, change: int) -> None:
    body = bytearray(signed_reply())
    body[at % len(body)] ^= change
    with pytest.raises(errors.UnsignedAnswer):
        read(bytes(body))


@given(st.binary(max_size=300), st.integers(100, 599))
def test_no_stranger_can_stop_us_for_good(body: bytes, status: int) -> None:
    with pytest.raises(SyncError) as ended:
        read(body, status)
    assert ended.value.retry


def test_a_refusal_far_from_the_hubs_time_is_about_the_clock() -> None:
    body = encode_problem(Problem(NONCE, NOW_S + 86400, "test", "test"))
    with pytest.raises(errors.ClockRefused) as refused:
        read(sign("problem", body, HUB_KEY), 401)
    assert refused.value.hub_time_s == NOW_S + 86400


@pytest.mark.parametrize(
    ("status", "body", "failure"),
    [
        (200, b"<html>Log in</html>", errors.NetworkWantsLogin),
        (302, b"", errors.NetworkWantsLogin),
        (200, sign("hello", b"", HUB_KEY), errors.NetworkWantsLogin),
        (503, b"", errors.HubBusy),
        (502, b"", errors.HubFault),
    ],
    ids=["login page", "redirect", "hello without a body", "busy", "broken"],
)
def test_only_the_hubs_fresh_sign_of_life_opens_the_road(
    status: int, body: bytes, failure: type[SyncError]
) -> None:
    with pytest.raises(failure):
        read_hello(HUB_KEY.verify_key, Answer(status, body), NONCE)


def test_an_old_sign_of_life_played_again_opens_nothing() -> None:
    body = encode_hello(Hello(b"another-one!", b"hub-test", NOW_S, (1,), 1))
    answer = Answer(200, sign("hello", body, HUB_KEY))
    with pytest.raises(errors.NetworkWantsLogin):
        read_hello(HUB_KEY.verify_key, answer, NONCE)
    assert read_hello(HUB_KEY.verify_key, answer, b"another-one!").hub_time == NOW_S


def test_a_request_is_signed_for_this_body_and_moment() -> None:
    body = write_request(PARTY, SyncRequest(NONCE, (), (), 0, b""), [])
    claim = read_claim(authorize(PARTY, body, NONCE, NOW_S))
    check_request(claim, "POST", SYNC_PATH, body, DEVICE_KEY.verify_key)
    assert (claim.device, claim.time, claim.nonce) == (7, NOW_S, NONCE)
    assert decode_sync_request(body).bundle == b""


def test_only_this_hubs_receipts_about_this_laptop_are_taken() -> None:
    def receipt(hub: bytes, device: int) -> bytes:
        made = Receipt(hub, device, EPOCH, 4, b"h" * 32, 4, (), NOW_S, NONCE, 0)
        return sign_receipt(made, HUB_KEY)

    ours = receipt(b"hub-test", 7)
    others = (receipt(b"hub-test", 8), receipt(b"hub-else", 7))
    taken = receipts_of(PARTY, reply(receipts=(ours, *others)))
    assert [raw for raw, _ in taken] == [ours]


def test_a_reply_with_a_forged_receipt_inside_is_not_believed() -> None:
    made = Receipt(b"hub-test", 7, EPOCH, 4, b"h" * 32, 4, (), NOW_S, NONCE, 0)
    with pytest.raises(errors.UnsignedAnswer):
        receipts_of(PARTY, reply(receipts=(sign_receipt(made, DEVICE_KEY),)))


def test_an_epoch_of_which_the_hub_names_nothing_is_unknown_to_it() -> None:
    other = SealedFrame(7, b"epoch-02", 5, 9, 0, b"", b"")
    newest = unknown_parents(PARTY, reply(), [other], lacking=True)
    assert newest == {b"epoch-02": [], EPOCH: [(4, b"h" * 32)]}
    assert unknown_parents(PARTY, reply(), [other], lacking=False) == {EPOCH: [(4, b"h" * 32)]}
