"""What this laptop asked a hub where no network was: kept until the hub's pack answers it.

The code stays here, in the encrypted journal; what goes out proves it and does not hold it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from fieldapp.journal import settings
from fieldapp.journal.journal import Journal
from fieldapp.wire.enrol_code import EnrolCode, read_code, write_code

_KEPT = "hub.asked"


@dataclass(frozen=True, slots=True)
class Asked:
    """The code, the question's nonce, and where the hub is once there is a network."""

    code: EnrolCode
    nonce: bytes
    hub_url: str
    ca_pem: str | None


def keep(j: Journal, asked: Asked) -> None:
    """Remember a question; it takes the place of any before."""
    kept = {
        "code": write_code(asked.code),
        "nonce": asked.nonce.hex(),
        "hub_url": asked.hub_url,
        "ca_pem": asked.ca_pem,
    }
    settings.write(j.db, _KEPT, json.dumps(kept).encode())


def read(j: Journal) -> Asked | None:
    """The question that is open; None when there is none."""
    found = settings.read(j.db, _KEPT)
    if found is None:
        return None
    kept = json.loads(found)
    nonce = bytes.fromhex(kept["nonce"])
    return Asked(read_code(kept["code"]), nonce, kept["hub_url"], kept["ca_pem"])


def forget(j: Journal) -> None:
    """It was answered."""
    settings.forget(j.db, _KEPT)
