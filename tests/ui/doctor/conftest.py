"""The doctor's page at work: real widgets, a real journal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp.actions.practice import Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from tests.journal.laptop import Laptop


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Practice]:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    rules = (load_catalogue(), load_programme("cn-nhc-2021-03-29"), load_questions())
    yield Practice(laptop.open(), *rules, laptop.clock, secrets=laptop.secrets)
    laptop.close()
