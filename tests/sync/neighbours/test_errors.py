"""Whatever goes wrong between two laptops is said in words, and told by a code that is known."""

from __future__ import annotations

import pytest

from fieldapp.sync.errors import SyncError
from fieldapp.sync.neighbours import errors

KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and kind.__module__ == errors.__name__
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_failure_says_what_is_safe_and_what_to_do(kind: type[SyncError]) -> None:
    for words in (kind.happened, kind.safe, kind.next_step):
        assert words.endswith(".")
    assert "{" not in kind.safe + kind.next_step


def test_every_code_that_is_told_is_understood() -> None:
    assert set(errors.CODES.values()) | {"busy"} <= errors.REFUSALS.keys()
