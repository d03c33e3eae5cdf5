"""What is held for neighbours goes by stick, and the stick brings their receipts."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.hub.stick import read_stick
from fieldapp.journal import homebound, parcels
from fieldapp.sync.neighbours.carrying import ParcelsUnwritable, write_parcels
from fieldapp.sync.stick import read_answer
from tests.sync.neighbours.fleet import Boat, Fleet, meeting


def test_a_stick_carries_neighbours_records_and_brings_their_receipts(
    boats: Fleet, two: tuple[Boat, Boat], tmp_path: Path
) -> None:
    owner, carrier = two
    owner.record(3)
    meeting(owner, carrier)
    written = write_parcels(carrier.journal, tmp_path)
    (file,) = written.files
    assert (written.doses, file.suffix) == (3, ".vxb")
    assert "3 doses held for other laptops" in written.in_words()
    came = read_stick(boats.folder / "hub", file)
    assert (came.doses, came.devices) == (3, (owner.device,))
    read = read_answer(carrier.journal, came.answer, carrier.clock)
    assert (read.receipts, read.carried, parcels.held(carrier.journal)) == (0, 3, [])
    assert "3 doses of neighbours are at the hub" in read.in_words()
    assert homebound.for_home(carrier.journal, owner.device)
    here, _ = meeting(owner, carrier)
    assert (here.confirmed, owner.counts()) == (3, (0, 3))


def test_writing_twice_writes_the_same_files_and_holds_on_to_everything(
    two: tuple[Boat, Boat], tmp_path: Path
) -> None:
    owner, carrier = two
    owner.record(1)
    meeting(owner, carrier)
    assert write_parcels(carrier.journal, tmp_path) == write_parcels(carrier.journal, tmp_path)
    assert len(parcels.held(carrier.journal)) == 1


def test_with_nothing_held_nothing_is_written(two: tuple[Boat, Boat], tmp_path: Path) -> None:
    written = write_parcels(two[0].journal, tmp_path)
    assert (written.files, written.in_words()) == ((), "")


def test_a_stick_that_does_not_take_them_is_said(two: tuple[Boat, Boat], tmp_path: Path) -> None:
    owner, carrier = two
    owner.record(1)
    meeting(owner, carrier)
    with pytest.raises(ParcelsUnwritable):
        write_parcels(carrier.journal, tmp_path / "gone")
