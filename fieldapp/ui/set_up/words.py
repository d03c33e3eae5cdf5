"""The set-up's own sentences: what its steps are called, and how one was left."""

from __future__ import annotations

from fieldapp.ui.words import tr


def step_words(name: str) -> str:
    """What a step is called."""
    return tr(_STEPS[name])


def note_words(note: str) -> str:
    """How a step was left, beside its name."""
    return tr(_NOTES[note])


_STEPS = {
    "look": "Language and look",
    "laptop": "Team and first person",
    "hub": "Join the hub",
    "people": "People of the team",
    "second-copy": "Second copy",
    "printer": "Printer",
    "scanner": "Scanner",
    "ready": "Ready",
}
_NOTES = {
    "later": "later",
    "needless": "not needed",
}
