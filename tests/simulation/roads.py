"""A link that loses, doubles, delays, cuts and forges what laptop and hub say to each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from random import Random

from fieldapp.hub.app import _hello
from fieldapp.hub.running import Hub, Reply
from fieldapp.hub.sync_answer import answer_sync
from fieldapp.sync.errors import ConnectionCut, HubSilent, HubUnreachable, TruncatedReply
from fieldapp.sync.link import Answer
from tests.simulation.hubs import SimHub


class Fault(StrEnum):
    """What becomes of one request and its answer."""

    NONE = "none"
    NO_ROAD = "no road"
    REQUEST_LOST = "request lost"
    REQUEST_CUT = "request cut in the middle"
    REQUEST_DOUBLED = "request arrived twice"
    REQUEST_LATE = "request arrived much later"
    REPLY_LOST = "reply lost"
    REPLY_SLOW = "reply too slow"
    REPLY_CUT = "reply cut"
    REPLY_SHORT = "200 with half a body"
    REPLY_FORGED = "a bit of the reply flipped"
    REPLY_OLD = "an older reply came instead"
    PORTAL = "a login page with 200"
    BUSY = "503"
    BROKEN = "500"


_FAULTS = [fault for fault in Fault if fault is not Fault.NONE]


@dataclass
class Air:
    """What all links share: what may still arrive, and what was once answered."""

    random: Random
    hub: SimHub
    fault_share: float = 0.0
    late: list[Callable[[Hub], Reply]] = field(default_factory=list)
    replies: list[Answer] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)

    def fault(self) -> Fault:
        """The fault of the next request."""
        if self.random.random() >= self.fault_share:
            return Fault.NONE
        chosen = self.random.choice(_FAULTS)
        self.seen[chosen] = self.seen.get(chosen, 0) + 1
        return chosen

    def deliver_late(self) -> None:
        """What was on its way arrives, in any order; nobody waits for the answers any more."""
        self.random.shuffle(self.late)
        while self.late:
            try:
                self.hub.answer(self.late.pop())
            except ConnectionCut:
                continue


@dataclass
class SimLink:
    """One laptop's road to the hub; `meanwhile` happens while a request is on its way."""

    air: Air
    meanwhile: Callable[[], None]

    def hello(self, nonce: bytes) -> Answer:
        return self._ask(lambda hub: _hello(hub, nonce.hex()), None)

    def sync(self, body: bytes, authorization: str) -> Answer:
        half = body[: self.air.random.randrange(len(body))]
        return self._ask(
            lambda hub: answer_sync(hub, authorization, body),
            lambda hub: answer_sync(hub, authorization, half),
        )

    def enrol(self, body: bytes) -> Answer:
        raise HubUnreachable

    def _ask(self, whole: Callable[[Hub], Reply], half: Callable[[Hub], Reply] | None) -> Answer:
        air, fault = self.air, self.air.fault()
        self.meanwhile()
        _before(air, fault, whole)
        if fault is Fault.REQUEST_CUT and half is not None:
            return air.hub.answer(half)
        answer = air.hub.answer(whole)
        if fault is Fault.REQUEST_DOUBLED:
            answer = air.random.choice([answer, air.hub.answer(whole)])
        air.replies.append(answer)
        return _after(air, fault, answer)


def _before(air: Air, fault: Fault, whole: Callable[[Hub], Reply]) -> None:
    """Faults on the way to the hub."""
    if fault is Fault.NO_ROAD:
        raise HubUnreachable
    if fault is Fault.REQUEST_LOST:
        raise air.random.choice([HubSilent(), ConnectionCut()])
    if fault is Fault.REQUEST_LATE:
        air.late.append(whole)
        raise HubSilent


def _after(air: Air, fault: Fault, answer: Answer) -> Answer:
    """Faults on the way back."""
    if fault is Fault.REPLY_LOST:
        raise ConnectionCut
    if fault is Fault.REPLY_SLOW:
        raise HubSilent
    if fault is Fault.REPLY_CUT:
        raise TruncatedReply
    body = answer.body
    altered: dict[Fault, Callable[[], Answer]] = {
        Fault.REPLY_SHORT: lambda: replace(answer, body=body[: air.random.randrange(len(body))]),
        Fault.REPLY_FORGED: lambda: replace(answer, body=flipped(body, air.random)),
        Fault.REPLY_OLD: lambda: air.random.choice(air.replies),
        Fault.PORTAL: lambda: Answer(200, b"<html>Welcome to the hotel</html>"),
        Fault.BUSY: lambda: Answer(503, b"", retry_after_s=air.random.choice([None, 5])),
        Fault.BROKEN: lambda: Answer(500, b""),
    }
    return altered[fault]() if fault in altered and body else answer


def flipped(data: bytes, random: Random) -> bytes:
    """The same bytes with one bit turned."""
    where = random.randrange(len(data))
    turned = data[where] ^ (1 << random.randrange(8))
    return data[:where] + bytes([turned]) + data[where + 1 :]
