from __future__ import annotations

from fieldapp.journal import drafts
from tests.journal.laptop import Laptop


def test_a_half_made_record_survives_a_crash_until_it_is_cleared(laptop: Laptop) -> None:
    journal = laptop.open()
    drafts.save(journal, "registration", '{"name": "测"}')
    drafts.save(journal, "registration", '{"name": "测试"}')
    laptop.close()
    journal = laptop.open()
    assert drafts.load(journal, "registration") == '{"name": "测试"}'
    drafts.clear(journal, "registration")
    assert drafts.load(journal, "registration") is None


def test_drafts_are_found_by_the_start_of_their_names(laptop: Laptop) -> None:
    journal = laptop.open()
    for name in ("reaction b", "reaction a", "register c"):
        drafts.save(journal, name, "{}")
    assert drafts.names(journal, "reaction ") == ["reaction a", "reaction b"]


def test_a_draft_with_an_owner_is_for_its_owner_alone(laptop: Laptop) -> None:
    journal = laptop.open()
    mine, other = (drafts.owned(login, "registration") for login in ("nurse", "lead"))
    drafts.save(journal, mine, "mine")
    drafts.clear(journal, other)
    assert drafts.load(journal, other) is None
    assert drafts.load(journal, mine) == "mine"
