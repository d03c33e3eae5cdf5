"""Leaving is suggested to whom it may be suggested."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.watch.conftest import card


def test_only_somebody_whose_time_is_over_and_who_is_well_is_ready() -> None:
    over = card(may_leave=True)
    assert over.is_ready
    assert not replace(over, grave=True).is_ready
    assert not card().is_ready
