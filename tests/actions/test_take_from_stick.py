"""Promises of a stick: all that is ours on it is taken, once, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

from fieldapp.actions.take_from_stick import FromStick, take_from_stick
from fieldapp.hub.regions.stick import write_roster
from fieldapp.hub.registry.build import build_registry
from fieldapp.hub.stick import read_stick
from fieldapp.journal.registry import kept
from fieldapp.sync.stick import write_stick
from tests.hub.fake_laptop import NOW_S
from tests.sync.neighbours.conftest import boats
from tests.sync.neighbours.fleet import Fleet

__all__ = ["boats"]


def test_receipts_roster_and_registry_come_with_one_stick(boats: Fleet, tmp_path: Path) -> None:
    first, second = boats.boat("Boat 1"), boats.boat("Boat 2", synced=False)
    first.record(3)
    first.sync()
    second.record(2)
    hub, stick = boats.world.store.folder, tmp_path / "stick"
    stick.mkdir()
    bundle = stick / "laptop-2.vxb"
    write_stick(second.journal, bundle, second.clock)
    read_stick(hub, bundle, now_s=lambda: NOW_S)
    write_roster(hub, stick / "roster.vxd", now_s=lambda: NOW_S)
    registry = build_registry(hub, now_s=lambda: NOW_S).file
    (stick / "registry.vxp").write_bytes(registry.read_bytes())
    taken = take_from_stick(second.journal, second.clock, stick)
    assert (taken.files, taken.confirmed, taken.edition) == (1, 2, 1)
    assert taken.people
    assert taken.people >= 3
    assert kept(second.journal) is not None
    again = take_from_stick(second.journal, second.clock, stick)
    assert again == FromStick(files=1, confirmed=0, people=0, edition=1)


def test_a_stick_of_others_holds_nothing_for_us(boats: Fleet, tmp_path: Path) -> None:
    boat, stick = boats.boat("Boat 1"), tmp_path / "stick"
    stick.mkdir()
    (stick / "receipts.vxr").write_bytes(b"VX1S of somebody else")
    (stick / "registry.vxp").write_bytes(b"VXP1 cut short")
    (stick / "holiday.jpg").write_bytes(b"a picture")
    (stick / "folder").mkdir()
    taken = take_from_stick(boat.journal, boat.clock, stick)
    assert taken == FromStick()
    assert not taken.anything


def test_a_stick_that_was_pulled_out_holds_nothing(boats: Fleet, tmp_path: Path) -> None:
    boat = boats.boat("Boat 1")
    assert take_from_stick(boat.journal, boat.clock, tmp_path / "gone") == FromStick()
