"""Promises of the registry that is on this laptop."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.domain.client import Document
from fieldapp.journal.errors import NotEnrolled
from fieldapp.journal.journal import Journal
from fieldapp.journal.registry import REGISTRY_FILE, RegistryUnusable, beginning_of, kept, read_head
from fieldapp.wire.registry.entry import Holding
from fieldapp.wire.registry.key import slow_key
from tests.journal.hub import HUB_KEY, enrol
from tests.wire.registry.made_up import made_up_file

SECRET = b"s" * 32
PASSPORT, PERMIT = Document("passport", "TEST1"), Document("hk-macao-permit", "H00000000")
DOSE = Holding("covid-test-1", 1, date(2026, 11, 1))


def content(**more: object) -> bytes:
    people = {slow_key(SECRET, one.kind, one.number): [DOSE] for one in (PASSPORT, PERMIT)}
    return made_up_file(people, key=HUB_KEY, **more)  # type: ignore[arg-type]  # made_up_file's own


def test_a_person_is_found_by_any_document_and_told_once(journal: Journal) -> None:
    enrol(journal)
    (journal.home / REGISTRY_FILE).write_bytes(content())
    here = kept(journal)
    assert here is not None
    assert here.look_up(SECRET, [PASSPORT, PERMIT]) == [DOSE]
    assert here.look_up(SECRET, [Document("passport", "TEST2")]) == []
    assert here.look_up(b"o" * 32, [PASSPORT]) == [], "another secret asks about nobody"


def test_without_a_file_or_with_another_hubs_there_is_none(journal: Journal) -> None:
    assert kept(journal) is None
    enrol(journal)
    assert kept(journal) is None
    for wrong in (b"", b"VXP1", content(hub=b"other-hub"), made_up_file({})):
        (journal.home / REGISTRY_FILE).write_bytes(wrong)
        assert kept(journal) is None


def test_a_head_is_only_believed_from_this_laptops_hub(journal: Journal) -> None:
    path = journal.home / "stick.vxp"
    path.write_bytes(content())
    beginning = beginning_of(path)
    with pytest.raises(NotEnrolled):
        read_head(journal, beginning)
    enrol(journal)
    assert read_head(journal, beginning).edition == 1
    with pytest.raises(RegistryUnusable):
        read_head(journal, beginning[:-1])
    path.write_bytes(b"a picture of a cat")
    with pytest.raises(RegistryUnusable):
        beginning_of(path)
