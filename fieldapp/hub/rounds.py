"""A thread beside the server that does the same thing every so often."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def rounds(
    name: str, once: Callable[[], float | None], every_s: float, *, at_once: bool = False
) -> Iterator[None]:
    """Do `once` until the `with` ends, which waits for a round that goes on; `at_once`: first now.

    `once` raises nothing; what it returns, if anything, is how long to wait instead of `every_s`.
    """
    stop = threading.Event()

    def run() -> None:
        wait_s = 0.0 if at_once else every_s
        while not stop.wait(wait_s):
            asked_s = once()
            wait_s = every_s if asked_s is None else asked_s

    thread = threading.Thread(target=run, name=name, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
