"""When the app syncs by itself: a decision from what is known, without a timer or a network.

The ui asks after every sync, every change of the network hint and every recorded dose, and sets
one single-shot timer to the answer. A hint of "online" is only a hint; the signed probe decides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from fieldapp.domain.backoff import delay_s
from fieldapp.sync.errors import SyncError

GATHER_S = 60.0
"""Doses of one minute travel together: one frame with one signature, not five."""
METERED_GATHER_S = 10 * 60.0
"""Where bytes cost money, fewer and fuller requests; and none at all with nothing to send."""
HEARTBEAT_S = 60 * 60.0
"""With nothing to send, the hub is still asked once an hour."""
RETURN_S = 5.0
"""Longest wait after the network came back."""


class Network(Enum):
    """What the system says about the network."""

    UNKNOWN = "unknown"
    OFFLINE = "offline"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class LastTry:
    """How the last sync of this run of the program ended; times are monotonic seconds.

    `failures` counts tries in a row that failed. `told_to_wait`: it ended with a Retry-After.
    """

    ended_s: float
    not_before_s: float
    failures: int = 0
    needs_person: bool = False
    told_to_wait: bool = False


def after_try(
    previous: LastTry | None,
    now_s: float,
    error: SyncError | None,
    chance: Callable[[], float],
    next_after_s: int | None = None,
) -> LastTry:
    """What to remember of a try that ended now; `next_after_s` is the hub's signed wish."""
    failures = 0 if error is None else (previous.failures if previous else 0) + 1
    asked_s = next_after_s if error is None else error.retry_after_s
    return LastTry(
        ended_s=now_s,
        not_before_s=now_s + delay_s(failures, chance, asked_s=asked_s),
        failures=failures,
        needs_person=error is not None and not error.retry,
        told_to_wait=error is not None and bool(error.retry_after_s),
    )


def next_try_in_s(
    last: LastTry | None,
    network: Network,
    waiting: int,
    now_s: float,
    chance: Callable[[], float],
    *,
    came_back: bool = False,
    metered: bool = False,
) -> float | None:
    """Seconds until the next try; None: not before something changes (network, a person).

    `came_back`: the network returned since the last try. Then doses that wait are worth a try
    within seconds whatever was planned, unless the last try ended with the wish to be left alone.
    `metered`: the system says that this network is paid by the byte.
    """
    if network is Network.OFFLINE or (last is not None and last.needs_person):
        return None
    if last is None:
        return RETURN_S * chance()
    if metered and not waiting:
        return None
    gather_s = METERED_GATHER_S if metered else GATHER_S
    due_s = last.not_before_s
    if not last.failures:
        due_s = max(due_s, last.ended_s + (gather_s if waiting else HEARTBEAT_S))
    if came_back and waiting and not last.told_to_wait:
        gathered_s = last.ended_s if last.failures else last.ended_s + gather_s
        due_s = min(due_s, max(gathered_s, now_s + RETURN_S * chance()))
    return max(0.0, due_s - now_s)
