"""What a team works by: this release's rules, on its own journal and clock."""

from __future__ import annotations

from fieldapp.actions.practice import practice_on
from fieldapp.actions.programme import DEFAULT_PROGRAMME
from fieldapp.journal.journal import Journal
from tests.journal.laptop import Laptop


def test_a_team_follows_the_default_programme_of_this_release(
    laptop: Laptop, journal: Journal
) -> None:
    practice = practice_on(journal, laptop.clock)
    assert practice.programme.id == DEFAULT_PROGRAMME
    assert practice.journal is journal and practice.clock is laptop.clock
    assert practice.questions
    assert list(practice.catalogue)
