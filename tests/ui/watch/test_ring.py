"""The ring closes as time passes, in the tone it is told."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.ui import theme
from fieldapp.ui.watch.ring import Ring


def inked(ring: Ring) -> int:
    """How many points have the ring's own colour."""
    colour = theme.in_force().colour(ring.tone).rgb()
    picture: QImage = ring.grab().toImage()
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(picture.pixel(x, y) == colour for x, y in points)


def test_the_ring_grows_with_the_time_and_is_whole_at_its_end(qtbot: QtBot) -> None:
    ring = Ring()
    qtbot.addWidget(ring)
    found = []
    for part in (0, 0.25, 0.5, 1):
        ring.show_part(part, "wait")
        found.append(inked(ring))
    assert found[0] == 0
    assert found == sorted(found) and len(set(found)) == 4


def test_the_ring_has_the_tone_it_is_told_and_keeps_within_its_bounds(qtbot: QtBot) -> None:
    ring = Ring()
    qtbot.addWidget(ring)
    ring.show_part(7, "ok")
    assert (ring.part, ring.tone) == (1.0, "ok")
    assert inked(ring) > 0
    ring.set_small(True)
    assert ring.width() == ring.height() == 80


@pytest.mark.parametrize("worn", theme.THEMES)
def test_the_ring_is_seen_in_every_theme(
    qapp: QApplication, qtbot: QtBot, worn: theme.Theme
) -> None:
    theme.apply_theme(qapp, worn)
    ring = Ring()
    qtbot.addWidget(ring)
    ring.show_part(0.5, "wait")
    found = inked(ring)
    theme.apply_theme(qapp, theme.NORMAL)
    assert found > 0
