"""SMART Health Cards (spec.smarthealth.cards): a person's doses under a laptop's signature, in one
QR code that anybody can check.

`write_card` makes the text of the code, `open_card` takes it apart without believing anything,
`Opened.is_signed_by` proves it, `Opened.read` says what it holds. README section 16 has every byte.
"""

from __future__ import annotations

from fieldapp.wire.health_card.content import CardDose, HealthCard
from fieldapp.wire.health_card.keys import IssuingKey
from fieldapp.wire.health_card.reading import Opened, join_pieces, open_card
from fieldapp.wire.health_card.writing import Written, write_card

__all__ = [
    "CardDose",
    "HealthCard",
    "IssuingKey",
    "Opened",
    "Written",
    "join_pieces",
    "open_card",
    "write_card",
]
