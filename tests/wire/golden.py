"""The golden bytes of VX1: made once, opened by every build.

    python -m tests.wire.golden        makes those that are not there yet; never touches the others

Each object is one file NAME.bin; golden.json tells the keys and what each object says.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from nacl.public import PrivateKey
from nacl.signing import SigningKey

from fieldapp.domain.client import Document
from fieldapp.wire import bookings, cbor, chain, facts, messages, neighbour
from fieldapp.wire.bundle import key_id, write_bundle
from fieldapp.wire.columns import Part
from fieldapp.wire.enrol_code import EnrolCode, write_code
from fieldapp.wire.enrolment import write_answer, write_request
from fieldapp.wire.erasures import ErasedEvent, Erasure, ErasureList, sign_erasures
from fieldapp.wire.events import Header, encode_body, encode_header, type_and_version
from fieldapp.wire.frame import Frame, encode_frame, replay
from fieldapp.wire.membership import Membership, sign_membership
from fieldapp.wire.recalls import Recall, RecallList, sign_recalls
from fieldapp.wire.receipt import Receipt, sign_receipt
from fieldapp.wire.request_auth import sign_request
from fieldapp.wire.seal import Seal, SealedFrame, sign_seal
from fieldapp.wire.signed import sign
from fieldapp.wire.trust import HubKeys, Issuer, TrustList, sign_trust

FOLDER = Path(__file__).resolve().parent.parent / "data" / "golden" / "vx1"
DEVICE_SEED, HUB_SEED = b"golden device key, never real...", b"golden hub key, never real......"
BOX_PRIVATE = b"golden hub box key, never real.."
CODE = EnrolCode(b"gold", b"golden secret 16")
EPOCH, HUB, NONCE = b"golden08", b"hub-gold", b"golden-nonce"
TIME = 1_620_440_000
NAMES = (
    "frame-columns", "frame-newer", "frame-erased", "frame-plain", "bundle", "receipt",
    "sync-request", "sync-reply", "hello", "problem", "enrol-request", "enrol-answer", "trust",
    "authorization", "membership", "neighbour-hail", "neighbour-offer", "neighbour-parcel",
    "recalls", "erasures", "bookings", "neighbour-known", "neighbour-listed", "neighbour-told",
)  # fmt: skip


def data(name: str) -> bytes:
    """The golden bytes of an object."""
    return (FOLDER / f"{name}.bin").read_bytes()


def content(name: str) -> Any:
    """What golden.json says of an object, or of the keys."""
    return json.loads((FOLDER / "golden.json").read_text("utf-8"))[name]


def device_key() -> SigningKey:
    """The golden device's signing key."""
    return SigningKey(bytes.fromhex(content("keys")["device_seed"]))


def hub_key() -> SigningKey:
    """The golden hub's signing key."""
    return SigningKey(bytes.fromhex(content("keys")["hub_seed"]))


def told(value: object) -> Any:
    """The same as JSON would tell it: bytes as hex, dataclasses and maps as objects."""
    if is_dataclass(value):
        return {field.name: told(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {str(key): told(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [told(item) for item in value]
    return value.hex() if isinstance(value, bytes) else value


def _event(fact: facts.Fact, wall_s: int) -> Part:
    kind, version = type_and_version(fact)
    header = Header(kind, version, wall_s, wall_s - TIME + 600, "nurse.test")
    return encode_header(header), encode_body(fact), None


def _day() -> tuple[Part, ...]:
    dose = facts.DoseRecorded(
        2, "covid-inact-bibp", "TEST-0001", 19_000, TIME // 60 + 481, 480, 0, "left-deltoid",
        "golden-0508", None, None, [], ["give", "DUE", "cn-nhc-2021-03-29"],
    )  # fmt: skip
    person = facts.ClientRegistered(
        "曾金样", [[1, "11010519530714831"]], None, None, "+8613800000001", home_area="110105"
    )
    return (
        _event(facts.Opened(bytes(8), bytes(16), "0.1.0", 480), TIME),
        _event(person, TIME + 40),
        _event(dose, TIME + 95),
        _event(facts.DoseVoided(3, "wrong-person"), TIME + 130),
    )


def _frames() -> dict[str, Frame]:
    genesis, seed = chain.genesis(EPOCH), b"golden salt seed"
    day = _day()
    newer = encode_header(Header(900, 2, TIME + 7, 9, "nurse.test")), cbor.dumps([1, ["new"]]), None
    odd = encode_header(Header(32, 1, TIME + 8, 9, "nurse.test")), b"\x9f\x01\xff", None
    salts = {seq: chain.salt(seed, seq) for seq in (1, 3, 4)}
    gone = day[1][0], None, chain.commitment(chain.salt(seed, 2), day[1][1] or b"")
    erased = (day[0], gone, *day[2:])
    return {
        "frame-columns": Frame(17, EPOCH, 1, genesis, {0: seed}, day),
        "frame-newer": Frame(17, EPOCH, 1, genesis, {0: seed}, (*day, newer)),
        "frame-erased": Frame(17, EPOCH, 1, genesis, {}, erased, salts),
        "frame-plain": Frame(17, EPOCH, 1, genesis, {0: seed}, (*day, odd)),
    }


def _page(frame: Frame, packed: bytes) -> SealedFrame:
    last = replay(frame)[-1]
    seal = Seal(frame.device, frame.epoch, last.seq, last.id, TIME + 200)
    signature = sign_seal(seal, SigningKey(DEVICE_SEED))
    return SealedFrame(17, EPOCH, 1, last.seq, TIME + 200, signature, packed)


def _messages(bundle: bytes, receipt: bytes, head: bytes) -> dict[str, tuple[bytes, object]]:
    key = SigningKey(HUB_SEED)
    held = (messages.HeadHeld(17, EPOCH, 4, head),)
    request = messages.SyncRequest(NONCE, held, (("region-test", 3),), 65_536, bundle)
    reply = messages.SyncReply(
        NONCE, TIME + 300, (receipt,), held, ((EPOCH, 5, "test"),), (b"pull",), 60
    )
    hello = messages.Hello(NONCE, HUB, TIME, (1,), 2)
    problem = messages.Problem(NONCE, TIME, "clock", "The clock is off.")
    box, verify = bytes(PrivateKey(BOX_PRIVATE).public_key), bytes(key.verify_key)
    joining = messages.EnrolRequest(
        CODE.code_id, bytes(SigningKey(DEVICE_SEED).verify_key), "Boat Test", "boat", NONCE
    )
    joined = messages.EnrolReply(17, HUB, verify, box, bytes(32), ("region-test",), NONCE)
    hubs = (HubKeys(HUB, verify, box, TIME, TIME + 9),)
    issuers = (Issuer(5, "Boat Test", bytes(64), TIME + 3), Issuer(6, "Vehicle Test", b"k" * 64))
    recalls = (Recall("covid-inact-bibp", "TEST-0001", TIME + 5, "quality", "Notice 4"),)
    listed = RecallList(HUB, TIME + 5, TIME + 9, recalls)
    gone = ErasedEvent(17, EPOCH, 2, head[:16]), ErasedEvent(18, EPOCH, 3, bytes(16))
    erasures = (Erasure(TIME + 6, TIME + 6, "request", gone),)
    erased = ErasureList(HUB, TIME, TIME + 6, TIME + 9, erasures)
    trust = TrustList(2, TIME, TIME + 9, hubs, issuers, (5,), ((6, "test"),))
    return {
        "sync-request": (messages.encode_sync_request(request), request),
        "sync-reply": (sign("sync", messages.encode_sync_reply(reply), key), reply),
        "hello": (sign("hello", messages.encode_hello(hello), key), hello),
        "problem": (sign("problem", messages.encode_problem(problem), key), problem),
        "enrol-request": (write_request(joining, CODE), joining),
        "enrol-answer": (write_answer(joined, CODE, key), joined),
        "trust": (sign_trust(trust, key), trust),
        "recalls": (sign_recalls(listed, key), listed),
        "erasures": (sign_erasures(erased, key), erased),
    }


def _bookings() -> dict[str, tuple[bytes, object]]:
    key, region_key = SigningKey(HUB_SEED), b"golden region key, never real..."
    paper = Document("passport", "C01234567")
    seat = bookings.Seat(b"gold5", paper, "DEU", "en", "grp-foreigner", False)
    slots = (bookings.Slot(TIME, TIME + 1200, 2, (seat,)),)
    booked = (bookings.Session(3, "Port", "港口", "cn-nhc-2021-03-29", 18_754, 480, slots),)
    box = bookings.close_box(booked, region_key)
    listed = bookings.BookingList(HUB, "region-test", TIME + 7, TIME + 9, 1, box)
    said = {"key": region_key, "list": listed, "sessions": booked}
    return {"bookings": (bookings.sign_bookings(listed, key), said)}


def _meeting(
    bundle: bytes, receipt: bytes, head: bytes, recalls: bytes
) -> dict[str, tuple[bytes, object]]:
    key, box = SigningKey(HUB_SEED), bytes(PrivateKey(BOX_PRIVATE).public_key)
    device_key = bytes(SigningKey(DEVICE_SEED).verify_key)
    member = Membership(HUB, 17, device_key, TIME, TIME + 86_400, (5,))
    place = neighbour.Held(EPOCH, 1, 4, head, 1)
    seen = neighbour.Seen(541, "covid-inact-bibp", (b"golden token",))
    said: dict[str, neighbour.Message] = {
        "neighbour-hail": neighbour.Hail(key_id(box), b"golden key of this meeting alone"),
        "neighbour-offer": neighbour.Offer("Boat Test", (place,), (receipt,), (seen,)),
        "neighbour-parcel": neighbour.Parcel(place, bundle),
        "neighbour-known": neighbour.Known((("recalls", TIME + 5), ("trust", 2))),
        "neighbour-listed": neighbour.Listed(recalls),
        "neighbour-told": neighbour.Told(1),
    }
    return {
        "membership": (sign_membership(member, key), member),
        **{name: (neighbour.encode(message), message) for name, message in said.items()},
    }


def objects() -> dict[str, tuple[bytes, object]]:
    """Every golden object: its bytes, and what they say."""
    made: dict[str, tuple[bytes, object]] = {}
    for name, frame in _frames().items():
        ids = [entry.id for entry in replay(frame)]
        made[name] = encode_frame(frame), {"frame": frame, "ids": ids}
    day = _frames()["frame-columns"]
    page = _page(day, made["frame-columns"][0])
    bundle = write_bundle([page], bytes(PrivateKey(BOX_PRIVATE).public_key))
    head = replay(day)[-1].id
    receipt = Receipt(HUB, 17, EPOCH, 4, head, 2, ((3, "unknown-vaccine"),), TIME + 300, NONCE, 60)
    signed = sign_receipt(receipt, SigningKey(HUB_SEED))
    header = sign_request(
        "POST", "/v1/sync", bundle, device=17, time=TIME, nonce=NONCE, key=SigningKey(DEVICE_SEED)
    )
    said = {"method": "POST", "path": "/v1/sync", "body": bundle, "device": 17, "time": TIME}
    said_by_hub = _messages(bundle, signed, head)
    return {
        **made,
        "bundle": (bundle, [page]),
        "receipt": (signed, receipt),
        **said_by_hub,
        "authorization": (header.encode(), said),
        **_meeting(bundle, signed, head, said_by_hub["recalls"][0]),
        **_bookings(),
    }


def main() -> None:
    """Make what is missing."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    book = FOLDER / "golden.json"
    known = json.loads(book.read_text("utf-8")) if book.exists() else {}
    keys = {"device_seed": DEVICE_SEED, "hub_seed": HUB_SEED, "hub_box_private": BOX_PRIVATE}
    known.setdefault("keys", told({**keys, "code": write_code(CODE)}))
    for name, (packed, said) in objects().items():
        if name not in known:
            (FOLDER / f"{name}.bin").write_bytes(packed)
            known[name] = told(said)
    book.write_text(json.dumps(known, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
