"""What may go wrong when somebody is to be erased."""

from __future__ import annotations

from fieldapp.hub.errors import HubError


class LedgerDamaged(HubError):
    """The file that tells what was erased cannot be read."""

    happened = "Line {line} of {file} cannot be read: what was erased before is not known."
    safe = "Nothing was changed."
    next_step = "Put the newest good copy of {file} into the hub's folder, and try again."


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
