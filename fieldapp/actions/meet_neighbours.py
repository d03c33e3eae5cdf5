"""The verb: meet the laptops of our hub that are near, or the one at an address."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing

from fieldapp.domain.clock import Clock
from fieldapp.journal.journal import Journal
from fieldapp.sync.errors import SyncError
from fieldapp.sync.neighbours.address import Address, parse_address
from fieldapp.sync.neighbours.calling import call
from fieldapp.sync.neighbours.errors import NobodyNear, ThisVeryLaptop
from fieldapp.sync.neighbours.nearby import LOOK_S, Lookout
from fieldapp.sync.neighbours.proving import own_side
from fieldapp.sync.neighbours.tally import Met

_GLANCE_S = 0.2


def meet_at(journal: Journal, typed: str, clock: Clock) -> Met:
    """Meet whoever listens at a typed address. Raises BadAddress and what a meeting does."""
    return call(journal, parse_address(typed), clock)


def meet_near(
    journal: Journal, clock: Clock, *, sleep: Callable[[float], None] = time.sleep
) -> list[Met]:
    """Look who is near and meet them one after the other.

    Raises NobodyNear; and what ended the last meeting, when none went well.
    """
    return meet_all(journal, near(journal, sleep=sleep), clock)


def meet_all(journal: Journal, addresses: list[Address], clock: Clock) -> list[Met]:
    """Meet everybody at these addresses; one that fails holds up no other."""
    met: list[Met] = []
    failure: SyncError = NobodyNear()
    for address in addresses:
        try:
            met.append(call(journal, address, clock))
        except ThisVeryLaptop:
            continue
        except SyncError as error:
            failure = error
    if not met:
        raise failure
    return met


def near(journal: Journal, *, sleep: Callable[[float], None] = time.sleep) -> list[Address]:
    """Who listens on this network; looks a few seconds, and a moment longer once one is found."""
    hub_box_key = own_side(journal).party.hub_box_key
    with closing(Lookout(hub_box_key)) as lookout:
        for _ in range(round(LOOK_S / _GLANCE_S)):
            if lookout.nearby():
                sleep(_GLANCE_S * 2)
                break
            sleep(_GLANCE_S)
        return [found.address for found in lookout.nearby()]
