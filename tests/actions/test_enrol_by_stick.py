"""Promises of joining without a network: one code, one laptop, and nothing changed in vain."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp.actions.enrol import let_recovery_open
from fieldapp.actions.enrol_by_stick import ask_by_stick
from fieldapp.journal import asked, hub_link
from fieldapp.journal.keyslots import read_slots
from fieldapp.journal.verify import verify
from fieldapp.sync.errors import PlainHttpRefused
from fieldapp.sync.pack import PackForOthers
from fieldapp.sync.run import run_exchange
from fieldapp.sync.stick import StickUnwritable
from fieldapp.wire.enrol_code import BadCode
from tests.sync.neighbours.conftest import boats
from tests.sync.neighbours.fleet import Fleet
from tests.sync.seeding import URL, Newcomer, Town, town_of

__all__ = ["boats"]


@pytest.fixture
def town(boats: Fleet) -> Town:
    return town_of(boats)


@pytest.fixture
def new(town: Town) -> Iterator[Newcomer]:
    made = town.newcomer()
    yield made
    made.laptop.close()


def test_the_request_goes_out_and_the_pack_seeds_the_laptop(town: Town, new: Newcomer) -> None:
    code = town.code()
    file = town.ask(new, code)
    assert code.replace("-", "") not in file.read_text("ascii").replace("-", ""), "it stays here"
    taken = new.take(town.pack().file)
    assert (taken.device, taken.people, taken.in_all) == (2, 3, 3)
    joined = hub_link.enrolment(new.journal)
    assert joined is not None
    assert (joined.device, joined.hub_url, joined.regions) == (2, URL, ("north",))
    assert asked.read(new.journal) is None, "it was answered"
    assert verify(new.journal).problems == ()


def test_the_first_sync_pulls_nothing_twice_and_misses_nothing(town: Town, new: Newcomer) -> None:
    town.ask(new, town.code())
    new.take(town.pack().file)
    first = run_exchange(new.journal, new.road, new.clock)
    assert (first.received, first.entries_waiting) == (0, 0)
    assert first.bytes_in < 4096, "only news"


def test_the_same_pack_twice_changes_nothing(town: Town, new: Newcomer) -> None:
    town.ask(new, town.code())
    file = town.pack().file
    new.take(file)
    again = new.take(file)
    assert (again.device, again.people, again.in_all) == (2, 0, 3)


def test_asking_twice_is_one_question(town: Town, new: Newcomer) -> None:
    code = town.code()
    first = town.ask(new, code).read_bytes()
    file = town.pack().file
    assert town.ask(new, code).read_bytes() == first
    assert new.take(file).device == 2


def test_a_pack_for_others_changes_nothing(town: Town, new: Newcomer) -> None:
    other = town.newcomer("Other Boat")
    town.ask(other, town.code())
    file = town.pack().file
    with pytest.raises(PackForOthers):
        new.take(file)
    assert hub_link.enrolment(new.journal) is None
    other.laptop.close()


def test_what_is_no_code_or_no_safe_address_is_refused_before_anything_is_written(
    town: Town, new: Newcomer
) -> None:
    with pytest.raises(BadCode):
        town.ask(new, "WRONG")
    with pytest.raises(PlainHttpRefused):
        ask_by_stick(new.journal, town.stick, "http://hub.example.org", town.code(), None)
    assert asked.read(new.journal) is None
    assert not list(town.stick.iterdir())


def test_a_stick_that_is_gone_is_said(town: Town, new: Newcomer, tmp_path: Path) -> None:
    with pytest.raises(StickUnwritable):
        ask_by_stick(new.journal, tmp_path / "gone", URL, town.code(), None)


def test_the_recovery_key_opens_the_home_from_the_next_unlock(town: Town, new: Newcomer) -> None:
    town.ask(new, town.code())
    new.take(town.pack().file)
    let_recovery_open(new.journal, new.laptop.key(), if_new=True)
    slot = read_slots(new.journal.home).recovery
    assert slot
    let_recovery_open(new.journal, new.laptop.key(), if_new=True)
    assert read_slots(new.journal.home).recovery == slot, "once"
