"""The self-test's steps in order, and what is said of them, to people or to programs."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from fieldapp.actions.which_build import version_words
from fieldapp.cli.commands import ended
from fieldapp.cli.selftest import parts, system
from fieldapp.cli.selftest.journey import Journey
from fieldapp.cli.selftest.step import Outcome, State, Step, taken

_SIGNS = {
    State.OK: "ok     ",
    State.BETTER: "better ",
    State.MISSING: "MISSING",
    State.NOT_REACHED: "  -    ",
}


def selftest(arguments: argparse.Namespace) -> int:
    """`fieldapp selftest [--json]`: exit 1 when something is missing; leaves nothing behind."""
    if not arguments.json:
        print(version_words(), flush=True)
    outcomes = []
    for outcome in _outcomes():
        outcomes.append(outcome)
        if not arguments.json:
            print("\n".join(_lines(outcome)), flush=True)
    gone = [outcome.step for outcome in outcomes if outcome.state is State.MISSING]
    if arguments.json:
        steps = [outcome.as_json() for outcome in outcomes]
        told = {"ok": not gone, "version": version_words(), "steps": steps}
        print(json.dumps(told, ensure_ascii=False))
    return ended(f"not whole: {', '.join(gone)} (what to do is above)" if gone else None)


def _outcomes() -> Iterator[Outcome]:
    with tempfile.TemporaryDirectory(prefix="fieldapp-selftest-") as folder:
        journey = Journey(Path(folder))
        try:
            for step in steps(journey):
                yield taken(step, system.advice)
        finally:
            journey.close()


def steps(journey: Journey) -> list[Step]:
    """Every step, in the order in which one may need another."""
    return [
        Step("libraries", parts.libraries),
        Step("system libraries", system.window_libraries),
        Step("display libraries", system.display_libraries),
        Step("rules and sheets", parts.rules),
        Step("scans", parts.scans),
        Step("letters", _letters),
        Step("windows in English", partial(_rooms, "en")),
        Step("windows in Chinese", partial(_rooms, "zh_CN")),
        Step("encrypted journal", journey.make_journal),
        Step("recording", journey.record),
        Step("hub", journey.join),
        Step("sealed file", journey.seal),
        Step("hub takes it in", journey.hand_in),
        Step("receipt", journey.confirm),
        Step("proof", journey.verify),
        Step("card on paper", journey.print_card),
        Step("card read", journey.read_card),
    ]


def _letters() -> str:
    from fieldapp.cli.selftest.windows import letters

    return letters()


def _rooms(spoken: str) -> str:
    from fieldapp.cli.selftest.windows import rooms

    return rooms(spoken)


def _lines(outcome: Outcome) -> Iterator[str]:
    yield f"{_SIGNS[outcome.state]}  {outcome.step}: {outcome.found}"
    if outcome.next_step:
        yield f"           {outcome.next_step}"
