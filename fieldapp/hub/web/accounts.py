"""The users of the pages: made, changed and ended, each time with a row of the audit.

A login is never given to anybody else, and nobody's row is ever deleted: the audit names them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from fieldapp.hub.keys import HubKeys
from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Role
from fieldapp.hub.web.errors import BadLogin, LastAdministrator, LoginTaken, NoSuchUser
from fieldapp.hub.web.passphrases import check_strength, keep
from fieldapp.hub.web.tables import web_session, web_user

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,59}")
_user = web_user.c


@dataclass(frozen=True, slots=True)
class User:
    """One of them; times are Unix seconds."""

    login: str
    role: Role
    change: bool
    has_second: bool
    made_s: int
    seen_s: int | None
    ended_s: int | None


@dataclass(frozen=True, slots=True)
class Desk:
    """Where and by whom users are changed."""

    connection: Connection
    keys: HubKeys
    now_s: int
    by: str = audit.OPERATOR

    def note(self, act: str, login: str, details: str = "") -> None:
        """A row of the audit about a user."""
        subject = f"user {login}"
        audit.note(self.connection, self.keys, self.now_s, self.by, act, subject, details)


_COLUMNS = [
    _user.login, _user.role, _user.change, _user.secret.is_not(None), _user.made_s, _user.seen_s,
    _user.ended_s,
]  # fmt: skip


def users(connection: Connection) -> list[User]:
    """Everybody there ever was, those who may still sign in first."""
    rows = select(*_COLUMNS).order_by(_user.ended_s.is_not(None), _user.login)
    return [_read(*row) for row in connection.execute(rows)]


def find(connection: Connection, login: str) -> User | None:
    """One of them, ended ones too."""
    row = connection.execute(select(*_COLUMNS).where(_user.login == login)).first()
    return _read(*row) if row else None


def _read(
    login: str, role: str, change: bool, second: bool, made_s: int, seen_s: int, ended_s: int
) -> User:
    return User(login, Role(role), bool(change), bool(second), made_s, seen_s, ended_s)


def anybody(connection: Connection) -> bool:
    """Whether there is somebody who may sign in."""
    wanted = select(func.count()).where(_user.ended_s.is_(None))
    return bool(connection.execute(wanted).scalar())


def add_user(desk: Desk, login: str, role: Role, passphrase: str, *, change: bool) -> None:
    """Let somebody in; `change`: they must take another passphrase at once.

    Raises BadLogin, LoginTaken, WeakPassphrase.
    """
    if not _LOGIN.fullmatch(login):
        raise BadLogin(login=login)
    if find(desk.connection, login) is not None:
        raise LoginTaken(login=login)
    check_strength(passphrase, login)
    values = {"login": login, "role": role.value, "passphrase": keep(passphrase)}
    desk.connection.execute(insert(web_user).values(**values, change=change, made_s=desk.now_s))
    desk.note("user-added", login, role.value)


def end_user(desk: Desk, login: str) -> None:
    """Nobody signs in by this login any more. Raises NoSuchUser, LastAdministrator."""
    _not_the_last(desk, _existing(desk, login))
    _change(desk, login, ended_s=desk.now_s, secret=None)
    desk.note("user-ended", login)


def change_role(desk: Desk, login: str, role: Role) -> None:
    """Give somebody another role; they sign in anew. Raises NoSuchUser, LastAdministrator."""
    user = _existing(desk, login)
    if role is user.role:
        return
    _not_the_last(desk, user)
    _change(desk, login, role=role.value)
    desk.note("role-changed", login, f"{user.role.value} > {role.value}")


def reset_second(desk: Desk, login: str) -> None:
    """A lost telephone: the second factor is set up anew at the next sign-in. Raises NoSuchUser."""
    _existing(desk, login)
    _change(desk, login, secret=None, used_step=None)
    desk.note("second-factor-reset", login)


def reset_passphrase(desk: Desk, login: str, passphrase: str) -> None:
    """A forgotten passphrase: this one until the next sign-in.

    Raises NoSuchUser, WeakPassphrase.
    """
    _existing(desk, login)
    check_strength(passphrase, login)
    _change(desk, login, passphrase=keep(passphrase), change=True)
    desk.note("passphrase-reset", login)


def choose_passphrase(desk: Desk, login: str, passphrase: str) -> None:
    """Somebody's own new passphrase. Raises NoSuchUser, WeakPassphrase."""
    _existing(desk, login)
    check_strength(passphrase, login)
    values = {"passphrase": keep(passphrase), "change": False}
    desk.connection.execute(update(web_user).where(_user.login == login).values(**values))
    desk.note("passphrase-chosen", login)


def _existing(desk: Desk, login: str) -> User:
    user = find(desk.connection, login)
    if user is None or user.ended_s is not None:
        raise NoSuchUser(login=login)
    return user


def _not_the_last(desk: Desk, user: User) -> None:
    administrators = select(func.count()).where(
        _user.role == Role.ADMINISTRATOR.value, _user.ended_s.is_(None)
    )
    alone = desk.connection.execute(administrators).scalar_one() == 1
    if user.role is Role.ADMINISTRATOR and alone and desk.by != audit.OPERATOR:
        raise LastAdministrator(login=user.login)


def _change(desk: Desk, login: str, **values: object) -> None:
    """Change somebody's row and end their sessions."""
    desk.connection.execute(update(web_user).where(_user.login == login).values(**values))
    desk.connection.execute(delete(web_session).where(web_session.c.login == login))
