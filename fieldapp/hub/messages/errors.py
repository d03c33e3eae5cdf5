"""What can go wrong with messages, in words for the person who runs the hub."""

from __future__ import annotations

from fieldapp.hub.errors import HubError


class MessagesError(HubError):
    """Messages cannot go out; what was recorded of them stays."""

    safe = "Nobody was sent anything twice; what went out is on record."
    next_step = "Correct it and run the command again: it goes on where it stopped."


class TextsInvalid(MessagesError):
    """The file of the texts cannot be used."""

    happened = "The texts of messages in {file} cannot be used: {where}."
    safe = "Nothing was sent."
    next_step = (
        "Correct the file, or remove it to have the original again; "
        "`fieldapp hub messages preview` shows the texts."
    )


class SettingsInvalid(MessagesError):
    """The file of the settings cannot be used."""

    happened = "The settings of messages in {file} cannot be used: {where} is missing or wrong."
    safe = "Nothing was sent."
    next_step = "Correct the file, or remove it to have the original again."


class SecretMissing(MessagesError):
    """The gateway's user name and password are not there, or others can read them."""

    happened = "The gateway's user and password in {file} cannot be used: {why}."
    safe = "Nothing was sent."
    next_step = (
        "Write the user name in its first line and the password in its second, and let nobody else "
        "read it (chmod 600)."
    )


class AlreadySending(MessagesError):
    """Another process sends at this moment."""

    happened = "Messages are being sent by another program at this moment."
    safe = "Nothing was sent by this one."
    next_step = "Wait for the other one to end."


class GatewayUnknown(MessagesError):
    """No gateway of this name in the settings."""

    happened = "The settings in {file} name no gateway called {name}, only: {known}."
    safe = "Nothing was sent."
    next_step = "Choose one of them with --gateway, or add it to the file."


class GatewayDown(MessagesError):
    """The gateway takes nothing at the moment."""

    happened = "The gateway {name} takes nothing at the moment ({why}); {sent} went out before."
    safe = "Nobody was sent anything twice, and those left wait."
    next_step = "See that the gateway runs, and run the command again: it goes on with those left."
