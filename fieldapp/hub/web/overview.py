"""The overview read: every team's standing, the sums, the doses of today and of the days before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import Connection, func, select

from fieldapp.hub.daily.shares import TEAM, TOTAL
from fieldapp.hub.daily.tables import day_count
from fieldapp.hub.devices import Device, devices
from fieldapp.hub.fold.projector import projected_to
from fieldapp.hub.store import newest_place
from fieldapp.hub.sync_log.proof import Tally, tallies, total
from fieldapp.hub.web.asked import pages_of
from fieldapp.hub.web.tables import opening
from fieldapp.wire.dates import to_day

AMBER_S, RED_S = 86_400, 3 * 86_400
DAYS_SHOWN = 14
TEAMS_A_PAGE = 100
_count, _opening = day_count.c, opening.c


class Silence(StrEnum):
    """How long nothing was heard of a team."""

    HEARD = "heard"
    AMBER = "amber"
    RED = "red"
    NEVER = "never"
    SHUT_OUT = "shut-out"


@dataclass(frozen=True, slots=True)
class Team:
    """One laptop with its team."""

    device: Device
    silence: Silence
    silent_s: int
    tally: Tally
    today: int
    app_version: str | None


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the page shows. `behind`: pages stored that are not in the sums yet."""

    teams: tuple[Team, ...]
    page: int
    pages: int
    whole: Tally
    behind: int
    silences: Mapping[Silence, int]
    today: date
    doses_today: int
    days: tuple[tuple[date, int], ...]


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


def read_overview(connection: Connection, now_s: int, today: date, page: int = 1) -> Overview:
    """One page of teams, those silent longest first, and the sums over all."""
    known = list(devices(connection).values())
    standing = {device.no: silence_of(device, now_s) for device in known}
    known.sort(key=lambda device: _attention(*standing[device.no], device.name))
    pages = pages_of(len(known), TEAMS_A_PAGE)
    page = max(1, min(page, pages))
    shown = known[(page - 1) * TEAMS_A_PAGE : page * TEAMS_A_PAGE]
    sums = tallies(connection)
    by_day = _doses_by_day(connection, today)
    by_team = _doses_of(connection, today, [device.no for device in shown])
    versions = _versions(connection, [device.no for device in shown])
    teams = [
        Team(
            device, *standing[device.no], sums[device.no], by_team[device.no],
            versions.get(device.no),
        )
        for device in shown
    ]  # fmt: skip
    return Overview(
        tuple(teams), page, pages, total(sums.values()),
        newest_place(connection) - projected_to(connection),
        Counter(silence for silence, _ in standing.values()),
        today, by_day[-1][1], by_day,
    )  # fmt: skip


_ORDER = (Silence.RED, Silence.AMBER, Silence.NEVER, Silence.HEARD, Silence.SHUT_OUT)


def _attention(silence: Silence, silent_s: int, name: str) -> tuple[int, int, str]:
    longest_first = 0 if silence in (Silence.HEARD, Silence.SHUT_OUT) else -silent_s
    return _ORDER.index(silence), longest_first, name


def _doses_by_day(connection: Connection, today: date) -> tuple[tuple[date, int], ...]:
    """Doses that stand, by the day on which they were given; today last."""
    last = _number(today)
    first = last - DAYS_SHOWN + 1
    rows = select(_count.day, _count.doses).where(
        _count.kind == TOTAL, _count.day.between(first, last)
    )
    found = {day: int(doses) for day, doses in connection.execute(rows)}
    shown = [today - timedelta(days=n) for n in reversed(range(DAYS_SHOWN))]
    return tuple((one, found.get(_number(one), 0)) for one in shown)


def _number(day: date) -> int:
    return to_day(day) or 0


def _doses_of(connection: Connection, today: date, teams: list[int]) -> Counter[int]:
    rows = select(_count.code, _count.doses).where(
        _count.kind == TEAM,
        _count.day == _number(today),
        _count.code.in_([str(no) for no in teams]),
    )
    return Counter({int(code): int(doses) for code, doses in connection.execute(rows)})


def _versions(connection: Connection, numbers: list[int]) -> dict[int, str]:
    """The program that each laptop was last opened with."""
    last = (
        select(_opening.device, func.max(_opening.opened_s).label("opened_s"))
        .where(_opening.device.in_(numbers))
        .group_by(_opening.device)
        .subquery()
    )
    rows = select(_opening.device, _opening.app_version).join(
        last, (last.c.device == _opening.device) & (last.c.opened_s == _opening.opened_s)
    )
    return {no: version for no, version in connection.execute(rows)}
