"""The verbs: add somebody to this laptop, change them, give them or oneself another PIN.

Whoever does it types their own PIN: it is the proof, and it opens the key that is wrapped for the
other person. The journal's word on roles is what counts; the slots are what the lock shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from fieldapp.actions.permission import require
from fieldapp.actions.practice import Practice
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.roles import Deed, Role, may_give, team_is_led
from fieldapp.journal import home as journal_home
from fieldapp.journal.errors import UserExists, UserUnknown
from fieldapp.journal.home import STRONG, DataKey, KdfCost, NewUser
from fieldapp.journal.keyslots import StaffUser
from fieldapp.journal.staff import all_staff
from fieldapp.wire.facts import UserAdded


class RoleTooHigh(FieldAppError):
    """Nobody gives a role above their own."""

    happened = "Nobody can give a role that is above their own."
    safe = "Nothing was changed."
    next_step = "Ask a supervisor to do it."


class LastLead(FieldAppError):
    """The only one who leads would not any more."""

    happened = "This is the only lead of this laptop, so the role stays."
    safe = "Nothing was changed."
    next_step = "Name another lead first."


@dataclass(frozen=True, slots=True)
class Doer:
    """Who changes something here, and their own PIN."""

    login: str
    pin: str = field(repr=False)


def add_person(practice: Practice, by: Doer, who: NewUser, *, kdf: KdfCost = STRONG) -> None:
    """Somebody more may unlock this laptop and sign what they do.

    Raises NotAllowed, RoleTooHigh, UserExists, PinTooShort, WrongPin, TooManyTries.
    """
    journal, secrets = practice.journal, practice.secrets
    _may_give(practice, by, who.role)
    if who.login in {known.login for known in all_staff(journal)}:
        raise UserExists(login=who.login)
    key = _prove(practice, by)
    with journal.transaction():
        journal.append([UserAdded(who.login, who.name, who.role)], user=by.login)
        journal_home.add_user(journal.home, key, who, secrets, kdf=kdf)


def change_person(practice: Practice, by: Doer, who: NewUser, *, kdf: KdfCost = STRONG) -> None:
    """Another name or role, and another PIN unless `who.pin` is empty.

    Raises NotAllowed, RoleTooHigh, LastLead, UserUnknown, PinTooShort, WrongPin, TooManyTries.
    """
    journal, secrets = practice.journal, practice.secrets
    known = {one.login: one for one in all_staff(journal)}
    if who.login not in known:
        raise UserUnknown(login=who.login)
    _may_give(practice, by, who.role)
    _may_give(practice, by, known[who.login].role)
    _keep_a_lead(list(known.values()), who)
    key = _prove(practice, by)
    with journal.transaction():
        if (who.name, who.role) != (known[who.login].name, known[who.login].role):
            journal.append([UserAdded(who.login, who.name, who.role)], user=by.login)
        journal_home.rename_user(journal.home, who.login, who.name, who.role)
        if who.pin:
            journal_home.change_pin(journal.home, key, who.login, who.pin, secrets, kdf=kdf)


def change_own_pin(practice: Practice, by: Doer, pin: str, *, kdf: KdfCost = STRONG) -> None:
    """Everybody may. Raises PinTooShort, WrongPin, TooManyTries."""
    key, home = _prove(practice, by), practice.journal.home
    journal_home.change_pin(home, key, by.login, pin, practice.secrets, kdf=kdf)


def _may_give(practice: Practice, by: Doer, role: str) -> None:
    journal = practice.journal
    require(journal, by.login, Deed.ADD_USERS)
    roles = {known.login: Role(known.role) for known in all_staff(journal)}
    if not may_give(roles.get(by.login, Role.RECORDER), Role(role), roles.values()):
        raise RoleTooHigh(role=role)


def _keep_a_lead(before: Sequence[StaffUser], who: NewUser) -> None:
    """A team that was led stays led."""
    roles = [Role(one.role) for one in before]
    after = [Role(who.role if one.login == who.login else one.role) for one in before]
    if team_is_led(roles) and not team_is_led(after):
        raise LastLead()


def _prove(practice: Practice, by: Doer) -> DataKey:
    journal = practice.journal
    return journal_home.unlock(journal.home, by.login, by.pin, practice.secrets, journal.clock)
