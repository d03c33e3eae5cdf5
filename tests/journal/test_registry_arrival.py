"""Promises of a registry on its way in: proven, resumed, never older, never half."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fieldapp.journal.journal import Journal
from fieldapp.journal.registry import REGISTRY_FILE, RegistryUnusable, beginning_of, kept
from fieldapp.journal.registry_arrival import Arriving, RegistryNotNewer, take_file
from fieldapp.wire.registry.entry import Holding
from tests.journal.hub import HUB_KEY, enrol
from tests.wire.registry.made_up import made_up_file, made_up_key

DOSE = Holding("covid-test-1", 1, date(2026, 11, 1))
MANY = {made_up_key(number): [DOSE] for number in range(90_000)}  # two blocks


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stick") / "registry.vxp"
    path.write_bytes(made_up_file(MANY, key=HUB_KEY))
    return path


@pytest.fixture
def laptop_journal(journal: Journal) -> Journal:
    enrol(journal)
    return journal


def left_over(journal: Journal) -> set[str]:
    return {path.name for path in journal.home.glob("registry*")}


def test_a_file_from_a_stick_is_kept_whole(laptop_journal: Journal, large: Path) -> None:
    assert take_file(laptop_journal, large).entries == 90_000
    assert (laptop_journal.home / REGISTRY_FILE).read_bytes() == large.read_bytes()
    assert left_over(laptop_journal) == {REGISTRY_FILE}
    here = kept(laptop_journal)
    assert here is not None
    assert here.head.edition == 1


def test_what_was_cut_goes_on_after_its_last_whole_block(
    laptop_journal: Journal, large: Path
) -> None:
    content, beginning = large.read_bytes(), beginning_of(large)
    with Arriving(laptop_journal, beginning) as arriving:
        assert list(arriving.missing()) == [0, 1]
        start, end = arriving.head.block_span(0)
        arriving.put(0, content[arriving.body_at + start : arriving.body_at + end])
    part = laptop_journal.home / f"{REGISTRY_FILE}.part"
    with part.open("ab") as torn:
        torn.write(b"half a block that a power cut left")
    with Arriving(laptop_journal, beginning) as arriving:
        assert list(arriving.missing()) == [1]
        start, end = arriving.head.block_span(1)
        arriving.put(1, content[arriving.body_at + start : arriving.body_at + end])
        arriving.finish()
    assert (laptop_journal.home / REGISTRY_FILE).read_bytes() == content


def test_a_turned_bit_is_refused_and_what_is_here_stays(
    laptop_journal: Journal, large: Path, tmp_path: Path
) -> None:
    take_file(laptop_journal, large)
    newer = tmp_path / "newer.vxp"
    content = bytearray(made_up_file(MANY, key=HUB_KEY, edition=2))
    content[-9] ^= 1
    newer.write_bytes(content)
    with pytest.raises(RegistryUnusable):
        take_file(laptop_journal, newer)
    newer.write_bytes(content[:-100])
    with pytest.raises(RegistryUnusable):
        take_file(laptop_journal, newer)
    here = kept(laptop_journal)
    assert here is not None
    assert here.head.edition == 1
    newer.write_bytes(made_up_file(MANY, key=HUB_KEY, edition=2))
    assert take_file(laptop_journal, newer).edition == 2


def test_an_older_or_equal_edition_changes_nothing(
    laptop_journal: Journal, large: Path, tmp_path: Path
) -> None:
    newer = tmp_path / "newer.vxp"
    newer.write_bytes(made_up_file({}, key=HUB_KEY, edition=2))
    take_file(laptop_journal, newer)
    for source in (newer, large):
        with pytest.raises(RegistryNotNewer):
            take_file(laptop_journal, source)
    here = kept(laptop_journal)
    assert here is not None
    assert here.head.edition == 2


def test_a_stick_without_the_file_says_so(laptop_journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(RegistryUnusable):
        take_file(laptop_journal, tmp_path / "nothing.vxp")
    assert left_over(laptop_journal) == set()
