"""Why no card is made, in words for the supervisor."""

from __future__ import annotations

from fieldapp.hub.errors import HubError

_SAFE = "No card was made."


class IdentityContested(HubError):
    """A card must not prove one person's doses to another."""

    happened = "Who this person is, is contested, so no card is made."
    safe = _SAFE
    next_step = "Decide the case first: it is on the person’s page."


class NoDoseStands(HubError):
    """An empty card would look like a proof of something."""

    happened = "No dose of this person stands, so there is nothing to put on a card."
    safe = _SAFE
    next_step = "See on the person’s page what was struck through or put aside, and why."


class WhyMissing(HubError):
    """The audit must say why."""

    happened = "Why the card is made again was not chosen."
    safe = _SAFE
    next_step = "Choose the reason."
