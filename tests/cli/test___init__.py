"""One way out of every command: 0 done, 1 a person is needed, and never a traceback for them."""

from __future__ import annotations

import argparse
from collections.abc import Callable

import pytest

from fieldapp import cli
from fieldapp.domain.errors import FieldAppError

from .conftest import Run


class PierFlooded(FieldAppError):
    happened = "The pier is flooded."
    safe = "All is saved."
    next_step = "Wait for the tide."


@pytest.fixture
def ends_with(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Make the only command end with this."""

    def plan(end: BaseException) -> None:
        def run(_: argparse.Namespace) -> int:
            raise end

        parser = argparse.ArgumentParser()
        parser.set_defaults(run=run)
        monkeypatch.setattr(cli, "build_parser", lambda: parser)

    return plan


def test_an_expected_failure_is_one_line_on_stderr(
    run: Run, ends_with: Callable[[BaseException], None]
) -> None:
    ends_with(PierFlooded())
    said = run()
    assert (said.code, said.out) == (1, "")
    assert said.err == "fieldapp: The pier is flooded. All is saved. Wait for the tide.\n"


def test_ctrl_c_says_what_is_safe(run: Run, ends_with: Callable[[BaseException], None]) -> None:
    ends_with(KeyboardInterrupt())
    said = run()
    assert said.code == 1
    assert said.err == "fieldapp: stopped. Everything recorded so far is saved.\n"


def test_a_reader_that_went_away_is_told_nothing(
    run: Run, ends_with: Callable[[BaseException], None]
) -> None:
    ends_with(BrokenPipeError())
    said = run()
    assert (said.code, said.out, said.err) == (1, "", "")


def test_a_bug_is_told_as_one_and_without_its_words(
    run: Run, ends_with: Callable[[BaseException], None]
) -> None:
    ends_with(ZeroDivisionError("Test Canary, born 1980"))
    said = run()
    assert (said.code, said.out) == (1, "")
    assert "a fault of the program itself" in said.err and "ZeroDivisionError at" in said.err
    assert "Canary" not in said.err
