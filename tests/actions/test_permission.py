"""Some verbs need a lead; a second person vouches by their own PIN, never for themselves."""

from __future__ import annotations

import pytest

from fieldapp.actions.permission import (
    NotAllowed,
    NotASecondPerson,
    SecondPerson,
    may,
    require,
    vouch,
    who_may,
)
from fieldapp.domain.roles import Deed
from fieldapp.journal.errors import TooManyTries, WrongPin
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import UserAdded
from tests.journal.laptop import LEAD, NURSE, Laptop

DEED = Deed.VOID_OTHERS


def test_a_lead_may_and_a_recorder_is_told_whom_to_ask(journal: Journal) -> None:
    require(journal, LEAD.login, DEED)
    assert not may(journal, NURSE.login, DEED)
    with pytest.raises(NotAllowed, match="team lead or supervisor"):
        require(journal, NURSE.login, DEED)


def test_somebody_whom_the_journal_does_not_know_may_nothing(journal: Journal) -> None:
    assert not may(journal, "stranger", DEED)


def test_a_second_person_vouches_with_their_own_pin(journal: Journal, laptop: Laptop) -> None:
    assert [user.login for user in who_may(journal, DEED, beside=NURSE.login)] == [LEAD.login]
    second = vouch(journal, NURSE.login, DEED, LEAD.login, LEAD.pin, laptop.secrets)
    assert second == SecondPerson(LEAD.login)
    require(journal, NURSE.login, DEED, second=second)


def test_nobody_vouches_for_themselves_or_without_the_role(
    journal: Journal, laptop: Laptop
) -> None:
    journal.append([UserAdded("other.test", "Other Test", "recorder")], user=LEAD.login)
    for login, pin in ((NURSE.login, NURSE.pin), ("other.test", "whatever")):
        with pytest.raises(NotASecondPerson):
            vouch(journal, NURSE.login, DEED, login, pin, laptop.secrets)
        with pytest.raises(NotASecondPerson):
            require(journal, NURSE.login, DEED, second=SecondPerson(login))


def test_a_wrong_pin_vouches_for_nothing_and_makes_the_next_wait(
    journal: Journal, laptop: Laptop
) -> None:
    for _ in range(3):
        with pytest.raises(WrongPin):
            vouch(journal, NURSE.login, DEED, LEAD.login, "wrong", laptop.secrets)
    with pytest.raises(TooManyTries):
        vouch(journal, NURSE.login, DEED, LEAD.login, LEAD.pin, laptop.secrets)


def test_the_role_that_was_recorded_last_counts(journal: Journal) -> None:
    journal.append([UserAdded(NURSE.login, NURSE.name, "lead")], user=LEAD.login)
    assert may(journal, NURSE.login, DEED)
