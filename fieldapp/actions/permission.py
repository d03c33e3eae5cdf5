"""Guards the verbs that not everybody may do alone, and lets a second person vouch with their PIN.

A verb calls `require` first. A screen asks `may` beforehand, offers `who_may`, and hands the verb
what `vouch` answered.
"""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.roles import ALONE, Deed, Role, may_alone
from fieldapp.journal import home as journal_home
from fieldapp.journal.device_secrets import DeviceSecrets
from fieldapp.journal.journal import Journal
from fieldapp.journal.keyslots import StaffUser
from fieldapp.journal.staff import on_team


class NotAllowed(FieldAppError):
    """This person may not do it alone. `role` is theirs, `deed` what they wanted."""

    happened = "This needs a team lead or supervisor."
    safe = "Nothing was changed."
    next_step = "Ask one of them to type their PIN here, or to do it themselves."


class NotASecondPerson(FieldAppError):
    """Somebody vouched for themselves, or may not do it either."""

    happened = "A second person is needed: somebody else, who leads or supervises."
    safe = "Nothing was changed."
    next_step = "Ask a team lead or supervisor to type their own PIN."


@dataclass(frozen=True, slots=True)
class SecondPerson:
    """Somebody who typed their own PIN beside the person at the laptop; made by `vouch` alone."""

    login: str


def may(journal: Journal, user: str, deed: Deed) -> bool:
    """Whether somebody may do it without a second person."""
    roles = {known.login: Role(known.role) for known in on_team(journal)}
    return may_alone(roles.get(user, Role.RECORDER), deed, roles.values())


def require(journal: Journal, user: str, deed: Deed, *, second: SecondPerson | None = None) -> None:
    """Go on only if somebody may do it, alone or with a second person.

    Raises NotAllowed, NotASecondPerson.
    """
    if may(journal, user, deed):
        return
    if second is None:
        raise NotAllowed(deed=deed.value)
    _require_second(journal, user, second.login, deed)


def who_may(journal: Journal, deed: Deed, *, beside: str) -> list[StaffUser]:
    """Who can vouch for the person at the laptop."""
    return [
        known
        for known in on_team(journal)
        if known.login != beside and Role(known.role) in ALONE[deed]
    ]


def vouch(
    journal: Journal, user: str, deed: Deed, login: str, pin: str, secrets: DeviceSecrets
) -> SecondPerson:
    """Prove by their own PIN that a second person stands beside `user`; takes half a second.

    Wrong PINs make the next try wait, as at the lock. Raises NotASecondPerson, WrongPin,
    TooManyTries, UserUnknown.
    """
    _require_second(journal, user, login, deed)
    journal_home.unlock(journal.home, login, pin, secrets, journal.clock)
    return SecondPerson(login)


def _require_second(journal: Journal, user: str, login: str, deed: Deed) -> None:
    if login not in {known.login for known in who_may(journal, deed, beside=user)}:
        raise NotASecondPerson()
