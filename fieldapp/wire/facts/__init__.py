"""The facts a journal can hold, a module a room; each module numbers its own (`TYPES`).

A new room adds its module to `_ROOMS`, and nothing else here.
"""

from __future__ import annotations

from collections import Counter

from fieldapp.wire.facts import (
    bookings,
    calls,
    doses,
    fees,
    people,
    sessions,
    stock,
    system,
    vials,
    watch,
)
from fieldapp.wire.facts.bookings import BookingAttended
from fieldapp.wire.facts.calls import CallMade, CallWithdrawn, ContactWished
from fieldapp.wire.facts.doses import (
    AmendmentExplained,
    DoseAmended,
    DoseKnownFrom,
    DoseNotGiven,
    DoseRecorded,
    DoseVoided,
    OverrideVouched,
)
from fieldapp.wire.facts.fact import Fact, Ref, Types, Value
from fieldapp.wire.facts.fees import FeeRefunded, FeeTaken, FeeWaived
from fieldapp.wire.facts.people import ClientAmended, ClientLinked, ClientRegistered, ClientUnlinked
from fieldapp.wire.facts.sessions import (
    SessionClosed,
    SessionEquipped,
    SessionOpened,
    SessionReconciled,
    WorkbookWritten,
)
from fieldapp.wire.facts.stock import (
    LotHeld,
    LotRecalled,
    LotReleased,
    RecallWithdrawn,
    StockMoved,
    TemperaturesCounted,
    TemperaturesRead,
)
from fieldapp.wire.facts.system import (
    EpochBegan,
    Erased,
    IssuingKeyMade,
    Opened,
    UserAdded,
    UserEnded,
)
from fieldapp.wire.facts.vials import VialClosed, VialKept, VialOpened
from fieldapp.wire.facts.watch import (
    ReactionAmended,
    ReactionReported,
    ReactionWithdrawn,
    WatchEnded,
    WatchResumed,
)

_ROOMS = (system, sessions, people, doses, vials, stock, watch, fees, calls, bookings)

CURRENT: Types = {fact: number for room in _ROOMS for fact, number in room.TYPES.items()}
"""The newest version of every fact."""

_TWICE = [number for number, times in Counter(CURRENT.values()).items() if times > 1]
assert not _TWICE, f"two facts share a number: {_TWICE}"  # noqa: S101  a slip of ours, seen at once

__all__ = [
    "CURRENT",
    "AmendmentExplained",
    "BookingAttended",
    "CallMade",
    "CallWithdrawn",
    "ClientAmended",
    "ClientLinked",
    "ClientRegistered",
    "ClientUnlinked",
    "ContactWished",
    "DoseAmended",
    "DoseKnownFrom",
    "DoseNotGiven",
    "DoseRecorded",
    "DoseVoided",
    "EpochBegan",
    "Erased",
    "Fact",
    "FeeRefunded",
    "FeeTaken",
    "FeeWaived",
    "IssuingKeyMade",
    "LotHeld",
    "LotRecalled",
    "LotReleased",
    "Opened",
    "OverrideVouched",
    "ReactionAmended",
    "ReactionReported",
    "ReactionWithdrawn",
    "RecallWithdrawn",
    "Ref",
    "SessionClosed",
    "SessionEquipped",
    "SessionOpened",
    "SessionReconciled",
    "StockMoved",
    "TemperaturesCounted",
    "TemperaturesRead",
    "Types",
    "UserAdded",
    "UserEnded",
    "Value",
    "VialClosed",
    "VialKept",
    "VialOpened",
    "WatchEnded",
    "WatchResumed",
    "WorkbookWritten",
]
