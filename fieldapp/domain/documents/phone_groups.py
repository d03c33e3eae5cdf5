"""How a telephone number is shown: in groups that can be read out and dialled, or masked in lists.

Takes E.164; anything else is shown as it is.
"""

from __future__ import annotations

import re

_CHINESE_MOBILE = re.compile(r"\+86(1\d{2})(\d{4})(\d{4})")
_CHINESE_LANDLINE = re.compile(r"\+86(10|2\d|[3-9]\d{2})(\d{3,4})(\d{4})")
_FOREIGN = re.compile(r"\+(7|1|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)")
_HIDDEN = "••••"


def grouped(number: str) -> str:
    """138 1234 5678, 0537 321 4567, +234 803 555 8841."""
    if mobile := _CHINESE_MOBILE.fullmatch(number):
        return " ".join(mobile.groups())
    if landline := _CHINESE_LANDLINE.fullmatch(number):
        return f"0{' '.join(landline.groups())}"
    if foreign := _FOREIGN.fullmatch(number):
        return f"+{foreign[1]} {' '.join(_threes(foreign[2]))}"
    return number


def masked(number: str) -> str:
    """The same with its middle hidden: enough to know it again, too little to call."""
    parts = grouped(number).split(" ")
    if len(parts) < 3:
        return f"{_HIDDEN} {number[-4:]}" if len(number) > 6 else _HIDDEN
    return f"{parts[0]} {_HIDDEN} {parts[-1]}"


def _threes(digits: str) -> list[str]:
    """Groups of three, the last of up to five where fewer than two would be left."""
    groups = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    if len(groups) > 1 and len(groups[-1]) < 2:
        groups[-2:] = [groups[-2] + groups[-1]]
    return groups
