"""A made-up laptop: keys and chains built with the wire's own functions, cut into pages at will."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from nacl.signing import SigningKey

from fieldapp.domain.client import ClientDetails, Document
from fieldapp.wire import chain
from fieldapp.wire.bundle import write_bundle
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.columns import Part
from fieldapp.wire.dates import to_minutes
from fieldapp.wire.events import Header, encode_body, encode_header, type_and_version
from fieldapp.wire.facts import DoseRecorded, Fact, Opened, Ref, UserAdded
from fieldapp.wire.frame import Frame, encode_frame
from fieldapp.wire.messages import HeadHeld, SyncRequest, encode_sync_request
from fieldapp.wire.request_auth import NONCE_BYTES, sign_request
from fieldapp.wire.seal import Seal, SealedFrame, sign_seal

NOW_S = 1_625_000_000
"""The hub's time in tests: 29 June 2021, 20:53 UTC."""
NURSE = "nurse.test"
VACCINE = "covid-test-1"
OTHER_VACCINE = "covid-test-2"
SEED = b"salt seed of tst"


@dataclass
class FakeLaptop:
    """One branch of one epoch; `copy` makes the clone that a cloned disk is."""

    device: int = 0
    key: SigningKey = field(default_factory=SigningKey.generate)
    epoch: bytes = b"epoch-01"
    parts: list[Part] = field(default_factory=list)
    hashes: list[bytes] = field(default_factory=list)
    wall_s: int = NOW_S - 3600

    def start(self) -> FakeLaptop:
        """Begin as a real journal does."""
        self.add(Opened(b"nonce", b"boot", "0.0.0", 480), user="system")
        self.add(UserAdded(NURSE, "Nurse Test", "recorder"), user="system")
        return self

    def copy(self) -> FakeLaptop:
        """A second machine with the same disk."""
        return replace(self, parts=list(self.parts), hashes=list(self.hashes))

    @property
    def seq(self) -> int:
        """The number of the last event."""
        return len(self.parts)

    @property
    def head(self) -> HeadHeld:
        """The last event."""
        return HeadHeld(self.device, self.epoch, self.seq, self.hash_at(self.seq))

    def hash_at(self, seq: int) -> bytes:
        """The id of an event."""
        return self.hashes[seq - 1] if seq else chain.genesis(self.epoch)

    def add(self, fact: Fact, *, user: str = NURSE) -> int:
        """Append a fact; returns its sequence number."""
        kind, version = type_and_version(fact)
        return self.add_raw(kind, version, encode_body(fact), user=user)

    def add_raw(self, kind: int, version: int, body: bytes, *, user: str = NURSE) -> int:
        """Append an event of any bytes."""
        header = encode_header(Header(kind, version, self.wall_s, 100, user))
        self.wall_s += 60
        return self.add_part(header, body)

    def add_part(self, header: bytes, body: bytes) -> int:
        """Append an event with any header."""
        previous = self.hash_at(self.seq)
        salt = chain.salt(SEED, self.seq + 1)
        self.hashes.append(chain.extend(previous, header, body, salt))
        self.parts.append((header, body, None))
        return self.seq

    def erase(self, seq: int) -> None:
        """Destroy a body; the chain still holds."""
        header, body, _ = self.parts[seq - 1]
        assert body is not None
        commitment = chain.commitment(chain.salt(SEED, seq), body)
        self.parts[seq - 1] = (header, None, commitment)

    def register(self, name: str, *papers: tuple[str, str], born: date | None = None) -> int:
        """Write somebody down."""
        documents = tuple(Document(kind, number) for kind, number in papers)
        return self.add(to_fact(ClientDetails(name, documents, birth_date=born)))

    def give(
        self, client: Ref, day: int = 8, *, vaccine: str = VACCINE, month: int = 5, year: int = 2021
    ) -> int:
        """Record a dose at nine in the morning of a day in May 2021."""
        return self.add(dose(client, day, vaccine=vaccine, month=month, year=year))

    def ref(self, seq: int) -> bytes:
        """How other laptops refer to an event of this one."""
        return self.hash_at(seq)[: chain.REF_BYTES]

    def page(self, first: int, last: int) -> SealedFrame:
        """Events `first` to `last`, sealed."""
        blocks = {chain.salt_block(seq) for seq in range(first, last + 1)}
        frame = Frame(
            self.device,
            self.epoch,
            first,
            self.hash_at(first - 1),
            dict.fromkeys(blocks, SEED),
            tuple(self.parts[first - 1 : last]),
        )
        seal = Seal(self.device, self.epoch, last, self.hash_at(last), NOW_S)
        signature = sign_seal(seal, self.key)
        packed = encode_frame(frame)
        return SealedFrame(self.device, self.epoch, first, last, NOW_S, signature, packed)

    def pages(self, *cuts: int) -> list[SealedFrame]:
        """Everything, cut after these events."""
        ends = [*cuts, self.seq]
        return [self.page(first + 1, last) for first, last in zip([0, *cuts], ends, strict=True)]

    def request(
        self,
        pages: Sequence[SealedFrame],
        box_key: bytes,
        *,
        heads: Sequence[HeadHeld] = (),
        pull_budget: int = 0,
        cursors: tuple[tuple[str, int], ...] = (),
    ) -> bytes:
        """The body of a sync request."""
        bundle = write_bundle(pages, box_key) if pages else b""
        nonce = b"nonce-test--"
        return encode_sync_request(SyncRequest(nonce, tuple(heads), cursors, pull_budget, bundle))

    def authorize(self, body: bytes, *, time_s: int = NOW_S, path: str = "/v1/sync") -> str:
        """The header that goes with it."""
        nonce = b"n" * NONCE_BYTES
        device = self.device
        return sign_request(
            "POST", path, body, device=device, time=time_s, nonce=nonce, key=self.key
        )


def dose(
    client: Ref, day: int = 8, *, vaccine: str = VACCINE, month: int = 5, year: int = 2021
) -> DoseRecorded:
    """A made-up dose."""
    return DoseRecorded(
        client=client,
        vaccine=vaccine,
        lot="TEST-0001",
        expiry_day=19_000,
        occurred_min=to_minutes(datetime(year, month, day, 9, 0)),
        utc_offset_min=480,
        source=0,
        site="left-deltoid",
        session="boat-test-0508",
        screening=[],
    )
