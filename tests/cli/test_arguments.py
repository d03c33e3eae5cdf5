"""What can be typed: wrong usage is exit code 2, and nothing is loaded that a command needs not."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from fieldapp import __version__
from fieldapp.cli.arguments import build_parser

from .conftest import Run


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["init"],
        ["init", "--name", "x", "--kind", "train", "--user", "a"],
        ["enrol", "--hub", "https://hub.invalid"],
        ["import"],
        ["export", "everything", "--out", "x"],
        ["export", "doses"],
        ["export", "doses", "--out", "x", "--format", "pdf"],
        ["export", "doses", "--out", "x", "--since", "yesterday"],
        ["identify", "--today", "2021-02-30"],
        ["programme", "show", "x"],
        ["hub"],
        ["hub", "add-team", "x"],
        ["status", "--jason"],
    ],
)
def test_wrong_usage_is_exit_code_2_with_words_on_stderr(
    words: list[str], run: Run, pin_file: Path
) -> None:
    said = run(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("usage: fieldapp")


def test_the_version_is_told(run: Run) -> None:
    said = run("--version")
    assert (said.code, said.out.strip()) == (0, f"fieldapp {__version__}")


@pytest.mark.parametrize(
    "command",
    [
        [], ["init"], ["enrol"], ["import"], ["sync"], ["status"], ["verify"], ["export"],
        ["backup"], ["restore"], ["identify"], ["programme"], ["selftest"], ["demo"], ["hub"],
        ["hub", "serve"], ["hub", "add-team"], ["hub", "status"], ["hub", "verify"],
        ["hub", "revoke"],
    ],
)  # fmt: skip
def test_every_command_explains_itself(command: list[str], run: Run) -> None:
    said = run(*command, "--help")
    assert said.code == 0
    assert "usage: fieldapp" in said.out


@pytest.mark.parametrize(
    "words", [["--home", "here", "status"], ["status", "--home", "here"]], ids=["before", "after"]
)
def test_the_home_may_stand_before_or_after_the_command(words: list[str]) -> None:
    assert build_parser().parse_args(words).home == Path("here")


def test_the_home_after_the_command_wins() -> None:
    assert build_parser().parse_args(["--home", "a", "status", "--home", "b"]).home == Path("b")


def test_several_users_and_a_date_are_read_as_such() -> None:
    named = ["init", "--name", "x", "--kind", "boat", "--user", "a:lead", "--user", "b"]
    assert build_parser().parse_args(named).users == ["a:lead", "b"]
    since = ["export", "doses", "--out", "x", "--since", "2021-05-08"]
    assert build_parser().parse_args(since).since == date(2021, 5, 8)


def test_asking_what_a_scan_is_loads_no_window_and_no_database() -> None:
    code = (
        "import sys; from fieldapp.cli import main; main(['identify', '测试', '--json']); "
        "loaded = {'PySide6', 'sqlcipher3', 'sqlalchemy', 'requests'} & set(sys.modules); "
        "sys.exit(str(loaded) if loaded else 0)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")


def options_without_words(parser: argparse.ArgumentParser, name: str = "fieldapp") -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command, inside in action.choices.items():
                yield from options_without_words(inside, f"{name} {command}")
        elif not action.help:
            yield f"{name} {action.option_strings or action.metavar or action.dest}"


def test_every_option_of_every_command_says_what_it_is_for() -> None:
    assert list(options_without_words(build_parser())) == []
