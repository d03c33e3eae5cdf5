from __future__ import annotations

import pytest

from fieldapp.journal import errors
from fieldapp.journal.errors import JournalError, WrongPin

DETAILS: dict[str, object] = {
    "what": "x", "first_bad": 1, "found": "1", "needed": "2", "wait_s": 8, "login": "a",
    "least": 8, "why": "y", "fault": "z", "version": 9,
}  # fmt: skip
EVERY = [
    found
    for found in vars(errors).values()
    if isinstance(found, type) and issubclass(found, JournalError)
]


@pytest.mark.parametrize("error", EVERY)
def test_every_error_says_what_happened_what_is_safe_and_what_to_do(
    error: type[JournalError],
) -> None:
    text = str(error(**DETAILS))
    assert "{" not in text
    assert text.count(".") >= 3


def test_a_wrong_pin_says_how_long_to_wait_only_when_one_must() -> None:
    assert "16 seconds" in str(WrongPin(wait_s=16))
    assert "0 seconds" not in str(WrongPin(wait_s=0))
