"""What may happen to the hub. Each deed picks its own details by the world's randomness."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub.lots.recalls import Word, lift, recall, standing_of
from fieldapp.hub.store import DATABASE_FILE
from fieldapp.sync.trip import party_of
from tests.simulation.crashes import PLANS, Plan, Strike
from tests.simulation.laptops import SimLaptop
from tests.simulation.roads import flipped
from tests.simulation.template import KNOWN_VACCINES, NEW_VACCINE

if TYPE_CHECKING:
    from tests.simulation.world import World

_LOT = "TEST-1"
TEN_YEARS_S = 10 * 365 * 86_400


def restart_hub(world: World, _: SimLaptop) -> None:
    """The hub's machine is restarted."""
    world.hub.close()


def strike_hub(world: World, _: SimLaptop) -> None:
    """The hub's power, or its disk, will end soon."""
    strike = world.random.choice(list(Strike))
    PLANS[world.hub.database] = Plan(strike, world.random.randint(1, 6))
    world.note(f"  {strike} to come")
    world.count(f"hub: {strike}")


def back_hub_up(world: World, _: SimLaptop) -> None:
    """The administrator makes a backup."""
    world.hub.back_up(world.new_folder())


def put_hub_back(world: World, _: SimLaptop) -> None:
    """The hub's disk is lost; an older backup takes its place."""
    if world.hub.backups:
        held = world.hub.ids()
        world.hub.put_back(world.random.choice(world.hub.backups)[0])
        _note_what_is_gone(world, held)


def _note_what_is_gone(world: World, held: set[bytes]) -> None:
    """The hub holds less than it did: nobody can ask it for the rest, until laptops bring it."""
    now = world.hub.ids()
    world.lost_by_hub |= held - now
    world.promised &= now
    world.revoked &= world.shut_out_now()


def rot_hub(world: World, laptop: SimLaptop) -> None:
    """The hub's power fails, and a bit of its file turns: it says so, or what it holds is whole."""
    if not world.hub.backups:
        back_hub_up(world, laptop)
    world.hub.open()
    held, copy = world.hub.ids(), world.new_folder()
    shutil.copytree(world.hub.folder, copy)
    file = world.random.choice(sorted(copy.glob(f"{DATABASE_FILE}*[!m]")))
    if file.stat().st_size:
        file.write_bytes(flipped(file.read_bytes(), world.random))
    world.hub.put_back(copy)
    if _is_sound(world):
        world.note("  it is whole all the same")
    else:
        world.note("  it is found; a backup takes its place")
        world.hub.put_back(world.random.choice(world.hub.backups)[0])
    _note_what_is_gone(world, held)


def _is_sound(world: World) -> bool:
    """What an administrator finds out by starting the hub and `hub verify`."""
    try:
        world.hub.open()
        return world.hub.verify().ok
    except (DBAPIError, FieldAppError):
        return False
    finally:
        world.hub.close()


def turn_hub_clock(world: World, _: SimLaptop) -> None:
    """Somebody sets the hub's clock, by up to ten years, or right again."""
    world.hub_offset_s = world.random.choice([0, 0, -90_000, 90_000, TEN_YEARS_S, -TEN_YEARS_S])


def shut_out(world: World, laptop: SimLaptop) -> None:
    """A laptop is reported stolen."""
    if world.random.random() < 0.3:
        device = party_of(laptop.open()).device
        world.hub.revoke(device)
        world.revoked.add(device)


def recall_a_lot(world: World, _: SimLaptop) -> None:
    """A supervisor recalls a lot, or lifts the recall again."""
    word = Word("supervisor.test", world.hub_time_s(), "quality")
    with world.hub.open().store.writing() as connection:
        if standing_of(connection, KNOWN_VACCINES[0], _LOT) is None:
            recall(connection, KNOWN_VACCINES[0], _LOT, word)
        else:
            lift(connection, KNOWN_VACCINES[0], _LOT, replace(word, reason="found-good"))


def teach_hub(world: World, _: SimLaptop) -> None:
    """The hub gets the newer catalogue that some laptops have."""
    world.hub.learn(*KNOWN_VACCINES, NEW_VACCINE)
