"""What was asked is kept whole, in the encrypted journal alone, until it is answered."""

from __future__ import annotations

from pathlib import Path

from fieldapp.journal import asked
from fieldapp.journal.asked import Asked
from fieldapp.wire.enrol_code import EnrolCode
from tests.journal.laptop import Laptop

QUESTION = Asked(EnrolCode(b"test", b"a secret of test"), b"a nonce", "https://hub.invalid", "PEM")


def test_a_question_comes_back_until_it_is_answered(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    journal = laptop.open()
    assert asked.read(journal) is None
    asked.keep(journal, QUESTION)
    laptop.close()
    journal = laptop.open()
    assert asked.read(journal) == QUESTION
    asked.forget(journal)
    assert asked.read(journal) is None
    laptop.close()
    assert "a secret" not in repr(QUESTION)
