"""Promises of tokens: shown once, kept as a hash, ending by themselves, named in the audit."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from fieldapp.hub.api import tokens
from fieldapp.hub.api.errors import BadEnd, BadName, NameTaken, NoScope, NoSuchProgram
from fieldapp.hub.api.scopes import Scope
from fieldapp.hub.api.tables import api_token
from fieldapp.hub.store import Store
from fieldapp.hub.web import audit
from fieldapp.hub.web.accounts import Desk
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S

TODAY = datetime.fromtimestamp(NOW_S, UTC).date()
SCOPES = {Scope.FIGURES, Scope.SYNC_LOG}


def add(store: Store, name: str = "ministry", last_day: date | None = TODAY) -> str:
    with store.writing() as connection:
        return tokens.add_token(Desk(connection, store.keys, NOW_S, "gao"), name, SCOPES, last_day)


def found(store: Store, token: str, now_s: int = NOW_S) -> tokens.Token | None:
    with store.reading() as connection:
        return tokens.find(connection, token, now_s)


def test_a_token_is_kept_nowhere_but_with_its_program(world: World) -> None:
    token = add(world.store)
    with world.store.reading() as connection:
        (row,) = connection.execute(select(api_token)).all()
    assert token not in str(row) and token.encode() not in row.token_hash
    known = found(world.store, token)
    assert known is not None and known.scopes == SCOPES and known.made_by == "gao"
    assert found(world.store, token[:-1]) is None


def test_it_holds_through_its_last_day_and_no_longer(world: World) -> None:
    token = add(world.store)
    midnight = int(datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC).timestamp()) + 86_400
    assert found(world.store, token, midnight - 1) is not None
    assert found(world.store, token, midnight) is None


def test_an_ended_token_opens_nothing_and_its_name_is_not_given_again(world: World) -> None:
    store, token = world.store, add(world.store)
    with store.writing() as connection:
        tokens.end_token(Desk(connection, store.keys, NOW_S, "gao"), "ministry")
    assert found(store, token) is None
    with pytest.raises(NameTaken):
        add(store)
    with pytest.raises(NoSuchProgram), store.writing() as connection:
        tokens.end_token(Desk(connection, store.keys, NOW_S), "ministry")


@pytest.mark.parametrize("name", ["", "x", "Ministry", "two words", "-a", "a/b", "x" * 61])
def test_a_name_can_stand_in_an_address_and_in_the_audit(world: World, name: str) -> None:
    with pytest.raises(BadName):
        add(world.store, name)


@pytest.mark.parametrize(
    "last_day", [None, TODAY - timedelta(days=1), TODAY + timedelta(days=tokens.LONGEST_DAYS + 1)]
)
def test_access_without_an_end_is_not_given(world: World, last_day: date | None) -> None:
    with pytest.raises(BadEnd):
        add(world.store, last_day=last_day)


def test_a_token_that_opens_nothing_is_not_made(world: World) -> None:
    with pytest.raises(NoScope), world.store.writing() as connection:
        tokens.add_token(Desk(connection, world.store.keys, NOW_S), "ministry", (), TODAY)


def test_who_let_it_in_and_who_ended_it_is_in_the_audit(world: World) -> None:
    store = world.store
    token = add(store)
    with store.writing() as connection:
        tokens.end_token(Desk(connection, store.keys, NOW_S, "lu"), "ministry")
    with store.reading() as connection:
        ended, added = audit.entries(connection, before_no=None, most=2)
        assert not list(audit.problems(connection, store.keys))
    assert (added.login, added.act, added.subject) == ("gao", "program-added", "program ministry")
    assert (ended.login, ended.act) == ("lu", "program-ended")
    assert "figures.read" in added.details and token not in added.details


def test_that_it_is_in_use_is_noted_once_a_minute(world: World) -> None:
    store, token = world.store, add(world.store)
    known = found(store, token)
    assert known is not None and tokens.needs_noting(known, NOW_S)
    with store.writing() as connection:
        tokens.note_used(connection, known, NOW_S)
    again = found(store, token)
    assert again is not None and again.used_s == NOW_S
    assert not tokens.needs_noting(again, NOW_S + 59) and tokens.needs_noting(again, NOW_S + 60)
