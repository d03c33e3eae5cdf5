"""The chart draws any readings in every theme, and thinning never loses a peak."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.ui.stock.chart import TemperatureChart, thinned
from fieldapp.ui.stock.state import ChartState, Line, Mark
from fieldapp.ui.theme import NORMAL, THEMES, Theme, apply_theme

POINTS = st.lists(st.tuples(st.integers(0, 10**6), st.integers(-900, 900)), max_size=4000)


@given(POINTS)
def test_thinning_keeps_the_ends_and_every_extreme(points: list[tuple[int, int]]) -> None:
    points.sort()
    kept = thinned(points)
    assert len(kept) <= max(1500, len(points) // 2 + 4) or len(points) <= 3000
    if points:
        assert (kept[0], kept[-1]) == (points[0], points[-1])
        temperatures = [tenths for _, tenths in points]
        told = [tenths for _, tenths in kept]
        assert (min(told), max(told)) == (min(temperatures), max(temperatures))
        assert list(kept) == sorted(kept)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(
    "state",
    [
        ChartState(),
        ChartState([Line([(0, 46)])], 0, 0),
        ChartState([Line([(0, 46), (600, 121), (9000, -30)]), Line([])], 0, 9000, low=None,
                   marks=[Mark(600, 121, "12.1 °C, 4 min"), Mark(8999, -30, "-3.0 °C"),
                          Mark(0, 46, "")],
                   ticks=[(0, "07:00"), (9000, "09:30")], words="Box: 4.6 °C"),
    ],
)  # fmt: skip
def test_it_can_be_drawn_in_every_theme(qtbot: QtBot, theme: Theme, state: ChartState) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, theme)
    chart = TemperatureChart()
    qtbot.addWidget(chart)
    chart.resize(420, 200)
    chart.show_chart(state)
    picture = chart.grab().toImage()
    assert picture.pixelColor(200, 100).isValid()
    assert chart.accessibleName() == state.words
    apply_theme(app, NORMAL)
