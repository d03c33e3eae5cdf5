"""The verbs: add somebody to this laptop, change them, end their access, give out another PIN.

Whoever does it types their own PIN: it is the proof, and it opens the key that is wrapped for the
other person. The journal's word on roles is what counts; the slots are what the lock shows.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from fieldapp.actions.permission import require
from fieldapp.actions.practice import Practice
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.roles import Deed, Role, may_give, team_is_led
from fieldapp.journal import home as journal_home
from fieldapp.journal.errors import UserExists, UserUnknown
from fieldapp.journal.home import STRONG, DataKey, KdfCost, NewUser
from fieldapp.journal.keyslots import StaffUser
from fieldapp.journal.staff import on_team
from fieldapp.wire.facts import UserAdded, UserEnded


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


class LastPerson(FieldAppError):
    """Nobody would be left."""

    happened = "Nobody else can unlock this laptop, so this person stays."
    safe = "Nothing was changed."
    next_step = "Add somebody else first."


@dataclass(frozen=True, slots=True)
class Doer:
    """Who changes something here, and their own PIN."""

    login: str
    pin: str = field(repr=False)


def add_person(practice: Practice, by: Doer, who: NewUser, *, kdf: KdfCost = STRONG) -> None:
    """Somebody more may unlock this laptop and sign what they do; or again, who had left.

    Raises NotAllowed, RoleTooHigh, UserExists, PinTooShort, WrongPin, TooManyTries.
    """
    journal, secrets = practice.journal, practice.secrets
    _may_give(practice, by, who.role)
    if who.login in {known.login for known in on_team(journal)}:
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
    known = _team(practice)
    if who.login not in known:
        raise UserUnknown(login=who.login)
    _may_give(practice, by, who.role)
    _may_give(practice, by, known[who.login].role)
    _keep_led(known.values(), (known | {who.login: who}).values())
    key = _prove(practice, by)
    with journal.transaction():
        if (who.name, who.role) != (known[who.login].name, known[who.login].role):
            journal.append([UserAdded(who.login, who.name, who.role)], user=by.login)
        journal_home.rename_user(journal.home, who.login, who.name, who.role)
        if who.pin:
            journal_home.change_pin(journal.home, key, who.login, who.pin, secrets, kdf=kdf)


def end_access(practice: Practice, by: Doer, login: str) -> None:
    """Somebody leaves the team: their PIN opens nothing any more, what they recorded stays theirs.

    `add_person` lets them in again. Raises NotAllowed, RoleTooHigh, LastLead, LastPerson,
    UserUnknown, WrongPin, TooManyTries.
    """
    journal, known = practice.journal, _team(practice)
    if login not in known:
        raise UserUnknown(login=login)
    _may_give(practice, by, known[login].role)
    _keep_led(known.values(), [one for one in known.values() if one.login != login])
    _prove(practice, by)
    with journal.transaction():
        journal.append([UserEnded(login)], user=by.login)
        journal_home.remove_user(journal.home, login)


def change_own_pin(practice: Practice, by: Doer, pin: str, *, kdf: KdfCost = STRONG) -> None:
    """Everybody may. Raises PinTooShort, WrongPin, TooManyTries."""
    key, home = _prove(practice, by), practice.journal.home
    journal_home.change_pin(home, key, by.login, pin, practice.secrets, kdf=kdf)


def _may_give(practice: Practice, by: Doer, role: str) -> None:
    require(practice.journal, by.login, Deed.ADD_USERS)
    roles = {known.login: Role(known.role) for known in _team(practice).values()}
    if not may_give(roles.get(by.login, Role.RECORDER), Role(role), roles.values()):
        raise RoleTooHigh(role=role)


def _keep_led(before: Collection[StaffUser], after: Collection[StaffUser | NewUser]) -> None:
    """Somebody is left, and a team that was led stays led."""
    if not after:
        raise LastPerson()
    was_led, is_led = (team_is_led([Role(one.role) for one in team]) for team in (before, after))
    if was_led and not is_led:
        raise LastLead()


def _team(practice: Practice) -> dict[str, StaffUser]:
    return {one.login: one for one in on_team(practice.journal)}


def _prove(practice: Practice, by: Doer) -> DataKey:
    journal = practice.journal
    return journal_home.unlock(journal.home, by.login, by.pin, practice.secrets, journal.clock)
