from __future__ import annotations

from datetime import date

from fieldapp.cli.demo.people import Story, made_up_people
from fieldapp.domain.scan import identify

TODAY = date(2026, 11, 23)


def test_the_same_seed_makes_the_same_people() -> None:
    assert made_up_people(60, 71, TODAY) == made_up_people(60, 71, TODAY)
    assert made_up_people(60, 71, TODAY) != made_up_people(60, 72, TODAY)


def test_every_document_of_theirs_reads_as_what_it_is() -> None:
    kinds = {
        person.story: identify(person.scan, TODAY).kind
        for person in made_up_people(60, 71, TODAY)
        if person.scan
    }
    assert kinds.pop(Story.PASSPORT) == "mrz"
    assert set(kinds.values()) == {"cn-resident-id"}
    assert all(
        identify(person.scan, TODAY).valid
        for person in made_up_people(200, 5, TODAY)
        if person.scan
    )


def test_a_full_day_has_every_story_and_no_person_twice() -> None:
    people = made_up_people(60, 71, TODAY)
    assert {person.story for person in people} == set(Story)
    scans = [person.scan for person in people if person.scan]
    assert len(set(scans)) == len(scans)
    assert len({(person.name, person.birth_date) for person in people}) == 60


def test_earlier_doses_are_due_now_or_too_early_as_the_story_says() -> None:
    for person in made_up_people(60, 71, TODAY):
        if person.story is Story.DOSE_2_DUE:
            assert person.earlier_dose is not None
            assert 21 <= (TODAY - person.earlier_dose).days <= 56
        elif person.story is Story.TOO_EARLY:
            assert person.earlier_dose is not None
            assert (TODAY - person.earlier_dose).days < 21
        else:
            assert person.earlier_dose is None
