"""Opens the hub that a command names by --data and --database."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy import Connection

from fieldapp.hub.running import unix_time
from fieldapp.hub.store import Store, open_store
from fieldapp.hub.web.accounts import Desk


@contextmanager
def opened_hub(arguments: argparse.Namespace) -> Iterator[Store]:
    """Closes it at the end. Raises HubMissing and what else opening raises."""
    with closing(open_store(arguments.data, database=arguments.database)) as store:
        yield store


@contextmanager
def reading(arguments: argparse.Namespace) -> Iterator[Connection]:
    """One moment of it."""
    with opened_hub(arguments) as store, store.reading() as connection:
        yield connection


@contextmanager
def operators_desk(arguments: argparse.Namespace) -> Iterator[Desk]:
    """Where its operator changes users and programs, in one transaction."""
    with opened_hub(arguments) as store, store.writing() as connection:
        yield Desk(connection, store.keys, unix_time())
