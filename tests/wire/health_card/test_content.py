"""What a card says of a birth date: as much as is known, and no more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fieldapp.domain.birth_date import Precision
from tests.wire.health_card.cards import CARD


@pytest.mark.parametrize(
    ("known_to", "born"),
    [(Precision.DAY, "1980-05-17"), (Precision.MONTH, "1980-05"), (Precision.YEAR, "1980")],
)
def test_a_birth_date_is_written_as_far_as_it_is_known(known_to: Precision, born: str) -> None:
    assert replace(CARD, birth_known_to=known_to).born == born
    assert replace(CARD, birth_date=None).born == ""
