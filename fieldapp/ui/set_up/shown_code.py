"""The code that the set-up shows, and what a scanner made of it: every trap in one scan.

It holds the letters that keyboards of other countries swap, both cases, digits, signs, and the
separator of GS1; what should arrive is known to the letter.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from fieldapp.ui.desk.arrival import Arrived
from fieldapp.ui.desk.scan_edit import SEPARATOR
from fieldapp.ui.scanner.present import (
    CheckState,
    how_it_came,
    input_method_advice,
    layout_advice,
    lines_of,
    separator_advice,
)
from fieldapp.ui.words import tr

SHOWN_CODE = "FIELDAPP azqwym AZQWYM 0123456789 -/:;_+=()\x1dend"
EXPECTED = SHOWN_CODE.replace("\x1d", SEPARATOR)
_ALIKE = 0.5
_FIRST_OF_THE_EAST = "\u2e80"  # from here on: Chinese characters, and letters of full width


def is_shown_code(text: str) -> bool:
    """Whether this is the shown code, however it was mangled on its way."""
    return SequenceMatcher(None, text.casefold(), EXPECTED.casefold()).ratio() > _ALIKE


def judge(arrived: Arrived) -> CheckState:
    """What came of the shown code. A prefix that the scanner puts before it does no harm."""
    advice = (*how_it_came(arrived), *_letters(arrived.text))
    lines = (
        *lines_of(arrived),
        (tr("Should be"), EXPECTED if EXPECTED not in arrived.text else tr("just so")),
    )
    good = tr("Nothing to set: this scanner works with this laptop.")
    return CheckState(lines, advice or (good,), "wait" if advice else "ok")


def _letters(text: str) -> Iterable[str]:
    if EXPECTED in text or EXPECTED in text.swapcase():
        return  # of capitals for small letters `how_it_came` tells
    if any(letter >= _FIRST_OF_THE_EAST for letter in text):
        yield input_method_advice()
    bare = EXPECTED.replace(SEPARATOR, "")
    if SEPARATOR not in text:
        yield separator_advice()
    if bare not in text.replace(SEPARATOR, ""):
        yield layout_advice()
