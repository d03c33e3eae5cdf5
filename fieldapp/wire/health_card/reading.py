"""Reading a scanned card: what it claims first, whether that is proven next, what it says last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fieldapp.wire.health_card.content import HealthCard
from fieldapp.wire.health_card.fhir import from_json
from fieldapp.wire.health_card.jws import Parts, read_jws
from fieldapp.wire.health_card.numeric import from_numeric, place_of


@dataclass(frozen=True, slots=True)
class Opened:
    """A card taken apart; whoever asks `read` of one that is not proven reads a claim."""

    parts: Parts

    @property
    def kid(self) -> str:
        """The key that it names."""
        return self.parts.kid

    def is_signed_by(self, public: bytes) -> bool:
        """Whether this key (x | y) signed every bit of it."""
        return self.parts.is_signed_by(public)

    def read(self) -> HealthCard:
        """What it says. Raises Undecodable."""
        return from_json(self.parts.payload())


def open_card(texts: Iterable[str]) -> Opened:
    """Take a card apart, of one code or of all its pieces. Raises Undecodable."""
    return Opened(read_jws(from_numeric(list(texts))))


def join_pieces(had: tuple[str, ...], text: str) -> tuple[tuple[str, ...], int]:
    """The pieces so far and this one, and how many are still missing; a piece of another card
    begins anew. Raises Undecodable for what is no card."""
    _, count = place_of(text)
    kept = [one for one in had if place_of(one)[1] == count] if count > 1 else []
    pieces = {place_of(one): one for one in (*kept, text)}
    return tuple(pieces[place] for place in sorted(pieces)), count - len(pieces)
