"""A made-up hub for the journal's tests: its keys, its signed receipts, and an enrolled laptop."""

from __future__ import annotations

from nacl.public import PrivateKey
from nacl.signing import SigningKey

from fieldapp.journal.entries import Head
from fieldapp.journal.hub_link import Enrolment, save_enrolment
from fieldapp.journal.journal import Journal
from fieldapp.wire.receipt import Receipt, sign_receipt

HUB_KEY = SigningKey(bytes(range(32)))
HUB_BOX = PrivateKey(bytes(range(1, 33)))
ENROLMENT = Enrolment(
    device=7,
    hub_url="https://hub.invalid",
    ca_pem="made-up certificate",
    hub_id=b"hub-test",
    hub_verify_key=bytes(HUB_KEY.verify_key),
    hub_box_key=bytes(HUB_BOX.public_key),
    recovery_key=None,
    regions=("region-test",),
)


def enrol(journal: Journal) -> None:
    save_enrolment(journal, ENROLMENT)


def receipt(
    head: Head,
    *,
    at: int = 1_620_440_000,
    durable: int = 0,
    quarantined: tuple[tuple[int, str], ...] = (),
    key: SigningKey = HUB_KEY,
    device: int = ENROLMENT.device,
) -> bytes:
    """The hub's signed word for an epoch up to `head`."""
    said = Receipt(
        ENROLMENT.hub_id, device, head.epoch, head.seq, head.hash, durable, quarantined, at,
        bytes(8), 0,
    )  # fmt: skip
    return sign_receipt(said, key)
