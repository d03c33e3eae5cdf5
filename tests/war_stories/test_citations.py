"""Every story says where it comes from."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

_ISSUE = re.compile(r"[\w.-]+/[\w.-]+#\d+|ANDROAPP-\d+|SanteSuite KB\d+|RFC \d+")


def _stories() -> Iterator[ast.FunctionDef]:
    for file in sorted(Path(__file__).parent.glob("test_*.py")):
        if file.name != Path(__file__).name:
            found = ast.parse(file.read_text("utf-8")).body
            yield from (n for n in found if isinstance(n, ast.FunctionDef) and "test_" in n.name)


def test_thirty_stories_name_the_issue_they_come_from() -> None:
    cited = [ast.get_docstring(story) or "" for story in _stories()]
    for story, source in zip(_stories(), cited, strict=True):
        assert _ISSUE.search(source.partition(":")[0]), f"{story.name} does not say where from"
    assert len(set(cited)) == len(cited) >= 30
