"""What can go wrong with pushing, in words for the operator."""

from __future__ import annotations

from fieldapp.hub.errors import HubError


class PushError(HubError):
    """Nothing is lost: the hub goes on where it stopped."""

    safe = "What was pushed before stays; the rest is pushed the next time."


class BadTarget(PushError):
    """Where to is not an address that may be pushed to."""

    happened = "{url} is not an address to push to: {why}."
    next_step = "Write https://HOST/BASE; plain http is for this machine only."


class NoAuthority(PushError):
    """An encrypted address is believed only by an authority that was named."""

    happened = "It is not known whose certificate to believe: {why}."
    next_step = "Name the file with the authority's certificate: --ca FILE."


class NoCredentials(PushError):
    """The file of the token is missing or empty."""

    happened = "The token for the server cannot be read: {why}."
    next_step = (
        "Name its file with --token-file or FIELDAPP_PUSH_TOKEN_FILE, or set FIELDAPP_PUSH_TOKEN."
    )


class AlreadyPushing(PushError):
    """Another program is at it."""

    happened = "Another program pushes from this hub right now."
    next_step = "Wait until it has ended, and run the command again."


class ServerAway(PushError):
    """The server did not answer, or asked to come later. `wait_s`: what it asked for."""

    happened = "The server did not take it: {why}."
    next_step = "Nothing is to be done: it is tried again the next time."

    def __init__(self, *, why: str, wait_s: int | None = None) -> None:
        super().__init__(why=why)
        self.wait_s = wait_s


class ServerUnfit(PushError):
    """A person has to look: the token, the address, the certificate."""

    happened = "The server does not take what this hub pushes: {why}."
    next_step = "Check the address, the token and the certificate with whoever runs the server."
