"""Practice with made-up people, and the one word that keeps it apart from the real thing.

The word is the kind of the team. It is written into a laptop when its home is made and cannot be
changed; the home's keys are bound to it, it goes with the enrolment, and stands in every file that
is not sealed anyway. Made-up and real never meet: whoever reads either asks `is_made_up` first.
"""

from __future__ import annotations

MADE_UP = "made-up"
"""The kind of a team that practises."""

MADE_UP_COLUMN = "made_up"
"""The first column of every table that a practising laptop writes."""

MADE_UP_WORDS = "PRACTICE, made-up people"
"""What stands in that column in every row."""


def is_made_up(kind: str) -> bool:
    """Whether a team of this kind practises."""
    return kind == MADE_UP
