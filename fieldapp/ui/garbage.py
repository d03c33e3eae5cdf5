"""Keeps Python's full garbage collections out of the way of hands.

A full collection looks at every object there is and holds every thread up: 50 to 120 ms beside a
long sync or import, measured; it was the only reason why the windows ever stood still. So what is
loaded once is set aside, and full collections come only when nothing is going on.
"""

from __future__ import annotations

import gc

_USUAL = gc.get_threshold()
_WORKING = (2_000, 20, 1 << 30)


def set_aside() -> None:
    """What is loaded by now stays for good: leave it out of every later collection, and let full
    ones no longer come by themselves. Again drops what is gone since, takes in what has come."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_WORKING)


def as_usual() -> None:
    """Collect as Python does by itself, when the work is over."""
    gc.unfreeze()
    gc.set_threshold(*_USUAL)


def collect_in_a_quiet_moment(*busy: bool) -> bool:
    """A full collection, unless something is going on; whether it was one."""
    if any(busy):
        return False
    gc.collect()
    return True
