"""Why no pack can be made, in words for who runs the hub."""

from __future__ import annotations

from fieldapp.hub.errors import HubError

_SAFE = "No pack was written."


class NoRequests(HubError):
    """Nothing was found that a laptop asked."""

    happened = "There is no request of a laptop in what was given."
    safe = _SAFE
    next_step = (
        "On the laptop choose “No network here”, or run: fieldapp enrol --hub URL --code CODE --to "
        "FOLDER. Then bring its .vxe file, or its line."
    )


class TooManyRequests(HubError):
    """One pack has room for so many; which are left out is nobody's guess."""

    happened = "There are {n} requests; one pack takes {most}."
    safe = _SAFE
    next_step = "Share them out over several packs."


class RequestUnreadable(HubError):
    """A request was cut, or is of a newer program."""

    happened = "A request cannot be read: {why}."
    safe = _SAFE
    next_step = "Copy the whole line, from VXE1 to its end, or let the laptop write it again."


class NobodyAdmitted(HubError):
    """Every request was refused: a code is not of this hub, is over, or is another laptop's."""

    happened = "No laptop can be taken in: the code is unknown, used by another laptop, or expired."
    safe = _SAFE
    next_step = "Make a new code for the team, type it on the laptop and let it ask again."


class SomeRefused(NobodyAdmitted):
    """The others would not notice that one is missing."""

    happened = (
        "The code of {teams} is unknown, used by another laptop, or expired: it cannot be taken in."
    )
    next_step = "Take its line out for now. Then make a new code for it, and let it ask again."


class NoRoomForPack(HubError):
    """It is put together beside the database before a byte of it is given out."""

    happened = "The pack could not be put together: {why}."
    safe = "No pack was written. Whoever asked keeps their number."
    next_step = "Make room where the hub keeps temporary files, then do it again."


class OnlyByCommand(HubError):
    """This process has no right to the keys that laptops are lent."""

    happened = "On this hub packs are written by a command."
    safe = _SAFE
    next_step = "Ask the operator to run: fieldapp hub pack FOLDER."
