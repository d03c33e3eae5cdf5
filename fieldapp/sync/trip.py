"""One sync under way: its conversation with the hub, and what that has cost so far.

Knows how to ask and whom to believe; what to ask next is `exchange`'s, when to end `run`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from nacl.signing import VerifyKey

from fieldapp.domain.clock import Clock
from fieldapp.journal import hub_link
from fieldapp.journal.journal import Journal
from fieldapp.sync import letters
from fieldapp.sync.errors import ClockRefused, NotEnrolled, SyncError
from fieldapp.sync.link import Answer, HubLink
from fieldapp.wire.messages import HeadHeld, SyncReply, SyncRequest
from fieldapp.wire.request_auth import NONCE_BYTES
from fieldapp.wire.seal import SealedFrame


def party_of(journal: Journal) -> letters.Party:
    """The two ends of this journal's road. Raises NotEnrolled."""
    joined = hub_link.enrolment(journal)
    if joined is None:
        raise NotEnrolled
    return letters.Party(
        joined.device,
        hub_link.signing_key(journal),
        joined.hub_id,
        VerifyKey(joined.hub_verify_key),
        joined.hub_box_key,
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a request asks for besides receipts: all that is newer than its cursors say is here,
    within a budget of bytes."""

    cursors: tuple[tuple[str, int], ...] = ()
    budget: int = 0


NOTHING = Wanted()


@dataclass
class Trip:
    """One sync's conversation. Doses and entries count once, however often they had to be sent.

    `carried` counts doses of neighbours for which the hub now signs.
    """

    party: letters.Party
    link: HubLink
    clock: Clock
    random: Callable[[int], bytes]
    clock_offset_s: int = 0
    requests: int = 0
    bytes_out: int = 0
    bytes_in: int = 0
    received: int = 0
    doses_sent: int = 0
    entries_sent: int = 0
    next_after_s: int | None = None
    carried: int = 0
    _sent_up_to: dict[bytes, int] = field(default_factory=dict)

    def probe(self) -> None:
        """Before any record travels over a doubtful network, the hub must sign a sign of life."""
        nonce = self.random(NONCE_BYTES)
        self.requests += 1
        answer = self._count(self.link.hello(nonce))
        hello = letters.read_hello(self.party.hub_verify_key, answer, nonce)
        self._take_hub_time(hello.hub_time)

    def push(
        self, heads: Iterable[HeadHeld], frames: list[SealedFrame], wanted: Wanted = NOTHING
    ) -> tuple[Answer, SyncReply]:
        """Send frames and say which heads we hold; once more when the hub refused our time."""
        nonce = self.random(NONCE_BYTES)
        ask = SyncRequest(nonce, tuple(heads), wanted.cursors, wanted.budget, b"")
        body = letters.write_request(self.party, ask, frames)
        answered = self._deliver(body, nonce)
        self._note_sent(frames)
        self.next_after_s = answered[1].next_after_s
        return answered

    def relay(self, heads: Iterable[HeadHeld], bundle: bytes) -> SyncReply:
        """Hand in a neighbour's sealed pages, or none: the hub says which ends it holds."""
        nonce = self.random(NONCE_BYTES)
        return self._deliver(letters.write_relay(heads, bundle, nonce), nonce)[1]

    def _deliver(self, body: bytes, nonce: bytes) -> tuple[Answer, SyncReply]:
        try:
            return self._ask(body, nonce)
        except ClockRefused as refused:
            self._take_hub_time(refused.hub_time_s)
            return self._ask(body, nonce)

    def _ask(self, body: bytes, nonce: bytes) -> tuple[Answer, SyncReply]:
        time_s = self._own_time_s() + self.clock_offset_s
        self.requests += 1
        header = letters.authorize(self.party, body, nonce, time_s)
        try:
            answer = self._count(self.link.sync(body, header))
        except SyncError:
            self.bytes_out += len(body)  # at most: where the line broke nobody knows
            raise
        return answer, letters.read_reply(self.party, answer, nonce, time_s)

    def _count(self, answer: Answer) -> Answer:
        self.bytes_out += answer.bytes_out
        self.bytes_in += answer.bytes_in
        return answer

    def _own_time_s(self) -> int:
        return int(self.clock.now().timestamp())

    def _take_hub_time(self, hub_time_s: int) -> None:
        self.clock_offset_s = hub_time_s - self._own_time_s()

    def _note_sent(self, frames: list[SealedFrame]) -> None:
        for frame in frames:
            beyond = self._sent_up_to.get(frame.epoch, 0)
            self.doses_sent += letters.doses_in(frame, beyond)
            self.entries_sent += max(0, frame.last_seq - max(beyond, frame.first_seq - 1))
            self._sent_up_to[frame.epoch] = max(beyond, frame.last_seq)
