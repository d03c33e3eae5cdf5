"""People of a laptop: a lead adds and changes them, everybody changes their own PIN."""

from __future__ import annotations

import pytest

from fieldapp.actions.people import (
    Doer,
    LastLead,
    LastPerson,
    RoleTooHigh,
    add_person,
    change_own_pin,
    change_person,
    end_access,
)
from fieldapp.actions.permission import NotAllowed, may, who_may
from fieldapp.actions.practice import Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.domain.roles import Deed
from fieldapp.journal.errors import PinTooShort, UserExists, UserUnknown, WrongPin
from fieldapp.journal.home import NewUser, unlock, users_of
from fieldapp.journal.journal import Journal
from fieldapp.journal.staff import all_staff, on_team
from fieldapp.journal.verify import verify
from fieldapp.wire.facts import UserAdded
from tests.journal.laptop import LEAD, NURSE, WEAK, Laptop

THE_LEAD = Doer(LEAD.login, LEAD.pin)
ZHAO = NewUser("zhao.min", "Zhao Min", "recorder", "zhao-pin")


@pytest.fixture
def practice(laptop: Laptop, journal: Journal) -> Practice:
    rules = (load_catalogue(), load_programme("cn-nhc-2021-03-29"), load_questions())
    return Practice(journal, *rules, laptop.clock, secrets=laptop.secrets)


def opens(laptop: Laptop, login: str, pin: str) -> bool:
    try:
        unlock(laptop.home, login, pin, laptop.secrets, laptop.clock)
    except WrongPin:
        return False
    return True


def test_a_lead_adds_somebody_who_can_unlock_then(practice: Practice, laptop: Laptop) -> None:
    add_person(practice, THE_LEAD, ZHAO, kdf=WEAK)
    assert opens(laptop, ZHAO.login, ZHAO.pin)
    assert [user.login for user in users_of(laptop.home)] == [NURSE.login, LEAD.login, ZHAO.login]
    assert ZHAO.name in {user.name for user in all_staff(practice.journal)}
    assert verify(practice.journal).ok


def test_who_did_it_is_in_the_journal(practice: Practice) -> None:
    add_person(practice, THE_LEAD, ZHAO, kdf=WEAK)
    from fieldapp.journal.entries import all_entries

    *_, last = all_entries(practice.journal.db)
    assert last.header.user == LEAD.login


def test_a_recorder_adds_nobody(practice: Practice) -> None:
    with pytest.raises(NotAllowed):
        add_person(practice, Doer(NURSE.login, NURSE.pin), ZHAO, kdf=WEAK)


def test_a_wrong_pin_of_the_lead_adds_nobody(practice: Practice, laptop: Laptop) -> None:
    with pytest.raises(WrongPin):
        add_person(practice, Doer(LEAD.login, "guess"), ZHAO, kdf=WEAK)
    assert len(users_of(laptop.home)) == 2


def test_what_cannot_be_is_refused_and_leaves_nothing(practice: Practice, laptop: Laptop) -> None:
    head = practice.journal.head()
    for who, why in (
        (NewUser(NURSE.login, "Twin", "recorder", "twin-pin"), UserExists),
        (NewUser("short", "Short", "recorder", "1"), PinTooShort),
        (NewUser("boss", "Boss", "supervisor", "boss-pin"), RoleTooHigh),
    ):
        with pytest.raises(why):
            add_person(practice, THE_LEAD, who, kdf=WEAK)
    assert practice.journal.head() == head
    assert len(users_of(laptop.home)) == 2


def test_a_recorder_becomes_a_lead_and_keeps_the_pin(practice: Practice, laptop: Laptop) -> None:
    change_person(practice, THE_LEAD, NewUser(NURSE.login, "Nurse Lead", "lead", ""), kdf=WEAK)
    assert may(practice.journal, NURSE.login, Deed.ADD_USERS)
    assert opens(laptop, NURSE.login, NURSE.pin)
    assert users_of(laptop.home)[0].name == "Nurse Lead"


def test_a_forgotten_pin_is_replaced_by_the_lead(practice: Practice, laptop: Laptop) -> None:
    fresh = NewUser(NURSE.login, NURSE.name, NURSE.role, "fresh-pin")
    head = practice.journal.head()
    change_person(practice, THE_LEAD, fresh, kdf=WEAK)
    assert opens(laptop, NURSE.login, "fresh-pin")
    assert not opens(laptop, NURSE.login, NURSE.pin)
    assert practice.journal.head() == head, "a PIN is nothing for the journal"


def test_the_only_lead_stays_one(practice: Practice) -> None:
    with pytest.raises(LastLead):
        change_person(practice, THE_LEAD, NewUser(LEAD.login, LEAD.name, "recorder", ""))


def test_nobody_unknown_is_changed(practice: Practice) -> None:
    with pytest.raises(UserUnknown):
        change_person(practice, THE_LEAD, ZHAO, kdf=WEAK)


def test_who_left_the_team_unlocks_nothing_and_keeps_their_name(
    practice: Practice, laptop: Laptop
) -> None:
    end_access(practice, THE_LEAD, NURSE.login)
    assert [user.login for user in users_of(laptop.home)] == [LEAD.login]
    with pytest.raises(UserUnknown):
        opens(laptop, NURSE.login, NURSE.pin)
    assert [user.login for user in on_team(practice.journal)] == [LEAD.login]
    assert NURSE.name in {user.name for user in all_staff(practice.journal)}
    assert verify(practice.journal).ok


def test_who_left_comes_back_with_another_pin(practice: Practice, laptop: Laptop) -> None:
    end_access(practice, THE_LEAD, NURSE.login)
    again = NewUser(NURSE.login, NURSE.name, "lead", "again-pin")
    add_person(practice, THE_LEAD, again, kdf=WEAK)
    assert opens(laptop, NURSE.login, "again-pin")
    assert may(practice.journal, NURSE.login, Deed.ADD_USERS)


def test_a_lead_who_left_leads_no_more(practice: Practice) -> None:
    change_person(practice, THE_LEAD, NewUser(NURSE.login, NURSE.name, "lead", ""), kdf=WEAK)
    end_access(practice, THE_LEAD, LEAD.login)
    assert not may(practice.journal, LEAD.login, Deed.OVERRIDE)
    assert who_may(practice.journal, Deed.OVERRIDE, beside=NURSE.login) == []


def test_nobody_is_removed_who_may_not_be(practice: Practice, laptop: Laptop) -> None:
    head = practice.journal.head()
    for by, login, why in (
        (Doer(NURSE.login, NURSE.pin), LEAD.login, NotAllowed),
        (THE_LEAD, LEAD.login, LastLead),
        (THE_LEAD, "nobody", UserUnknown),
        (Doer(LEAD.login, "guess"), NURSE.login, WrongPin),
    ):
        with pytest.raises(why):
            end_access(practice, by, login)
    assert practice.journal.head() == head
    assert len(users_of(laptop.home)) == 2


def test_a_lead_removes_no_supervisor(practice: Practice) -> None:
    named = UserAdded(NURSE.login, NURSE.name, "supervisor")
    practice.journal.append([named], user=LEAD.login)
    with pytest.raises(RoleTooHigh):
        end_access(practice, THE_LEAD, NURSE.login)


def test_the_last_person_stays_where_nobody_leads(practice: Practice) -> None:
    journal = practice.journal
    journal.append([UserAdded(LEAD.login, LEAD.name, "recorder")], user=LEAD.login)
    end_access(practice, THE_LEAD, NURSE.login)
    with pytest.raises(LastPerson):
        end_access(practice, THE_LEAD, LEAD.login)


def test_everybody_changes_their_own_pin(practice: Practice, laptop: Laptop) -> None:
    change_own_pin(practice, Doer(NURSE.login, NURSE.pin), "my own new pin", kdf=WEAK)
    assert opens(laptop, NURSE.login, "my own new pin")
    with pytest.raises(WrongPin):
        change_own_pin(practice, Doer(NURSE.login, NURSE.pin), "again", kdf=WEAK)
