"""Promises of what the hub says to people."""

from __future__ import annotations

from fieldapp.hub.status import status
from fieldapp.hub.verify import Findings, verify
from fieldapp.hub.words import findings_words, status_words
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


def test_the_sum_the_fork_and_the_quarantine_are_said_in_words(world: World) -> None:
    laptop = world.laptop()
    clone = laptop.copy()
    laptop.give(laptop.register("Test Canary"), vaccine="no-such")
    clone.give(clone.register("Test B"))
    for branch in (laptop, clone):
        world.push_all(branch)
    said = status_words(status(world.store.folder, now_s=lambda: NOW_S + 7200))
    assert "2 clients, 2 doses" in said
    assert "confirmed 2 = 1 counted + 0 contested + 1 quarantined + 0 voided + 0 erased" in said
    assert "FORK after record 2" in said and "silent for 2 hours" in said
    assert "laptop 1, record 4: unknown-vaccine." in said
    assert "Canary" not in said


def test_an_empty_hub_says_how_to_begin(world: World) -> None:
    assert "add-team" in status_words(status(world.store.folder))


def test_findings_are_said_in_words(world: World) -> None:
    assert "every seal holds" in findings_words(verify(world.store.folder))
    assert "Frame 3 is gone." in findings_words(Findings(problems=["Frame 3 is gone."]))
