"""What can go wrong with a home and its journal, in words for a person. Knows no causes in code."""

from __future__ import annotations

from fieldapp.domain.errors import FieldAppError


class JournalError(FieldAppError):
    """The journal could not do what was asked; nothing that was saved is lost."""


class HomeMissing(JournalError):
    """A home or its journal is not where it was. Never answered by making an empty one."""

    happened = "The records are not where they should be: {what} is missing."
    safe = "Nothing was changed, and no empty journal was put in their place."
    next_step = "Put back the disk or card with the records, or restore a backup."


class HomeNotEmpty(JournalError):
    """A new journal is made in a new or empty folder only."""

    happened = "This folder already holds files, so no new journal is made in it."
    safe = "What is in the folder was not touched."
    next_step = "Open the journal that is there, or choose an empty folder."


class HomeReadOnly(JournalError):
    """The disk does not let us write."""

    happened = "The disk with the records cannot be written to."
    safe = "Everything recorded before is still there; this was not saved."
    next_step = "Unlock or replace the card or disk, then start again. Use paper until then."


class DiskFull(JournalError):
    """No room for another record."""

    happened = "The disk is full."
    safe = "Everything recorded before is saved; this last record was not."
    next_step = "Make room on the disk and record it again. Write it on paper until then."


class ReserveFreed(DiskFull):
    """The disk is full, and the reserve that was kept for that was let go: there is room again."""

    next_step = "Record it again now: a reserve was let go for it. Then make room on the disk."


class DiskFault(JournalError):
    """The disk refused to read or write for another reason."""

    happened = "The disk did not do what was asked of it ({fault})."
    safe = "Everything reported as saved before is on the disk; this last record was not saved."
    next_step = "Record it on paper, make a backup now, and have the disk looked at."


class JournalBusy(JournalError):
    """Another program holds the file."""

    happened = "Another program is using the journal just now."
    safe = "Everything recorded before is saved; this last record was not."
    next_step = "Close the other program (a virus scanner or file copy, perhaps) and try again."


class AlreadyOpen(JournalError):
    """One process at a time works on a home."""

    happened = "These records are already open in another window or program."
    safe = "Nothing was changed."
    next_step = "Use the window that is open, or close it first."


class JournalDamaged(JournalError):
    """Bytes on the disk are not what was written. `what` says which, `first_bad` where."""

    happened = "The journal is damaged: {what}."
    safe = "It was not opened, and nothing in it was changed."
    next_step = "Keep this disk as it is, restore the newest backup, and call your supervisor."


class JournalNewer(JournalError):
    """Written by a newer release."""

    happened = "These records were last used with a newer version of this program."
    safe = "They were not changed."
    next_step = "Start the newer version, or update this one."


class SqliteTooOld(JournalError):
    """Older SQLite can damage a journal that is written and copied at the same time."""

    happened = "The database library here is SQLite {found}; {needed} or newer is needed."
    safe = "Nothing was opened."
    next_step = "Install the program again with its own libraries (sqlcipher3 0.6.4 or newer)."


class WrongPin(JournalError):
    """`wait_s` in the details is how long the next try must wait, in seconds."""

    happened = "That PIN is not right."
    safe = "The records stay locked."
    next_step = "Try again in {wait_s} seconds."

    def __init__(self, **details: object) -> None:
        if details.get("wait_s"):
            self.next_step = self.next_step.format(**details)
        else:
            self.next_step = "Try again, or ask your team lead."
        super().__init__(**details)


class TooManyTries(JournalError):
    """A try came before its time; it was not even looked at."""

    happened = "There were too many wrong PINs. The next try is possible in {wait_s} seconds."
    safe = "The records stay locked."
    next_step = "Wait, then try again; starting the program again does not shorten it."


class UserUnknown(JournalError):
    """Nobody of that login has a key to this home."""

    happened = "There is no user {login} on this laptop."
    safe = "The records stay locked."
    next_step = "Choose one of the users shown, or ask your team lead to add this one."


class UserExists(JournalError):
    """A login names one person."""

    happened = "There is already a user {login} on this laptop."
    safe = "Nothing was changed."
    next_step = "Choose another login."


class PinTooShort(JournalError):
    """Without a key ring the PIN is all that protects a stolen disk."""

    happened = "This PIN is too short: at least {least} characters are needed on this laptop."
    safe = "Nothing was changed."
    next_step = "Choose a longer one; four unrelated words are good."


class DeviceSecretMissing(JournalError):
    """The slot was made with a secret of the laptop's key ring, and it is not there now."""

    happened = "This laptop's key ring does not hold its part of the key to these records."
    safe = "The records stay locked; nothing was changed."
    next_step = "Log in to the laptop as usual, or use the organisation's recovery key."


class RecoveryImpossible(JournalError):
    """No slot for the organisation, or another organisation's key."""

    happened = "This recovery key does not open these records."
    safe = "The records stay locked; nothing was changed."
    next_step = "Ask your organisation for the key that was in force when this laptop enrolled."


class BadBackup(JournalError):
    """Not a backup, or not whole."""

    happened = "This file is not a whole backup: {why}."
    safe = "Nothing was changed."
    next_step = "Use another backup, or copy this one again from where it was made."


class RecordTooLong(JournalError):
    """One record has a limit, so that it fits any road to the hub."""

    happened = "This record is too long to be kept; a note is probably much too long."
    safe = "Everything recorded before is saved; this record was not."
    next_step = "Shorten the note and record it again."


class NotEnrolled(JournalError):
    """A receipt or a page needs a hub, and this laptop has none yet."""

    happened = "This laptop does not belong to a hub yet."
    safe = "Everything recorded is saved on this laptop."
    next_step = "Enrol it with the code from your supervisor."
