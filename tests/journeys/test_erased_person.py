"""Somebody asks to be forgotten, and is: at the hub, at every laptop, on the cards, and again after
the hub and a laptop come back from before. Nobody else loses a record.

Real processes: the hub, two laptops, and an operator at the command line.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from fieldapp.hub import schema
from fieldapp.hub.erasure.ledger import LEDGER_FILE
from fieldapp.hub.keys import KEYS_FILE
from fieldapp.hub.store import open_store
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.home import unlock
from fieldapp.journal.journal import JOURNAL_FILE
from fieldapp.wire.frame import decode_frame, replay
from tests.journal.erasing import CANARY, traces_in
from tests.journal.laptop import NURSE, FakeClock
from tests.journeys.real_laptop import RealLaptop
from tests.journeys.test_a_hub_put_back import people, resident_id
from tests.sync.real_hub import RealHub

CANARY_ID = resident_id(500)
OTHERS = 3


@pytest.fixture
def hub(tmp_path: Path) -> RealHub:
    made = RealHub(tmp_path / "hub")
    made.code()  # makes the hub
    made.start()
    return made


@pytest.fixture
def boat(tmp_path: Path, hub: RealHub) -> RealLaptop:
    """A laptop with a second copy on a card, which gave the dose."""
    laptop = RealLaptop(tmp_path / "boat")
    laptop.join(hub, "boat", "north")
    (tmp_path / "card").mkdir()
    laptop.run("second-copy", tmp_path / "card")
    laptop.gave_dose_1(*people(0, OTHERS), (CANARY, CANARY_ID, 1))
    return laptop


def number_of(hub: RealHub) -> str:
    """What stands on the person's page at the hub."""
    with closing(open_store(hub.data)) as store, store.reading() as connection:
        client = schema.client.c
        found = connection.execute(select(client.id).where(client.name == CANARY)).scalar_one()
    return bytes(found).hex()


def stored(hub: RealHub) -> bytes:
    """All bodies that the hub has, in its frames."""
    with closing(open_store(hub.data)) as store, store.reading() as connection:
        frames = connection.execute(select(schema.frame.c.body)).scalars().all()
    return b"".join(e.body or b"" for raw in frames for e in replay(decode_frame(bytes(raw))))


def traces(laptop: RealLaptop) -> list[bytes]:
    """What of the person stands in a laptop's file, its unused places included."""
    key = unlock(laptop.home, NURSE.login, NURSE.pin, NoSecrets(), FakeClock())
    return traces_in(laptop.home / JOURNAL_FILE, key.secret)


def erase(hub: RealHub) -> str:
    words = ("--basis", "never-true", "--why", "written for training", "--yes")
    return hub.command("erase", number_of(hub)[:16], *words)


def is_gone(laptop: RealLaptop) -> None:
    """The laptop proves itself, counts the dose as erased and has nothing of the person."""
    now = laptop.asks("status")
    assert (now["recorded"], now["waiting"], now["confirmed"]) == (OTHERS + 1, 0, OTHERS + 1)
    assert (now["erased"], now["counted"], now["clients"]) == (1, OTHERS, OTHERS)
    assert traces(laptop) == []
    laptop.run("verify")


def test_who_asks_to_be_forgotten_is_and_stays_so(
    tmp_path: Path, hub: RealHub, boat: RealLaptop
) -> None:
    car = RealLaptop(tmp_path / "car")
    car.join(hub, "car", "north")
    old_stick, old_backup = tmp_path / "stick", tmp_path / "boat.backup"
    old_stick.mkdir()
    boat.run("bundle", "write", old_stick)
    boat.run("backup", old_backup)
    assert boat.asks("sync")["waiting"] == 0
    hub.command("backup", tmp_path / "hub.backup")
    assert CANARY.encode() in stored(hub)
    assert traces(boat)

    erase(hub)
    assert CANARY.encode() not in stored(hub)
    for laptop in (boat, car):
        assert laptop.asks("sync")["waiting"] == 0
    is_gone(boat)
    with boat.windows() as windows:
        windows.scan(CANARY_ID)
        windows.reads("New person")
        assert CANARY not in windows.words()

    from_the_card(tmp_path, boat)
    the_hub_comes_back(tmp_path, hub, old_stick)
    assert boat.asks("sync")["waiting"] == 0
    is_gone(boat)
    the_laptop_comes_back(tmp_path, boat, old_backup)
    assert hub.problems().problems == []
    counts = hub.counts()
    assert (counts["erased"], counts["counted"]) == (1, OTHERS)
    hub.kill()


def from_the_card(tmp_path: Path, boat: RealLaptop) -> None:
    """Whoever has the card alone has nothing of the person."""
    boat.run("second-copy")
    from_card = RealLaptop(tmp_path / "from-card")
    from_card.run("restore", tmp_path / "card")
    is_gone(from_card)


def the_hub_comes_back(tmp_path: Path, hub: RealHub, old_stick: Path) -> None:
    """From a backup of before, with its keys and the ledger; somebody hands an old stick in."""
    safe = tmp_path / "safe-place"
    safe.mkdir()
    for name in (KEYS_FILE, LEDGER_FILE):
        shutil.copy(hub.data / name, safe)
    hub.kill()
    shutil.rmtree(hub.data)
    shutil.copytree(safe, hub.data)
    hub.command("restore", tmp_path / "hub.backup")
    hub.start()
    (bundle,) = old_stick.glob("*.vxb")
    hub.command("bundle", "read", bundle)
    assert CANARY.encode() not in stored(hub)


def the_laptop_comes_back(tmp_path: Path, boat: RealLaptop, backup: Path) -> None:
    """From a backup of before, too: it has the person until it hears of the erasure again."""
    shutil.rmtree(boat.home)
    boat.run("restore", backup)
    assert traces(boat)
    assert boat.asks("sync")["waiting"] == 0
    is_gone(boat)
