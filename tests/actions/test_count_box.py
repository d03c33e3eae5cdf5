from __future__ import annotations

from fieldapp.actions.count_box import (
    Counted,
    count_cash,
    count_lot,
    counted,
    explain_cash,
    forget_counts,
)
from fieldapp.journal import drafts
from fieldapp.journal.journal import Journal
from tests.journal.laptop import Laptop


def test_counts_are_there_after_a_dead_battery_and_the_last_one_stands(laptop: Laptop) -> None:
    journal = laptop.open()
    count_lot(journal, "one", ("v", "0417"), 17)
    count_lot(journal, "one", ("v", "0417"), 18)
    count_cash(journal, "one", 30_000)
    laptop.close()
    assert counted(laptop.open(), "one") == Counted({("v", "0417"): 18}, 30_000)


def test_counts_are_of_one_session(journal: Journal) -> None:
    count_lot(journal, "one", ("v", "0417"), 17)
    assert counted(journal, "two") == Counted()
    forget_counts(journal, "one")
    assert counted(journal, "one") == Counted()


def test_counting_the_cash_again_forgets_why_it_differed(journal: Journal) -> None:
    count_cash(journal, "one", 90)
    explain_cash(journal, "one", "fell overboard")
    assert counted(journal, "one") == Counted(cash=90, cash_reason="fell overboard")
    count_cash(journal, "one", 100)
    assert counted(journal, "one") == Counted(cash=100)


def test_a_draft_of_another_shape_counts_nothing(journal: Journal) -> None:
    drafts.save(journal, "count one", '{"doses": 7}')
    assert counted(journal, "one") == Counted()
