"""Whose turn it is at the laptop: whom the lock offers first."""

from __future__ import annotations

from collections.abc import Sequence


class Turns:
    """Logins of those who were here, the newest last."""

    def __init__(self) -> None:
        self._here: list[str] = []
        self.offered = ""
        """The login that the lock offers first; "" for anybody's."""

    def came(self, login: str) -> None:
        """Somebody unlocked; until somebody else comes, it is theirs again."""
        self._here = [*(one for one in self._here if one != login), login]
        self.offered = login

    def swap(self, everybody: Sequence[str]) -> None:
        """Offer the other person: who was here before, otherwise the next of everybody."""
        if not self._here:
            return
        now, before = self._here[-1], self._here[:-1]
        known = [login for login in before if login in everybody]
        if known:
            self.offered = known[-1]
        elif now in everybody:
            self.offered = everybody[(everybody.index(now) + 1) % len(everybody)]
