"""What can be wrong with a decision about a case."""

from __future__ import annotations

from fieldapp.hub.errors import HubError


class ReasonMissing(HubError):
    """Nobody can understand a decision later without why it was made."""

    happened = "A reason is missing."
    safe = "Nothing was decided."
    next_step = "Say in a few words why, without anybody's name."


class NotDecidable(HubError):
    """A choice that this case does not offer."""

    happened = "This case cannot be decided so."
    safe = "Nothing was decided."
    next_step = "Choose one of the ways that the case offers."


class CaseChanged(HubError):
    """Somebody decided meanwhile, or the records are not those that were shown."""

    happened = "The case changed while you looked at it."
    safe = "Nothing was decided."
    next_step = "Look at it as it is now, then decide."
