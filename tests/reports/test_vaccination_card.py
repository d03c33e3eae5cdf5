"""The card as text: every dose, in one line that a scanner can type."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from fieldapp.reports.vaccination_card import CardDose, NextDose, VaccinationCard, card_text

CARD = VaccinationCard(
    name="王甲",
    document="1101 05•• •••• ••01 7X",
    birth_date=date(1980, 5, 17),
    doses=(
        CardDose(1, "a", "LOT-1", date(2026, 10, 1)),
        CardDose(2, "b", "", date(2026, 11, 1), elsewhere=True),
    ),
    team="Boat 3",
    issued_at=datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
    next_doses=(NextDose("b", 3, date(2027, 5, 1)),),
)


def test_the_text_names_the_person_every_dose_and_what_comes_next() -> None:
    assert card_text(CARD, {"a": "BIBP"}) == (
        "王甲 1101 05•• •••• ••01 7X 1980-05-17 | 1: 2026-10-01 BIBP lot LOT-1 | 2: 2026-11-01 b"
        " | next: dose 3 from 2027-05-01 | known as of 2026-11-23 09:30 | Boat 3"
    )


def test_a_card_without_doses_still_says_who_and_as_of_when() -> None:
    bare = replace(CARD, doses=(), next_doses=(), birth_date=None, document="")
    known = replace(bare, known_as_of=datetime(2026, 11, 20, 8, 0, tzinfo=UTC))
    assert card_text(known, {}) == "王甲 | known as of 2026-11-20 08:00 | Boat 3"
