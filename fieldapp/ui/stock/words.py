"""The words of the stock room: kinds of movements, standings, reasons."""

from __future__ import annotations

from fieldapp.ui.words import tr


def kind_words(kind: str) -> str:
    """What a movement is."""
    return tr(KINDS.get(kind, kind))


def standing_words(standing: str) -> str:
    """How a lot stands."""
    return tr(STANDINGS.get(standing, standing))


def reason_words(reason: str | None) -> str:
    """Why something moved, was held or released."""
    return "" if reason is None else tr(REASONS.get(reason, reason))


def bad_cell_words(why: str) -> str:
    """Why a line of a logger's file was not taken."""
    return tr(BAD_CELLS.get(why, why))


KINDS = {
    "received": "Received",
    "loaded": "Into the box",
    "opened": "Vial opened",
    "given": "Given",
    "wasted": "Wasted",
    "returned": "Back into the store",
    "sent-back": "Sent to the depot",
    "counted": "Counted",
    "extra": "More than the label says",
}
STANDINGS = {
    "recalled": "Recalled",
    "expired": "Expired",
    "held": "Held",
    "below-zero": "Count it",
    "soon": "Use first",
    "in-use": "In use",
    "good": "Good",
}
WASTE = {
    "broken": "Broken",
    "hours-over": "Open for too long",
    "expired": "Expired",
    "vvm": "Vial monitor at its end",
    "heat": "Too warm",
    "frozen": "Frozen",
    "contaminated": "Dirty or doubtful",
    "recalled": "Recalled",
    "lost": "Lost",
    "other": "Another reason",
}
COUNT = {
    "not-written-down": "Something was not written down",
    "counted-wrong-before": "Counted wrong before",
    "lost": "Lost",
    "found": "Found",
    "other": "Another reason",
}
SENT_BACK = {
    "not-needed": "Not needed",
    "expired": "Expired",
    "recalled": "Recalled",
    "held": "Held",
    "other": "Another reason",
}
HOLD = {
    "too-warm": "Too warm",
    "too-cold": "Too cold",
    "frozen": "Frozen",
    "vvm": "Vial monitor at its end",
    "other": "Another reason",
}
RELEASE = {
    "supplier-says-good": "The supplier says it is good",
    "shake-test-passed": "The shake test shows no freezing",
    "kept-elsewhere": "It was not in that box",
    "logger-was-wrong": "The logger was wrong",
    "other": "Another reason",
}
HUB_RECALL = {
    "quality": "Its quality is in doubt",
    "reactions": "Unusual reactions after it",
    "label": "Wrong label or packing",
}
WITHDRAW = {
    "wrong-lot": "Typed for the wrong lot",
    "withdrawn": "The recall was withdrawn",
    "other": "Another reason",
}
_AUTOMATIC = {
    "at-loading": "Written down when it was loaded",
    "session-end": "Rest of a vial at the end of the session",
    "replaced": "Rest of a vial that was put away",
    "used-up": "Vial used up",
}
REASONS = _AUTOMATIC | SENT_BACK | WITHDRAW | RELEASE | COUNT | HOLD | WASTE | HUB_RECALL
BAD_CELLS = {
    "missing": "nothing stands there",
    "not-a-time": "it is not a time",
    "not-a-temperature": "it is not a temperature",
    "out-of-range": "no logger can have measured that",
    "in-the-future": "it lies in the future",
}
