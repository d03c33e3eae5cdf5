"""Nothing is told before each end has shown the hub's word and holds its own key."""

from __future__ import annotations

import os
import socket
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from nacl.signing import SigningKey

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub.devices import revoke
from fieldapp.hub.memberships import LIFE_S
from fieldapp.journal import hub_link
from fieldapp.sync.errors import NotEnrolled
from fieldapp.sync.neighbours import errors
from fieldapp.sync.neighbours.line import SocketLine
from fieldapp.sync.neighbours.proving import OwnSide, greet, own_side
from fieldapp.wire import neighbour
from fieldapp.wire.neighbour import Hail, Proof
from tests.hub.fake_laptop import NOW_S
from tests.journal.laptop import Laptop
from tests.sync.neighbours.fleet import Boat, Fleet, fleet, meeting, try_to_meet


def failures(caller: Boat, listener: Boat) -> tuple[type, type]:
    called, listened = try_to_meet(caller, listener)
    return type(called), type(listened)


def test_a_laptop_that_never_synced_since_memberships_exist_gets_one_at_its_next_sync(
    boats: Fleet,
) -> None:
    one, old = boats.boat("Boat 1"), boats.boat("Old boat", synced=False)
    with pytest.raises(errors.NoMembership, match="Sync with the hub once"):
        own_side(old.journal)
    old.sync()
    meeting(one, old)


def test_a_laptop_of_no_hub_meets_nobody(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    with pytest.raises(NotEnrolled):
        own_side(laptop.open())
    laptop.close()


def test_a_laptop_of_another_hub_learns_and_hands_over_nothing(
    tmp_path: Path, two: tuple[Boat, Boat]
) -> None:
    with fleet(tmp_path / "else") as elsewhere:
        foreign = elsewhere.boat("Foreign boat")
        two[0].record(1)
        assert failures(foreign, two[0]) == (errors.OtherHub, errors.OtherHub)
        assert failures(two[0], foreign) == (errors.OtherHub, errors.OtherHub)
        assert foreign.holds_of(two[0]) == []


def test_a_long_silent_laptop_drops_out(boats: Fleet, two: tuple[Boat, Boat]) -> None:
    one, other = two
    boats.now_s += LIFE_S - 10
    one.clock.pass_s(LIFE_S - 10)
    one.sync()
    other.clock.pass_s(LIFE_S + 10)
    with pytest.raises(errors.MembershipEnded, match="date"):
        own_side(other.journal)
    other.clock.pass_s(-20)
    one.clock.pass_s(20)
    ends = failures(one, other)
    assert ends == (errors.ItsMembershipEnded, errors.RefusedByNeighbour)


def test_a_clock_far_behind_does_not_make_an_ended_membership_good(two: tuple[Boat, Boat]) -> None:
    one, other = two
    one.clock.pass_s(-10 * 365 * 86_400)
    meeting(one, other)


def test_a_laptop_that_was_shut_out_is_turned_away_by_all_who_know(boats: Fleet) -> None:
    lost, near, far = (boats.boat(name) for name in ("Lost", "Near", "Far"))
    revoke(boats.world.store.folder, lost.device, now_s=NOW_S)
    meeting(lost, far)  # nobody has told far yet
    near.clock.pass_s(3600)
    near.sync()
    assert failures(lost, near) == (errors.RefusedByNeighbour, errors.ShutOut)


def test_this_very_laptop_is_not_its_own_neighbour(two: tuple[Boat, Boat]) -> None:
    one, _ = two
    assert failures(one, one) == (errors.ThisVeryLaptop, errors.ThisVeryLaptop)


@pytest.mark.parametrize("caller", [True, False])
def test_a_stolen_membership_without_its_key_proves_nothing(
    two: tuple[Boat, Boat], caller: bool
) -> None:
    one, other = two
    thief = own_side(other.journal)
    thief = replace(thief, party=replace(thief.party, signing_key=SigningKey.generate()))
    mine, thiefs = _greet_both(own_side(one.journal), thief, caller=caller)
    assert isinstance(mine, errors.NotProven)
    assert isinstance(thiefs, errors.RefusedByNeighbour)


def test_a_membership_that_the_hub_did_not_sign_proves_nothing(two: tuple[Boat, Boat]) -> None:
    one, other = two
    forger = own_side(other.journal)
    raw = forger.card.raw
    forger = replace(forger, card=replace(forger.card, raw=raw[:-1] + bytes([raw[-1] ^ 1])))
    mine, _ = _greet_both(own_side(one.journal), forger, caller=True)
    assert isinstance(mine, errors.NotProven)


def test_what_speaks_another_language_is_no_laptop(two: tuple[Boat, Boat]) -> None:
    near, far = socket.socketpair()
    with near, far:
        far.sendall(b"\x00\x00\x00\x05HTTP/")
        with pytest.raises(errors.NotALaptop):
            greet(own_side(two[0].journal), SocketLine(near), caller=False, random=os.urandom)


def test_a_stranger_who_listens_in_sees_a_hash_and_a_key(two: tuple[Boat, Boat]) -> None:
    one, other = two
    said: list[bytes] = []
    with pytest.MonkeyPatch.context() as patch:
        original = SocketLine.send

        def send(self: SocketLine, message: bytes) -> None:
            said.append(message)
            original(self, message)

        patch.setattr(SocketLine, "send", send)
        meeting(one, other)
    assert all(isinstance(neighbour.decode(hail), Hail) for hail in said[:2])
    for sealed in said[2:]:
        with pytest.raises(FieldAppError):
            neighbour.decode(sealed)
    everything = b"".join(said)
    for secret in (own_side(one.journal).card.raw, b"Boat 1", b"Boat 2", Proof.__name__.encode()):
        assert secret not in everything
    assert hub_link.signing_key(one.journal).verify_key.encode() not in everything


def _greet_both(one: OwnSide, other: OwnSide, *, caller: bool) -> tuple[object, object]:
    near, far = socket.socketpair()
    ends: dict[bool, object] = {}

    def side(own: OwnSide, connection: socket.socket, calls: bool, mine: bool) -> None:
        with connection:
            try:
                line = SocketLine(connection)
                talk, _ = greet(own, line, caller=calls, random=os.urandom)
                ends[mine] = talk.next_message()
            except FieldAppError as error:
                ends[mine] = error

    thread = Thread(target=side, args=(other, far, not caller, False))
    thread.start()
    side(one, near, caller, True)
    thread.join()
    return ends[True], ends[False]
