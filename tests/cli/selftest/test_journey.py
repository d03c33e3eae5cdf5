"""A day that is cut short says so at each later step, and lets go of its folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp.cli.selftest.journey import Journey
from fieldapp.cli.selftest.step import NotReached
from fieldapp.domain.errors import FieldAppError


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Journey]:
    made = Journey(tmp_path)
    yield made
    made.close()


@pytest.mark.usefixtures("qapp")
def test_a_dose_goes_the_whole_road_and_home(journey: Journey) -> None:
    journey.make_journal()
    journey.record()
    journey.join()
    journey.seal()
    assert journey.hand_in() == "the hub counts the dose"
    assert journey.confirm() == "1 recorded = 0 waiting + 1 confirmed"
    assert journey.verify() == "chain, receipts and views agree"
    assert journey.print_card().endswith("bytes of PDF")
    assert journey.read_card() == "its code is read and genuine"


def test_nothing_is_reached_without_a_journal(journey: Journey) -> None:
    later = (journey.record, journey.join, journey.seal, journey.hand_in, journey.confirm)
    for step in (*later, journey.verify, journey.print_card, journey.read_card):
        with pytest.raises(NotReached):
            step()


def test_a_hub_that_cannot_be_made_says_so(journey: Journey, tmp_path: Path) -> None:
    journey.make_journal()
    (tmp_path / "hub").write_text("not a folder", "ascii")
    with pytest.raises(FieldAppError):
        journey.join()
    with pytest.raises(NotReached):
        journey.seal()
    with pytest.raises(NotReached):
        journey.read_card()
