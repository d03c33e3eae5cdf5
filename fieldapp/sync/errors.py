"""What can go wrong on the road to the hub, in words; knows neither HTTP nor the journal.

Every one says whether waiting and trying again can help (`retry`) or a person is needed.
"""

from __future__ import annotations

from fieldapp.domain.errors import FieldAppError


class SyncError(FieldAppError):
    """A sync ended early. What was confirmed before stays confirmed, the rest stays waiting.

    `retry_after_s` is how long the other side asked us to wait, when it did.
    """

    retry = True
    safe = "Everything is saved on this laptop; what is not confirmed is still waiting."
    next_step = "Keep working: it will be sent later."
    retry_after_s: int | None = None


class HubUnreachable(SyncError):
    """No connection to the hub: no network, a name that leads nowhere, or a closed door."""

    happened = "The hub could not be reached."


class HubSilent(SyncError):
    """Connected, but no answer in the time that this many bytes deserve."""

    happened = "The hub did not answer in time."
    next_step = "Keep working: it will be sent later, in smaller pieces."


class ConnectionCut(SyncError):
    """The connection broke before an answer came; the hub may or may not have the records."""

    happened = "The connection broke before the hub answered."
    next_step = "Keep working: the next sync asks the hub what it has and goes on from there."


class TruncatedReply(SyncError):
    """An answer broke off half-way; nothing in it was believed."""

    happened = "The hub's answer broke off half-way."
    next_step = "Keep working: the next sync asks the hub what it has and goes on from there."


class NetworkWantsLogin(SyncError):
    """Something else answered the probe that goes before any record: a captive portal."""

    happened = "This network wants a login page. Nothing was sent."
    next_step = "Log in to the network in a browser or use another network, then sync again."


class UnsignedAnswer(SyncError):
    """Something between here and the hub answered in its place; it was not believed."""

    happened = "The answer did not come from the hub, so it was not believed."
    next_step = "Use another network if you can. Otherwise keep working: it will be sent later."


class AnswerTooLong(UnsignedAnswer):
    """More bytes than any hub sends; reading was stopped."""

    happened = "The answer was far too long to come from the hub, so it was not read."


class HubBusy(SyncError):
    """The hub asked to come back later."""

    happened = "The hub is busy and asked this laptop to come back later."

    def __init__(self, retry_after_s: int | None = None) -> None:
        super().__init__()
        self.retry_after_s = retry_after_s


class HubFault(SyncError):
    """The hub failed on its side; `status` is for the log."""

    happened = "The hub had a fault of its own."
    next_step = "Keep working: it will be sent later. If this lasts a day, tell your supervisor."

    def __init__(self, status: int, retry_after_s: int | None = None) -> None:
        super().__init__(status=status)
        self.retry_after_s = retry_after_s


class HubStuck(SyncError):
    """The hub answers, signed, and yet takes nothing further."""

    happened = "The hub answered but confirmed nothing new."
    next_step = "Keep working: it will be tried again. If this lasts a day, tell your supervisor."


class NeedsPerson(SyncError):
    """Trying again by itself cannot help."""

    retry = False


class NotEnrolled(NeedsPerson):
    """There is no hub to sync with yet."""

    happened = "This laptop has not joined a hub yet."
    safe = "Everything is saved on this laptop."
    next_step = "Ask your supervisor for an enrolment code and enrol this laptop."


class UnknownDevice(NeedsPerson):
    """The hub does not know the device number or key that signed the request."""

    happened = "The hub does not know this laptop."
    next_step = "Ask your supervisor for a new enrolment code and enrol this laptop again."


class Revoked(NeedsPerson):
    """The hub has withdrawn this laptop's access."""

    happened = "The hub has closed this laptop's access."
    next_step = "You can go on recording. Call your supervisor."


class ClockRefused(NeedsPerson):
    """Even with the hub's own time taken over, it refused the time of the request."""

    happened = "The hub refused this laptop's time."
    next_step = "Set the date and time of this laptop, then sync again."

    def __init__(self, hub_time_s: int) -> None:
        super().__init__()
        self.hub_time_s = hub_time_s


class TlsWrong(NeedsPerson):
    """The other side did not prove to be the organisation's hub. There is no override."""

    happened = "The other side did not prove to be our hub ({why}). Nothing was sent."
    next_step = "Check this laptop's date, use another network, and tell your supervisor."


class PlainHttpRefused(NeedsPerson):
    """An address without encryption that is not this very machine."""

    happened = "The hub's address {url} is not encrypted, so it is not used."
    safe = "Nothing was sent. Everything recorded is saved on this laptop."
    next_step = "Ask your supervisor for the address that begins with https."


class BadHubAddress(NeedsPerson):
    """Not an address at all."""

    happened = "{url} is not the address of a hub."
    safe = "Nothing was sent. Everything recorded is saved on this laptop."
    next_step = "Ask your supervisor for the address; it begins with https."


class VersionMismatch(NeedsPerson):
    """Program and hub no longer speak the same version."""

    happened = "The hub no longer understands this version of the program."
    next_step = "Keep recording and update the program. Until then records can go by USB stick."


class HubRefused(NeedsPerson):
    """The hub could not read the request, which only a fault of a program explains."""

    happened = "The hub could not read what was sent."
    next_step = "Keep recording, write the records to a USB stick, and tell your supervisor."

    def __init__(self, status: int) -> None:
        super().__init__(status=status)


class TooLarge(SyncError):
    """Something on the way takes only smaller requests, even than the smallest."""

    happened = "Something on the way to the hub refuses requests of this size."
    next_step = "Use another network if you can. Otherwise keep working."


class WrongCode(NeedsPerson):
    """The enrolment code is unknown, used, or expired."""

    happened = "The hub did not accept this enrolment code."
    safe = "Nothing was changed on this laptop."
    next_step = "Check every group of the code, or ask your supervisor for a new one."


class NotJoinedYet(HubUnreachable):
    """The road to the hub was closed, or broke off, before the hub had proved itself."""

    happened = "The hub could not be reached, so this laptop has not joined it yet."
    safe = "Nothing was changed on this laptop; doses can be recorded on it already."
    next_step = (
        "Join again when there is a network: the code stays good. Or ask by stick: “No network"
        " here”; on the command line `--to FOLDER`."
    )


class PracticeStaysApart(NeedsPerson):
    """A laptop for practice asked a real hub, or a real one that of a practice."""

    happened = "Practice and real work stay apart: only one of this laptop and the hub is real."
    safe = "Nothing was changed on this laptop, and nothing was sent."
    next_step = "Join a real laptop to the real hub. Practice brings a hub of its own."


class AlreadyEnrolled(NeedsPerson):
    """This home belongs to another hub already."""

    happened = "This laptop has already joined {hub_url}."
    safe = "Nothing was changed on this laptop."
    next_step = "Sync with that hub, or call your supervisor."


class SyncRunning(SyncError):
    """One sync at a time, in this program and in any other on the same home."""

    happened = "A sync is already running on this laptop."
    next_step = "Wait until it has ended."


class SyncStopped(SyncError):
    """Somebody pressed stop."""

    happened = "The sync was stopped."
    next_step = "Sync again when you like; it goes on from where it was."
