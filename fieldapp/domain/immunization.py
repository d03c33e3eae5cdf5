"""One dose given, given elsewhere, or reasonably not given, in FHIR Immunization's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum


class ImmunizationStatus(StrEnum):
    """FHIR R4 Immunization.status."""

    COMPLETED = "completed"
    NOT_DONE = "not-done"
    ENTERED_IN_ERROR = "entered-in-error"


class BodySite(StrEnum):
    """Where the needle went; the codes are the import file's words."""

    LEFT_DELTOID = "left-deltoid"
    RIGHT_DELTOID = "right-deltoid"
    LEFT_THIGH = "left-thigh"
    RIGHT_THIGH = "right-thigh"
    ORAL = "oral"


class DoseSource(IntEnum):
    """How this journal knows of a dose."""

    GIVEN_HERE = 0
    LATE_ENTRY = 1  # given by this team, typed or imported afterwards from paper
    ELSEWHERE = 2  # another provider's dose, from a card or the person's word


class Evidence(StrEnum):
    """How a dose that others gave is known, the best first."""

    CARD = "card"  # a paper card or booklet
    CERTIFICATE = "certificate"  # signed: a scanned card, a printed certificate
    REGISTER = "register"  # looked up by phone or on another computer
    TOLD = "told"  # the person's own word


@dataclass(frozen=True, slots=True)
class VaccineLot:
    """A manufacturer's lot of one vaccine product; `expiry` is its last usable day."""

    vaccine_id: str
    lot_number: str
    expiry: date | None = None


@dataclass(frozen=True, slots=True)
class ImmunizationEvent:
    """A dose, or a reasoned *not given*, as the projections show it.

    `event_id` and `client_id` are event hashes. `occurred_at` is aware, in the site's own zone.
    `reason` says why not (NOT_DONE) or why voided (ENTERED_IN_ERROR). `evidence` and `place` say
    how a dose that others gave is known, and where it was given. `counts` is what a supervisor
    decided of it, whatever the rules say; None: the rules decide.
    """

    event_id: bytes
    client_id: bytes
    status: ImmunizationStatus
    lot: VaccineLot
    occurred_at: datetime
    recorded_at: datetime
    recorded_by: str
    source: DoseSource
    site: BodySite | None = None
    vaccinator: str | None = None
    session: str | None = None
    reason: str | None = None
    note: str | None = None
    override_reason: str | None = None
    evidence: str | None = None
    place: str | None = None
    counts: bool | None = None
