"""A step says what it found, what is missing, or that it was not reached; nothing escapes it."""

from __future__ import annotations

from fieldapp.cli.demo.hub_process import HubDidNotStart
from fieldapp.cli.selftest.step import (
    INSTALL_AGAIN,
    Lacking,
    NotReached,
    Outcome,
    State,
    Step,
    taken,
)


def after(error: Exception | None, advice: str = "") -> Outcome:
    """What becomes of a step that raises this."""

    def check() -> str:
        if error is not None:
            raise error
        return "all there"

    return taken(Step("parts", check), lambda _words: advice)


def test_what_works_says_what_was_found() -> None:
    assert after(None) == Outcome("parts", State.OK, "all there")


def test_what_is_lacking_says_what_to_do() -> None:
    found = after(Lacking("no font", "Type: get font"))
    assert found == Outcome("parts", State.MISSING, "no font", "Type: get font")
    assert after(Lacking("no font", "get it", State.BETTER)).state is State.BETTER


def test_an_expected_failure_speaks_its_own_words() -> None:
    found = after(HubDidNotStart(said="it ended at once"))
    assert found.found == "The demo's hub did not start: it ended at once."
    assert (found.state, found.next_step) == (State.MISSING, HubDidNotStart.next_step)


def test_any_other_error_is_named_with_what_is_known_to_help() -> None:
    assert after(OSError("libEGL.so.1: gone"), "Type: this").next_step == "Type: this"
    found = after(ZeroDivisionError("by zero"))
    assert (found.found, found.next_step) == ("ZeroDivisionError: by zero", INSTALL_AGAIN)


def test_a_step_without_its_ground_is_not_reached() -> None:
    assert after(NotReached()).state is State.NOT_REACHED
    assert after(NotReached()).as_json() == {
        "step": "parts",
        "state": "not-reached",
        "found": "an earlier step did not get here",
        "next_step": "",
    }
