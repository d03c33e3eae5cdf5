"""The three sentences of an expected failure, in the language of the screen.

The English of an error class is its key: `tools/translations.py` collects every `happened`,
`safe`, `next_step` and `why=` of the code under the context "errors".
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from fieldapp.domain.errors import FieldAppError
from fieldapp.ui.words import sentences


def sentence(english: str) -> str:
    """A sentence that an error class or the log of attempts holds in English."""
    return QCoreApplication.translate("errors", english)


def happened(error: FieldAppError) -> str:
    """What happened."""
    return _part(error, "happened")


def advice(error: FieldAppError) -> str:
    """What is safe, and what to do now."""
    return sentences(_part(error, "safe"), _part(error, "next_step"))


def in_words(error: FieldAppError) -> str:
    """All three, in that order."""
    return sentences(happened(error), advice(error))


def _part(error: FieldAppError, part: str) -> str:
    said, pattern = str(getattr(error, part)), str(getattr(type(error), part))
    if said == pattern:
        return sentence(pattern)
    try:
        filled = pattern.format(**error.details)
    except (KeyError, IndexError):
        return sentence(said)  # the error chose another sentence for this case
    return sentence(pattern).format(**_told(error)) if said == filled else sentence(said)


def _told(error: FieldAppError) -> dict[str, object]:
    """What fills the sentence: a reason in the language of the screen, all else as it is."""
    return {
        name: sentence(str(value)) if name == "why" else value
        for name, value in error.details.items()
    }
