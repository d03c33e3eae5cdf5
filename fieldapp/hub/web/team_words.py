"""How teams stand, in words; and which of them a page of many was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from sqlalchemy import Connection

from fieldapp.domain.made_up import MADE_UP, is_made_up
from fieldapp.hub.telephones import telephones
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.standing import SILENT, Silence, TeamFilter
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import Said, said

SILENCE: Mapping[Silence, tuple[str, str, Said]] = {
    Silence.HEARD: ("ok", "circle-check", said("in contact")),
    Silence.AMBER: ("wait", "clock", said("silent over 1 day")),
    Silence.RED: ("stop", "phone", said("silent over 3 days: call")),
    Silence.NEVER: ("info", "info", said("not heard yet")),
    Silence.SHUT_OUT: ("plain", "lock", said("shut out")),
}
TEAMS: Mapping[str, Said] = {
    "vehicle": said("Vehicle"),
    "boat": said("Boat"),
    MADE_UP: said("Practice"),
}
_WAITING = "waiting"
_ASKED: Mapping[str, frozenset[Silence]] = {
    "silent": SILENT,
    **{one.value: frozenset({one}) for one in Silence if one is not Silence.AMBER},
}
STATES_ASKED: Mapping[str, Said] = {
    "silent": SILENCE[Silence.AMBER][2],
    **{value: SILENCE[Silence(value)][2] for value in ("red", "never", "heard", "shut-out")},
    _WAITING: said("records wait on the laptop"),
}
"""What the form offers; who is silent over a day is so over three, too."""
_MOST_TYPED = 80


def chosen_teams(visit: Visit) -> dict[str, str]:
    """What the form says, as typed."""
    return {name: visit.query.get(name, "")[:_MOST_TYPED] for name in ("region", "state", "name")}


def asked_teams(visit: Visit) -> str:
    """The same as a part of an address."""
    return urlencode({name: value for name, value in chosen_teams(visit).items() if value})


def team_filter(visit: Visit) -> TeamFilter:
    """What it asks for; what cannot be read asks for nothing."""
    chosen = chosen_teams(visit)
    return TeamFilter(
        chosen["region"],
        chosen["name"].strip(),
        _ASKED.get(chosen["state"], frozenset(Silence)),
        chosen["state"] == _WAITING,
    )


def telephones_for(visit: Visit, connection: Connection, laptops: Iterable[int]) -> dict[int, str]:
    """Under which number teams are called, for whoever is to call them: readers are not."""
    return telephones(connection, laptops) if visit.may(Permission.PEOPLE) else {}


def kinds_of_team(visit: Visit) -> dict[str, Said]:
    """What a new team may be: in a hub for practice nothing else, in a real one all else."""
    return {kind: word for kind, word in TEAMS.items() if is_made_up(kind) is visit.practice}
