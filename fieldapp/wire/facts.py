"""The facts a journal can hold: one dataclass per event type, field order = body order.

Bodies are positional: adding, removing or reordering a field is a new version with its own class
and an upcaster (`wire.events`). Values are only None, bool, int, bytes, str and lists of these.
Dates are days since 1970-01-01; `occurred_min` is minutes since 1970-01-01T00:00 on the site's
own clock, `utc_offset_min` that clock's distance from UTC. A reference (`Ref`) is the sequence
number of an event of the same epoch and branch, or the first 16 bytes of any other event's hash.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Ref: TypeAlias = int | bytes
Value: TypeAlias = "bool | int | bytes | str | list[Value] | None"


@dataclass(frozen=True, slots=True)
class Opened:
    """The program started on this journal. The nonce parts clones at once."""

    nonce: bytes
    boot_id: bytes
    app_version: str
    utc_offset_min: int


@dataclass(frozen=True, slots=True)
class EpochBegan:
    """First event of an epoch that follows another: a rollback was noticed, or a restore done."""

    previous_epoch: bytes
    previous_seq: int
    previous_hash: bytes
    reason: str  # "rollback-noticed" | "restored" | "receipt-ahead"


@dataclass(frozen=True, slots=True)
class UserAdded:
    """A named user of this laptop, from now on; the same login again replaces name and role."""

    login: str
    name: str
    role: str  # "recorder" | "lead" | "supervisor"


@dataclass(frozen=True, slots=True)
class SessionOpened:
    """A vaccination session (an operation) began; doses name it by `label`."""

    label: str
    place: str
    operation: int | None
    programme: str
    key_area: str | None = None


@dataclass(frozen=True, slots=True)
class SessionClosed:
    """The session ended."""

    label: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ClientRegistered:
    """A person was written down for the first time; the event's hash is the client's id.

    `documents` holds [kind code, number] pairs; a resident ID is written without its check digit,
    and birth date and sex are None where they follow from it.
    """

    name: str
    documents: list[Value]
    birth_day: int | None
    sex: int | None
    phone: str | None = None
    key_group: str | None = None
    home_area: str | None = None
    nationality: str | None = None
    social_security: bool | None = None
    language: str | None = None
    consent: bool | None = None
    circumstances: str | None = None


@dataclass(frozen=True, slots=True)
class ClientAmended:
    """One field of a client was corrected; `field` is a name of `ClientDetails`, values as there
    but encoded as in ClientRegistered."""

    client: Ref
    field: str
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class ClientLinked:
    """Somebody decided that two registrations are one person. Reversible."""

    one: Ref
    other: Ref
    evidence: str


@dataclass(frozen=True, slots=True)
class ClientUnlinked:
    """That decision was taken back."""

    one: Ref
    other: Ref
    reason: str


@dataclass(frozen=True, slots=True)
class DoseRecorded:
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
class DoseNotGiven:
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
class DoseVoided:
    """A dose record was an error: it stays, struck through."""

    dose: Ref
    reason: str
    second_person: str | None = None


@dataclass(frozen=True, slots=True)
class DoseAmended:
    """One field of a dose was corrected; `field` is a name of DoseRecorded."""

    dose: Ref
    field: str
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class VialOpened:
    """A vial came into use on this laptop, by scan or by hand."""

    vaccine: str
    lot: str
    expiry_day: int | None
    doses: int
    code: str | None = None


@dataclass(frozen=True, slots=True)
class VialClosed:
    """A vial went out of use with `doses_left` thrown away."""

    vial: Ref
    doses_left: int
    reason: str  # "used-up" | "session-end" | "hours-over" | "broken" | "replaced"


@dataclass(frozen=True, slots=True)
class Erased:
    """An event's body and salt were destroyed everywhere, on a legal basis."""

    event: Ref
    legal_basis: str


Fact: TypeAlias = (
    Opened
    | EpochBegan
    | UserAdded
    | SessionOpened
    | SessionClosed
    | ClientRegistered
    | ClientAmended
    | ClientLinked
    | ClientUnlinked
    | DoseRecorded
    | DoseNotGiven
    | DoseVoided
    | DoseAmended
    | VialOpened
    | VialClosed
    | Erased
)
