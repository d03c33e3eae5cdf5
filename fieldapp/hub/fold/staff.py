"""Which users were named on which laptop."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, insert

from fieldapp.hub import schema
from fieldapp.hub.fold.rows import rows_in

_staff = schema.staff.c
_NEW = insert(schema.staff)


@dataclass
class Staff:
    """The users of some laptops, each laptop asked for once a change."""

    connection: Connection
    _named: dict[int, set[str]] = field(default_factory=dict)

    def named_on(self, devices: Iterable[int]) -> set[tuple[int, str]]:
        """Every user of these laptops."""
        wanted = set(devices)
        self._read(wanted)
        return {(device, login) for device in wanted for login in self._named[device]}

    def is_named(self, device: int, login: str) -> bool:
        """Whether a laptop ever named this user."""
        self._read({device})
        return login in self._named[device]

    def name(self, device: int, login: str) -> None:
        """A user was named; again changes nothing."""
        if not self.is_named(device, login):
            self.connection.execute(_NEW, {"device": device, "login": login})
            self._named[device].add(login)

    def _read(self, devices: set[int]) -> None:
        missing = devices - self._named.keys()
        self._named.update({device: set() for device in missing})
        columns = [_staff.device, _staff.login]
        for device, login in rows_in(self.connection, columns, _staff.device, missing):
            self._named[device].add(login)
