"""The verbs: somebody who was watched leaves; or the wrong person was said to have left."""

from __future__ import annotations

from collections.abc import Sequence

from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import watches
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import WatchEnded, WatchResumed

WELL, EARLY, HOSPITAL, UNSEEN = "well", "early", "hospital", "unseen"
EARLY_REASONS = ("must-go", "boat-leaves", "feels-well", "will-not-wait", "other")


class NotWatched(FieldAppError):
    """The watch is over: ended before, perhaps at another key press."""

    happened = "This person is not being watched any more."
    safe = "Nothing was changed."
    next_step = "Look at the board again."


def end_watch(
    journal: Journal,
    dose_ids: Sequence[bytes],
    outcome: str,
    *,
    user: str,
    reason: str | None = None,
    note: str | None = None,
) -> None:
    """Record how the watch after these doses of one visit ended. Raises NotWatched.

    `reason` is one of EARLY_REASONS for EARLY. Nobody is held: leaving is a fact, not a request.
    """
    with journal.transaction():
        watched = [dose for dose in dose_ids if watches.is_going_on(journal, dose)]
        if not watched:
            raise NotWatched()
        facts = [WatchEnded(journal.ref(dose), outcome, reason, note) for dose in watched]
        journal.append(facts, user=user)


def resume_watch(journal: Journal, dose_ids: Sequence[bytes], *, user: str) -> None:
    """The watch goes on as if it had never been ended. Raises NotWatched when it was not ended."""
    with journal.transaction():
        ended = [dose for dose in dose_ids if watches.has_ended(journal, dose)]
        if not ended:
            raise NotWatched()
        journal.append([WatchResumed(journal.ref(dose)) for dose in ended], user=user)
