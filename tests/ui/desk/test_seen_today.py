"""The desk warns, in amber, before a second dose to somebody whom the other lane has just seen."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt

from fieldapp.actions.programme import load_catalogue
from fieldapp.domain.client import Document
from fieldapp.journal.neighbours import note_met
from fieldapp.journal.sightings import Sighting, seen_here
from fieldapp.ui.desk.seen_today import new_here_but_seen, seen_words
from fieldapp.ui.desk.state import VerdictState
from tests.journal.laptop import VACCINE, Laptop, give, register
from tests.ui.desk.conftest import NOW, Desk

Key = Qt.Key
TODAY = date(2021, 8, 1)
WANG = Document("cn-resident-id", "110105198005170017")


def told_by_the_other_lane(folder: str, desk: Desk, document: Document, name: str) -> None:
    """What a second laptop of the hub would tell about this person."""
    other = Laptop(desk.practice.journal.home.parent / folder, desk.practice.clock)  # type: ignore[arg-type]  # the tests' own clock
    other.set_up()
    journal = other.open()
    person = register(journal, name, document, birth_date=date(1980, 5, 17))
    give(journal, person, occurred=datetime(2021, 8, 1, 9, 14))
    seen = seen_here(journal, bytes(32), TODAY)
    other.close()
    note_met(desk.practice.journal, 8, "Boat 8", bytes(32), TODAY, seen)


def due(desk: Desk) -> None:
    """Wang, whose dose 2 is due, at the desk with a vial and all questions answered no."""
    person = register(desk.practice.journal, "王甲", WANG, birth_date=date(1980, 5, 17))
    give(desk.practice.journal, person, occurred=datetime(2021, 7, 5, 9, 0))
    desk.scan(WANG.number)
    desk.sees_person("王甲")
    desk.scan_vial()
    desk.key(Key.Key_F7)
    desk.settle()


def test_a_second_dose_by_this_lane_is_not_one_key_away(desk: Desk) -> None:
    assert NOW.date() == TODAY
    told_by_the_other_lane("other", desk, WANG, "王甲")
    due(desk)
    assert desk.verdict() == "Already seen today"
    banner = desk.screen.person.verdict
    assert "Boat 8 gave this person" in banner.reason.text()
    assert "at 09:14 today. Ask before you give another dose." in banner.reason.text()
    assert not desk.screen.person.record.isEnabled()
    desk.record()
    desk.settle()
    assert len(desk.records()) == 1


def test_a_dose_that_happened_can_still_be_recorded_with_its_reason(desk: Desk) -> None:
    told_by_the_other_lane("other", desk, WANG, "王甲")
    due(desk)
    desk.key(Key.Key_O, ctrl=True)
    desk.sees_page(desk.screen.reason)
    desk.screen.reason.text.insert("Not the same person, ID seen")
    desk.key(Key.Key_F9)
    desk.vouch()
    desk.sees_page(desk.screen.empty)
    assert desk.records()[-1].event.override_reason == "Not the same person, ID seen"


def test_somebody_of_the_same_name_and_birth_day_is_asked_about(desk: Desk) -> None:
    told_by_the_other_lane("other", desk, Document("passport", "TEST9"), "王甲")
    due(desk)
    assert desk.verdict() == "Perhaps seen today"
    assert "Ask whether it is the same person." in desk.screen.person.verdict.reason.text()


def test_somebody_new_here_is_known_to_the_other_lane_before_anything_is_typed(desk: Desk) -> None:
    told_by_the_other_lane("other", desk, WANG, "王甲")
    desk.scan(WANG.number)
    desk.sees_page(desk.screen.register)
    assert desk.screen.register.banner.title.text() == "Already seen today"


def test_a_product_that_is_not_in_the_catalogue_is_told_as_it_came() -> None:
    catalogue = load_catalogue()
    assert "new-vaccine at 00:05" in seen_words(Sighting("A", 5, "new-vaccine", True), catalogue)
    known = catalogue.get(VACCINE)
    assert known is not None
    assert known.short_name in seen_words(Sighting("A", 5, VACCINE, False), catalogue)


def test_without_a_sighting_the_banner_stays_as_it_was() -> None:
    base = VerdictState("info", "user-plus", "New here", "words", "text")
    assert new_here_but_seen(base, None, load_catalogue()) is base
