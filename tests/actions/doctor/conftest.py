"""What the doctor's tests look at: a practice on an open journal."""

from __future__ import annotations

import pytest

from fieldapp.actions.practice import Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.journal.journal import Journal
from tests.journal.laptop import Laptop


@pytest.fixture
def practice(laptop: Laptop, journal: Journal) -> Practice:
    programme = load_programme("cn-nhc-2021-03-29")
    return Practice(journal, load_catalogue(), programme, load_questions(), laptop.clock)
