"""An expected failure tells a person three things, and a log nothing about a person."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fieldapp.domain.errors import FieldAppError


class Broken(FieldAppError):
    happened = "The {thing} is broken."
    safe = "All is saved."
    next_step = "Use another."


def every(kind: type[FieldAppError] = FieldAppError) -> Iterator[type[FieldAppError]]:
    """Every kind of expected failure that is loaded."""
    for one in kind.__subclasses__():
        yield one
        yield from every(one)


def test_its_text_is_what_happened_what_is_safe_and_what_to_do() -> None:
    error = Broken(thing="door")
    assert str(error) == "The door is broken. All is saved. Use another."
    assert (error.happened, error.details) == ("The door is broken.", {"thing": "door"})
    assert Broken.happened == "The {thing} is broken.", "the next one has its own words"


def test_a_word_that_is_missing_is_a_bug_and_shows_itself() -> None:
    with pytest.raises(KeyError, match="thing"):
        Broken()


def test_every_kind_says_all_three_in_whole_sentences() -> None:
    import fieldapp.cli.arguments  # loads the verbs, and with them every kind of failure

    kinds = [kind for kind in every() if kind.__module__.startswith("fieldapp.")]
    assert fieldapp.cli.arguments
    for kind in kinds:
        for sentence in (kind.happened, kind.safe, kind.next_step):
            assert sentence.endswith((".", "?")), f"{kind.__name__}: {sentence}"
