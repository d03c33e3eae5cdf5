"""Sessions: a random token in a cookie, of which the hub keeps only the hash, with two ends."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, delete, insert, select, update

from fieldapp.hub.web.access import Role
from fieldapp.hub.web.tables import web_session, web_user

IDLE_S, ABSOLUTE_S, SIGNING_IN_S = 30 * 60, 12 * 3600, 10 * 60
_NOTED_EVERY_S = 60
_TOKEN_BYTES = 32
_session, _user = web_session.c, web_user.c


class Stage(StrEnum):
    """How far somebody has signed in; each but the last is only good for the next step."""

    PASSPHRASE = "passphrase"  # noqa: S105  a step, not a secret: choose one of your own
    SET_UP = "set-up"
    SECOND = "second"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Session:
    """One browser that somebody signed in with."""

    token_hash: bytes
    login: str
    role: Role
    stage: Stage
    secret: bytes | None


def begin(connection: Connection, login: str, stage: Stage, now_s: int) -> str:
    """A new session; returns its token, which is kept nowhere here."""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    values = {"token_hash": _hash(token), "login": login, "stage": stage.value}
    connection.execute(insert(web_session).values(**values, made_s=now_s, seen_s=now_s))
    _forget_old(connection, now_s)
    return token


def _forget_old(connection: Connection, now_s: int) -> None:
    connection.execute(delete(web_session).where(_session.made_s < now_s - ABSOLUTE_S))


def find(connection: Connection, token: str, now_s: int) -> Session | None:
    """The session of a token, while it lasts and its user may sign in."""
    wanted = (
        select(web_session, _user.role)
        .join(web_user, _user.login == _session.login)
        .where(_session.token_hash == _hash(token), _user.ended_s.is_(None))
    )
    row = connection.execute(wanted).first()
    if row is None:
        return None
    stage = Stage(row.stage)
    longest, idle = (ABSOLUTE_S, IDLE_S) if stage is Stage.IN else (SIGNING_IN_S, SIGNING_IN_S)
    if now_s - row.made_s >= longest or now_s - row.seen_s >= idle:
        return None
    return Session(bytes(row.token_hash), row.login, Role(row.role), stage, row.secret)


def needs_noting(connection: Connection, session: Session, now_s: int) -> bool:
    """Whether it is time to write down that the session is in use: not at every page."""
    seen = select(_session.seen_s).where(_session.token_hash == session.token_hash)
    return now_s - int(connection.execute(seen).scalar() or now_s) >= _NOTED_EVERY_S


def note_seen(connection: Connection, session: Session, now_s: int) -> None:
    """The session is in use."""
    same = _session.token_hash == session.token_hash
    connection.execute(update(web_session).where(same).values(seen_s=now_s))


def keep_secret(connection: Connection, session: Session, sealed: bytes) -> None:
    """The second factor that is being set up."""
    same = _session.token_hash == session.token_hash
    connection.execute(update(web_session).where(same).values(secret=sealed))


def end(connection: Connection, session: Session) -> None:
    """Sign out."""
    connection.execute(delete(web_session).where(_session.token_hash == session.token_hash))


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
