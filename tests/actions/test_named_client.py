"""A word on the command line means one person, or nothing happens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from fieldapp.actions.named_client import NobodyMeant, SeveralMeant, named_client
from fieldapp.domain.client import Document
from fieldapp.journal.journal import Journal
from tests.journal.laptop import Laptop, register

TODAY = date(2021, 8, 1)
WANG = Document("cn-resident-id", "110105198005170017")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    yield laptop.open()
    laptop.close()


def test_document_phone_name_and_id_each_find_the_person(journal: Journal) -> None:
    person = register(journal, "王甲", WANG, phone="+8613900000000")
    for words in (WANG.number, "13900000000", "王甲", person.hex(), f" {person.hex().upper()} "):
        assert named_client(journal, words, TODAY).client_id == person


@pytest.mark.parametrize("words", ["李乙", "ab" * 32, "110105198005170033", "?"])
def test_nobody_is_said_to_be_nobody(journal: Journal, words: str) -> None:
    with pytest.raises(NobodyMeant):
        named_client(journal, words, TODAY)


def test_a_shared_name_prints_nobodys_card(journal: Journal) -> None:
    for _ in range(2):
        register(journal, "王甲", birth_date=date(1980, 1, 1))
    with pytest.raises(SeveralMeant, match="2 people"):
        named_client(journal, "王甲", TODAY)
