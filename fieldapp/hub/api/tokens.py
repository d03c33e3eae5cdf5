"""Tokens of programs: made and ended by administrators, each time with a row of the audit.

A token is random and shown once; the hub keeps its hash alone. It ends by itself on a day that was
chosen with it.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from fieldapp.hub.api.errors import BadEnd, BadName, NameTaken, NoScope, NoSuchProgram
from fieldapp.hub.api.scopes import Scope
from fieldapp.hub.api.tables import api_token
from fieldapp.hub.web import audit
from fieldapp.hub.web.accounts import Desk

BEGINS = "fieldapp_"
"""How a token begins, so that those who look for forgotten secrets know what they found."""
LONGEST_DAYS = 2 * 366
_NOTED_EVERY_S = 60
_TOKEN_BYTES = 32
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,59}")
_token = api_token.c


@dataclass(frozen=True, slots=True)
class Token:
    """One program's access. Times are Unix seconds; it holds until just before `until_s`."""

    name: str
    scopes: frozenset[Scope]
    made_s: int
    made_by: str
    until_s: int
    used_s: int | None
    ended_s: int | None
    ended_by: str | None

    def holds(self, now_s: int) -> bool:
        """Whether it opens anything now."""
        return self.ended_s is None and now_s < self.until_s

    @property
    def last_day(self) -> date:
        """The last on which it holds, in UTC."""
        return datetime.fromtimestamp(self.until_s - 1, UTC).date()

    @property
    def login(self) -> str:
        """Who did it, in the audit; no user can be called so."""
        return f"program {self.name}"


_COLUMNS = [_token[name] for name in Token.__slots__]


def tokens(connection: Connection) -> list[Token]:
    """All there ever were, those that were not ended first."""
    rows = select(*_COLUMNS).order_by(_token.ended_s.is_not(None), _token.name)
    return [_read(row) for row in connection.execute(rows)]


def find(connection: Connection, token: str, now_s: int) -> Token | None:
    """Whose token this is, while it holds."""
    row = connection.execute(select(*_COLUMNS).where(_token.token_hash == _hash(token))).first()
    found = _read(row) if row else None
    return found if found and found.holds(now_s) else None


def called(connection: Connection, name: str) -> Token | None:
    """One by its program's name, ended ones too."""
    row = connection.execute(select(*_COLUMNS).where(_token.name == name)).first()
    return _read(row) if row else None


def _read(row: Row[Any]) -> Token:
    values = dict(row._mapping)
    return Token(**values | {"scopes": frozenset(Scope(one) for one in row.scopes.split())})


def add_token(desk: Desk, name: str, scopes: Collection[Scope], last_day: date | None) -> str:
    """Let a program in; returns its token, which is kept nowhere here.

    Raises BadName, NameTaken, NoScope, BadEnd.
    """
    if not _NAME.fullmatch(name):
        raise BadName(name=name)
    if called(desk.connection, name) is not None:
        raise NameTaken(name=name)
    if not scopes:
        raise NoScope()
    until_s, words = _end_of(last_day, desk.now_s), " ".join(sorted(scopes))
    token = BEGINS + secrets.token_urlsafe(_TOKEN_BYTES)
    desk.connection.execute(
        insert(api_token).values(
            name=name, token_hash=_hash(token), scopes=words, made_s=desk.now_s, made_by=desk.by,
            until_s=until_s,
        )
    )  # fmt: skip
    _note(desk, "program-added", name, f"{words}, {last_day}")
    return token


def _end_of(last_day: date | None, now_s: int) -> int:
    today = datetime.fromtimestamp(now_s, UTC).date()
    if last_day is None or not today <= last_day <= today + timedelta(days=LONGEST_DAYS):
        raise BadEnd()
    return int(datetime.combine(last_day + timedelta(days=1), time(), UTC).timestamp())


def end_token(desk: Desk, name: str) -> None:
    """It opens nothing any more, from now on. Raises NoSuchProgram."""
    found = called(desk.connection, name)
    if found is None or found.ended_s is not None:
        raise NoSuchProgram(name=name)
    same = update(api_token).where(_token.name == name)
    desk.connection.execute(same.values(ended_s=desk.now_s, ended_by=desk.by))
    _note(desk, "program-ended", name)


def _note(desk: Desk, act: str, name: str, details: str = "") -> None:
    subject = f"program {name}"
    audit.note(desk.connection, desk.keys, desk.now_s, desk.by, act, subject, details)


def needs_noting(token: Token, now_s: int) -> bool:
    """Whether it is time to write down that it is in use: not at every request."""
    return token.used_s is None or now_s - token.used_s >= _NOTED_EVERY_S


def note_used(connection: Connection, token: Token, now_s: int) -> None:
    """It is in use."""
    same = update(api_token).where(_token.name == token.name)
    connection.execute(same.values(used_s=now_s))


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).digest()
