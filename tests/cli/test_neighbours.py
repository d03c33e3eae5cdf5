"""`neighbour meet` and `serve` at the command line; two real laptops meet in tests/journeys."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_without_a_hub_nobody_is_met_and_nothing_listens(run: Run, home: Path) -> None:
    for words in (["meet"], ["meet", "127.0.0.1:1"], ["serve", "--listen", "127.0.0.1:0"]):
        said = run("neighbour", *words, "--home", home)
        assert (said.code, said.out) == (1, "")
        assert "has not joined a hub" in said.err


def test_an_address_that_is_none_is_named_so(run: Run, home: Path) -> None:
    said = run("neighbour", "meet", "not an address", "--home", home)
    assert said.code == 1
    assert "not an address is not the address of a laptop" in said.err


def test_the_two_ways_are_told(run: Run) -> None:
    said = run("neighbour", "--help")
    assert said.code == 0
    assert "meet" in said.out and "serve" in said.out
    assert run("neighbour").code == 2
