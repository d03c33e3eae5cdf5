"""Lets Python look for cyclic garbage seldom where pages are folded by the thousand.

A fold makes many small objects and hardly a cycle; with Python's usual thresholds a fifth of its
processor time went into looking at them again and again, measured.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (50_000, 10, 10)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """For the length of a `with`, in the whole process; some megabytes more may wait meanwhile."""
    usual = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
