"""A thread beside the server that does the same thing every so often, whatever came before."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from fieldapp.hub.upkeep.log_lines import log_fault

GOODBYE_S = 5.0
"""Who stops a hub, or its machine, does not wait while half a million people are published."""
_LOG = logging.getLogger(__name__)


@contextmanager
def rounds(
    name: str,
    once: Callable[[], float | None],
    every_s: float,
    *,
    at_once: bool = False,
    goodbye_s: float = GOODBYE_S,
) -> Iterator[None]:
    """Do `once` until the `with` ends, which waits `goodbye_s` for a round that goes on; `at_once`:
    first now.

    What `once` returns, if anything, is how long to wait instead of `every_s`. What it lets escape
    is logged, and the next round comes as always: a thread that ended would be missed by nobody. A
    round that takes longer is cut off with its process, as by a power cut: what it had not
    committed, the next start does again.
    """
    stop = threading.Event()

    def run() -> None:
        wait_s = 0.0 if at_once else every_s
        while not stop.wait(wait_s):
            asked_s = _done(once)
            wait_s = every_s if asked_s is None else asked_s

    thread = threading.Thread(target=run, name=name, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(goodbye_s)
        if thread.is_alive():
            _LOG.warning("%s: a round was cut off; it is done again at the next start", name)


def _done(once: Callable[[], float | None]) -> float | None:
    try:
        return once()
    except Exception as fault:  # noqa: BLE001  the edge of the thread: nothing above us
        log_fault(_LOG, fault)
        return None
