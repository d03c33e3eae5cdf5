"""A supervisor erases a person in the middle of a history, and what must then hold at both ends."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from fieldapp.hub import schema
from fieldapp.hub.erasure import reviewing, wishes
from fieldapp.hub.erasure.erasing import Order
from fieldapp.hub.erasure.keeping import carry_out_now
from fieldapp.hub.erasure.law import shipped
from fieldapp.hub.erasure.tables import erased_event, erasure, erasure_wish
from fieldapp.hub.erasure.wishes import BY_THE_HUB, Wish
from fieldapp.journal import second_copy
from fieldapp.journal.backup import restore
from fieldapp.journal.copy_return import numbers_in, pair
from fieldapp.journal.copy_tail import read_pages
from fieldapp.journal.database import open_database
from fieldapp.journal.journal import JOURNAL_FILE
from fieldapp.wire.frame import Entry, decode_frame, replay
from tests.simulation.hubs import SimHub
from tests.simulation.laptops import SimLaptop

if TYPE_CHECKING:
    from tests.simulation.world import World

_MOST = 100
_STANDING = ("counted", "contested", "quarantined")
_BODIES = "SELECT id FROM entry WHERE body IS NOT NULL"


def erase_a_person(world: World, _: SimLaptop) -> None:
    """A supervisor decides about what came later of those who are erased, and erases somebody."""
    decide_what_waits(world)
    store = world.hub.open().store
    client = schema.client.c
    people = world.hub.rows(select(client.id).where(client.counts).order_by(client.id))
    if people:
        chosen = bytes(world.random.choice(people)[0])
        order = Order(chosen, "never-true", "made up", "supervisor.test")
        done = carry_out_now(store, order, shipped(), max(1, world.hub_time_s()))
        world.note(f"  {done.events if done else 0} events go")
        world.erased |= erased_of(world.hub)


def decide_what_waits(world: World) -> None:
    """Whoever erases looks at what waits for a decision, and lets it all go."""
    store, now_s = world.hub.open().store, max(1, world.hub_time_s())
    with store.having_all() as connection:
        numbers = [wish.no for wish in wishes.open_wishes(connection, most=_MOST)]
        reviewing.decide(connection, numbers, "supervisor.test", shipped(), now_s)
    world.hub.keep()
    world.erased |= erased_of(world.hub)


def what_waits(hub: SimHub) -> list[Wish]:
    """The erasures that somebody has to decide about."""
    with hub.open().store.reading() as connection:
        return wishes.open_wishes(connection, most=_MOST)


def erased_of(hub: SimHub) -> set[bytes]:
    """The ids of everything that was ever erased at this hub."""
    return {bytes(id_) for (id_,) in hub.rows(select(erased_event.c.id))}


def decided_by_nobody(hub: SimHub) -> Iterator[str]:
    """The hub by itself erases no dose; and whatever came later with one, it asks about."""
    by_itself = (
        select(erased_event.c.id)
        .join(erasure, erasure.c.version == erased_event.c.version)
        .where(erasure.c.login == BY_THE_HUB)
    )
    unasked = hub.rows(select(schema.dose.c.id).where(schema.dose.c.id.in_(by_itself)))
    if unasked:
        yield f"hub: {len(unasked)} doses were erased and nobody had seen them"
    unheard = hub.rows(
        select(schema.dose.c.id)
        .where(schema.dose.c.client.in_(select(erased_event.c.id)))
        .where(schema.dose.c.state.in_(_STANDING))
        .where(schema.dose.c.client.not_in(select(erasure_wish.c.client)))
    )
    if unheard:
        yield f"hub: {len(unheard)} doses of people who are gone, and nobody is asked"


def bodies_gone_too_early(laptop: SimLaptop, confirmed: set[bytes]) -> Iterator[str]:
    """A laptop destroys nothing that no receipt has covered, and says of all that it did."""
    fresh = laptop.bare() - laptop.was_bare
    laptop.was_bare |= fresh
    if fresh - confirmed:
        yield f"{laptop.name}: {len(fresh - confirmed)} bodies went before the hub signed for them"


def what_is_left(
    hub: SimHub, laptops: Sequence[SimLaptop], erased_once: Collection[bytes]
) -> Iterator[str]:
    """In the end no body of anything erased is anywhere: at the hub, at a laptop, on its card.

    `erased_once` is what a hub that was put back may have forgotten of it.
    """
    erased = erased_of(hub) | set(erased_once)
    if not erased:
        return
    frames = hub.rows(select(schema.frame.c.body))
    stored = {e.id for (raw,) in frames for e in _with_body(bytes(raw))}
    if stored & erased:
        yield f"hub: {len(stored & erased)} erased bodies are stored"
    for laptop in laptops:
        here = {bytes(id_) for (id_,) in laptop.open().db.rows(_BODIES)}
        if here & erased:
            yield f"{laptop.name}: {len(here & erased)} erased bodies are in the journal"
        on_card = _on_card(laptop) & erased
        if on_card:
            yield f"{laptop.name}: {len(on_card)} erased bodies are on the card"


def _with_body(raw: bytes) -> Iterable[Entry]:
    return [entry for entry in replay(decode_frame(raw)) if entry.body is not None]


def _on_card(laptop: SimLaptop) -> set[bytes]:
    """The events with a body that the newest pair of the second copy would bring back."""
    place = second_copy.chosen(laptop.open().db)
    if place is None or not place.folder.is_dir():
        return set()
    laptop.mirror()
    _, tail = pair(place.folder, numbers_in(place.folder)[-1])
    found = {row[4] for page, _ in read_pages(tail, place.key) for row in page.entries if row[2]}
    with tempfile.TemporaryDirectory(dir=laptop.home.parent) as made:
        home = Path(made) / "home"
        restore(place.folder, home)
        db = open_database(home / JOURNAL_FILE, laptop.key.secret)
        found |= {bytes(id_) for (id_,) in db.rows(_BODIES)}
        db.close()
        shutil.rmtree(home)
    return found
