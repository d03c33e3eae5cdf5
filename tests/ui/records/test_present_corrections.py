"""Old and new values as people write them; numbers of documents never whole."""

from __future__ import annotations

import pytest

from fieldapp.journal.corrections import Correction
from fieldapp.ui.records.present_corrections import notes_on
from fieldapp.wire.facts import Value
from tools.screens.people import NOW, practice

CATALOGUE = practice().catalogue


def note(field: str | None, old: Value, new: Value, second: str | None = None) -> str:
    made = Correction(field, old, new, "typed-wrong", second, NOW, "li-na")
    (words,) = notes_on(CATALOGUE, [made], NOW)
    return words


@pytest.mark.parametrize(
    ("field", "old", "new", "words"),
    [
        ("lot", "A", "B", "lot: A → B"),
        ("expiry_day", None, 18809, "expiry: – → 1 Jul 2021"),
        ("occurred_min", 27_086_000, 27_086_001, "given at: 1 Jul 2021 17:20 → 1 Jul 2021 17:21"),
        ("vaccine", "covid-inact-bibp", "made-up-9", "vaccine: BIBP → made-up-9"),
        ("site", "left-deltoid", None, "arm: left arm → –"),
        ("documents", [], [[8, "X1234567"], "odd"], "document: – → •••••567"),
    ],
)
def test_a_value_is_written_as_people_write_it(
    field: str, old: Value, new: Value, words: str
) -> None:
    assert note(field, old, new) == f"{words} · Typed wrongly · li-na · today 14:32"


def test_a_record_struck_through_says_so_and_who_stood_by() -> None:
    assert note(None, None, None, "gao").startswith(
        "struck through · Typed wrongly · li-na, with gao"
    )
