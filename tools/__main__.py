"""Owns the chores of this checkout: `python -m tools VERB`, which the Makefile calls too.

Each chore first brings the set-up up to date (nothing to do the second time), then works.
Whatever follows the verb is handed on: `python -m tools test -k dose`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from tools.desktop.chores import audit, deb, package, package_check, package_same
from tools.environment import Environment
from tools.stop import Stop, call
from tools.system_packages import BROWSER, CAMERA, DESKTOP, FAULTS, OFFICE, ensure

WINDOWS = ("tests/ui", "tests/tools")


def run(environment: Environment, *more: str) -> int:
    """The demo: a hub, a team and a day of made-up people (offscreen when there is no display)."""
    shown = sys.platform != "linux" or {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys()
    if not (environment.root / "resources" / "guides" / "en" / "pictures" / "vaccinator").exists():
        guides(environment)
    return call([environment.script("fieldapp"), "demo", *more], None if shown else offscreen())


def test(environment: Environment, *more: str) -> int:
    """All checks, then all tests: those of the windows in processes of their own, where no server
    and no thread of another test has been; or those that are asked for."""
    pytest = [environment.python, "-m", "pytest", "--numprocesses=2", "--dist=worksteal"]
    others = [f"--ignore={folder}" for folder in WINDOWS]
    halves = [more] if more else [WINDOWS, others]
    if complaints := checks(environment):
        return complaints
    return int(any([call([*pytest, *half], offscreen()) for half in halves]))  # each to its end


def lint(environment: Environment, *more: str) -> int:
    """All checks, and the rules of the house."""
    house = [environment.python, "-m", "pytest", "-q", "tests/test_house.py", *more]
    return checks(environment) or call(house, offscreen())


def checks(environment: Environment) -> int:
    """Run every checker, even after one has complained; 1 when any did."""
    codes = [
        call([environment.python, "-m", "ruff", "check", "."]),
        call([environment.python, "-m", "ruff", "format", "--check", "."]),
        call([environment.python, "-m", "mypy"]),
        call([environment.script("lint-imports")]),
    ]
    return int(any(codes))


def bench(environment: Environment, *more: str) -> int:
    """The figures: what a dose costs in time and bytes."""
    return call([environment.python, "-m", "tests.benchmarks", *more], offscreen())


def simulate(environment: Environment, *more: str) -> int:
    """Sync under fire: histories of laptops, a hub and bad roads, each from its seed."""
    return call([environment.python, "-m", "tests.simulation", *more])


def simulate_mutants(environment: Environment, *more: str) -> int:
    """The same with known mistakes planted: each must be caught."""
    return call([environment.python, "-m", "tests.simulation", "--mutants", *more])


def fuzz(environment: Environment, *more: str) -> int:
    """Hostile bytes against every reader of bytes from outside."""
    return call([environment.python, "-m", "tests.fuzz", *more])


def sweep(environment: Environment, *more: str) -> int:
    """Every system call of every command made to fail, one at a time, on real files."""
    return call([environment.python, "-m", "tests.sweep", *more])


def screenshots(environment: Environment, *more: str) -> int:
    """Every screen in every language, theme and size, looked at and drawn: build/screenshots."""
    draw = [environment.python, "-m", "tools.screenshots", "build/screenshots"]
    return call([*draw, *more], offscreen())


def guides(environment: Environment, *more: str) -> int:
    """The pictures of the guides, drawn from the screens as they are now."""
    return call([environment.python, "-m", "tools.guides", *more], offscreen())


def lock(environment: Environment, *more: str) -> int:
    """Write requirements/*.txt anew from pyproject.toml: versions and hashes, no addresses."""
    compile_lock = [environment.script("uv"), "pip", "compile", "pyproject.toml", "--quiet"]
    form = ["--universal", "--python-version=3.11", "--generate-hashes", "--no-emit-index-url"]
    whole = [*compile_lock, *form, "--custom-compile-command=make lock", *more]
    develop = ["--extra=dev", "--output-file=requirements/dev.txt"]
    camera_too = ["--extra=camera", "--output-file=requirements/camera.txt"]
    hub_alone = ["--extra=hub", "--output-file=requirements/hub.txt"]
    packed = ["--extra=desktop", "--extra=hub", "--output-file=requirements/package.txt"]
    release = ["--extra=release", "--output-file=requirements/release.txt"]
    same = "--constraint=requirements/dev.txt"
    return (
        call([*whole, *develop])
        or call([*whole, *camera_too, same])
        or call([*whole, *hub_alone, same])
        or call([*whole, *packed, same])
        or call([*whole, *release, same])
    )


def camera(environment: Environment, *more: str) -> int:
    """Adds what scanning by camera needs (QtMultimedia, several times as large as the rest)."""
    ensure(CAMERA)
    environment.pip("install", "--require-hashes", "--requirement", "requirements/camera.txt")
    return 0


def setup(environment: Environment, *more: str) -> int:
    """Only the set-up."""
    print(f"Ready: {environment.folder.name}")
    return 0


VERBS: dict[str, Callable[..., int]] = {
    verb.__name__.replace("_", "-"): verb
    for verb in (
        run,
        test,
        lint,
        bench,
        simulate,
        simulate_mutants,
        fuzz,
        sweep,
        screenshots,
        guides,
        package,
        package_same,
        package_check,
        deb,
        audit,
        lock,
        camera,
        setup,
    )
}


def offscreen() -> dict[str, str]:
    """Return the surroundings of a program whose windows nobody sees."""
    return {"QT_QPA_PLATFORM": "offscreen", **os.environ}


def main(arguments: list[str]) -> int:
    """Exit codes: 0 done, 1 something needs a person, 2 wrong usage."""
    if not arguments or arguments[0] not in VERBS:
        print("usage: python -m tools VERB\n", file=sys.stderr)
        for name, verb in VERBS.items():
            print(f"  {name:16} {verb.__doc__}", file=sys.stderr)
        return 2
    environment = Environment(Path(__file__).resolve().parent.parent)
    os.chdir(environment.root)
    try:
        ensure((*DESKTOP, *FAULTS, *BROWSER, *(OFFICE if arguments[0] == "test" else ())))
        environment.bring_up_to_date()
        return VERBS[arguments[0]](environment, *arguments[1:])
    except Stop as stop:
        print(f"\n{stop}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
