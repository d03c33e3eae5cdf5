"""What a flow works with: the rules, who is at the laptop, and the lane where the journal is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from fieldapp.actions.moments import site_now, site_today
from fieldapp.actions.practice import Practice
from fieldapp.journal import drafts
from fieldapp.journal.journal import Journal

Do: TypeAlias = Callable[[Callable[[], object], Callable[..., None]], None]
"""Runs its first argument off the GUI thread and gives its value to the second."""


@dataclass(frozen=True, slots=True)
class JournalWork:
    """One user at work; `do` is where look-ups and records run."""

    practice: Practice
    user: str
    do: Do

    @property
    def journal(self) -> Journal:
        """The journal of this laptop."""
        return self.practice.journal

    def draft(self, name: str) -> str:
        """The name of a draft that is this user's alone."""
        return drafts.owned(self.user, name)

    def today(self) -> date:
        """Today at the site."""
        return site_today(self.practice.clock)

    def now(self) -> datetime:
        """Now, on the site's own clock."""
        return site_now(self.practice.clock)
