"""The hub's signed lists go on to neighbours: the newer wins, and nothing else is believed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp.domain.lot import LotState
from fieldapp.hub import trust_list
from fieldapp.hub.devices import revoke
from fieldapp.hub.lots import recalls as at_hub
from fieldapp.hub.lots.heard import Hearing, all_heard
from fieldapp.journal import clients, hub_link, lots, memberships, recalls, trusted
from fieldapp.journal.erasure import orders
from fieldapp.journal.journal import Journal
from fieldapp.journal.settings import write
from fieldapp.journal.verify import verify
from fieldapp.sync.neighbours import lists, meeting
from fieldapp.sync.neighbours.errors import MeetingCut
from fieldapp.sync.neighbours.tally import Learned, Met
from fieldapp.wire.neighbour import (
    MAX_LIST_BYTES,
    MOST_LISTS,
    Known,
    Listed,
    Message,
    Told,
)
from fieldapp.wire.signed import sign
from fieldapp.wire.trust import Issuer, sign_trust
from tests.hub.fake_laptop import NOW_S, VACCINE
from tests.sync.neighbours.fleet import Boat, Fleet, fleet, try_to_meet
from tests.sync.neighbours.fleet import meeting as meet
from tests.sync.neighbours.said import LOT, empty_page, erased, forged, lift, listed, recall

ABOUT = (VACCINE, LOT)


def knows(boat: Boat) -> bool:
    return lots.lot_state(boat.journal, VACCINE, LOT) is LotState.RECALLED


def refused_by(boat: Boat) -> str:
    """What the boat's log says of its last meeting."""
    return hub_link.attempts(boat.journal, 1)[0].happened


@pytest.fixture
def heard(boats: Fleet, two: tuple[Boat, Boat]) -> tuple[Boat, Boat]:
    """One heard by line of a recall, the other did not."""
    recall(boats.world)
    two[0].sync()
    return two


@pytest.mark.parametrize("calls", [0, 1])
def test_a_laptop_that_is_never_online_hears_of_a_recall(
    heard: tuple[Boat, Boat], calls: int
) -> None:
    one, other = heard
    ends = meet(heard[calls], heard[1 - calls])
    told = ends[1 - calls].learned
    assert (told.recalled, told.taken, told.refused, told.whole) == ((ABOUT,), 1, 0, True)
    assert (ends[calls].learned.given, ends[calls].learned.recalled) == (1, ())
    assert knows(one) and knows(other)
    found = lots.recall_of(other.journal, VACCINE, LOT)
    assert found is not None and found.from_hub and found.reason == "quality"


def test_it_goes_on_from_neighbour_to_neighbour_and_its_lifting_too(
    boats: Fleet, two: tuple[Boat, Boat]
) -> None:
    (one, other), far = two, boats.boat("Far boat")
    recall(boats.world)
    one.sync()
    meet(one, other)
    assert meet(other, far)[1].learned.recalled == (ABOUT,)
    lift(boats.world)
    one.sync()
    assert meet(one, far)[1].learned.lifted == (ABOUT,)
    assert meet(other, far)[0].learned.lifted == (ABOUT,)
    assert not knows(other)


def test_what_the_other_has_is_not_handed_over_again(heard: tuple[Boat, Boat]) -> None:
    meet(*heard)
    for end in meet(*heard):
        assert end.learned == Learned(whole=True)


def test_each_end_hands_over_what_is_newer_there(boats: Fleet, two: tuple[Boat, Boat]) -> None:
    one, other = two
    recall(boats.world)
    one.sync()
    boats.now_s += 2 * trust_list.ANEW_AFTER_S
    for boat in two:
        boat.clock.pass_s(2 * trust_list.ANEW_AFTER_S)
    lost = boats.boat("Lost boat")
    revoke(boats.folder / "hub", lost.device, now_s=boats.now_s)
    older = recalls.newer_than(one.journal, 0)
    other.sync()
    write(other.journal.db, "hub.recalls", b"")  # as if it had not fitted into the answer
    assert trusted.version(other.journal) > trusted.version(one.journal)
    here, there = meet(one, other)
    assert (here.learned.given, here.learned.taken) == (1, 1)
    assert (there.learned.given, there.learned.taken) == (1, 1)
    assert older == recalls.newer_than(other.journal, 0)
    assert trusted.version(other.journal) == trusted.version(one.journal)


def test_who_was_shut_out_is_learned_by_name(boats: Fleet, two: tuple[Boat, Boat]) -> None:
    trust = trusted.trust_list(two[0].journal)
    assert trust is not None
    shut_out = (Issuer(9, "Boat 9", bytes(64), NOW_S),)
    newer = replace(trust, version=trust.version + 1, issuers=shut_out)
    trusted.store_trust(two[0].journal, sign_trust(newer, boats.world.hub.key))
    assert meet(*two)[1].learned.shut_out == ("Boat 9",)


def test_nothing_of_one_laptop_alone_or_of_a_lease_is_handed_on() -> None:
    assert [kind.name for kind in lists.OF_ALL] == ["recalls", "trust", "erasures"]


def hostile(patch: pytest.MonkeyPatch, thief: Boat, *, says: list[bytes]) -> None:
    """From now on this boat hands over whatever it likes."""
    original = lists._newer_here

    def newer_here(journal: Journal, theirs: Mapping[str, int]) -> list[bytes]:
        return says if journal is thief.journal else original(journal, theirs)

    patch.setattr(lists, "_newer_here", newer_here)


Lie = Callable[[Fleet, Boat], bytes]
LIES: dict[str, Lie] = {
    "forged": lambda boats, _: forged(boats),
    "garbage": lambda *_: b"VX1S\xff" + bytes(40),
    "empty": lambda *_: b"",
    "turned": lambda boats, _: _turned(listed(boats.world)),
    "under another kind": lambda boats, _: sign("lease", b"\x80", boats.world.hub.key),
    "somebody's membership": lambda _, thief: _card(thief),
}


def _turned(raw: bytes) -> bytes:
    return raw[:-1] + bytes([raw[-1] ^ 1])


def _card(thief: Boat) -> bytes:
    card = memberships.card(thief.journal)
    assert card is not None
    return card.raw


@pytest.mark.parametrize("name", LIES)
def test_what_the_hub_did_not_sign_for_everybody_changes_nothing_and_is_said(
    boats: Fleet, heard: tuple[Boat, Boat], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    thief, other = heard
    hostile(monkeypatch, thief, says=[LIES[name](boats, thief), listed(boats.world)])
    before = lists.versions(other.journal), memberships.card(other.journal)
    other.record(1)
    here, there = meet(other, thief)
    assert (here.learned.refused, here.learned.taken) == (1, 1), "one lie holds up no true list"
    assert here.given.doses == there.taken.doses == 1
    assert refused_by(other) == meeting.NOT_BELIEVED
    assert memberships.card(other.journal) == before[1]
    assert lists.versions(other.journal) == (("recalls", NOW_S), *before[0])


def test_a_list_that_is_older_than_ours_changes_nothing(
    boats: Fleet, heard: tuple[Boat, Boat], monkeypatch: pytest.MonkeyPatch
) -> None:
    older = listed(boats.world)
    lift(boats.world)
    recall(boats.world, "TEST-0002")
    heard[1].sync()
    hostile(monkeypatch, heard[0], says=[older])
    assert meet(*heard)[1].learned.refused == 1
    assert not knows(heard[1])


def test_the_list_of_another_hub_changes_nothing(
    heard: tuple[Boat, Boat], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with fleet(tmp_path / "else") as elsewhere:
        recall(elsewhere.world)
        hostile(monkeypatch, heard[0], says=[listed(elsewhere.world)])
        assert meet(*heard)[1].learned.refused == 1
    assert not knows(heard[1])


@pytest.mark.parametrize(
    "message",
    [Known(()), Told(2), Listed(b"x" * (MAX_LIST_BYTES + 1)), Listed(b"x" * MAX_LIST_BYTES)],
    ids=["out of turn", "miscounted", "huge", "without end"],
)
def test_what_is_no_list_at_all_ends_the_lists_and_not_the_meeting(
    heard: tuple[Boat, Boat], message: Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    thief, other = heard
    original = lists._give

    def give(under_way: lists._Exchange) -> None:
        if under_way.journal is not thief.journal:
            original(under_way)
            return
        for _ in range(9):
            under_way.talk.say(message)

    monkeypatch.setattr(lists, "_give", give)
    other.record(2)
    ends = try_to_meet(other, thief)
    here = ends[0]
    assert isinstance(here, Met)
    assert here.given.doses == 2
    assert here.learned.refused >= 1 and not here.learned.whole
    assert not knows(other)
    assert refused_by(other) == meeting.NOT_BELIEVED


def test_lists_without_end_that_hold_nothing_fill_no_memory(
    heard: tuple[Boat, Boat], monkeypatch: pytest.MonkeyPatch
) -> None:
    thief, other = heard
    hostile(monkeypatch, thief, says=[b""] * (2 * MOST_LISTS))
    here = try_to_meet(other, thief)[0]
    assert isinstance(here, Met)
    assert here.learned.refused == MOST_LISTS + 1 and not here.learned.whole


@pytest.mark.parametrize("old", [0, 1])
def test_with_a_program_that_knows_no_lists_the_meeting_is_what_it_was(
    heard: tuple[Boat, Boat], old: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = lists.exchange_lists

    def hang_up(journal: Journal, *rest: object) -> Learned:
        if journal is heard[old].journal:
            return Learned()
        return original(journal, *rest)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(meeting, "exchange_lists", hang_up)
    heard[0].record(2)
    here, there = meet(*heard)
    assert here.given.doses == there.taken.doses == 2
    assert here.learned == there.learned == Learned()
    assert refused_by(heard[0]) == meeting.MET


def test_a_line_that_breaks_among_the_lists_leaves_the_meeting_whole(
    heard: tuple[Boat, Boat], monkeypatch: pytest.MonkeyPatch
) -> None:
    original = lists._give

    def give(under_way: lists._Exchange) -> None:
        if under_way.journal is heard[0].journal:
            raise MeetingCut
        original(under_way)

    monkeypatch.setattr(lists, "_give", give)
    called, listened = try_to_meet(*heard)
    assert isinstance(called, Met) and isinstance(listened, Met)
    assert not called.learned.whole and not listened.learned.refused
    monkeypatch.undo()
    assert meet(*heard)[1].learned.recalled == (ABOUT,), "the next meeting goes on"


def test_what_a_meeting_has_no_room_for_waits(
    heard: tuple[Boat, Boat], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = heard
    (recalled,) = recalls.newer_than(one.journal, 0)
    monkeypatch.setattr(lists, "MOST_BYTES", len(recalled))
    assert lists._newer_here(one.journal, {}) == [recalled]
    monkeypatch.setattr(lists, "MAX_LIST_BYTES", len(recalled) - 1)
    assert recalled not in lists._newer_here(one.journal, {})


def test_a_laptop_without_any_list_says_so_and_gets_them_all(boats: Fleet) -> None:
    recall(boats.world)
    one, bare = boats.boat("Boat 1"), boats.boat("Boat 2")
    for name in ("hub.recalls", "hub.trust"):
        write(bare.journal.db, name, b"")
    assert lists.versions(bare.journal) == ()
    assert meet(bare, one)[0].learned.taken == 2
    assert lists.versions(bare.journal) == lists.versions(one.journal)


def test_the_hub_counts_as_heard_only_what_the_laptop_itself_confirms(
    boats: Fleet, heard: tuple[Boat, Boat]
) -> None:
    one, other = heard
    one.sync()
    meet(one, other)

    def hearing() -> Hearing | None:
        with boats.world.store.reading() as connection:
            found = all_heard(connection).get(other.device)
            version = at_hub.newest_version(connection)
        return None if found is None else found.of(version)

    assert hearing() is None
    other.sync()
    assert hearing() is Hearing.HEARD


def test_who_was_erased_by_law_goes_at_a_laptop_that_only_meets_others(
    boats: Fleet, two: tuple[Boat, Boat]
) -> None:
    one, other = two
    other.record(1, "Canary")
    assert len(clients.search(other.journal, "Canary")) == 1
    meet(one, other)
    page = erased(boats, other, 4)
    assert orders.take_page(one.journal, page) == 0, "nothing of it is here"
    meet(one, other)
    assert orders.version(other.journal) == 4
    assert orders.carried_out(other.journal) == 0, "no receipt covers it yet"
    one.sync()
    assert meet(one, other)[1].confirmed == 1
    assert orders.carried_out(other.journal) == 4
    assert clients.search(other.journal, "Canary") == []
    assert verify(other.journal).ok


def test_pages_follow_on_from_where_the_other_stands(boats: Fleet, two: tuple[Boat, Boat]) -> None:
    one, other = two
    pages = [empty_page(boats, after, after + 2) for after in range(0, 8, 2)]
    for page in pages:
        orders.take_page(one.journal, page)
    orders.take_page(other.journal, pages[0])
    told = meet(one, other)[1].learned
    assert (told.taken, told.refused, orders.carried_out(other.journal)) == (3, 0, 8)
    assert meet(other, one)[0].learned.taken == 0


def test_a_page_out_of_order_changes_nothing(
    boats: Fleet, two: tuple[Boat, Boat], monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile(monkeypatch, two[0], says=[empty_page(boats, 4, 6)])
    assert meet(*two)[1].learned.refused == 1
    assert orders.version(two[1].journal) == 0
