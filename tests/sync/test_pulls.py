"""A membership comes with a sync when one is wanted, and right after joining."""

from __future__ import annotations

from fieldapp.journal import memberships
from fieldapp.sync.pulls import ask_for_membership, take_pulls
from fieldapp.wire.messages import SyncReply, decode_sync_request
from tests.sync.neighbours.conftest import boats
from tests.sync.neighbours.fleet import Fleet

__all__ = ["boats"]


def budgets(bodies: list[bytes]) -> list[int]:
    return [decode_sync_request(body).pull_budget for body in bodies]


def test_a_laptop_that_has_just_joined_can_meet_neighbours_at_once(boats: Fleet) -> None:
    boat = boats.boat("Boat 1", synced=False)
    ask_for_membership(boat.journal, boat.road, boat.clock)
    card = memberships.card(boat.journal)
    assert card is not None
    assert card.membership.device == boat.device


def test_where_the_answer_does_not_come_joining_goes_well_all_the_same(boats: Fleet) -> None:
    boat = boats.boat("Boat 1", synced=False)
    boat.road.up = False
    ask_for_membership(boat.journal, boat.road, boat.clock)
    assert memberships.card(boat.journal) is None
    boat.road.up = True
    boat.sync()
    assert memberships.card(boat.journal) is not None


def test_a_fresh_membership_is_not_asked_for_again_and_an_old_one_is(boats: Fleet) -> None:
    boat = boats.boat("Boat 1")
    assert budgets(boat.road.bodies)[0] > 0
    boat.sync()
    assert budgets(boat.road.bodies)[-1] == 0
    boat.clock.pass_s(memberships.RENEW_AFTER_S)
    boats.now_s += memberships.RENEW_AFTER_S
    boat.sync()
    card = memberships.card(boat.journal)
    assert card is not None
    assert card.membership.issued == boats.now_s


def test_what_a_newer_hub_sends_besides_is_counted_and_no_harm(boats: Fleet) -> None:
    boat = boats.boat("Boat 1")
    reply = SyncReply(b"", 0, (), (), (), (b"something newer", b"VX1S"), 0)
    assert take_pulls(boat.journal, reply) == 2
