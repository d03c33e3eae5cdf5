"""An invitation to join a hub: one line that a scanner types, the code and the hub's address.

    7C4M-...-9QRS https://hub.example.org

The hub shows it as a QR code beside the code in letters. People who type give the code alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field

_ADDRESS = "://"


@dataclass(frozen=True, slots=True)
class Invitation:
    """What was scanned or typed; the address is empty where only the code was given."""

    code: str = field(repr=False)
    hub_url: str = ""


def write_invitation(code: str, hub_url: str) -> str:
    """The line that is drawn as a QR code."""
    return f"{code} {hub_url}"


def read_invitation(text: str) -> Invitation:
    """Whatever order the two stand in; the code is as yet unchecked."""
    parts = text.split()
    addresses = [part for part in parts if _ADDRESS in part]
    code = " ".join(part for part in parts if _ADDRESS not in part)
    return Invitation(code, addresses[0] if addresses else "")
