"""Hails and proofs: before anything is told, each end shows the hub's word and holds its own key.

A stranger on the network learns which hub this is (a hash) and nothing else; the caller shows its
membership first, a number and a key, sealed to whoever answered.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from nacl.signing import VerifyKey

from fieldapp.journal import memberships
from fieldapp.journal.journal import Journal
from fieldapp.sync.errors import SyncError
from fieldapp.sync.letters import Party
from fieldapp.sync.neighbours import errors
from fieldapp.sync.neighbours.line import Line
from fieldapp.sync.trip import party_of
from fieldapp.wire import handshake, neighbour
from fieldapp.wire.bundle import key_id
from fieldapp.wire.errors import WireError
from fieldapp.wire.handshake import Session
from fieldapp.wire.membership import Membership
from fieldapp.wire.messages import KEY_BYTES
from fieldapp.wire.neighbour import Hail, Message, Proof, Refusal

M = TypeVar("M")


class Talk:
    """A line whose messages are sealed for the other end."""

    def __init__(self, line: Line, session: Session) -> None:
        self._line, self.session = line, session

    def say(self, message: Message) -> None:
        """Raises MeetingCut."""
        self._line.send(self.session.seal(neighbour.encode(message)))

    def next_message(self) -> Message:
        """Raises MeetingCut, NotALaptop, and what a refusal means."""
        try:
            message = neighbour.decode(self.session.open(self._line.receive()))
        except WireError as error:
            raise errors.NotALaptop from error
        return _unless_refused(message)

    def hear(self, kind: type[M]) -> M:
        """The next message, which must be of this kind."""
        return _expected(self.next_message(), kind)


@dataclass(frozen=True, slots=True)
class OwnSide:
    """This laptop at a meeting: its keys, and the membership that it shows."""

    journal: Journal
    party: Party
    card: memberships.Card


def own_side(journal: Journal) -> OwnSide:
    """Raises NotEnrolled, NoMembership, MembershipEnded."""
    party, card = party_of(journal), memberships.card(journal)
    if card is None:
        raise errors.NoMembership
    if card.membership.until < _now_s(journal, card.membership):
        raise errors.MembershipEnded
    return OwnSide(journal, party, card)


def greet(
    own: OwnSide, line: Line, *, caller: bool, random: Callable[[int], bytes]
) -> tuple[Talk, Membership]:
    """Prove ourselves and have the other end prove itself; returns who it is.

    Raises OtherHub, NotProven, ItsMembershipEnded, ShutOut, ThisVeryLaptop, MeetingCut, NotALaptop,
    and what the other end's refusal means.
    """
    talk = Talk(line, _hail(own, line, caller=caller, random=random))
    if caller:
        _show(own, talk)
        other = _judge(own, talk)
    else:
        other = _judge(own, talk)
        _show(own, talk)
    line.proven()
    return talk, other


def _hail(own: OwnSide, line: Line, *, caller: bool, random: Callable[[int], bytes]) -> Session:
    private, hub = random(KEY_BYTES), key_id(own.party.hub_box_key)
    mine = neighbour.encode(Hail(hub, handshake.public_of(private)))
    try:
        if caller:
            line.send(mine)
            theirs = line.receive()
        else:
            theirs = line.receive()
            line.send(mine)
        hail = _expected(_unless_refused(neighbour.decode(theirs)), Hail)
        if hail.hub != hub:
            raise errors.OtherHub
        hails = (mine, theirs) if caller else (theirs, mine)
        return handshake.begin(private, hail.key, hails, caller=caller)
    except WireError as error:
        raise errors.NotALaptop from error


def _expected(message: Message, kind: type[M]) -> M:
    if isinstance(message, kind):
        return message
    raise errors.NotALaptop


def _unless_refused(message: Message) -> Message:
    if isinstance(message, Refusal):
        raise errors.REFUSALS.get(message.code, errors.RefusedByNeighbour)
    return message


def _show(own: OwnSide, talk: Talk) -> None:
    talk.say(Proof(own.card.raw, talk.session.prove(own.party.signing_key)))


def _judge(own: OwnSide, talk: Talk) -> Membership:
    """Hear the other's proof; a refusal is told before it is raised."""
    proof = talk.hear(Proof)
    try:
        return _checked(own, talk, proof)
    except SyncError as error:
        talk.say(Refusal(errors.CODES.get(type(error), "unproven")))
        raise


def _checked(own: OwnSide, talk: Talk, proof: Proof) -> Membership:
    journal = own.journal
    try:
        other = memberships.read_for(journal, proof.membership)
        talk.session.check(proof.signature, VerifyKey(other.device_key))
        memberships.note_shut_out(journal, proof.membership)
    except WireError as error:
        raise errors.NotProven from error
    if other.device == own.party.device:
        raise errors.ThisVeryLaptop
    if other.device in memberships.shut_out(journal):
        raise errors.ShutOut
    if other.until < _now_s(journal, own.card.membership):
        raise errors.ItsMembershipEnded
    return other


def _now_s(journal: Journal, own: Membership) -> int:
    """This laptop's time; not earlier than the hub's when it last spoke to us."""
    return max(int(journal.clock.now().timestamp()), own.issued)
