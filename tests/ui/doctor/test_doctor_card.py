"""A card says one thing after another; what does not apply any more is not to be seen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fieldapp.ui.doctor.doctor_card import DoctorCard
from tests.ui.doctor.test_doctor_page import LOW, WELL


@pytest.fixture
def card(qtbot: QtBot) -> DoctorCard:
    made = DoctorCard()
    qtbot.addWidget(made)
    made.show()
    return made


def words(card: DoctorCard) -> list[str]:
    found = (part for part in card.findChildren(QLabel) if part.isVisible() and part.text())
    return [part.text() for part in found]


def test_a_next_step_is_said_and_gone_when_all_is_well(card: DoctorCard) -> None:
    card.show_item(LOW)
    assert words(card) == [LOW.name, LOW.happened, LOW.next_step]
    card.show_item(WELL)
    assert words(card) == [WELL.name, WELL.happened]


def test_it_is_read_aloud_as_it_stands_now(card: DoctorCard) -> None:
    card.show_item(LOW)
    card.show_item(WELL)
    assert card.accessibleName() == f"{WELL.name}: {WELL.happened}"
