"""Every step has a name."""

from __future__ import annotations

from fieldapp.ui.set_up.steps import STEPS
from fieldapp.ui.set_up.words import note_words, step_words


def test_every_step_and_note_has_words() -> None:
    assert len({step_words(name) for name in STEPS}) == len(STEPS)
    assert note_words("later") == "later"
