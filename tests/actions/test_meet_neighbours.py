"""Meeting whoever is near, or whoever listens at a typed address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp.actions import meet_neighbours
from fieldapp.actions.meet_neighbours import meet_all, meet_at, meet_near, near
from fieldapp.sync.neighbours.address import Address
from fieldapp.sync.neighbours.errors import BadAddress, NeighbourGone, NobodyNear
from fieldapp.sync.neighbours.nearby import Nearby
from tests.sync.neighbours.fleet import Fleet, fleet
from tests.sync.neighbours.test_listening import listening
from tests.sync.servers import closed_port

NOBODY = Address("127.0.0.1", closed_port())


@pytest.fixture
def boats(tmp_path: Path) -> Iterator[Fleet]:
    with fleet(tmp_path) as made:
        yield made


def test_a_typed_address_is_met(boats: Fleet) -> None:
    one, other = boats.boat("Boat 1"), boats.boat("Boat 2")
    with listening(other) as heard:
        assert meet_at(one.journal, str(heard.address), one.clock).name == "Boat 2"
    with pytest.raises(BadAddress):
        meet_at(one.journal, "not an address", one.clock)


def test_one_that_cannot_be_reached_holds_up_no_other_and_oneself_is_passed_over(
    boats: Fleet,
) -> None:
    one, other = boats.boat("Boat 1"), boats.boat("Boat 2")
    with listening(other) as heard, listening(one) as self_heard:
        met = meet_all(one.journal, [NOBODY, self_heard.address, heard.address], one.clock)
        assert [found.name for found in met] == ["Boat 2"]
        with pytest.raises(NobodyNear):
            meet_all(one.journal, [self_heard.address], one.clock)
    with pytest.raises(NeighbourGone):
        meet_all(one.journal, [NOBODY], one.clock)
    with pytest.raises(NobodyNear):
        meet_all(one.journal, [], one.clock)


def test_who_is_near_is_looked_for_some_seconds(
    boats: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    boat, slept = boats.boat("Boat 1"), list[float]()

    class Lookout:
        def __init__(self, hub_box_key: bytes) -> None:
            assert hub_box_key == boats.world.store.keys.box_public

        def nearby(self) -> list[Nearby]:
            return [Nearby("name", NOBODY)] if len(slept) > 2 else []

        def close(self) -> None:
            slept.append(-1)

    monkeypatch.setattr(meet_neighbours, "Lookout", Lookout)
    assert near(boat.journal, sleep=slept.append) == [NOBODY]
    assert slept[-1] == -1
    with pytest.raises(NeighbourGone):
        meet_near(boat.journal, boat.clock, sleep=slept.append)
