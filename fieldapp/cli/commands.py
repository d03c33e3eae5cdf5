"""What every command is made of: a name, words, and a function that is imported when it runs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from importlib import import_module
from typing import TypeAlias

Run = Callable[[argparse.Namespace], int]


def late(module: str, function: str) -> Run:
    """A function of a module of `cli`, imported when it runs."""

    def run(arguments: argparse.Namespace) -> int:
        command: Run = getattr(import_module(f"fieldapp.cli.{module}"), function)
        return command(arguments)

    return run


def ended(needs: str | None) -> int:
    """The exit code of a command that did its work: 1 where something needs a person, said here
    in one line on stderr, otherwise 0."""
    if needs:
        print(f"fieldapp: {needs}", file=sys.stderr)
    return 1 if needs else 0


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add(commands: Commands, name: str, words: str, run: Run) -> argparse.ArgumentParser:
    """A command, what it is for, and what it runs."""
    parser = commands.add_parser(name, help=words, description=words)
    parser.set_defaults(run=run)
    return parser


def json_flag(parser: argparse.ArgumentParser) -> None:
    """Let a command answer a program."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")
