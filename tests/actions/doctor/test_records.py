"""The clock, the chain, the second copy and what waits: each said as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.actions.doctor import records
from fieldapp.actions.doctor.records import look_at_chain, look_at_records
from fieldapp.actions.practice import Practice
from fieldapp.journal import second_copy
from fieldapp.journal.erasure.wash import note_erased, wash_if_due
from fieldapp.journal.errors import JournalDamaged
from tests.journal.laptop import Laptop, give, register

DAY_S = 24 * 3600


def codes(practice: Practice) -> set[str]:
    return {found.code for found in look_at_records(practice)}


def test_a_new_laptop(practice: Practice) -> None:
    assert codes(practice) == {"ClockRight", "NoCopy", "NothingWaits"}


def test_a_clock_set_back_is_said(practice: Practice, laptop: Laptop) -> None:
    laptop.clock.pass_s(-DAY_S)
    assert "ClockDoubtful" in codes(practice)


def test_the_card_of_the_second_copy_is_in_or_not(practice: Practice, tmp_path: Path) -> None:
    (tmp_path / "card").mkdir()
    place = second_copy.choose(practice.journal, tmp_path / "card")
    assert "CopyKept" in codes(practice)
    place.folder.rename(tmp_path / "taken out")
    assert "CopyMissing" in codes(practice)


@pytest.mark.parametrize(
    ("age_s", "code"),
    [(3600, "SomeWait"), (DAY_S + 60, "SomeWaitLong"), (3 * DAY_S + 60, "SomeWaitTooLong")],
)
def test_what_waits_long_is_said(practice: Practice, laptop: Laptop, age_s: int, code: str) -> None:
    give(practice.journal, register(practice.journal))
    laptop.clock.pass_s(age_s)
    assert code in codes(practice)


def test_what_was_erased_by_law_is_said_and_what_is_still_owed(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    note_erased(practice.journal.db, 3)
    assert "ErasedNotWashed" in codes(practice)
    wash_if_due(practice.journal.db)
    (found,) = (f for f in look_at_records(practice) if f.code == "ErasedHere")
    assert found.details == {"events": 3}


def test_a_return_to_an_older_state_is_said(practice: Practice) -> None:
    practice.journal.begin_epoch("rollback-noticed")
    assert "CameBack" in codes(practice)


def test_the_whole_chain_is_looked_at_and_tells_how_far_it_is(practice: Practice) -> None:
    journal = practice.journal
    with journal.transaction():
        for number in range(1200):
            register(journal, f"测试{number}")
    heard: list[tuple[int, int]] = []
    found = look_at_chain(journal, lambda done, of: heard.append((done, of)))
    events = journal.head().seq
    assert (found.code, found.details) == ("ChainWhole", {"events": events})
    assert heard == [(1000, events)]


def test_one_changed_byte_is_found_and_named(practice: Practice) -> None:
    journal = practice.journal
    register(journal)
    pos = journal.db.number("SELECT max(pos) FROM entry")
    journal.db.run("UPDATE entry SET body = CAST(body || x'00' AS BLOB) WHERE pos = ?", pos)
    found = look_at_chain(journal)
    assert (found.code, found.details) == ("ChainBroken", {"event": journal.head().seq})


def test_pages_that_the_disk_has_spoilt_are_said(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoilt(*_: object) -> None:
        raise JournalDamaged(what="page 7", first_bad=None)

    monkeypatch.setattr(records, "first_break", spoilt)
    assert look_at_chain(practice.journal).code == "PagesDamaged"
