"""A roster on a stick reaches the laptop it is for, once, and nothing else does."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from fieldapp.hub.booking import offers
from fieldapp.hub.regions.leases import LIFE_S
from fieldapp.hub.regions.stick import write_roster
from fieldapp.journal import leases
from fieldapp.journal.roster import bookings, find
from fieldapp.sync.errors import NotEnrolled
from fieldapp.sync.roster_stick import NoRoster, RosterRead, is_roster, read_roster
from tests.hub.booking.desk import book, open_day, open_place
from tests.hub.fake_laptop import NOW_S
from tests.sync.neighbours.conftest import boats
from tests.sync.neighbours.fleet import Boat, Fleet

__all__ = ["boats"]


def written(boats: Fleet, tmp_path: Path) -> tuple[Boat, Path]:
    """A boat that only sticks reach, and a roster with three people for it."""
    first, second = boats.boat("Boat 1"), boats.boat("Boat 2", synced=False)
    first.record(3)
    first.sync()
    file = tmp_path / "roster.vxd"
    write_roster(boats.world.store.folder, file, now_s=lambda: NOW_S)
    return second, file


def test_it_brings_everybody_once(boats: Fleet, tmp_path: Path) -> None:
    boat, file = written(boats, tmp_path)
    assert is_roster(file)
    read = read_roster(boat.journal, file)
    assert read == RosterRead(people=3, in_all=3, whole=True)
    assert "3 people came" in read.in_words()
    assert read_roster(boat.journal, file).as_json() == {"people": 0, "in_all": 3, "whole": True}
    assert find.search(boat.journal, "Test")[0].as_of.timestamp() == NOW_S


def test_it_brings_who_has_booked(boats: Fleet, tmp_path: Path) -> None:
    boat, file = written(boats, tmp_path)
    store = boats.world.store
    place = open_place(store)
    with store.writing() as connection:
        offers.move_place(connection, place, "north")
    session = open_day(store, place=place)
    book(store, session, 1)
    write_roster(store.folder, file, now_s=lambda: NOW_S)
    read_roster(boat.journal, file)
    (told,) = bookings.sessions(boat.journal)
    assert [len(slot.taken) for slot in told.slots] == [1, 0, 0]


def test_a_file_cut_short_brings_what_it_holds_and_says_so(boats: Fleet, tmp_path: Path) -> None:
    boat, file = written(boats, tmp_path)
    file.write_bytes(file.read_bytes()[:-20])
    read = read_roster(boat.journal, file)
    assert (read.people, read.whole) == (3, False)
    assert "cut short" in read.in_words()


def test_one_that_lay_about_too_long_is_locked(boats: Fleet, tmp_path: Path) -> None:
    boat, file = written(boats, tmp_path)
    boat.clock.wall += timedelta(seconds=LIFE_S + 60)
    with pytest.raises(NoRoster):
        read_roster(boat.journal, file)
    assert leases.current(boat.journal) is None


def test_another_file_is_no_roster(boats: Fleet, tmp_path: Path) -> None:
    boat, file = written(boats, tmp_path)
    (tmp_path / "other").write_bytes(b"something else")
    assert not is_roster(tmp_path / "other")
    assert not is_roster(tmp_path / "missing")
    with pytest.raises(NoRoster):
        read_roster(boat.journal, tmp_path / "missing")
    boat.journal.db.run("DELETE FROM setting WHERE name = 'hub.enrolment'")
    with pytest.raises(NotEnrolled):
        read_roster(boat.journal, file)
