"""The overview read: every team's standing, the sums, the doses of today and of the days before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, func, select

from fieldapp.hub.daily.shares import TEAM, TOTAL
from fieldapp.hub.daily.tables import day_count
from fieldapp.hub.devices import Device, devices
from fieldapp.hub.fold.projector import projected_to
from fieldapp.hub.store import newest_place
from fieldapp.hub.sync_log.proof import Tally, tallies, total
from fieldapp.hub.web.asked import pages_of
from fieldapp.hub.web.standing import EVERY_TEAM, Silence, Standing, TeamFilter, standing_of
from fieldapp.hub.web.tables import opening
from fieldapp.wire.dates import to_day

DAYS_SHOWN = 14
TEAMS_A_PAGE = 100
_count, _opening = day_count.c, opening.c


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
    """All that the page shows. `found`: teams that are asked for; `behind`: pages stored that are
    not in the sums yet."""

    teams: tuple[Team, ...]
    found: int
    regions: tuple[str, ...]
    page: int
    pages: int
    whole: Tally
    behind: int
    silences: Mapping[Silence, int]
    today: date
    doses_today: int
    days: tuple[tuple[date, int], ...]


def read_overview(
    connection: Connection,
    now_s: int,
    today: date,
    page: int = 1,
    which: TeamFilter = EVERY_TEAM,
) -> Overview:
    """One page of the teams asked for, those silent longest first, and the sums over all."""
    known = standing_of(devices(connection).values(), now_s)
    sums = tallies(connection)
    asked = [one for one in known if which.holds(one, sums[one.device.no])]
    pages = pages_of(len(asked), TEAMS_A_PAGE)
    page = max(1, min(page, pages))
    shown = asked[(page - 1) * TEAMS_A_PAGE : page * TEAMS_A_PAGE]
    by_day = _doses_by_day(connection, today)
    return Overview(
        _teams(connection, today, shown, sums), len(asked),
        tuple(sorted({one.device.region for one in known})), page, pages, total(sums.values()),
        newest_place(connection) - projected_to(connection),
        Counter(one.silence for one in known), today, by_day[-1][1], by_day,
    )  # fmt: skip


def _teams(
    connection: Connection, today: date, shown: Sequence[Standing], sums: Mapping[int, Tally]
) -> tuple[Team, ...]:
    numbers = [one.device.no for one in shown]
    by_team, versions = _doses_of(connection, today, numbers), _versions(connection, numbers)
    return tuple(
        Team(one.device, one.silence, one.silent_s, sums[no], by_team[no], versions.get(no))
        for no, one in zip(numbers, shown, strict=True)
    )


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
