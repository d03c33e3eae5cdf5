"""What is held for neighbours goes to the hub unopened, after our own; its receipts wait here.

First the hub is asked which ends it holds already: what the owner brought itself, or another
neighbour did, need not travel. A parcel is let go only when the hub signs for its very end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from fieldapp.journal import homebound, parcels
from fieldapp.journal.journal import Journal
from fieldapp.journal.parcels import HeldParcel
from fieldapp.sync import letters
from fieldapp.sync.errors import HubRefused, SyncStopped, TooLarge
from fieldapp.sync.trip import Trip
from fieldapp.wire.messages import HeadHeld, SyncReply
from fieldapp.wire.receipt import Receipt

AGAIN_AFTER_S = 86_400
"""What the hub took without its parent, or could not read, is offered again after a day."""
_ASKED_AT_ONCE = 64


def forward(journal: Journal, trip: Trip, cancelled: Callable[[], bool]) -> None:
    """Hand in everything held. Raises what a request raises; what was settled until then stays so.

    One parcel that the hub refuses holds up no other.
    """
    held = parcels.held(journal)
    for some in _in_batches(held):
        _take_answer(journal, trip, trip.relay([_head(one) for one in some], b""), some)
    for one in parcels.held(journal):
        if cancelled():
            raise SyncStopped
        if _is_due(journal, one):
            _hand_in(journal, trip, one)


def _in_batches(held: Sequence[HeldParcel]) -> Iterable[Sequence[HeldParcel]]:
    return [held[at : at + _ASKED_AT_ONCE] for at in range(0, len(held), _ASKED_AT_ONCE)]


def _is_due(journal: Journal, one: HeldParcel) -> bool:
    if one.handed_in_s is None:
        return True
    age_s = int(journal.clock.now().timestamp()) - one.handed_in_s
    return not 0 <= age_s < AGAIN_AFTER_S


def _hand_in(journal: Journal, trip: Trip, one: HeldParcel) -> None:
    bundle = parcels.bundle_of(journal, one.no)
    if bundle is None:
        return
    try:
        reply = trip.relay([_head(one)], bundle)
    except (HubRefused, TooLarge):
        parcels.note_handed_in(journal, one.no)
        return
    if not _take_answer(journal, trip, reply, [one]):
        parcels.note_handed_in(journal, one.no)


def _take_answer(
    journal: Journal, trip: Trip, reply: SyncReply, asked: Sequence[HeldParcel]
) -> int:
    settled = take_receipts(journal, letters.receipts_for_others(trip.party, reply), asked)
    trip.carried += sum(one.place.doses for one in settled)
    return len(settled)


def take_receipts(
    journal: Journal, receipts: Sequence[tuple[bytes, Receipt]], asked: Sequence[HeldParcel]
) -> list[HeldParcel]:
    """Keep neighbours' receipts for them, and let go those of `asked` whose end they name."""
    homebound.keep(journal, receipts)
    signed = {(receipt.device, receipt.epoch, receipt.head_hash) for _, receipt in receipts}
    settled = [one for one in asked if (one.device, one.place.epoch, one.place.last_hash) in signed]
    for one in settled:
        parcels.settle(journal, one.no)
    return settled


def _head(one: HeldParcel) -> HeadHeld:
    place = one.place
    return HeadHeld(one.device, place.epoch, place.last_seq, place.last_hash)
