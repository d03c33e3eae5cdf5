"""Promises of sessions: only the hash is kept, both ends hold, who is ended is out at once."""

from __future__ import annotations

from sqlalchemy import select

from fieldapp.hub.store import Store
from fieldapp.hub.web import accounts, sessions
from fieldapp.hub.web.access import Role
from fieldapp.hub.web.sessions import ABSOLUTE_S, IDLE_S, SIGNING_IN_S, Session, Stage
from fieldapp.hub.web.tables import web_session
from tests.hub.fake_laptop import NOW_S
from tests.hub.web.visitor import PASSPHRASE


def begun(store: Store, stage: Stage = Stage.IN) -> str:
    with store.writing() as connection:
        if accounts.find(connection, "lu.qing") is None:
            desk = accounts.Desk(connection, store.keys, NOW_S)
            accounts.add_user(desk, "lu.qing", Role.READER, PASSPHRASE, change=False)
        return sessions.begin(connection, "lu.qing", stage, NOW_S)


def found(store: Store, token: str, now_s: int) -> Session | None:
    with store.reading() as connection:
        return sessions.find(connection, token, now_s)


def seen(store: Store, token: str, now_s: int) -> None:
    session = found(store, token, now_s)
    assert session is not None
    with store.writing() as connection:
        sessions.note_seen(connection, session, now_s)


def test_a_copy_of_the_table_signs_nobody_in(store: Store) -> None:
    token = begun(store)
    with store.reading() as connection:
        kept = connection.execute(select(web_session)).one()
    assert token.encode() not in b"".join(v for v in kept if isinstance(v, bytes))
    assert found(store, token, NOW_S) is not None
    assert found(store, kept.token_hash.hex(), NOW_S) is None


def test_half_an_hour_without_a_page_ends_it(store: Store) -> None:
    token = begun(store)
    assert found(store, token, NOW_S + IDLE_S - 1) is not None
    assert found(store, token, NOW_S + IDLE_S) is None


def test_half_a_day_ends_it_however_busy(store: Store) -> None:
    token = begun(store)
    for now_s in range(NOW_S, NOW_S + ABSOLUTE_S, IDLE_S // 2):
        seen(store, token, now_s)
    assert found(store, token, NOW_S + ABSOLUTE_S) is None


def test_half_way_through_the_door_there_are_ten_minutes(store: Store) -> None:
    token = begun(store, Stage.SECOND)
    assert found(store, token, NOW_S + SIGNING_IN_S - 1) is not None
    assert found(store, token, NOW_S + SIGNING_IN_S) is None


def test_it_is_written_down_once_a_minute_not_at_every_page(store: Store) -> None:
    session = found(store, begun(store), NOW_S)
    assert session is not None
    with store.reading() as connection:
        assert not sessions.needs_noting(connection, session, NOW_S + 59)
        assert sessions.needs_noting(connection, session, NOW_S + 60)


def test_who_is_ended_is_out_at_once(store: Store) -> None:
    token = begun(store)
    with store.writing() as connection:
        accounts.end_user(accounts.Desk(connection, store.keys, NOW_S), "lu.qing")
    assert found(store, token, NOW_S) is None


def test_signing_out_ends_this_session_alone(store: Store) -> None:
    token, other = begun(store), begun(store)
    session = found(store, token, NOW_S)
    assert session is not None
    with store.writing() as connection:
        sessions.end(connection, session)
    assert found(store, token, NOW_S) is None
    assert found(store, other, NOW_S) is not None
