from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from fieldapp.journal import clients
from fieldapp.journal.backup import restore
from fieldapp.journal.copy_return import numbers_in
from fieldapp.journal.entries import all_entries
from fieldapp.journal.erasure.orders import take_page
from fieldapp.journal.journal import Journal, open_journal
from fieldapp.journal.second_copy import (
    CopyState,
    MediumFull,
    MediumMissing,
    SecondCopy,
    _next_page,
    choose,
    chosen,
    forget,
)
from fieldapp.journal.tally import tally
from fieldapp.journal.verify import verify
from fieldapp.wire.facts import DoseRecorded, EpochBegan
from tests.journal.erasing import CANARY, CANARY_ID, confirm, next_page, traces_in
from tests.journal.hub import enrol
from tests.journal.laptop import Laptop, give, register


@pytest.fixture
def medium(tmp_path: Path) -> Path:
    folder = tmp_path / "card"
    folder.mkdir()
    return folder


@pytest.fixture
def copy(journal: Journal, medium: Path) -> SecondCopy:
    choose(journal, medium)
    return SecondCopy(journal)


def doses_in(journal: Journal) -> set[bytes]:
    return {e.id for e in all_entries(journal.db) if isinstance(e.fact, DoseRecorded)}


@contextmanager
def returned(laptop: Laptop, medium: Path, home: Path) -> Iterator[Journal]:
    """What somebody has who lost the laptop and kept the card."""
    restore(medium, home)
    journal = open_journal(home, laptop.key(), laptop.clock)
    try:
        yield journal
    finally:
        journal.close()


def test_every_dose_comes_back_from_the_card_alone(
    laptop: Laptop, journal: Journal, copy: SecondCopy, medium: Path, tmp_path: Path
) -> None:
    person = register(journal)
    given = set()
    for number in range(1, 6):
        given.add(give(journal, person))
        state = copy.catch_up()
        assert state is not None and state.doses == number
    with returned(laptop, medium, tmp_path / "new") as back:
        assert doses_in(back) == given
        assert verify(back).problems == ()
        began = [e.fact for e in all_entries(back.db) if isinstance(e.fact, EpochBegan)]
        assert [fact.reason for fact in began] == ["restored"]
        assert [fact.previous_hash for fact in began] == [journal.head().hash]


def test_the_returned_laptop_goes_on_with_the_same_copy(
    laptop: Laptop, journal: Journal, copy: SecondCopy, medium: Path, tmp_path: Path
) -> None:
    given = {give(journal, register(journal))}
    copy.catch_up()
    with returned(laptop, medium, tmp_path / "new") as back:
        given.add(give(back, register(back)))
        assert SecondCopy(back).catch_up() == CopyState(
            2, back.db.number("SELECT max(pos) FROM entry")
        )
    with returned(laptop, medium, tmp_path / "newer") as twice:
        assert doses_in(twice) == given
        assert verify(twice).problems == ()


def test_one_dose_costs_one_page_not_a_new_base(
    journal: Journal, copy: SecondCopy, medium: Path
) -> None:
    person = register(journal)
    copy.catch_up()
    (base,) = medium.glob("*/*.backup")
    before, (tail,) = base.stat().st_mtime_ns, medium.glob("*/*.tail")
    length = tail.stat().st_size
    give(journal, person)
    copy.catch_up()
    assert base.stat().st_mtime_ns == before
    assert 0 < tail.stat().st_size - length < 1000


def test_nothing_on_the_card_can_be_read_without_a_pin(
    journal: Journal, copy: SecondCopy, medium: Path
) -> None:
    copy.catch_up()
    give(journal, register(journal, "测试丁某某"))
    copy.catch_up()
    for file in medium.glob("*/*"):
        content = file.read_bytes()
        assert "测试丁某某".encode() not in content
        assert b"TEST-0001" not in content


def test_a_pulled_card_is_said_and_catches_up_when_it_is_back(
    journal: Journal, copy: SecondCopy, medium: Path
) -> None:
    person = register(journal)
    copy.catch_up()
    away = medium.with_name("in a pocket")
    medium.rename(away)
    give(journal, person)
    with pytest.raises(MediumMissing):
        copy.catch_up()
    medium.mkdir()  # an empty mount point is not the card
    with pytest.raises(MediumMissing):
        copy.catch_up()
    assert list(medium.iterdir()) == []
    medium.rmdir()
    away.rename(medium)
    state = copy.catch_up()
    assert state is not None and state.doses == 1


def test_a_full_card_is_said_and_what_stood_there_stands(
    laptop: Laptop,
    journal: Journal,
    copy: SecondCopy,
    medium: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = give(journal, register(journal))
    copy.catch_up()
    second = give(journal, register(journal))

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as patched:
        patched.setattr("fieldapp.journal.copy_tail.os.fsync", full)
        with pytest.raises(MediumFull):
            copy.catch_up()
    copy.catch_up()
    with returned(laptop, medium, tmp_path / "new") as back:
        assert doses_in(back) == {first, second}
        assert verify(back).problems == ()


@pytest.mark.parametrize("kept", [0.0, 0.3, 0.6, 0.99])
def test_a_tail_cut_anywhere_comes_back_up_to_the_cut(
    laptop: Laptop, journal: Journal, copy: SecondCopy, medium: Path, tmp_path: Path, kept: float
) -> None:
    copy.catch_up()
    given = []
    for _ in range(6):
        given.append(give(journal, register(journal)))
        copy.catch_up()
    (tail,) = medium.glob("*/*.tail")
    content = tail.read_bytes()
    tail.write_bytes(content[: int(len(content) * kept)])
    with returned(laptop, medium, tmp_path / "new") as back:
        found = doses_in(back)
        assert found == set(given[: len(found)])
        assert len(found) >= int(6 * kept) - 1
        assert verify(back).problems == ()
    state = SecondCopy(journal).catch_up()  # and the laptop, which lost nothing, mends it
    assert state is not None and state.doses == 6


def test_joining_a_hub_makes_a_new_base_and_the_old_pair_goes(
    laptop: Laptop, journal: Journal, copy: SecondCopy, medium: Path, tmp_path: Path
) -> None:
    given = give(journal, register(journal))
    copy.catch_up()
    enrol(journal)
    copy.catch_up()
    (place,) = medium.iterdir()
    assert numbers_in(place) == [2]
    assert len(list(place.iterdir())) == 2
    with returned(laptop, medium, tmp_path / "new") as back:
        assert doses_in(back) == {given}


def test_a_clone_of_the_laptop_never_costs_the_other_its_copy(
    laptop: Laptop, journal: Journal, copy: SecondCopy, medium: Path, tmp_path: Path
) -> None:
    copy.catch_up()
    journal.close()
    laptop.opened.clear()
    shutil.copytree(laptop.home, tmp_path / "clone")
    one = laptop.open()
    other = open_journal(tmp_path / "clone", laptop.key(), laptop.clock)
    mine = give(one, register(one))
    theirs = give(other, register(other))
    SecondCopy(one).catch_up()
    SecondCopy(other).catch_up()
    other.close()
    (place,) = medium.iterdir()
    found = set()
    for number in numbers_in(place):
        home = tmp_path / f"back-{number}"
        restore(place / f"journal-{number}.backup", home)
        back = open_journal(home, laptop.key(), laptop.clock)
        found |= doses_in(back)
        back.close()
    assert found == {mine, theirs}


def test_without_a_medium_nothing_is_written(journal: Journal, medium: Path) -> None:
    assert SecondCopy(journal).catch_up() is None
    choose(journal, medium)
    forget(journal)
    assert chosen(journal.db) is None
    assert SecondCopy(journal).catch_up() is None


def test_a_medium_that_is_not_there_cannot_be_chosen(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(MediumMissing):
        choose(journal, tmp_path / "nowhere")
    assert chosen(journal.db) is None


def test_a_base_cut_short_by_a_pulled_card_does_not_count(
    laptop: Laptop,
    journal: Journal,
    copy: SecondCopy,
    medium: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = give(journal, register(journal))
    copy.catch_up()
    enrol(journal)

    def pulled(source: Path, target: Path) -> None:
        Path(target).write_bytes(Path(source).read_bytes()[:1000])
        raise OSError(errno.EIO, "gone")

    with monkeypatch.context() as patched:
        patched.setattr("fieldapp.journal.second_copy.shutil.copyfile", pulled)
        with pytest.raises(MediumMissing):
            copy.catch_up()
    with returned(laptop, medium, tmp_path / "new") as back:
        assert doses_in(back) == {given}


def test_who_was_erased_is_on_the_card_no_more(
    laptop: Laptop, journal: Journal, copy: SecondCopy, medium: Path, tmp_path: Path
) -> None:
    enrol(journal)
    give(journal, register(journal, "测试甲"))
    copy.catch_up()
    person = register(journal, CANARY, CANARY_ID)
    dose = give(journal, person)
    copy.catch_up()  # in the tail
    confirm(journal)
    take_page(journal, next_page(journal, person, dose))
    copy.catch_up()
    give(journal, register(journal, "测试乙"))
    copy.catch_up()
    folder = next(medium.iterdir())
    (number,) = numbers_in(folder)
    assert number > 1 and len(list(folder.iterdir())) == 2
    assert traces_in(folder / f"journal-{number}.backup", laptop.key().secret) == []
    with returned(laptop, medium, tmp_path / "new") as back:
        assert clients.by_document(back, CANARY_ID) == []
        assert verify(back).problems == ()
        assert tally(back, laptop.clock.now()).erased == 1


def test_an_erasure_between_two_pages_ends_the_old_tail(
    journal: Journal, copy: SecondCopy, medium: Path
) -> None:
    """Else it would hold events without the salts that their bodies need."""
    enrol(journal)
    person = register(journal, CANARY)
    copy.catch_up()
    give(journal, register(journal))
    known = copy._fit(chosen(journal.db) or pytest.fail("nothing chosen"))
    confirm(journal)
    take_page(journal, next_page(journal, person))
    assert _next_page(journal, known.last) is None
    assert chosen(journal.db) is not None and medium.exists()
