"""What every command is made of."""

from __future__ import annotations

import argparse

from fieldapp.cli.commands import add, json_flag, late


def test_a_command_runs_its_function_when_it_is_typed_and_not_before() -> None:
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers()
    json_flag(add(commands, "odd", "never there", late("no_such_module", "run")))
    json_flag(add(commands, "program", "there", late("this_program", "this_program")))
    assert parser.parse_args(["odd", "--json"]).json
    assert callable(parser.parse_args(["program"]).run)
