"""How teams stand: heard, silent or shut out; those that need a call first, and those asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from fieldapp.hub.devices import Device
from fieldapp.hub.sync_log.proof import Tally

AMBER_S, RED_S = 86_400, 3 * 86_400


class Silence(StrEnum):
    """How long nothing was heard of a team."""

    HEARD = "heard"
    AMBER = "amber"
    RED = "red"
    NEVER = "never"
    SHUT_OUT = "shut-out"


SILENT = frozenset({Silence.RED, Silence.AMBER})
TO_CALL = SILENT | {Silence.NEVER}
_ORDER = (Silence.RED, Silence.AMBER, Silence.NEVER, Silence.HEARD, Silence.SHUT_OUT)


@dataclass(frozen=True, slots=True)
class Standing:
    """One laptop with its team, and for how many seconds it has been silent."""

    device: Device
    silence: Silence
    silent_s: int


@dataclass(frozen=True, slots=True)
class TeamFilter:
    """Which teams; `name` is a part of it. `waiting`: only those with records left to send."""

    region: str = ""
    name: str = ""
    silences: frozenset[Silence] = frozenset(Silence)
    waiting: bool = False

    def holds(self, team: Standing, tally: Tally) -> bool:
        """Whether a team is asked for."""
        return (
            self.region in ("", team.device.region)
            and self.name.casefold() in team.device.name.casefold()
            and team.silence in self.silences
            and (tally.waiting > 0 or not self.waiting)
        )


EVERY_TEAM = TeamFilter()


def silence_of(device: Device, now_s: int) -> tuple[Silence, int]:
    """How a team stands, and for how many seconds it has been silent."""
    last_s = device.last_contact_s
    silent_s = max(0, now_s - (device.enrolled_s if last_s is None else last_s))
    if device.revoked_s is not None:
        return Silence.SHUT_OUT, silent_s
    if last_s is None:
        return Silence.NEVER, silent_s
    if silent_s > RED_S:
        return Silence.RED, silent_s
    return (Silence.AMBER if silent_s > AMBER_S else Silence.HEARD), silent_s


def standing_of(known: Iterable[Device], now_s: int) -> list[Standing]:
    """All of them, those to be called first."""
    return sorted((Standing(one, *silence_of(one, now_s)) for one in known), key=_attention)


def _attention(team: Standing) -> tuple[int, int, str]:
    quiet = team.silence in (Silence.HEARD, Silence.SHUT_OUT)
    longest_first = 0 if quiet else -team.silent_s
    return _ORDER.index(team.silence), longest_first, team.device.name
