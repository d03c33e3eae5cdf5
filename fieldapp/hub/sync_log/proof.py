"""The proof of completeness, laptop by laptop: what it is known to have recorded, what of it is
here, and what became of every dose record. Names laptops and numbers, and nobody.

    recorded  = waiting + confirmed                                      (records of every kind)
    doses     = counted + contested + quarantined + voided + erased      (dose records here)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select

from fieldapp.hub import schema
from fieldapp.hub.claims import Owed, owed
from fieldapp.hub.devices import Device, devices
from fieldapp.hub.fold import tally
from fieldapp.hub.fold.dose_reading import RECORDED
from fieldapp.hub.fold.doses import STATES

_event, _tip, _claim, _dose = schema.event.c, schema.tip.c, schema.claim.c, schema.dose.c
_frame, _receipt = schema.frame.c, schema.receipt.c


@dataclass(frozen=True, slots=True)
class Tally:
    """The sums of one laptop, or of all. `numbered`: how many records its own numbering says are
    here; `gaps`: pages that wait for the page before."""

    confirmed: int = 0
    numbered: int = 0
    waiting: int = 0
    waiting_since_s: int | None = None
    gaps: int = 0
    states: Mapping[str, int] = field(default_factory=dict)

    @property
    def recorded(self) -> int:
        """As far as is known."""
        return self.waiting + self.confirmed

    @property
    def unaccounted(self) -> int:
        """Records that the numbering says are here and no table shows."""
        return max(0, self.numbered - self.confirmed)

    @property
    def doses(self) -> int:
        """Dose records here, whatever became of them."""
        return sum(self.states.get(state, 0) for state in STATES)


def tallies(
    connection: Connection, numbers: Iterable[int] | None = None, *, anew: bool = False
) -> dict[int, Tally]:
    """By laptop; all of them when none are named. `anew`: every row is counted again, which takes
    its time; otherwise what the fold keeps is believed, as `hub verify` proves it."""
    wanted = None if numbers is None else list(numbers)
    confirmed, states = (_counted if anew else _kept)(connection, wanted)
    numbered, waiting, since = _claimed(connection, wanted)
    gaps = _sums(connection, _frame.device, func.count(), wanted, _frame.place.is_(None))
    known = wanted if wanted is not None else list(devices(connection))
    return {
        no: Tally(
            confirmed[no], numbered[no], waiting[no], since.get(no), gaps[no], dict(states[no])
        )
        for no in known
    }


def total(parts: Iterable[Tally]) -> Tally:
    """All of them together. What one lacks is not made good by another's surplus."""
    listed = list(parts)
    states: Counter[str] = sum((Counter(one.states) for one in listed), Counter())
    since = [one.waiting_since_s for one in listed if one.waiting_since_s is not None]
    confirmed = sum(one.confirmed for one in listed)
    return Tally(
        confirmed,
        confirmed + sum(one.unaccounted for one in listed),
        sum(one.waiting for one in listed),
        min(since, default=None),
        sum(one.gaps for one in listed),
        dict(states),
    )


_Counts = tuple[Counter[int], dict[int, Counter[str]]]
"""Records by laptop, and its dose records by state."""


def _kept(connection: Connection, wanted: list[int] | None) -> _Counts:
    found = tally.kept(connection, wanted)
    records = Counter({no: counts.pop(tally.RECORDS, 0) for no, counts in found.items()})
    return records, defaultdict(Counter, found)


def _counted(connection: Connection, wanted: list[int] | None) -> _Counts:
    records = _sums(connection, _event.device, func.count(), wanted)
    return records, _states(connection, wanted)


def _sums(
    connection: Connection,
    device: ColumnElement[int],
    what: ColumnElement[Any],
    wanted: list[int] | None,
    *where: ColumnElement[bool],
) -> Counter[int]:
    rows = select(device, what).where(*where, *_among(device, wanted)).group_by(device)
    return Counter({no: int(number) for no, number in connection.execute(rows)})


def _among(device: ColumnElement[int], wanted: list[int] | None) -> list[ColumnElement[bool]]:
    return [] if wanted is None else [device.in_(wanted)]


def _claimed(
    connection: Connection, wanted: list[int] | None
) -> tuple[Counter[int], Counter[int], dict[int, int]]:
    """What the numbering of each epoch says is here, and what was claimed beyond it, since when."""
    reached = (
        select(_tip.device, _tip.epoch, func.max(_tip.seq).label("seq"))
        .where(*_among(_tip.device, wanted))
        .group_by(_tip.device, _tip.epoch)
    )
    numbered: Counter[int] = Counter()
    for row in connection.execute(reached):
        numbered[row.device] += row.seq
    tops = reached.subquery()
    same = and_(tops.c.device == _claim.device, tops.c.epoch == _claim.epoch)
    held = func.coalesce(tops.c.seq, 0)
    beyond = (
        select(_claim.device, (_claim.seq - held).label("missing"), _claim.said_s)
        .outerjoin(tops, same)
        .where(_claim.seq > held, *_among(_claim.device, wanted))
    )
    waiting: Counter[int] = Counter()
    since: dict[int, int] = {}
    for row in connection.execute(beyond):
        waiting[row.device] += row.missing
        since[row.device] = min(row.said_s, since.get(row.device, row.said_s))
    return numbered, waiting, since


def _states(connection: Connection, wanted: list[int] | None) -> dict[int, Counter[str]]:
    found: dict[int, Counter[str]] = defaultdict(Counter)
    rows = (
        select(_dose.device, _dose.state, func.count())
        .where(_dose.given, *_among(_dose.device, wanted))
        .group_by(_dose.device, _dose.state)
    )
    for no, state, number in connection.execute(rows):
        found[no][state] = number
    return found


@dataclass(frozen=True, slots=True)
class Epoch:
    """One unbroken run of a laptop's journal: the ends of its branches here, the newest receipt."""

    epoch: bytes
    heads: tuple[tuple[int, bytes], ...]
    receipt_seq: int | None
    receipt_s: int | None


@dataclass(frozen=True, slots=True)
class Proof:
    """All there is to prove about one laptop."""

    device: Device
    tally: Tally
    epochs: tuple[Epoch, ...]
    owed: tuple[Owed, ...]
    dose_records: int

    @property
    def unaccounted(self) -> int:
        """Records without a place, and dose records without a state."""
        return self.tally.unaccounted + max(0, self.dose_records - self.tally.doses)


def proofs(connection: Connection, only: int | None = None) -> list[Proof]:
    """In the order of the laptops' numbers."""
    wanted = None if only is None else [only]
    sums = tallies(connection, wanted, anew=True)
    recorded = _sums(connection, _event.device, func.count(), wanted, _event.type == RECORDED)
    return [
        Proof(
            device,
            sums[no],
            tuple(_epochs(connection, no)),
            tuple(owed(connection, no)),
            recorded[no],
        )
        for no, device in devices(connection, wanted).items()
    ]


def _epochs(connection: Connection, device: int) -> Iterable[Epoch]:
    heads: dict[bytes, list[tuple[int, bytes]]] = defaultdict(list)
    tips = select(_tip.epoch, _tip.seq, _tip.hash).where(_tip.device == device)
    for epoch, seq, hash_ in connection.execute(tips.order_by(_tip.seq.desc(), _tip.hash)):
        heads[bytes(epoch)].append((seq, bytes(hash_)))
    given = select(_receipt.epoch, _receipt.head_seq, _receipt.issued_s)
    newest: dict[bytes, tuple[int, int]] = {}
    for epoch, seq, issued_s in connection.execute(given.where(_receipt.device == device)):
        newest[bytes(epoch)] = max((seq, issued_s), newest.get(bytes(epoch), (0, 0)))
    for epoch, listed in heads.items():
        seq_s = newest.get(epoch, (None, None))
        yield Epoch(epoch, tuple(listed), *seq_s)
