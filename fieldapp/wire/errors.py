"""What can be wrong with bytes that claim to be VX1."""

from __future__ import annotations

from fieldapp.domain.errors import FieldAppError


class WireError(FieldAppError):
    """Bytes from outside are not what they claim to be; nothing was taken from them."""

    safe = "Nothing was taken from it, and nothing recorded here has changed."
    next_step = "Ask for it to be sent or copied again."


class Undecodable(WireError):
    """Not VX1, cut short, or beyond a limit. `what` names the object, `why` the first fault."""

    happened = "This {what} cannot be read: {why}."


class BadSignature(WireError):
    """Whole, but not signed by the key it names."""

    happened = "This {what} is not signed by {who}."
    next_step = "Keep it aside and tell your supervisor."


class NewerFormat(WireError):
    """Made by a newer release than this one."""

    happened = "This {what} is of format {version}, which is newer than this program."
    next_step = "Keep working, and update the program when you can."


class TooLong(WireError):
    """Something to be written down is longer than the format allows; `most` is in bytes."""

    happened = "This {what} is too long: at most {most} bytes fit."
    safe = "Nothing was saved from it, and nothing recorded here has changed."
    next_step = "Make it shorter and try again."
