"""A thread beside the server: publishes what folds and messages stirred, and who has booked; takes
the snapshots that are due."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from fieldapp.hub.booking import published
from fieldapp.hub.messages import news
from fieldapp.hub.regions.people import Judge, no_judge
from fieldapp.hub.regions.publish import publish
from fieldapp.hub.regions.snapshot import take_due
from fieldapp.hub.rounds import rounds
from fieldapp.hub.running import Hub
from fieldapp.hub.upkeep.faults import Survived

EVERY_S = 5.0


@contextmanager
def tended(hub: Hub, judge: Judge = no_judge, every_s: float = EVERY_S) -> Iterator[None]:
    """Tend the regions of a hub until the `with` ends."""
    with rounds("regions", lambda: tend(hub, judge), every_s):
        yield


def tend(hub: Hub, judge: Judge = no_judge) -> None:
    """One round, unless another process is at it. A fault is logged, without anybody's name, and
    the next round tries again."""
    with Survived(hub.tally, "regions"), hub.store.alone("regions") as free:
        if free:
            news.pass_on(hub.store, hub.now_s())
            publish(hub.store, judge, now_s=hub.now_s())
            published.publish(hub.store, now_s=hub.now_s())
            take_due(hub.store, judge, now_s=hub.now_s())
