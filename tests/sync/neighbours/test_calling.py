"""Calling a laptop that listens, over real TCP."""

from __future__ import annotations

import pytest

from fieldapp.sync.neighbours.address import Address
from fieldapp.sync.neighbours.calling import call
from fieldapp.sync.neighbours.errors import NeighbourGone, NoMembership
from tests.sync.neighbours.fleet import Boat, Fleet
from tests.sync.neighbours.test_listening import listening
from tests.sync.servers import closed_port


def test_a_call_meets_whoever_listens(two: tuple[Boat, Boat]) -> None:
    caller, listener = two
    caller.record(2)
    with listening(listener) as heard:
        met = call(caller.journal, heard.address, caller.clock)
    assert (met.name, met.given.doses) == ("Boat 2", 2)
    assert [one.taken.doses for one in heard.met] == [2]


@pytest.mark.parametrize("host", ["127.0.0.1", "no-such-laptop.invalid"])
def test_where_nobody_listens_is_said(two: tuple[Boat, Boat], host: str) -> None:
    with pytest.raises(NeighbourGone, match="There is no laptop"):
        call(two[0].journal, Address(host, closed_port()), two[0].clock)


def test_who_has_nothing_to_show_does_not_even_call(boats: Fleet) -> None:
    boat = boats.boat("Boat 1", synced=False)
    with pytest.raises(NoMembership):
        call(boat.journal, Address("127.0.0.1", 1), boat.clock)
