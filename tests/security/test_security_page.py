"""docs/SECURITY.md names a check for every promise, and every check that it names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "SECURITY.md").read_text("utf-8")
ROWS = [row for row in re.findall(r"^\| .*\|$", PAGE, re.MULTILINE) if "tests/" in row]
CHECK = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def test_every_promise_has_a_check() -> None:
    table = PAGE.partition("| Promise | ASVS | Checks |")[2].partition("\n\n")[0]
    promises = table.strip().splitlines()[1:]
    assert len(promises) == len(ROWS) > 10
    assert [row for row in promises if not CHECK.search(row)] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip()[:40])
def test_every_check_that_is_named_is_there(row: str) -> None:
    for file, test in CHECK.findall(row):
        words = (ROOT / file).read_text("utf-8")
        assert "\ndef test_" in words, file
        assert not test or f"\ndef {test}(" in words, f"{file}::{test}"
