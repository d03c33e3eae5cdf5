"""What can go wrong with users of the pages, in words for the operator."""

from __future__ import annotations

from fieldapp.hub.errors import HubError


class BadLogin(HubError):
    """A login is typed on every kind of keyboard."""

    happened = "{login} cannot be a login."
    safe = "Nothing was changed."
    next_step = "Use 2 to 60 small letters, digits, dots, hyphens or underscores."


class LoginTaken(HubError):
    """Logins are never given to somebody else: the audit names them for ever."""

    happened = "There is, or was, a user called {login}."
    safe = "Nothing was changed."
    next_step = "Choose another login; `fieldapp hub reset-user` gives a new passphrase."


class NoSuchUser(HubError):
    """Nobody of this login may sign in."""

    happened = "No user is called {login}."
    safe = "Nothing was changed."
    next_step = "Check the login; the pages list all of them under Users."


class WeakPassphrase(HubError):
    """Too easily guessed."""

    happened = "This passphrase is too easily guessed: {why}."
    safe = "Nothing was changed."
    next_step = "Take four words or more that do not belong together."


class LastAdministrator(HubError):
    """Somebody must be left who can let others in."""

    happened = "{login} is the only administrator."
    safe = "Nothing was changed."
    next_step = "Make another administrator first."


class NoReason(HubError):
    """What cannot be undone is done with a reason, by somebody who is sure."""

    happened = "A reason and the tick are both needed."
    safe = "Nothing was changed."
    next_step = "Write the reason in a few words, set the tick, and press the button again."


class NoProgramme(HubError):
    """The server was started without the rules by which who is due is decided."""

    happened = "This hub runs without a vaccination programme: who is due is not known."
    safe = "Nothing was decided or changed."
    next_step = "Start it with `fieldapp hub serve`, which brings the programme."
