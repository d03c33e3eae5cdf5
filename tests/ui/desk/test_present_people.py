"""People in words: told apart without their numbers; asked about before they are new."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fieldapp.actions.find_duplicates import Duplicate, Likeness
from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import Client, ClientDetails, Document
from fieldapp.ui.desk import present_people
from tools.screens.people import NOW, chen, wang


def test_people_who_may_be_meant_are_told_apart_without_their_numbers() -> None:
    (hit,) = present_people.hits([chen()], NOW.date())
    assert hit.name == "陈晓燕 Chen Xiaoyan"
    assert "31" in hit.detail and "boat 1234" in hit.detail
    assert chen().details.documents[0].number not in hit.detail


def test_an_age_that_is_not_known_exactly_is_two() -> None:
    year = ClientDetails("甲", birth_date=date(1980, 1, 1), birth_known_to=Precision.YEAR)
    assert ("45–46", "years") in set(present_people.facts_of(year, NOW.date()))
    child = replace(year, birth_date=date(2026, 1, 1))
    assert ("0", "years") in set(present_people.facts_of(child, NOW.date())), "nobody is -1"


def test_home_and_key_group_are_said_in_words() -> None:
    person = ClientDetails("甲", home_area="370826", key_group="grp-health")
    facts = dict(present_people.facts_of(person, NOW.date()))
    assert facts["Home"] == "Weishan County, Jining"
    assert facts["Key group"] == "Health workers"


def test_somebody_new_is_asked_about_doses_elsewhere() -> None:
    banner = present_people.new_here("", None, NOW)
    assert "any dose before" in banner.reason
    assert "Last contact" not in banner.reason
    assert "Last contact" in present_people.new_here("", NOW, NOW).reason


def test_a_number_is_never_shown_whole() -> None:
    details = ClientDetails("甲", (Document("passport", "X1234567"),))
    (hit,) = present_people.hits([replace(wang(), details=details)], NOW.date())
    assert "X1234567" not in hit.detail


def test_people_who_may_be_the_same_say_why() -> None:
    found = [Duplicate(wang(), Likeness.LOOKS_ALIKE), Duplicate(chen(), Likeness.SAME_PHONE)]
    shown = present_people.duplicates(found, NOW.date())
    assert [hit.why for hit in shown] == ["Looks or sounds alike", "Same phone"]
    banner = present_people.same_person(found)
    assert (banner.tone, banner.title) == ("wait", "Is it the same person?")


def test_a_contest_is_asked_about_and_never_merged() -> None:
    banner = present_people.same_person([Duplicate(wang(), Likeness.CONTEST)])
    assert "another name" in banner.reason
    assert "nobody is merged" in banner.reason


def test_whom_only_the_roster_knows_is_told_apart_by_the_end_of_the_phone() -> None:
    known = Client(b"w" * 16, ClientDetails("王伟", phone="5678"))
    (hit,) = present_people.hits([known], NOW.date())
    assert "5678" in hit.detail
    assert hit.detail.endswith("from the roster")
    own = Client(b"w" * 32, ClientDetails("王伟", phone="+8613912345678"))
    assert present_people.hits([own], NOW.date())[0].detail.endswith("5678")
