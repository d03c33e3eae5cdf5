"""What every command is made of: a name, words, and a function that is imported when it runs."""

from __future__ import annotations

import argparse
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


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add(commands: Commands, name: str, words: str, run: Run) -> argparse.ArgumentParser:
    """A command, what it is for, and what it runs."""
    parser = commands.add_parser(name, help=words, description=words)
    parser.set_defaults(run=run)
    return parser


def json_flag(parser: argparse.ArgumentParser) -> None:
    """Let a command answer a program."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")
