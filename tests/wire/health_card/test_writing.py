"""One QR code: whatever is on the card, a scanner reads it in one piece."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import segno

from fieldapp.wire.health_card import open_card, write_card
from fieldapp.wire.health_card.writing import MOST_JWS
from tests.wire.health_card.cards import CARD, DOSE, KEY

MANY = tuple(
    replace(
        DOSE, day=date(2001, 1, 1) + timedelta(days=400 * n), lot=f"LOT{n * 7919 % 9973:04}-{n}"
    )
    for n in range(60)
)


def test_the_same_card_is_the_same_code() -> None:
    assert write_card(CARD, KEY) == write_card(CARD, KEY)


def test_a_course_of_a_dozen_doses_fits_into_one_code() -> None:
    written = write_card(replace(CARD, doses=MANY[:12]), KEY)
    parts: Any = ["shc:/", written.text[5:]]
    code = segno.make_qr(parts, error="l", boost_error=False)
    assert written.left_out == 0
    assert isinstance(code.version, int)
    assert code.version <= 22


def test_what_does_not_fit_are_the_oldest_doses_and_it_is_said() -> None:
    written = write_card(replace(CARD, doses=MANY), KEY)
    read = open_card([written.text]).read()
    assert written.left_out > 0
    assert read.doses == MANY[written.left_out :]
    assert len(written.text) <= 5 + 2 * MOST_JWS


def test_the_newest_dose_is_always_there() -> None:
    written = write_card(replace(CARD, doses=MANY[:3]), KEY, most=1)
    assert open_card([written.text]).read().doses == MANY[2:3]
    assert write_card(replace(CARD, doses=()), KEY, most=1).left_out == 0
