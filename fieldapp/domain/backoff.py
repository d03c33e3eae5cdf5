"""How long to wait before the next try; pure, with chance handed in."""

from __future__ import annotations

from collections.abc import Callable

FIRST_S = 5.0
CAP_S = 15 * 60.0
LONGEST_ASKED_S = 24 * 60 * 60

RETRIED_STATUS = frozenset({408, 425, 429})


def is_retried(status: int) -> bool:
    """Whether a later try can succeed after this HTTP status without anybody doing anything."""
    return status in RETRIED_STATUS or status >= 500


def delay_s(failures: int, chance: Callable[[], float], *, asked_s: int | None = None) -> float:
    """Seconds before the next try after `failures` in a row (0 = the last one went well).

    Full jitter: anywhere between nothing and a ceiling that doubles up to 15 minutes, so that a
    hundred laptops do not come back in step. `asked_s` (Retry-After, next_after_s) comes first.
    `chance` returns a number in [0, 1).
    """
    ceiling = 0.0 if failures <= 0 else min(CAP_S, FIRST_S * 2 ** min(failures - 1, 16))
    asked = min(max(asked_s or 0, 0), LONGEST_ASKED_S)
    return asked + chance() * (ceiling or min(CAP_S, asked / 4))


def parse_retry_after(value: str | None) -> int | None:
    """Whole seconds of a Retry-After header, at most 15 minutes; None for dates and nonsense.

    Anything on the way can write this header, so it may slow us down but never switch us off.
    """
    if value is None or not value.strip().isdecimal():
        return None
    return min(int(value.strip()[:9]), int(CAP_S))
