"""What comes down with a sync: asked for by cursors, kept by its kind, harmless where unknown."""

from __future__ import annotations

import pytest
from nacl.signing import SigningKey

from fieldapp.hub.fold.projector import use_vaccines
from fieldapp.hub.memberships import RENEW_AFTER_S
from fieldapp.hub.regions import segments
from fieldapp.hub.trust_list import current
from fieldapp.journal import hub_link, memberships, trusted
from fieldapp.journal.roster import find
from fieldapp.sync import pulls, run
from fieldapp.sync.errors import ConnectionCut, SyncError, SyncStopped, TlsWrong
from fieldapp.sync.link import Answer
from fieldapp.sync.outcome import DONE, NEWS_LATER
from fieldapp.sync.pulls import (
    LARGE_BYTES,
    SMALL_BYTES,
    START_BYTES,
    Taken,
    ask_for_membership,
    next_budget,
    pull_the_rest,
    take_pulls,
    wanted,
)
from fieldapp.sync.run import run_exchange
from fieldapp.sync.trip import Trip, Wanted, party_of
from fieldapp.wire.messages import MORE, SyncReply, decode_sync_request
from fieldapp.wire.signed import sign
from tests.hub.fake_laptop import NOW_S
from tests.hub.regions.readers import published
from tests.journal.laptop import VACCINE
from tests.sync.neighbours.conftest import boats
from tests.sync.neighbours.fleet import Boat, Fleet

__all__ = ["boats"]


def reply(*pulls: bytes) -> SyncReply:
    return SyncReply(b"", 0, (), (), (), pulls, 0)


def cursors(boat: Boat) -> dict[str, int]:
    """Those of the last request."""
    return dict(decode_sync_request(boat.road.bodies[-1]).cursors)


def test_a_laptop_that_has_just_joined_can_meet_neighbours_and_check_cards(boats: Fleet) -> None:
    boat = boats.boat("Boat 1", synced=False)
    ask_for_membership(boat.journal, boat.road, boat.clock)
    card = memberships.card(boat.journal)
    assert card is not None
    assert card.membership.device == boat.device
    assert trusted.trust_list(boat.journal) is not None


def test_where_the_answer_does_not_come_joining_goes_well_all_the_same(boats: Fleet) -> None:
    boat = boats.boat("Boat 1", synced=False)
    boat.road.up = False
    ask_for_membership(boat.journal, boat.road, boat.clock)
    assert memberships.card(boat.journal) is None
    boat.road.up = True
    boat.sync()
    assert memberships.card(boat.journal) is not None


def test_what_is_here_is_told_and_not_sent_again_until_it_is_old(boats: Fleet) -> None:
    boat = boats.boat("Boat 1")
    assert cursors(boat) == {"lease": 0}
    boat.sync()
    assert cursors(boat) == {"trust": NOW_S, "member": NOW_S, "lease": 0}
    boat.clock.pass_s(RENEW_AFTER_S)
    boats.now_s += RENEW_AFTER_S
    boat.sync()
    card = memberships.card(boat.journal)
    assert card is not None
    assert card.membership.issued == boats.now_s


def test_what_a_newer_hub_sends_besides_is_counted_and_no_harm(boats: Fleet) -> None:
    boat = boats.boat("Boat 1")
    newer = sign("newer", b"something", boats.world.hub.key)
    stranger = sign("trust", b"something", SigningKey.generate())
    taken = take_pulls(boat.journal, reply(b"something newer", b"VX1S", newer, stranger))
    assert taken == Taken(records=0, refused=4, more=False)


def test_a_laptop_that_joined_no_hub_takes_nothing(boats: Fleet) -> None:
    boat = boats.boat("Boat 1")
    raw = current(boats.world.hub, NOW_S).raw
    boat.journal.db.run("DELETE FROM setting WHERE name = 'hub.enrolment'")
    assert take_pulls(boat.journal, reply(raw)).refused == 1


def test_what_had_no_room_is_asked_for_again_with_more(boats: Fleet) -> None:
    boat = boats.boat("Boat 1", synced=False)
    trip = Trip(party_of(boat.journal), boat.road, boat.clock, lambda size: bytes(size))
    tight = Wanted(budget=1)
    taken = take_pulls(boat.journal, trip.push([], [], tight)[1])
    assert taken == Taken(0, 0, more=True)
    pull_the_rest(boat.journal, trip, taken.more)
    assert trip.received == 0
    assert trusted.trust_list(boat.journal) is not None
    assert len(boat.road.bodies) == 2


def test_a_hub_that_has_more_and_sends_nothing_is_not_asked_for_ever(boats: Fleet) -> None:
    boat = boats.boat("Boat 1")

    class Stuck(Trip):
        def push(self, *_: object) -> object:  # type: ignore[override]  # one answer, for ever
            self.requests += 1
            return Answer(200, b"", seconds=9.0), reply(MORE)

    trip = Stuck(party_of(boat.journal), boat.road, boat.clock, lambda size: bytes(size))
    pull_the_rest(boat.journal, trip, True)
    assert trip.requests == 1
    with pytest.raises(SyncStopped):
        pull_the_rest(boat.journal, trip, True, cancelled=lambda: True)
    assert trip.requests == 1


def test_what_is_wanted_names_every_kind(boats: Fleet) -> None:
    boat = boats.boat("Boat 1")
    asked = wanted(boat.journal, SMALL_BYTES)
    assert asked == Wanted((("trust", NOW_S), ("member", NOW_S), ("lease", 0)), SMALL_BYTES)


def test_a_team_reads_of_another_teams_dose_with_the_next_sync(boats: Fleet) -> None:
    first, second = boats.boat("Boat 1"), boats.boat("Boat 2")
    use_vaccines(boats.world.store, [VACCINE])
    first.record(1, "王小明")
    first.sync()
    published(boats.world)
    assert find.count(second.journal) == 0
    outcome = second.sync()
    (entry,) = find.search(second.journal, "王")
    assert [dose.team for dose in entry.person.doses] == ["Boat 1"]
    assert outcome.received == 1
    assert second.sync().received == 0


def test_a_big_region_comes_in_several_answers_after_the_records_are_out(
    boats: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = of_a_big_region(boats, monkeypatch)
    outcome = second.sync()
    assert (outcome.received, outcome.requests > 2) == (9, True)
    assert find.count(second.journal) == 9


def test_a_cut_in_the_news_is_no_failed_sync_when_every_record_was_confirmed(
    boats: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    boat = of_a_big_region(boats, monkeypatch)
    boat.record(2, "Own")
    until_then = len(boat.road.bodies)
    boat.road.then = lambda: cut_after(boat, until_then + 2)
    outcome = boat.sync()
    assert (outcome.happened, outcome.confirmed, boat.counts()) == (NEWS_LATER, 2, (0, 2))
    assert isinstance(outcome.unfinished, ConnectionCut)
    assert 0 < outcome.received == find.count(boat.journal) < 9
    assert hub_link.attempts(boat.journal, 1)[0].happened == NEWS_LATER
    boat.road.then = lambda: None
    rest = boat.sync()
    assert (rest.happened, rest.unfinished, rest.waiting) == (DONE, None, 0)
    assert find.count(boat.journal) == 9


def test_news_that_somebody_stopped_are_told_as_unfinished(
    boats: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    boat = of_a_big_region(boats, monkeypatch)
    until_then = len(boat.road.bodies)
    outcome = run_exchange(
        boat.journal,
        boat.road,
        boat.clock,
        cancelled=lambda: len(boat.road.bodies) > until_then,
    )
    assert (outcome.happened, type(outcome.unfinished)) == (NEWS_LATER, SyncStopped)


def test_what_a_person_must_see_to_ends_a_sync_even_in_its_news(
    boats: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    boat = of_a_big_region(boats, monkeypatch)
    until_then = len(boat.road.bodies)
    boat.road.then = lambda: cut_after(boat, until_then + 1, TlsWrong(why="a stranger"))
    with pytest.raises(TlsWrong):
        boat.sync()


def of_a_big_region(boats: Fleet, monkeypatch: pytest.MonkeyPatch) -> Boat:
    """A laptop that has nine people of another team to hear of, a few at a time."""
    monkeypatch.setattr(segments, "MOST_PEOPLE", 3)
    monkeypatch.setattr(run, "SMALL_BYTES", 700)
    monkeypatch.setattr(pulls, "LARGE_BYTES", 450)
    first, second = boats.boat("Boat 1"), boats.boat("Boat 2")
    first.record(9)
    first.sync()
    published(boats.world)
    return second


def cut_after(boat: Boat, requests: int, error: SyncError | None = None) -> None:
    """The road of this laptop, after so many requests in all."""
    if len(boat.road.bodies) > requests:
        raise error or ConnectionCut


def test_a_slow_link_is_asked_for_little_at_a_time_and_a_quick_one_for_much() -> None:
    assert next_budget(START_BYTES, 1.0) == 2 * START_BYTES
    assert next_budget(LARGE_BYTES, 1.0) == LARGE_BYTES
    assert next_budget(2 * START_BYTES, 8.0) == 2 * START_BYTES
    assert next_budget(2 * START_BYTES, 20.0) == START_BYTES
    assert next_budget(START_BYTES, 20.0) == START_BYTES
