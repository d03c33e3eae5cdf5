"""What laptops do for one another: bundles carried by hand, and meetings on a local network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from fieldapp.hub.sync_answer import answer_sync
from fieldapp.journal import hub_link, parcels
from fieldapp.journal.errors import DiskFull
from fieldapp.journal.pages import pages
from fieldapp.sync import letters
from fieldapp.sync.errors import SyncError
from fieldapp.sync.neighbours import packing
from fieldapp.sync.neighbours.errors import CountsDiffer
from fieldapp.sync.neighbours.lists import versions
from fieldapp.sync.neighbours.tally import Learned, Met
from fieldapp.sync.trip import party_of
from fieldapp.wire.bundle import write_bundle
from fieldapp.wire.messages import SyncRequest, encode_sync_request
from fieldapp.wire.request_auth import NONCE_BYTES
from tests.simulation.crashes import PowerCut
from tests.simulation.laptops import SimLaptop
from tests.simulation.meetings import Ending, hold_meeting
from tests.simulation.roads import flipped

if TYPE_CHECKING:
    from tests.simulation.world import World

_MOST_MESSAGES = 20


def write_bundle_for_a_neighbour(world: World, laptop: SimLaptop) -> None:
    """A bundle for the hub, on a neighbour's disk: all of its pages, or some, in any order."""
    journal = laptop.open()
    after = world.random.choice([{}, hub_link.confirmed_heads(journal)])
    sealed = pages(journal, after, 160, 4000)
    if sealed:
        if world.random.random() < 0.5:
            sealed = world.random.sample(sealed, world.random.randint(1, len(sealed)))
        bundle = write_bundle(sealed, party_of(journal).hub_box_key)
        world.bundles.append(bundle)


def carry_a_neighbours_bundle(world: World, laptop: SimLaptop) -> None:
    """A neighbour hands a bundle in, whole or not; receipts go to whoever they are about."""
    if not world.bundles:
        return
    bundle = world.random.choice(world.bundles)
    if world.random.random() < 0.2:
        bundle = bundle[: world.random.randrange(1, len(bundle))]
    elif world.random.random() < 0.1:
        bundle = flipped(bundle, world.random)
    _hand_in(world, laptop, bundle)


def newest_pages_come_first(world: World, laptop: SimLaptop) -> None:
    """There was room for the newest pages only; the rest takes another road, another day."""
    journal = laptop.open()
    newest = journal.head().epoch
    after = {epoch: head.seq for epoch, head in hub_link.heads(journal).items()}
    after[newest] = hub_link.confirmed_heads(journal).get(newest, 0)
    sealed = pages(journal, after, 160, 4000)
    if sealed:
        bundle = write_bundle(sealed, party_of(journal).hub_box_key)
        world.bundles.append(bundle)
        _hand_in(world, world.random.choice(world.living()), bundle)


def _hand_in(world: World, laptop: SimLaptop, bundle: bytes) -> None:
    party = party_of(laptop.open())
    nonce = world.random.randbytes(NONCE_BYTES)
    body = encode_sync_request(SyncRequest(nonce, (), (), 0, bundle))
    now_s = world.time_s()
    header = letters.authorize(party, body, nonce, now_s)
    try:
        answer = world.hub.answer(lambda hub: answer_sync(hub, header, body))
        reply = letters.read_reply(party, answer, nonce, now_s)
    except SyncError as refused:
        world.note(f"  refused: {type(refused).__name__}")
        return
    for other in world.living():
        for raw in reply.receipts:
            hub_link.store_receipt(other.open(), raw)


def meet_neighbour(world: World, laptop: SimLaptop) -> None:
    """Two laptops meet; the line may break at any message, and the power of either may fail."""
    others = [other for other in world.living() if other is not laptop]
    if others:
        meet(world, laptop, world.random.choice(others))


def meet(world: World, laptop: SimLaptop, other: SimLaptop) -> None:
    """One meeting, and whether both ends tell the truth about it."""
    came_with = [_heads(one) for one in (laptop, other)]
    breaks = world.random.random() < 0.4
    messages = world.random.randrange(_MOST_MESSAGES) if breaks else None
    endings = hold_meeting(laptop, other, messages)
    for one, ending in zip((laptop, other), endings, strict=True):
        _note_ending(world, one, ending)
    _judge(world, laptop, other, endings)
    if all(isinstance(ending, Met) for ending in endings):
        told = not _lacks(other, laptop, came_with[0]) and not _lacks(laptop, other, came_with[1])
        world.require(told, "a neighbour was told more than is held")
    for ending in endings:
        if isinstance(ending, PowerCut):
            raise ending
    world.look(other)


def _heads(laptop: SimLaptop) -> dict[bytes, int]:
    return {epoch: head.seq for epoch, head in hub_link.heads(laptop.open()).items()}


def _note_ending(world: World, laptop: SimLaptop, ending: Ending) -> None:
    world.note(f"  {laptop.name}: {type(ending).__name__}")
    if isinstance(ending, Met):
        laptop.hold()
    elif not isinstance(ending, SyncError | DiskFull | PowerCut):
        raise ending


def _judge(
    world: World, laptop: SimLaptop, other: SimLaptop, endings: tuple[Ending, Ending]
) -> None:
    here, there = endings
    world.require(not isinstance(here, CountsDiffer), "two laptops counted differently")
    world.require(not isinstance(there, CountsDiffer), "two laptops counted differently")
    if isinstance(here, Met) and isinstance(there, Met):
        world.count("meeting: both counted the same")
        same = (here.given, here.taken, here.it_holds) == (there.taken, there.given, there.we_hold)
        world.require(same, "two laptops say that they agree, and do not")
        if here.learned.whole and there.learned.whole:
            _judge_lists(world, laptop, other, here.learned, there.learned)
    elif any(isinstance(ending, Met) for ending in endings):
        world.count("meeting: broke off at the last word")
    else:
        world.count("meeting: broke off or refused")


def _judge_lists(
    world: World, laptop: SimLaptop, other: SimLaptop, here: Learned, there: Learned
) -> None:
    world.count("meeting: lists that went on", here.taken + there.taken)
    same = versions(laptop.open()) == versions(other.open())
    world.require(same, "after a meeting one laptop knows an older list than the other")
    world.require(not here.refused + there.refused, "a list of our hub was not believed")


def _lacks(keeper: SimLaptop, giver: SimLaptop, came_with: Mapping[bytes, int]) -> bool:
    """Whether the keeper lacks any event that the giver came with and the hub has not confirmed.

    An erasure that the meeting brought is carried out, and recorded, after the count.
    """
    journal = giver.open()
    party = party_of(journal)
    held = [one.place for one in parcels.held(keeper.open(), party.device)]
    left = [parcel.place for parcel in packing.pack(journal, held, party.hub_box_key)]
    return any(one.first_seq <= came_with.get(one.epoch, 0) for one in left)
