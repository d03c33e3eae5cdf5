"""What may happen next in a history. Each deed picks its own details by the world's randomness."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub.stick import BundleUnreadable
from fieldapp.journal import hub_link, second_copy
from fieldapp.journal.backup import backup, restore
from fieldapp.journal.copy_return import numbers_in, pair
from fieldapp.sync.stick import write_stick
from tests.simulation import erasure_deeds, hub_deeds, neighbour_deeds, twin_deeds
from tests.simulation.crashes import PLANS, Plan, Strike
from tests.simulation.hub_deeds import TEN_YEARS_S
from tests.simulation.hubs import SimHub
from tests.simulation.laptops import SimLaptop
from tests.simulation.roads import flipped
from tests.simulation.template import KNOWN_VACCINES, NEW_VACCINE, template

if TYPE_CHECKING:
    from tests.simulation.world import World


def record(world: World, laptop: SimLaptop) -> None:
    """A few people, some of them known, get a dose."""
    for _ in range(world.random.randint(1, 5)):
        if not laptop.clients or world.random.random() < 0.6:
            laptop.register(f"测试{world.random.randrange(1000)}")
        new = world.random.random() < 0.1
        vaccine = NEW_VACCINE if new else KNOWN_VACCINES[0]
        laptop.give(world.random.choice(laptop.clients), vaccine)


def strike_through(world: World, laptop: SimLaptop) -> None:
    """One of the doses was a mistake."""
    laptop.open()  # after a power cut it has to learn again which doses stand
    if laptop.doses:
        dose = laptop.doses.pop(world.random.randrange(len(laptop.doses)))
        laptop.void(dose)


def sync(world: World, laptop: SimLaptop) -> None:
    """The road is there, good or bad."""
    world.sync(laptop)


def sync_while_recording(world: World, laptop: SimLaptop) -> None:
    """The nurse goes on while the road is there."""

    def meanwhile() -> None:
        if world.random.random() < 0.5:
            laptop.register(f"测试{world.random.randrange(1000)}")
            laptop.give(laptop.clients[-1], KNOWN_VACCINES[0])

    world.sync(laptop, meanwhile=meanwhile)


def write_as_a_later_program(_: World, laptop: SimLaptop) -> None:
    """A laptop was updated before the others and the hub."""
    laptop.write_as_a_later_program()


def restart(world: World, laptop: SimLaptop) -> None:
    """The app is closed and opened."""
    laptop.close()
    laptop.open()


def strike_at_commit(world: World, laptop: SimLaptop) -> None:
    """The battery, or the room on the disk, will end soon."""
    strike = world.random.choice(list(Strike))
    PLANS[laptop.database] = Plan(strike, world.random.randint(1, 8))
    world.note(f"  {strike} to come")
    world.count(strike)


def turn_clock(world: World, laptop: SimLaptop) -> None:
    """Somebody sets the clock, by up to ten years."""
    laptop.clock.offset_s = world.random.choice([0, -90_000, 90_000, TEN_YEARS_S, -TEN_YEARS_S])


def keep_copy(world: World, laptop: SimLaptop) -> None:
    """Somebody copies the folder of the running app."""
    laptop.open()
    copy = world.new_folder()
    laptop.copy_to(copy)
    laptop.copies.append(copy)


def back_up(world: World, laptop: SimLaptop) -> None:
    """A backup as it should be made."""
    file = world.new_folder()
    backup(laptop.open(), file)
    laptop.backups.append(file)


def put_back_copy(world: World, laptop: SimLaptop) -> None:
    """The folder, or only its database, is put back to an older state."""
    if laptop.copies:
        copy = world.random.choice(laptop.copies)
        anchor_stays = world.random.random() < 0.5
        world.note("  the anchor stays" if anchor_stays else "  the whole folder")
        newest = laptop.open().head()
        laptop.put_back(copy, anchor_stays=anchor_stays)
        here = laptop.open()
        if anchor_stays and hub_link.hash_at(here, newest.epoch, newest.seq) != newest.hash:
            world.require(here.head().epoch != newest.epoch, "a return to the past went unnoticed")
        look_through(world, laptop)


def restore_backup(world: World, laptop: SimLaptop) -> None:
    """The home is lost and comes back from a backup."""
    if laptop.backups:
        _come_back_from(world, laptop, world.random.choice(laptop.backups))


def move_to_a_spare_laptop(world: World, laptop: SimLaptop) -> None:
    """The screen is broken: a backup is made at once, and another laptop goes on from it."""
    back_up(world, laptop)
    held = laptop.ids()
    _come_back_from(world, laptop, laptop.backups[-1])
    world.require(held <= laptop.ids(), "an event that was in the backup did not come back")


def _come_back_from(world: World, laptop: SimLaptop, backup_file: Path) -> None:
    before = laptop.open().head().epoch
    laptop.close()
    shutil.rmtree(laptop.home)
    restore(backup_file, laptop.home)
    laptop.forget()
    after = laptop.open().head().epoch
    world.require(after != before, "a restored laptop goes on in the old epoch")
    look_through(world, laptop)


def put_card_in(world: World, laptop: SimLaptop) -> None:
    """From now on there is a second copy, brought up to date now and then."""
    journal = laptop.open()
    if second_copy.chosen(journal.db) is None:
        card = world.new_folder()
        card.mkdir()
        second_copy.choose(journal, card)
    laptop.mirror()


def return_from_card(world: World, laptop: SimLaptop) -> None:
    """The laptop is gone and its card is not: all that was on it is back, or all up to a cut."""
    journal = laptop.open()
    place = second_copy.chosen(journal.db)
    if place is None:
        return
    laptop.mirror()
    held, before = laptop.ids(), laptop.open().head().epoch
    laptop.close()
    if world.random.random() < 0.3:
        tail = pair(place.folder, numbers_in(place.folder)[-1])[1]
        content = tail.read_bytes()
        tail.write_bytes(content[: world.random.randrange(len(content))])
        world.note("  the card was pulled out while it was written")
        held = set()
        laptop.forget()
    shutil.rmtree(laptop.home)
    restore(place.folder, laptop.home)
    world.require(held <= laptop.ids(), "an event that was on the card did not come back")
    world.require(laptop.open().head().epoch != before, "the returned laptop goes on as before")
    look_through(world, laptop)


def look_through(world: World, laptop: SimLaptop) -> None:
    """The nurse reads what came back and may find a dose that never was; what she writes now may
    get to the hub before the rest."""
    if world.random.random() < 0.6:
        strike_through(world, laptop)
    if world.random.random() < 0.4:
        neighbour_deeds.newest_pages_come_first(world, laptop)


def lose(world: World, laptop: SimLaptop) -> None:
    """The laptop falls into the lake."""
    if world.random.random() < 0.3:
        laptop.close()
        laptop.gone = True


def rot(world: World, laptop: SimLaptop) -> None:
    """Power fails, and a bit of the file turns."""
    laptop.open()
    copy = world.new_folder()
    laptop.copy_to(copy)
    file = world.random.choice(sorted(copy.glob(f"{laptop.database.name}*[!m]")))
    if file.stat().st_size:
        file.write_bytes(flipped(file.read_bytes(), world.random))
    laptop.put_back(copy, anchor_stays=False)
    try:
        laptop.open()
        world.note("  it opens all the same")
    except FieldAppError as refused:
        world.note(f"  refused: {type(refused).__name__}")
        laptop.journal = None
        bring_back(world, laptop)


def bring_back(world: World, laptop: SimLaptop) -> None:
    """A laptop whose file cannot be opened comes back from its copies, or not at all."""
    if laptop.copies:
        laptop.put_back(laptop.copies[-1], anchor_stays=False)
        laptop.open()
    else:
        laptop.gone = True


def hand_stick_in(world: World, laptop: SimLaptop) -> None:
    """Everything that waits goes to the hub as a file, whole or not, once or often."""
    file = world.new_folder().with_suffix(".vxb")
    if not write_stick(laptop.open(), file, laptop.clock).entries:
        return
    content = file.read_bytes()
    if world.random.random() < 0.2:
        content = content[: world.random.randrange(len(content))]
    elif world.random.random() < 0.2:
        content = flipped(content, world.random)
    file.write_bytes(content)
    world.files.append(file)
    for handed in world.random.sample(world.files, min(2, len(world.files))):
        try:
            world.answers.append(world.hub.read_stick(handed).answer)
        except BundleUnreadable:
            world.note("  refused: BundleUnreadable")


def hand_stick_to_another_hub(world: World, laptop: SimLaptop) -> None:
    """Somebody took it to the wrong office."""
    if world.files:
        other = SimHub(template().other_hub, world.hub_time_s, world.random.randbytes)
        refused = False
        try:
            other.read_stick(world.random.choice(world.files))
        except BundleUnreadable:
            refused = True
        held = other.ids()
        other.close()
        world.require(refused and not held, "another hub took what is not for it")


def bring_receipts_back(world: World, laptop: SimLaptop) -> None:
    """A file with receipts, new or old, is put into some laptop."""
    if world.answers:
        laptop.read_stick(world.random.choice(world.answers))


Deed = Callable[["World", SimLaptop], None]
DEEDS: dict[Deed, int] = {
    record: 30,
    strike_through: 8,
    sync: 22,
    sync_while_recording: 5,
    write_as_a_later_program: 2,
    restart: 4,
    strike_at_commit: 8,
    turn_clock: 4,
    keep_copy: 4,
    back_up: 3,
    put_back_copy: 3,
    restore_backup: 2,
    move_to_a_spare_laptop: 3,
    put_card_in: 4,
    return_from_card: 3,
    twin_deeds.clone: 1,
    lose: 2,
    rot: 2,
    neighbour_deeds.write_bundle_for_a_neighbour: 5,
    neighbour_deeds.carry_a_neighbours_bundle: 6,
    neighbour_deeds.meet_neighbour: 10,
    neighbour_deeds.newest_pages_come_first: 6,
    twin_deeds.twins_meet_one_neighbour: 2,
    hand_stick_in: 6,
    hand_stick_to_another_hub: 1,
    bring_receipts_back: 6,
    hub_deeds.restart_hub: 2,
    hub_deeds.strike_hub: 4,
    hub_deeds.back_hub_up: 4,
    hub_deeds.put_hub_back: 4,
    hub_deeds.turn_hub_clock: 3,
    hub_deeds.rot_hub: 2,
    hub_deeds.shut_out: 1,
    hub_deeds.teach_hub: 2,
    hub_deeds.recall_a_lot: 3,
    erasure_deeds.erase_a_person: 3,
}
