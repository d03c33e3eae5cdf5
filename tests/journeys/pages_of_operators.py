"""What is written for operators, as a machine reads it: blocks of commands, and the commands."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from fieldapp.cli.arguments import build_parser

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^```sh( run)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PROGRAM = re.compile(r"(?:^|\s)(?:/opt/fieldapp/bin/)?fieldapp (?=[a-z])")


def blocks(page: Path, *, to_be_run: bool) -> list[str]:
    """The blocks of commands of a page; those that a test can run, or all."""
    found = _BLOCK.findall(page.read_text("utf-8"))
    return [text for run, text in found if run or not to_be_run]


def commands(text: str) -> Iterator[list[str]]:
    """What stands after `fieldapp` in lines of a shell."""
    for line in text.splitlines():
        found = _PROGRAM.search(line)
        if found and not line.lstrip().startswith("#"):
            words = line[found.end() :].partition(" | ")[0].partition("  #")[0]
            yield shlex.split(words)


def is_understood(words: list[str]) -> bool:
    """Whether the command line takes it; nothing is run."""
    try:
        build_parser().parse_args(words)
    except SystemExit:
        return False
    return True
