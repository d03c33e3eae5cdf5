"""The day of a flow is the site's own: after midnight in Shandong it is the next day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from fieldapp.actions.practice import Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.journal import drafts
from fieldapp.ui.journal_work import JournalWork
from tests.journal.laptop import NURSE, FakeClock, Laptop


def at_once(work: Callable[[], object], then: Callable[..., None]) -> None:
    then(work())


def test_the_day_is_the_sites_and_a_draft_the_users(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path / "home", FakeClock(datetime(2021, 8, 1, 17, 0, tzinfo=UTC)))
    laptop.set_up()
    rules = load_programme("cn-nhc-2021-03-29")
    practice = Practice(laptop.open(), load_catalogue(), rules, load_questions(), laptop.clock)
    work = JournalWork(practice, NURSE.login, at_once)
    assert work.today() == date(2021, 8, 2)
    assert work.now() == datetime(2021, 8, 2, 1, 0)
    assert work.journal is practice.journal
    assert work.draft("x") == drafts.owned(NURSE.login, "x")
    laptop.close()
