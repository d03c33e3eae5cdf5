"""The one page at the end of a session, as plain values: who, where, what was given, what adds up.

Codes, counts and moments only: words are the drawing's. `statement` is what the laptop signs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fieldapp.domain.reconciliation import LotCount, Reconciliation

_FORMAT = "VXSUM1"


@dataclass(frozen=True, slots=True)
class DosesGiven:
    """How many doses of one product were given as first, second, ... `number` None: not known."""

    vaccine: str
    number: int | None
    count: int


@dataclass(frozen=True, slots=True)
class NotGiven:
    """How often no dose was given for one reason (a code of the *not given* list)."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class Receipts:
    """Receipts of the session, as printed on the slips; `first` and `last` empty without any.

    `refunds` were given back in this session; `not_taken` were due and left out by a named person.
    """

    count: int = 0
    first: str = ""
    last: str = ""
    refunds: int = 0
    not_taken: int = 0


@dataclass(frozen=True, slots=True)
class Seal:
    """The laptop's word for a summary: the end of its journal then, and its signature (64 bytes)
    over `statement`. `device` 0: it had not joined a hub."""

    device: int
    head_seq: int
    head_hash: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class VialKept:
    """An open vial that outlives the session, with its doses."""

    vaccine: str
    lot: str
    doses: int


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A session from opening to close. `closed_at` None: still open, so the page is a draft.

    Moments are aware, in the site's own zone. `unit` is the vehicle or boat, `staff` and
    `opened_by` are names. `doses_unsent`: what the hub had not confirmed at the close.
    `reactions` counts AEFI reports about doses of this session, `serious` those among them.
    `kept` vials hold doses that count as returned.
    """

    label: str
    team: str
    operation: int | None
    unit: str
    place: str
    programme: str
    opened_at: datetime
    opened_by: str
    reckoning: Reconciliation
    currency: str
    decimals: int = 2
    key_area: str = ""
    position: tuple[float, float] | None = None
    closed_at: datetime | None = None
    closed_by: str = ""
    staff: tuple[str, ...] = ()
    people: int = 0
    doses: tuple[DosesGiven, ...] = ()
    struck_through: int = 0
    not_given: tuple[NotGiven, ...] = ()
    receipts: Receipts = Receipts()
    watched: int = 0
    reactions: int = 0
    serious: int = 0
    doses_unsent: int = 0
    note: str = ""
    seal: Seal | None = None
    kept: tuple[VialKept, ...] = ()

    @property
    def given(self) -> int:
        """All doses given."""
        return sum(line.count for line in self.doses)

    @property
    def declined(self) -> int:
        """How often no dose was given, for whatever reason."""
        return sum(line.count for line in self.not_given)


def statement(summary: SessionSummary, head_seq: int, head_hash: bytes) -> str:
    """All counts of the summary in one line of text, the same on every machine and in every
    language: what the laptop signs, and what stands in the QR code before the signature."""
    cash, receipts = summary.reckoning.cash, summary.receipts
    return "|".join(
        (
            _FORMAT,
            _clean(summary.team),
            _clean(summary.label),
            _minute(summary.opened_at),
            _minute(summary.closed_at),
            f"given={summary.given};people={summary.people};not={summary.declined}"
            f";void={summary.struck_through};aefi={summary.reactions}/{summary.serious}"
            f";unsent={summary.doses_unsent}",
            ";".join(_lot(lot) for lot in summary.reckoning.lots),
            f"cash={cash.start}+{cash.taken}-{cash.refunded}={_known(cash.counted)}"
            f" {summary.currency} {receipts.first}..{receipts.last} {receipts.count}",
            f"head={head_seq}:{head_hash.hex()}",
        )
    )


def _lot(lot: LotCount) -> str:
    counts = (lot.loaded, lot.given, lot.wasted + lot.in_use, lot.returned)
    return f"{_clean(lot.lot)}={','.join(map(_known, counts))}"


def _known(count: int | None) -> str:
    return "?" if count is None else str(count)


def _minute(moment: datetime | None) -> str:
    return "-" if moment is None else moment.strftime("%Y-%m-%dT%H:%M%z")


def _clean(text: str) -> str:
    """Without what parts the fields of a statement."""
    return text.translate(str.maketrans("|;=\r\n", "     "))
