"""Goes through one deed: counts its calls, then strikes at some of them, each in a new copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.sweep.deeds import DEEDS
from tests.sweep.faults import Fault, faults
from tests.sweep.scene import Scene


def planned(name: str, scene: Scene, folder: Path, each: int) -> list[Fault]:
    """The faults for a deed, `each` numbers of every kind of call and effect."""
    deed, tried = DEEDS[name], scene.copy(folder)
    try:
        deed.before(tried)
        with deed.while_(tried):
            calls = deed.command(tried).calls(folder / "calls.txt")
            return faults(calls, each, memory=deed.memory)
    finally:
        shutil.rmtree(folder)


def strike(name: str, scene: Scene, folder: Path, fault: Fault) -> str:
    """Do it with the fault in a copy of the scene, and check; how the command ended, in a word.

    Raises AssertionError when a promise was broken.
    """
    deed, tried = DEEDS[name], scene.copy(folder)
    try:
        deed.before(tried)
        with deed.while_(tried):
            held = frozenset(tried.doses())
            done = deed.command(tried).struck(fault, folder / "calls.txt")
            deed.check(tried, done, held)
        return {0: "done", 1: "refused in words", -9: "killed", 137: "killed"}.get(
            done.returncode, f"ended with {done.returncode}"
        )
    finally:
        shutil.rmtree(folder)


def sweep(
    name: str, scene: Scene, folder: Path, each: int
) -> Iterator[tuple[Fault, str, AssertionError | None]]:
    """All of a deed's faults, one after the other, with how each ended."""
    for fault in planned(name, scene, folder / "count", each):
        try:
            yield fault, strike(name, scene, folder / "try", fault), None
        except AssertionError as broken:
            yield fault, "BROKEN", broken
