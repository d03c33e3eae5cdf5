"""A workbook's rows and the seal belong together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fieldapp.reports.workbook.content import BlankLine, with_seal
from tests.reports.workbook.made_up import CONTENT, PERSON

DRAFT = replace(CONTENT, people=(replace(PERSON, code=""),), blanks=(BlankLine(2, "", "Booked"),))


def test_once_sealed_every_row_has_its_code_people_first() -> None:
    made = with_seal(DRAFT, "AAAA", ["one", "two"], ["line"], "short")
    assert [one.code for one in made.people] == ["one"]
    assert made.blanks == (BlankLine(2, "two", "Booked"),)
    assert (made.workbook, made.seal, made.seal_name) == ("AAAA", ("line",), "short")


def test_a_row_without_a_code_is_a_fault() -> None:
    with pytest.raises(ValueError, match="shorter"):
        with_seal(DRAFT, "AAAA", ["one"], ["line"], "short")
