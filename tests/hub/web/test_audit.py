"""Promises of the audit: a changed, a removed, an added row is named; also by `hub verify`."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, delete, insert, update

from fieldapp.hub.store import Store
from fieldapp.hub.verify import verify
from fieldapp.hub.web import audit
from fieldapp.hub.web.tables import audit as table
from fieldapp.hub.web.tables import audit_head
from tests.hub.fake_laptop import NOW_S


def written(store: Store, rows: int = 5) -> None:
    for number in range(rows):
        with store.writing() as connection:
            audit.note(connection, store.keys, NOW_S + number, "lu.qing", "signed-in", f"{number}")


def problems(store: Store) -> list[str]:
    with store.reading() as connection:
        return list(audit.problems(connection, store.keys))


def test_rows_as_they_were_written_prove_each_other(store: Store) -> None:
    assert problems(store) == []
    written(store)
    assert problems(store) == []
    assert verify(store.folder).ok


def change(connection: Connection) -> None:
    connection.execute(update(table).where(table.c.no == 3).values(login="somebody"))


def remove(connection: Connection) -> None:
    connection.execute(delete(table).where(table.c.no.in_([2, 3])))


def remove_newest(connection: Connection) -> None:
    connection.execute(delete(table).where(table.c.no == 5))


def remove_newest_and_its_head(connection: Connection) -> None:
    remove_newest(connection)
    connection.execute(update(audit_head).values(no=4))


def add(connection: Connection) -> None:
    values = {"no": 6, "at_s": NOW_S, "login": "x", "act": "x", "subject": "", "details": ""}
    connection.execute(insert(table).values(**values, hash=bytes(32)))


def remove_all(connection: Connection) -> None:
    connection.execute(delete(table))


@pytest.mark.parametrize(
    ("tamper", "said"),
    [
        (change, "Audit: row 3 is not as it was written."),
        (remove, "Audit: rows 2 to 3 are missing."),
        (remove_newest, "Audit: row 5 is missing."),
        (remove_newest_and_its_head, "Audit: its newest row is not the one that was noted"),
        (add, "Audit: row 6 is not as it was written."),
        (remove_all, "Audit: rows 1 to 5 are missing."),
    ],
)
def test_whatever_is_done_to_it_is_named(
    store: Store, tamper: Callable[[Connection], None], said: str
) -> None:
    written(store)
    with store.writing() as connection:
        tamper(connection)
    assert problems(store)[0].startswith(said)
    assert any(problem.startswith(said) for problem in verify(store.folder).problems)


def test_the_newest_come_first_and_older_ones_by_number(store: Store) -> None:
    written(store)
    with store.reading() as connection:
        assert [row.no for row in audit.entries(connection, before_no=None, most=2)] == [5, 4]
        assert [row.no for row in audit.entries(connection, before_no=4, most=9)] == [3, 2, 1]
        assert audit.newest_no(connection) == 5


def test_a_row_is_there_only_if_what_it_tells_of_was_done(store: Store) -> None:
    with pytest.raises(RuntimeError), store.writing() as connection:
        audit.note(connection, store.keys, NOW_S, "lu.qing", "user-ended", "user x")
        raise RuntimeError
    assert problems(store) == []
    with store.reading() as connection:
        assert audit.newest_no(connection) == 0
