"""What can go wrong with places and sessions that are opened, in words for the supervisor."""

from __future__ import annotations

from fieldapp.hub.errors import HubError


class BadPlace(HubError):
    """A place that nobody could find."""

    happened = "A place needs {what}."
    safe = "Nothing was opened."
    next_step = "Fill it in and press the button again."


class BadSession(HubError):
    """A session that could not be held."""

    happened = "This session cannot be opened: {why}."
    safe = "Nothing was opened."
    next_step = "Correct it and press the button again."


class BadCapacity(HubError):
    """Seats cannot be taken away from those who have them."""

    happened = "This number of seats cannot be: {why}."
    safe = "Nothing was changed, and nobody lost a seat."
    next_step = "Take another number, or call the session off."


class NoSuchOffer(HubError):
    """It was never opened, is called off, or is so long ago that it is forgotten."""

    happened = "There is no such place or session, or it was called off."
    safe = "Nothing was changed."
    next_step = "Open the list of sessions again."
