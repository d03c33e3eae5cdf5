"""Growing delays after wrong PINs, kept outside the database and across restarts.

A try is written down before it is looked at, so that killing the program gives no free tries.
Time that has passed is proven by the machine's uptime alone: moving the wall clock or restarting
never shortens a delay (after a restart only the time since that restart counts).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fieldapp.domain.clock import Clock
from fieldapp.journal.errors import TooManyTries
from fieldapp.journal.files import write_json

UNLOCK_FILE = "unlock.json"
FREE_TRIES = 3
LONGEST_WAIT_S = 15 * 60


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong tries of one user, and when the last one was, by boot and uptime."""

    wrong: int = 0
    boot_id: str = ""
    uptime_s: int = 0


def wait_after(wrong: int) -> int:
    """Seconds to wait after so many wrong tries: 2^n, from the third on, at most 15 minutes."""
    return 0 if wrong < FREE_TRIES else min(2**wrong, LONGEST_WAIT_S)


def begin_try(home: Path, login: str, clock: Clock) -> Tries:
    """Count a try as wrong until `forget_tries`. Raises TooManyTries when it comes too early."""
    tries = _read(home)
    earlier = tries.get(login, Tries())
    left = wait_after(earlier.wrong) - _proven_s(earlier, clock)
    if left > 0:
        raise TooManyTries(wait_s=left)
    counted = Tries(earlier.wrong + 1, clock.boot_id().hex(), clock.uptime_s())
    _write(home, {**tries, login: counted}, clock)
    return counted


def forget_tries(home: Path, login: str, clock: Clock) -> None:
    """The PIN was right: the user's count starts again."""
    tries = _read(home)
    if tries.pop(login, None) is not None:
        _write(home, tries, clock)


def _proven_s(earlier: Tries, clock: Clock) -> int:
    """Seconds that have certainly passed since the last try."""
    if clock.boot_id().hex() == earlier.boot_id:
        return clock.uptime_s() - earlier.uptime_s
    return clock.uptime_s()


def _read(home: Path) -> dict[str, Tries]:
    try:
        stored: dict[str, Any] = json.loads((home / UNLOCK_FILE).read_bytes())
        return {
            login: Tries(int(one["wrong"]), str(one["boot_id"]), int(one["uptime_s"]))
            for login, one in stored["tries"].items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _write(home: Path, tries: dict[str, Tries], clock: Clock) -> None:
    stored = {
        login: {"wrong": one.wrong, "boot_id": one.boot_id, "uptime_s": one.uptime_s}
        for login, one in tries.items()
    }
    write_json(home / UNLOCK_FILE, {"tries": stored, "written": clock.now().isoformat()})
