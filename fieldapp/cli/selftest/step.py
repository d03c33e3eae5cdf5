"""A step of the self-test, and what became of it. Knows nothing of what is tested."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from fieldapp.domain.errors import FieldAppError

INSTALL_AGAIN = "Install fieldapp again; if it stays, send this line to its makers."


class State(StrEnum):
    """How a step ended; only `MISSING` makes an installation one that is not whole."""

    OK = "ok"
    BETTER = "better"
    MISSING = "missing"
    NOT_REACHED = "not-reached"


class Lacking(Exception):
    """A step found what this machine or installation lacks, and what to do about it."""

    def __init__(self, what: str, next_step: str, state: State = State.MISSING) -> None:
        super().__init__(what)
        self.what, self.next_step, self.state = what, next_step, state


class NotReached(Exception):
    """A step needs what an earlier one did not make."""


@dataclass(frozen=True, slots=True)
class Step:
    """Its name, and a check that returns what it found, or raises whatever is wrong."""

    name: str
    check: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a step; `next_step` is empty where nothing is to be done."""

    step: str
    state: State
    found: str
    next_step: str = ""

    def as_json(self) -> dict[str, str]:
        """Keys that scripts rely on."""
        return {
            "step": self.step,
            "state": self.state.value,
            "found": self.found,
            "next_step": self.next_step,
        }


def taken(step: Step, advice: Callable[[str], str]) -> Outcome:
    """Take one step. `advice` may know more to do about an error, by its words, than to install
    again."""
    try:
        return Outcome(step.name, State.OK, step.check())
    except Lacking as lack:
        return Outcome(step.name, lack.state, lack.what, lack.next_step)
    except NotReached:
        return Outcome(step.name, State.NOT_REACHED, "an earlier step did not get here")
    except FieldAppError as error:
        return Outcome(step.name, State.MISSING, error.happened, error.next_step)
    except Exception as error:  # noqa: BLE001  whatever is wrong with a part is what we came for
        words = f"{type(error).__name__}: {error}"
        return Outcome(step.name, State.MISSING, words, advice(words) or INSTALL_AGAIN)
