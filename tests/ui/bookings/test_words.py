"""What a booking comes to, in words: when, where, and never that somebody must go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fieldapp.actions.booked import Booked
from fieldapp.domain.booking import Timing
from fieldapp.domain.client import Document
from fieldapp.ui.bookings.words import (
    booked_tone,
    booked_words,
    new_here_but_booked,
    place_name,
)
from fieldapp.ui.desk.state import VerdictState
from fieldapp.wire.bookings import Seat, Session, Slot

SEAT = Seat(b"code1", Document("passport", "C01234567"), "DEU", "en", None, False)
SLOT = Slot(1_627_784_400, 1_627_785_600, 2, (SEAT,))  # 10:20 to 10:40 in Shanghai
SESSION = Session(1, "Port clinic", "港口接种点", "p", 18_840, 480, (SLOT,))
NOW = Booked(SESSION, SLOT, SEAT, Timing.NOW, True)


@pytest.mark.parametrize(
    ("timing", "words", "tone"),
    [
        (Timing.NOW, "Booked for 10:20 today.", "ok"),
        (Timing.EARLY, "early. Go on if there is time.", "info"),
        (Timing.LATE, "the seat is still kept.", "info"),
        (Timing.FREE, "the seat was kept until 11:10. Take them like anybody", "wait"),
        (Timing.OTHER_DAY, "Booked for 1 Aug 2021, 10:20, not for today.", "wait"),
    ],
)
def test_the_time_is_told(timing: Timing, words: str, tone: str) -> None:
    booked = replace(NOW, timing=timing)
    assert words in booked_words(booked) and booked_tone(booked) == tone


def test_another_place_is_named() -> None:
    elsewhere = replace(NOW, here=False)
    assert booked_words(elsewhere).endswith("The booking is for Port clinic.")
    assert booked_tone(elsewhere) == "wait"
    assert booked_words(replace(NOW, here=None)).endswith("The booking is for Port clinic.")
    assert place_name(SESSION) == "Port clinic"


def test_the_form_of_somebody_new_says_so_first() -> None:
    banner = VerdictState("info", "user-plus", "New here", "Not here yet.")
    assert new_here_but_booked(banner, None) == banner
    told = new_here_but_booked(banner, NOW).reason
    assert told.startswith("Booked for 10:20 today.") and told.endswith("Not here yet.")
