"""Doses: given, reasonably not given, struck through, corrected."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.wire.facts.fact import Fact, Ref, Types, Value


@dataclass(frozen=True, slots=True)
class DoseRecorded(Fact):
    """One dose given, here or elsewhere.

    `screening` lists the ids of the questions answered yes ([] = all asked, all no; None = not
    asked, as for a late entry). `advice` is [verdict, reason, programme id] as shown at the time.
    `vaccinator` is None when it is the header's user. `row` is the import file's row_uuid.
    """

    client: Ref
    vaccine: str
    lot: str
    expiry_day: int | None
    occurred_min: int
    utc_offset_min: int
    source: int
    site: str | None = None
    session: str | None = None
    vial: Ref | None = None
    vaccinator: str | None = None
    screening: list[Value] | None = None
    advice: list[Value] | None = None
    override_reason: str | None = None
    note: str | None = None
    row: bytes | None = None


@dataclass(frozen=True, slots=True)
class DoseNotGiven(Fact):
    """A dose was not given, for a reason (FHIR not-done)."""

    client: Ref
    vaccine: str | None
    reason: str
    occurred_min: int
    utc_offset_min: int
    source: int
    session: str | None = None
    vaccinator: str | None = None
    note: str | None = None
    row: bytes | None = None


@dataclass(frozen=True, slots=True)
class DoseVoided(Fact):
    """A dose record was an error: it stays, struck through."""

    dose: Ref
    reason: str
    second_person: str | None = None


@dataclass(frozen=True, slots=True)
class DoseAmended(Fact):
    """One field of a dose was corrected; `field` is a name of DoseRecorded."""

    dose: Ref
    field: str
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class DoseKnownFrom(Fact):
    """How a dose that others gave is known: `evidence` is card, certificate, register or told.

    `place` is where it was given, as written on the card or as the person says.
    """

    dose: Ref
    evidence: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class AmendmentExplained(Fact):
    """Why the amendments of this record, recorded just before, were made, and who stood by."""

    record: Ref
    reason: str
    second_person: str | None = None


@dataclass(frozen=True, slots=True)
class OverrideVouched(Fact):
    """Somebody who may decide it stood by when this dose was given against the advice."""

    dose: Ref
    second_person: str


TYPES: Types = {
    DoseRecorded: (32, 1),
    DoseNotGiven: (33, 1),
    DoseVoided: (34, 1),
    DoseAmended: (35, 1),
    DoseKnownFrom: (36, 1),
    AmendmentExplained: (37, 1),
    OverrideVouched: (38, 1),
}
