"""What every flow of the desk works with: the screen beside the rules, the user and the lane."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.ui.desk.desk_screen import DeskScreen
from fieldapp.ui.journal_work import JournalWork


@dataclass(frozen=True, slots=True)
class Means(JournalWork):
    """One user's desk."""

    screen: DeskScreen
