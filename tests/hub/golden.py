"""Makes the golden hub of a release: its folder with something of everything, and what a laptop of
that release hands in later. Opened by every build.

    python -m tests.hub.golden tests/data/hubs/RELEASE.zip

Once committed a golden hub is never made again.
"""

from __future__ import annotations

import json
import sys
import tempfile
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from fieldapp.hub.api.scopes import Scope
from fieldapp.hub.api.tokens import add_token
from fieldapp.hub.cases.kinds import Way
from fieldapp.hub.coverage.denominators import Typed, enter
from fieldapp.hub.daily.publishing import publish
from fieldapp.hub.lots import recalls
from fieldapp.hub.lots.recalls import Word
from fieldapp.hub.web.access import Role
from fieldapp.hub.web.accounts import Desk, add_user
from fieldapp.wire.dates import to_day
from tests.hub.booking.desk import book, open_day
from tests.hub.cases.made import double, judge, the_case
from tests.hub.conftest import World, new_world
from tests.hub.erasure.people import erased, published, record_everything
from tests.hub.fake_laptop import NOW_S, VACCINE
from tests.hub.lots.stock import moved

SUPERVISOR, PROGRAM, LOT = "golden.user", "golden-program", "GOLDEN-1"
KEPT, GONE = "Kept", "Vanished"
PASSPHRASE = "five golden words of a test"
TODAY = date(2021, 6, 30)


def fill(world: World) -> None:
    """Records, and what people typed and decided."""
    two = double(world)
    two.one.add(moved("received", 50, LOT))
    world.push_all(two.one)
    judge(world, the_case(world), Way.ONE_DOSE, two.first)
    with world.store.writing() as connection:
        desk = Desk(connection, world.store.keys, NOW_S)
        add_user(desk, SUPERVISOR, Role.SUPERVISOR, PASSPHRASE, change=False)
        add_token(desk, PROGRAM, {Scope.FIGURES}, date(2022, 6, 30))
        recalls.recall(connection, VACCINE, LOT, Word(SUPERVISOR, NOW_S, "quality", "golden"))
        typed = Typed("group", "grp-health", TODAY, "100", "a count of the test")
        enter(connection, typed, SUPERVISOR, NOW_S, TODAY)
        publish(connection, to_day(date(2021, 6, 8)) or 0, NOW_S)
    book(world.store, open_day(world.store), 1)
    _an_erasure(world)


def _an_erasure(world: World) -> None:
    """Of two people with every kind of record one was erased."""
    laptop = world.laptop(b"epoch-08", name="Boat Full")
    record_everything(laptop, KEPT)
    gone = record_everything(laptop, GONE)
    world.push_all(laptop)
    published(world)
    erased(world, gone.client)


def main(file: Path) -> None:
    """Write the golden hub of this release."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "hub"
        world = new_world(folder)
        fill(world)
        laptop = world.laptop(b"epoch-09", name="Boat Golden")
        laptop.give(laptop.register("Test Early"), 9)
        world.push_all(laptop)
        told = world.numbers()
        laptop.give(laptop.register("Test Later"), 10)
        body = laptop.request(laptop.pages(), world.store.keys.box_public)
        world.store.close()
        with ZipFile(file, "w", ZIP_DEFLATED) as packed:
            for part in sorted(folder.rglob("*")):
                packed.write(part, f"hub/{part.relative_to(folder)}")
            packed.writestr("later.bin", body)
            packed.writestr("later.txt", laptop.authorize(body))
            packed.writestr("told.json", json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
