"""The small values of FHIR that every resource is made of; what is empty is left out.

Code systems of others are named only where a code of theirs surely says the same; everything else
has a system of our own (`urn:fieldapp:...`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeAlias

from fieldapp.reports.cells import utc

Json: TypeAlias = dict[str, Any]

EVENT = "urn:fieldapp:event"
"""The system of identifiers that are hashes of our events, in hexadecimal: stable for ever."""
OWN = "urn:fieldapp:"
_TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/"
_MOST_TEXT = 10_000


def filled(fields: Mapping[str, Any]) -> Json:
    """Without what is empty: FHIR has no empty values. False and 0 are values."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def text(value: str | None) -> str | None:
    """What a person wrote, as FHIR takes it: no control characters, not blank; None for nothing."""
    if value is None:
        return None
    shown = "".join(c if _is_text(c) else " " for c in value[:_MOST_TEXT]).strip()
    return shown if shown.strip("\u00a0\u2000\u3000\ufeff") else None


def _is_text(character: str) -> bool:
    return character >= " " and not (
        "\x7f" <= character <= "\x9f" or "\ud800" <= character < "\ue000"
    )


def code(value: str) -> str | None:
    """A code: one blank between its words at most."""
    return " ".join((text(value) or "").split()) or None


def system(name: str) -> str:
    """A code system of HL7's terminology."""
    return _TERMINOLOGY + name


def coding(of: str, value: str, display: str | None = None) -> Json:
    """One code; {} for one that is empty."""
    written = code(value)
    return filled({"system": of, "code": written, "display": text(display)}) if written else {}


def concept(codings: Sequence[Json] = (), words: str | None = None) -> Json:
    """Codes that say the same, and the words people use; {} where there is neither."""
    return filled({"coding": [one for one in codings if one], "text": text(words)})


def identifier(of: str, value: str, kind: Json | None = None) -> Json:
    """A number with who gave it."""
    return filled({"type": kind, "system": of, "value": text(value)})


def event_identifier(event_id: bytes) -> Json:
    """By which a resource is known again, also at another server."""
    return {"system": EVENT, "value": event_id.hex()}


def reference(kind: str, event_id: bytes) -> Json:
    """Within one export."""
    return {"reference": f"{kind}/{event_id.hex()}"}


def contested(why: str | None) -> Json:
    """The meta of what waits for a person's decision; {} for what is settled."""
    return {"tag": [coding(OWN + "contest", why)]} if why else {}


def moment(when: datetime) -> str:
    """To the second, with its zone."""
    return when.replace(microsecond=0).isoformat()


def moment_utc(when: datetime) -> str:
    """The same on the clock of Greenwich."""
    return utc(when)
