"""Promises of an erasure in a large journal: nobody who records waits for it, and it comes to the
same as folding everything anew."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable

import pytest

from fieldapp.journal import clients
from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry, position_of
from fieldapp.journal.erasure import orders
from fieldapp.journal.erasure.difference import Difference, carry_out, work_out
from fieldapp.journal.erasure.orders import take_page
from fieldapp.journal.journal import Journal
from fieldapp.journal.projections.apply import fold_all
from fieldapp.journal.rebuild import digest
from fieldapp.journal.verify import verify
from tests.journal.erasing import CANARY, CANARY_ID, confirm, next_page
from tests.journal.hub import enrol
from tests.journal.laptop import give, open_vial, register


@pytest.fixture
def canary(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Somebody who is to be erased, in a journal that counts as large."""
    monkeypatch.setattr(orders, "LARGE", 0)
    enrol(journal)
    give(journal, register(journal, "测试甲"))
    person = register(journal, CANARY, CANARY_ID)
    dose = give(journal, person, vial=open_vial(journal))
    confirm(journal)
    return [person, dose]


def recorded_by_another_thread(journal: Journal) -> bool:
    """Whether somebody can record within some seconds, whatever this thread holds."""
    thread = threading.Thread(target=lambda: register(journal, "测试丙"), daemon=True)
    thread.start()
    thread.join(20)
    return not thread.is_alive()


def test_who_records_meanwhile_does_not_wait(
    journal: Journal, canary: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded: list[bool] = []

    def folds(own: Database, entries: Iterable[JournalEntry]) -> int:
        if not recorded:
            recorded.append(recorded_by_another_thread(journal))
        return fold_all(own, entries)

    monkeypatch.setattr("fieldapp.journal.erasure.difference.fold_all", folds)
    assert take_page(journal, next_page(journal, *canary)) == 2
    assert recorded == [True]
    assert len(clients.search(journal, "测试丙")) == 1
    assert verify(journal).problems == ()


@pytest.mark.parametrize("times", [1, 9])
def test_what_was_recorded_since_is_heeded_however_often(
    journal: Journal, canary: list[bytes], monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    asked: list[int] = []

    def records_then(db: Database, positions: Collection[int]) -> Difference:
        found = work_out(db, positions)
        asked.append(len(positions))
        if len(asked) <= times:
            give(journal, register(journal, "测试丁"))
        return found

    monkeypatch.setattr(orders, "work_out", records_then)
    assert take_page(journal, next_page(journal, *canary)) == 2
    assert len(asked) == min(times + 1, orders._TRIES_BESIDE)
    assert clients.search(journal, CANARY) == []
    assert len(clients.search(journal, "测试丁")) == min(times, orders._TRIES_BESIDE)
    assert verify(journal).problems == ()


def test_only_what_differs_is_touched_and_nothing_where_nothing_goes(
    journal: Journal, canary: list[bytes]
) -> None:
    before = digest(journal)
    nothing = work_out(journal.db, [])
    assert not any(nothing.less.values()) and not any(nothing.more.values()) and not nothing.terms
    carry_out(journal.db, nothing)
    assert digest(journal) == before
    positions = [position_of(journal.db, id_) or 0 for id_ in canary]
    found = work_out(journal.db, positions)
    touched = {table for table, rows in found.less.items() if rows}
    assert touched == {"client", "document", "dose", "vial", "watch", "course_change"}
    assert found.fits(journal.db, positions) and not found.fits(journal.db, positions[:1])
