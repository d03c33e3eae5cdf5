"""Bytes as letters that people type, read out and copy: Crockford's base32 in groups of four.

Reading takes any case, full-width forms, spaces and dashes anywhere, O for 0, I and L for 1.
"""

from __future__ import annotations

import unicodedata

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("OIL", "011")
_GROUP = 4
_MOST_TYPED_A_LETTER = 12


def spell(data: bytes) -> str:
    """XXXX-XXXX-...; the number of bytes must be a multiple of 5."""
    number, length = int.from_bytes(data, "big"), len(data) * 8 // 5
    letters = "".join(_ALPHABET[number >> (5 * at) & 31] for at in reversed(range(length)))
    return "-".join(letters[at : at + _GROUP] for at in range(0, length, _GROUP))


def unspell(text: str, size: int) -> bytes:
    """So many bytes back. Raises ValueError, which never repeats what was typed as a whole."""
    length = size * 8 // 5
    typed = unicodedata.normalize("NFKC", text[: length * _MOST_TYPED_A_LETTER]).upper()
    letters = "".join(c for c in typed if not _is_between(c)).translate(_LOOKALIKES)
    if len(letters) != length:
        raise ValueError(f"it has {len(letters)} characters instead of {length}")
    number = 0
    for letter in letters:
        value = _ALPHABET.find(letter)
        if value < 0:
            raise ValueError(f"{letter} is never part of one")
        number = number << 5 | value
    return number.to_bytes(size, "big")


def _is_between(character: str) -> bool:
    """Whether people or keyboards put it between the groups: spaces and any kind of dash."""
    return character.isspace() or unicodedata.category(character) == "Pd"
