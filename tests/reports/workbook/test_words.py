"""Every word is there in both languages, and asks for the same values."""

from __future__ import annotations

import re

import pytest

from fieldapp.actions.backlog.row import REFUSALS
from fieldapp.actions.record_not_given import REASONS
from fieldapp.domain.immunization import BodySite
from fieldapp.reports.workbook.columns import KEYS
from fieldapp.reports.workbook.words import Words

EN, ZH = Words("en"), Words("zh_CN")
ROOMS = ("column", "status", "site", "reason", "kind", "check", "read", "error", "input", "refusal")


@pytest.mark.parametrize("room", ROOMS)
def test_both_languages_say_the_same_things(room: str) -> None:
    assert EN.of(room).keys() == ZH.of(room).keys()
    for key, said in EN.of(room).items():
        asked = [set(re.findall(r"{\w+}", text)) for text in (said, ZH.of(room)[key])]
        assert asked[0] == asked[1], key


@pytest.mark.parametrize("words", [EN, ZH])
def test_every_choice_and_column_has_a_word_of_its_own(words: Words) -> None:
    assert set(words.of("reason")) == set(REASONS)
    assert set(words.of("site")) == {site.value for site in BodySite}
    assert set(words.of("column")) == set(KEYS)
    for room in ("column", "reason", "site", "kind", "check", "status"):
        said = list(words.of(room).values())
        assert len(set(said)) == len(said)


def test_every_fault_of_a_backlogs_row_has_words_here() -> None:
    assert set(REFUSALS) <= set(EN.of("refusal"))


def test_no_word_of_a_formula_breaks_it() -> None:
    for words in (EN, ZH):
        said = [*words.of("check").values(), *words.of("status").values()]
        assert not any('"' in text for text in said)
