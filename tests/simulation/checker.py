"""What must hold at every moment, and what must hold in the end. Reads only; asks both ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import func, select

from fieldapp.hub import schema
from fieldapp.journal import hub_link
from fieldapp.journal.tally import Tally
from fieldapp.journal.verify import verify
from fieldapp.wire.facts import CURRENT, DoseRecorded
from tests.simulation import erasure_deeds
from tests.simulation.hubs import SimHub
from tests.simulation.laptops import SimLaptop

_DOSE = CURRENT[DoseRecorded][0]
_event, _dose, _frame = schema.event.c, schema.dose.c, schema.frame.c


def at_every_moment(laptop: SimLaptop, hub: SimHub, lost_by_hub: set[bytes]) -> Iterator[str]:
    """What a nurse was told is true, and the equation of the screens holds.

    What is called confirmed is at the hub, or was, until the hub itself was put back.
    """
    confirmed = what_is_called_confirmed(laptop)
    wrongly = confirmed - hub.ids() - lost_by_hub
    if wrongly:
        yield f"{laptop.name}: {len(wrongly)} events are called confirmed and are not at the hub"
    lost = laptop.said - laptop.ids()
    if lost:
        yield f"{laptop.name}: {len(lost)} events said to be saved are not in the journal"
    yield from erasure_deeds.bodies_gone_too_early(laptop, confirmed | lost_by_hub)
    yield from _equation(laptop.name, laptop.counts())


def _equation(name: str, t: Tally) -> Iterator[str]:
    if t.recorded != t.waiting + t.confirmed or t.waiting < 0:
        yield f"{name}: recorded {t.recorded} is not waiting {t.waiting} + {t.confirmed}"
    if t.confirmed != t.counted + t.contested + t.quarantined + t.voided + t.erased:
        yield f"{name}: confirmed {t.confirmed} is not the sum of its parts"


def after_a_sync_that_said_done(laptop: SimLaptop, hub: SimHub) -> Iterator[str]:
    """*Everything is confirmed* is true at the hub."""
    missing = laptop.ids() - hub.ids()
    if missing:
        yield f"{laptop.name}: the sync said done, the hub lacks {len(missing)} events"


def what_is_called_confirmed(laptop: SimLaptop) -> set[bytes]:
    """The ids of every event that this laptop shows as confirmed."""
    journal, ids = laptop.open(), set()
    for epoch, seq in hub_link.confirmed_heads(journal).items():
        rows = journal.db.rows(
            "SELECT entry.id FROM entry JOIN epoch ON epoch.no = entry.pos >> 40 "
            "WHERE epoch.epoch = ? AND (entry.pos & ((1 << 40) - 1)) <= ?",
            epoch,
            seq,
        )
        ids |= {bytes(id) for (id,) in rows}
    return ids


def in_the_end(
    laptops: Sequence[SimLaptop],
    hub: SimHub,
    promised: set[bytes],
    revoked: set[int],
    lost_by_hub: set[bytes],
    erased: Collection[bytes] = (),
) -> Iterator[str]:
    """Every event with a surviving copy is at the hub exactly once, and both ends say so."""
    held = hub.ids()
    for laptop in laptops:
        yield from _laptop_in_the_end(laptop, held, revoked)
    yield from _carried_home(laptops, held | hub.stored_ends() | lost_by_hub)
    if promised - held:
        yield f"the hub signed for {len(promised - held)} events that it does not hold"
    yield from _hub_in_the_end(hub, held)
    heard = [laptop for laptop in laptops if not _is_shut_out(laptop, revoked)]
    yield from erasure_deeds.what_is_left(hub, heard, erased)
    yield from erasure_deeds.decided_by_nobody(hub)
    for laptop in laptops:
        if not _is_shut_out(laptop, revoked):  # what comes late is in quarantine, voids too
            yield from _struck_the_same(laptop, hub)


def _carried_home(laptops: Sequence[SimLaptop], at_hub: set[bytes]) -> Iterator[str]:
    """What a laptop once held for a neighbour is at the hub, whatever became of the neighbour."""
    for laptop in laptops:
        lost = laptop.carried - at_hub
        if lost:
            yield f"{laptop.name}: {len(lost)} parcels taken from neighbours never reached the hub"


def proofs(laptops: Sequence[SimLaptop], hub: SimHub) -> Iterator[str]:
    """Both ends prove themselves: chains, seals, receipts, and tables that equal a replay."""
    for laptop in laptops:
        yield from (f"{laptop.name}: {problem}" for problem in verify(laptop.open()).problems)
    findings = hub.verify()
    if not findings.ok:
        yield f"hub: {findings.as_json()}"


def _laptop_in_the_end(laptop: SimLaptop, held: set[bytes], revoked: set[int]) -> Iterator[str]:
    missing, t = laptop.ids() - held, laptop.counts()
    if missing:
        yield f"{laptop.name}: {len(missing)} events never reached the hub"
    if t.entries_waiting and not _is_shut_out(laptop, revoked):
        yield f"{laptop.name}: {t.entries_waiting} events wait although the road is open"
    yield from _equation(laptop.name, t)


def _is_shut_out(laptop: SimLaptop, revoked: set[int]) -> bool:
    joined = hub_link.enrolment(laptop.open())
    return joined is not None and joined.device in revoked


def _hub_in_the_end(hub: SimHub, held: set[bytes]) -> Iterator[str]:
    status = hub.status()
    waiting = hub.rows(select(_frame.previous).where(_frame.place.is_(None)))
    forgotten = sum(bytes(previous) in held for (previous,) in waiting)
    if forgotten:
        yield f"hub: {forgotten} pages wait for a page that is there"
    events = hub.rows(select(_event.id, _event.type, _event.device, _event.parent))
    if {bytes(row.id) for row in events} != held or len(events) != len(held):
        yield f"hub: {len(events)} events in the tables, {len(held)} in the tree"
    doses = sum(row.type == _DOSE for row in events)
    if status["confirmed"] != doses:
        yield f"hub: {doses} doses arrived, {status['confirmed']} are accounted for"
    parts = ("counted", "contested", "quarantined", "voided", "erased")
    if status["confirmed"] != sum(status[part] for part in parts):
        yield "hub: confirmed is not the sum of its parts"
    parted = Counter((row.device, bytes(row.parent)) for row in events)
    forks = sum(children - 1 for children in parted.values())
    shown = sum(device["forks"] for device in status["devices"])
    if forks != shown:
        yield f"hub: {forks} forks happened, {shown} are shown"


def _struck_the_same(laptop: SimLaptop, hub: SimHub) -> Iterator[str]:
    """A dose struck through on a laptop counts for nothing at the hub."""
    rows = laptop.open().db.rows(
        "SELECT entry.id FROM dose JOIN entry ON entry.pos = dose.no "
        "WHERE dose.void_reason IS NOT NULL AND dose.given = 1"
    )
    struck = {bytes(id) for (id,) in rows}
    counted = hub.rows(select(func.count()).where(_dose.id.in_(struck), _dose.state == "counted"))
    if struck and counted[0][0]:
        yield f"{laptop.name}: {counted[0][0]} doses struck through here count at the hub"
