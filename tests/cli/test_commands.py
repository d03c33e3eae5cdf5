"""What every command is made of."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from fieldapp.cli.commands import add, ended, json_flag, late


def test_a_command_runs_its_function_when_it_is_typed_and_not_before() -> None:
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers()
    json_flag(add(commands, "odd", "never there", late("no_such_module", "run")))
    json_flag(add(commands, "program", "there", late("this_program", "this_program")))
    assert parser.parse_args(["odd", "--json"]).json
    assert callable(parser.parse_args(["program"]).run)


def test_what_needs_a_person_is_exit_code_1_and_one_line_on_stderr(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert (ended(None), ended("")) == (0, 0)
    assert capsys.readouterr().err == ""
    assert ended("2 of 9 pages could not be counted") == 1
    assert capsys.readouterr() == ("", "fieldapp: 2 of 9 pages could not be counted\n")


def test_no_command_ends_with_1_and_says_nothing() -> None:
    """`main` says what a FieldAppError says; everything else goes through `ended`."""
    folder = Path(late.__code__.co_filename).parent
    elsewhere = {"__init__.py", "commands.py", "session.py"}  # the last one counts pages
    silent = [
        path.name
        for path in folder.rglob("*.py")
        if path.name not in elsewhere and re.search(r"return 1\b|else 1\b", path.read_text())
    ]
    assert not silent
