"""Writing a card into one QR code that every scanner reads."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fieldapp.wire.health_card.content import HealthCard
from fieldapp.wire.health_card.fhir import to_json
from fieldapp.wire.health_card.jws import write_jws
from fieldapp.wire.health_card.keys import IssuingKey
from fieldapp.wire.health_card.numeric import to_numeric

MOST_JWS = 1195
"""What a QR code of version 22 holds: the largest that SHC asks scanners to read in one piece."""


@dataclass(frozen=True, slots=True)
class Written:
    """The text of the code; `left_out` of the oldest doses had no room in it."""

    text: str
    left_out: int = 0


def write_card(card: HealthCard, key: IssuingKey, *, most: int = MOST_JWS) -> Written:
    """Sign a card. Cutting it over several codes is avoided: where one does not hold everything,
    it holds the newest doses, which the next dose depends on, and says how many it lacks."""
    doses = card.doses
    for left_out in range(len(doses)):
        jws = write_jws(to_json(replace(card, doses=doses[left_out:])), key)
        if len(jws) <= most:
            return Written(to_numeric(jws), left_out)
    newest = replace(card, doses=doses[-1:])
    return Written(to_numeric(write_jws(to_json(newest), key)), max(0, len(doses) - 1))
