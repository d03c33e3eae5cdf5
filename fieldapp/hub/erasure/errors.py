"""What may go wrong when somebody is to be erased."""

from __future__ import annotations

from fieldapp.hub.errors import HubError


class LedgerDamaged(HubError):
    """The file that tells what was erased cannot be read."""

    happened = "Line {line} of {file} cannot be read: what was erased before is not known."
    safe = "Nothing was changed."
    next_step = "Put the newest good copy of {file} into the hub's folder, and try again."


class LedgerUnwritable(HubError):
    """A full disk, or one that may only be read: nobody is erased whom no restore would erase."""

    happened = "{file} cannot be written: {why}. So nobody was erased yet."
    safe = "Everything is as it was."
    next_step = "Make room on the hub's disk. What `fieldapp hub erasures` does not list, do again."


class NotErasedYet(HubError):
    """A database that was put back knows people again who were erased."""

    happened = "{n} erasures of this folder's ledger are not in this database: it was put back."
    safe = "Nothing was shown to anybody."
    next_step = "Start the hub, or its part `--only keeping`: it erases them. Then do this again."


class NobodyThere(HubError):
    """No person has this number."""

    happened = "Nobody is recorded under {person}."
    safe = "Nothing was erased."
    next_step = "Give the number on the person's page at the hub, 8 letters and digits or more."


class NoWhy(HubError):
    """An erasure without a reason."""

    happened = "Why this person is to be erased is not said."
    safe = "Nothing was erased."
    next_step = "Write the reason or the letter's number; never a name."


class NotSure(HubError):
    """What cannot be undone is done by somebody who says how much it is."""

    happened = "Chosen are {n}; another number, or none, was typed."
    safe = "Nothing was erased."
    next_step = "Choose who is to be erased, type how many they are, and press the button again."


class WrongKey(HubError):
    """The key does not open what the law keeps."""

    happened = "This is not the recovery key of this organisation, or not a key at all."
    safe = "Nothing was opened."
    next_step = "Take the key from recovery-key.txt, as it was locked away."


class NotAsSeen(HubError):
    """What would be erased is not what somebody looked at and decided; `code` names why."""

    code = "changed"
    happened = "Registrations or doses of this person came or went since somebody looked at them."
    safe = "Nothing was erased."
    next_step = "Look at the person once more, and decide anew."


class PeriodNotOver(NotAsSeen):
    """The law obliges to keep something by now."""

    code = "not-over"
    happened = "A record of this person is still to be kept: the period is not over."
    next_step = "Nothing is to do: the hub proposes the person once all periods are over."


class Unsettled(NotAsSeen):
    """Whose a dose is, nobody knows for now."""

    code = "unsettled"
    happened = "A correction of a dose names somebody else, and is not settled."
    next_step = "A correction names somebody else: decide the case first."
