"""Promises of a pack at the laptop: whole, ours and fresh, or not one byte of it is believed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from fieldapp.hub.enrolment import add_team
from fieldapp.hub.packs.making import make_pack
from fieldapp.hub.packs.writing import write_pack
from fieldapp.hub.regions.leases import LIFE_S
from fieldapp.hub.registry.build import build_registry
from fieldapp.journal import hub_link
from fieldapp.journal.registry import kept
from fieldapp.journal.settings import read
from fieldapp.sync.errors import AlreadyEnrolled
from fieldapp.sync.pack import (
    NoPack,
    PackBrokeOff,
    PackForOthers,
    PackForTwin,
    PackOfNewerProgram,
    PackTooOld,
    is_pack,
    prove_pack,
    take_pack,
)
from tests.hub.conftest import new_world
from tests.hub.fake_laptop import NOW_S
from tests.hub.packs.asking import code_of, request
from tests.sync.neighbours.conftest import boats
from tests.sync.neighbours.fleet import Fleet
from tests.sync.seeding import Newcomer, Town, town_of

__all__ = ["boats"]


@pytest.fixture
def town(boats: Fleet) -> Town:
    return town_of(boats)


@pytest.fixture
def new(town: Town) -> Iterator[Newcomer]:
    """One that has asked."""
    made = town.newcomer()
    town.ask(made, town.code())
    yield made
    made.laptop.close()


def test_proving_changes_nothing(town: Town, new: Newcomer) -> None:
    file = town.pack().file
    assert is_pack(file)
    pack = prove_pack(new.journal, file)
    assert pack.reply is not None
    assert pack.reply.device == 2
    assert hub_link.enrolment(new.journal) is None


def test_cut_or_changed_anywhere_nothing_is_believed(town: Town, new: Newcomer) -> None:
    file = town.pack().file
    whole, torn = file.read_bytes(), town.stick / "torn.vxk"
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        changed = bytearray(whole)
        changed[place] ^= 0x20
        for content in (whole[:place], bytes(changed)):
            torn.write_bytes(content)
            with pytest.raises(NoPack):
                prove_pack(new.journal, torn)
    assert read(new.journal.db, "hub.lease") is None


def test_one_that_lay_about_too_long_is_refused(town: Town, new: Newcomer) -> None:
    file = town.pack().file
    new.clock.wall += timedelta(seconds=LIFE_S + 60)
    with pytest.raises(PackTooOld):
        new.take(file)
    assert hub_link.enrolment(new.journal) is None


def test_of_two_laptops_with_one_code_the_second_is_told(town: Town, new: Newcomer) -> None:
    twin, code = town.newcomer("Twin"), town.code()
    town.ask(new, code)
    written = town.pack()
    town.ask(twin, code)
    with pytest.raises(PackForTwin):
        twin.take(written.file)
    again = town.pack()
    assert again.devices[-1] == written.devices[-1], "the code is spent"
    assert again.refused
    twin.laptop.close()


def test_a_laptop_never_changes_to_another_hub(town: Town, new: Newcomer, tmp_path: Path) -> None:
    new.take(town.pack().file)
    other = new_world(tmp_path / "other")
    other.store.close()
    folder, stick = tmp_path / "other", tmp_path / "other-stick"
    stick.mkdir()
    code = add_team(folder, "Boat", "boat", "north", now_s=NOW_S)
    Town(town.boats, stick).ask(new, code)
    pack = write_pack(folder, stick, now_s=lambda: NOW_S)
    with pytest.raises(AlreadyEnrolled):
        new.take(pack.file)


def test_the_pack_of_another_hub_is_for_others_though_numbers_are_alike(
    town: Town, new: Newcomer, tmp_path: Path
) -> None:
    number = new.take(town.pack().file).device
    other = new_world(tmp_path / "other")
    made = make_pack(other.hub, [request(code_of(other)) for _ in range(number)])
    assert made.devices[-1].no == number
    (town.stick / "other.vxk").write_bytes(b"".join(made.pieces()))
    other.store.close()
    with pytest.raises(PackForOthers):
        new.take(town.stick / "other.vxk")


def test_a_pack_of_a_newer_program_says_so(town: Town, new: Newcomer) -> None:
    file = town.pack().file
    content = file.read_bytes()
    body = content.index(b"\x88\x01")  # an array of eight: protocol 1 comes first
    file.write_bytes(content[: body + 1] + b"\x02" + content[body + 2 :])
    with pytest.raises(PackOfNewerProgram):
        prove_pack(new.journal, file)


def test_the_registry_comes_with_it(town: Town, new: Newcomer) -> None:
    build_registry(town.hub, now_s=lambda: NOW_S)
    pack = prove_pack(new.journal, town.pack().file)
    assert new.take(pack.file).edition == 1
    here = kept(new.journal)
    assert here is not None
    assert here.head.edition == 1
    assert take_pack(new.journal, pack).edition == 1, "again changes nothing"


def test_what_broke_off_goes_on_when_the_pack_is_read_again(
    town: Town, new: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = town.pack().file
    with monkeypatch.context() as broken:
        broken.setattr("fieldapp.sync.pack.keep_carried", _pulled_out)
        with pytest.raises(PackBrokeOff):
            new.take(file)
    assert hub_link.enrolment(new.journal) is not None
    assert new.take(file).in_all == 3


def _pulled_out(*_: object) -> int:
    raise OSError("pulled out")


def test_another_file_is_no_pack(town: Town, new: Newcomer) -> None:
    (town.stick / "other").write_bytes(b"something else")
    assert not is_pack(town.stick / "other")
    assert not is_pack(town.stick / "missing")
    with pytest.raises(NoPack):
        new.take(town.stick / "missing")
