"""What can go wrong with access for programs, in words for the administrator."""

from __future__ import annotations

from fieldapp.hub.errors import HubError


class BadName(HubError):
    """A name is typed on every kind of keyboard."""

    happened = "{name} cannot be the name of a program."
    safe = "Nothing was changed."
    next_step = "Use 2 to 60 small letters, digits, dots, hyphens or underscores."


class NameTaken(HubError):
    """Names are never given again: the audit names them for ever."""

    happened = "There is, or was, access for a program called {name}."
    safe = "Nothing was changed."
    next_step = "Choose another name, for example with the year."


class NoScope(HubError):
    """A token that opens nothing is of no use."""

    happened = "It was not chosen what the program may read."
    safe = "Nothing was changed."
    next_step = "Choose one thing at least, and no more than the program needs."


class BadEnd(HubError):
    """Access that nobody ends must end by itself."""

    happened = "The last day is missing, is over, or is more than two years away."
    safe = "Nothing was changed."
    next_step = "Choose a day from today on, at most two years away."


class NoSuchProgram(HubError):
    """Nothing to end."""

    happened = "No program called {name} has access."
    safe = "Nothing was changed."
    next_step = "Check the name; `fieldapp hub tokens` lists all of them."
