"""Promises of users: let in, changed and ended with a row of the audit; a login is given once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from fieldapp.hub.store import Store
from fieldapp.hub.web import accounts, audit
from fieldapp.hub.web.access import Role
from fieldapp.hub.web.accounts import Desk
from fieldapp.hub.web.errors import (
    BadLogin,
    LastAdministrator,
    LoginTaken,
    NoSuchUser,
    WeakPassphrase,
)
from tests.hub.fake_laptop import NOW_S
from tests.hub.web.visitor import PASSPHRASE


@contextmanager
def desk(store: Store, by: str = audit.OPERATOR) -> Iterator[Desk]:
    with store.writing() as connection:
        yield Desk(connection, store.keys, NOW_S, by)


def add(store: Store, login: str = "lu.qing", role: Role = Role.READER) -> None:
    with desk(store) as at:
        accounts.add_user(at, login, role, PASSPHRASE, change=False)


def acts(store: Store) -> list[tuple[str, str, str]]:
    with store.reading() as connection:
        rows = audit.entries(connection, before_no=None, most=50)
    return [(row.login, row.act, row.subject) for row in reversed(rows)]


def test_every_change_of_a_user_is_in_the_audit(store: Store) -> None:
    add(store)
    with desk(store, "boss") as at:
        accounts.change_role(at, "lu.qing", Role.SUPERVISOR)
        accounts.reset_second(at, "lu.qing")
        accounts.reset_passphrase(at, "lu.qing", "another four words")
        accounts.end_user(at, "lu.qing")
    assert acts(store) == [
        (audit.OPERATOR, "user-added", "user lu.qing"),
        ("boss", "role-changed", "user lu.qing"),
        ("boss", "second-factor-reset", "user lu.qing"),
        ("boss", "passphrase-reset", "user lu.qing"),
        ("boss", "user-ended", "user lu.qing"),
    ]


def test_a_login_is_never_given_to_somebody_else(store: Store) -> None:
    add(store)
    with desk(store) as at:
        accounts.end_user(at, "lu.qing")
    with pytest.raises(LoginTaken):
        add(store)


@pytest.mark.parametrize("login", ["", "x", "Lu", "lu qing", "../x", "鲁青", "x" * 61, ".x"])
def test_odd_logins_are_refused(store: Store, login: str) -> None:
    with pytest.raises(BadLogin):
        add(store, login)


def test_a_weak_passphrase_lets_nobody_in(store: Store) -> None:
    with pytest.raises(WeakPassphrase), desk(store) as at:
        accounts.add_user(at, "lu.qing", Role.READER, "short", change=False)
    with store.reading() as connection:
        assert not accounts.anybody(connection)


def test_what_is_asked_of_nobody_is_refused(store: Store) -> None:
    for change in (accounts.end_user, accounts.reset_second):
        with pytest.raises(NoSuchUser), desk(store) as at:
            change(at, "nobody")


def test_the_pages_keep_one_administrator_the_operator_may_end_the_last(store: Store) -> None:
    add(store, "boss", Role.ADMINISTRATOR)
    with pytest.raises(LastAdministrator), desk(store, "boss") as at:
        accounts.end_user(at, "boss")
    with pytest.raises(LastAdministrator), desk(store, "boss") as at:
        accounts.change_role(at, "boss", Role.READER)
    with desk(store) as at:
        accounts.end_user(at, "boss")


def test_a_passphrase_that_somebody_else_made_is_changed_at_once(store: Store) -> None:
    add(store)
    with desk(store) as at:
        accounts.reset_passphrase(at, "lu.qing", "another four words")
        user = accounts.find(at.connection, "lu.qing")
        assert user is not None and user.change
        accounts.choose_passphrase(at, "lu.qing", "yet another four words")
        user = accounts.find(at.connection, "lu.qing")
        assert user is not None and not user.change


def test_who_may_still_sign_in_is_listed_first(store: Store) -> None:
    for login in ("aa", "bb", "cc"):
        add(store, login)
    with desk(store) as at:
        accounts.end_user(at, "aa")
        assert [user.login for user in accounts.users(at.connection)] == ["bb", "cc", "aa"]
