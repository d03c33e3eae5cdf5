"""What calls came to, by team and caller; calls that were struck through are left out."""

from __future__ import annotations

from collections import Counter, defaultdict

from sqlalchemy import Connection, func, select

from fieldapp.hub.messages.tables import call, call_withdrawn

_call = call.c
Calls = dict[tuple[int, str], Counter[str]]
"""By laptop and login, how many calls came to what."""


def calls_made(connection: Connection, since_s: int) -> Calls:
    """Those made from a moment on."""
    struck = select(call_withdrawn.c.id).where(call_withdrawn.c.call == _call.id).exists()
    wanted = (
        select(_call.device, _call.made_by, _call.outcome, func.count())
        .where(_call.made_s >= since_s, ~struck)
        .group_by(_call.device, _call.made_by, _call.outcome)
    )
    found: defaultdict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    for device, login, outcome, number in connection.execute(wanted):
        found[device, login][outcome] += number
    return dict(found)


def by_team(calls: Calls) -> dict[int, Counter[str]]:
    """All callers of a laptop together."""
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for (device, _), outcomes in calls.items():
        found[device] += outcomes
    return dict(found)
