"""A team is more than one laptop: a new one takes the place of one that failed, under its name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from fieldapp.hub import schema
from fieldapp.hub.devices import Device, devices
from fieldapp.hub.errors import NoSuchDevice
from fieldapp.hub.operating.reading import OperationFilter, page_of, read_one

_staff = schema.staff.c


@dataclass(frozen=True, slots=True)
class Team:
    """By one of its laptops: all that bear its name in its region, and all of the region."""

    no: int
    name: str
    region: str
    laptops: tuple[int, ...]
    neighbours: tuple[int, ...]


def team_of(connection: Connection, device: int) -> Team:
    """The team whose laptop has this number, also one that is shut out. Raises NoSuchDevice."""
    known = devices(connection)
    if device not in known:
        raise NoSuchDevice(device=device)
    one = known[device]
    there = {no: other for no, other in known.items() if other.region == one.region}
    return Team(one.no, one.name, one.region, _named(there, one.name), tuple(there))


def _named(known: Mapping[int, Device], name: str) -> tuple[int, ...]:
    return tuple(no for no, other in known.items() if other.name == name)


def staff_of(connection: Connection, team: Team) -> tuple[tuple[str, str], ...]:
    """Names and logins of those who may have given a dose: who was at the last session of each of
    the team's laptops, or else its users by their logins."""
    found: dict[str, str] = {}
    for no in team.laptops:
        for last in page_of(connection, OperationFilter(device=no), skip=0, most=1):
            told = read_one(connection, no, last.label)
            found |= dict(told.staff if told else ())
    return tuple(found.items()) or _users(connection, team)


def _users(connection: Connection, team: Team) -> tuple[tuple[str, str], ...]:
    wanted = select(_staff.login).where(_staff.device.in_(team.laptops)).distinct()
    logins = connection.execute(wanted.order_by(_staff.login)).scalars()
    return tuple((login, login) for login in logins)
