"""Somebody tampers with a laptop and with a hub: `verify` of each says what, and which.

Real commands on real files; only who has the keys can tamper more finely than with a bit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, select, update

from fieldapp.actions.system_clock import SystemClock
from fieldapp.hub import schema
from fieldapp.hub.store import DATABASE_FILE, open_store
from fieldapp.journal import home as homes
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.journal import JOURNAL_FILE, Journal, open_journal
from tests.journeys.test_usb_road import Shell, shell

__all__ = ["shell"]


@pytest.fixture
def delivered(shell: Shell) -> Shell:
    """The day is at the hub, and the receipts are home."""
    written = shell.json("bundle", "write", shell.stick)
    came = shell.json("hub", "bundle", "read", written["file"])
    shell.json("bundle", "read", came["answer"])
    return shell


def home_of(shell: Shell) -> Path:
    return Path(shell.environment["FIELDAPP_HOME"])


@contextmanager
def laptop(shell: Shell) -> Iterator[Journal]:
    clock = SystemClock()
    key = homes.unlock(home_of(shell), "nurse.test", "2468-test-pin", NoSecrets(), clock)
    journal = open_journal(home_of(shell), key, clock)
    yield journal
    journal.close()


def turn_a_bit(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def says(shell: Shell, *command: str) -> str:
    """What a refusing `verify` printed."""
    done = shell.run(*command)
    assert done.returncode == 1, "it must not pass"
    print(f"{' '.join(command)}: {done.stdout.strip()} {done.stderr.strip()}")
    return done.stdout + done.stderr


def on_laptop(shell: Shell, sql: str) -> None:
    with laptop(shell) as journal:
        journal.db.run(sql)


def at_hub(shell: Shell, change: Callable[[Connection], object]) -> None:
    store = open_store(shell.hub)
    with store.writing() as connection:
        change(connection)
    store.close()


def turn_a_bit_of_a_page(connection: Connection) -> None:
    body = bytearray(connection.execute(select(schema.frame.c.body)).scalar_one())
    body[len(body) // 2] ^= 1
    connection.execute(update(schema.frame).values(body=bytes(body)))


def remove_a_page(connection: Connection) -> None:
    connection.execute(delete(schema.frame))


def forge_a_receipt(connection: Connection) -> None:
    connection.execute(update(schema.receipt).values(head_hash=bytes(32)))


A_BIT_IN_AN_EVENT = "UPDATE entry SET header = x'00' WHERE (pos & 0xffff) = 9"
AN_EVENT_GONE = "DELETE FROM entry WHERE (pos & 0xffff) = 9"
# The last byte of an Ed25519 signature is never above 0x10, and often 0: 0xff is always a change.
A_FORGED_RECEIPT = "UPDATE receipt SET raw = CAST(substr(raw, 1, length(raw) - 1) || x'ff' AS BLOB)"


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        (A_BIT_IN_AN_EVENT, "vent 9"),
        (AN_EVENT_GONE, "vent 9"),
        (A_FORGED_RECEIPT, "receipt does not hold"),
    ],
    ids=("changed event", "removed event", "forged receipt"),
)
def test_the_laptop_names_what_was_done_to_it(delivered: Shell, sql: str, words: str) -> None:
    assert delivered.run("verify").returncode == 0
    on_laptop(delivered, sql)
    assert words in says(delivered, "verify")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (turn_a_bit_of_a_page, "does not hold"),
        (remove_a_page, "do not cover"),
        (forge_a_receipt, "receipt"),
    ],
    ids=("changed page", "removed page", "forged receipt"),
)
def test_the_hub_names_what_was_done_to_it(
    delivered: Shell, change: Callable[[Connection], object], words: str
) -> None:
    assert delivered.run("hub", "verify").returncode == 0
    at_hub(delivered, change)
    assert words in says(delivered, "hub", "verify")


def test_one_bit_turned_in_either_file_is_found(delivered: Shell) -> None:
    turn_a_bit(home_of(delivered) / JOURNAL_FILE)
    turn_a_bit(delivered.hub / DATABASE_FILE)
    assert "damaged" in says(delivered, "verify")
    assert "damaged" in says(delivered, "hub", "verify")
