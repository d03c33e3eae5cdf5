"""The number on a receipt: laptop, running number, and a mark that only this very record has.

    71-00123-K7QF        laptop 71, its receipt 123, mark of the event's hash

The running number is of one laptop, so two laptops never share it. A cloned disk or a restored
backup may count the same number again; but the mark is taken from the hash of the recorded
payment, which holds the whole history before it, so the two slips read differently, each slip can
be checked against its record, and two records with one running number are seen by whoever has both.
"""

from __future__ import annotations

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: nothing that is misread by hand
_MARK_LETTERS = 4
_BITS = 5


def receipt_number(series: int, number: int, event_id: bytes) -> str:
    """The number as printed and said. `event_id` is the hash of the payment's record."""
    return f"{series}-{number:05d}-{mark(event_id)}"


def mark(event_id: bytes) -> str:
    """Four letters, 20 bits, of a record's hash."""
    value = int.from_bytes(event_id[:8], "big") >> (64 - _MARK_LETTERS * _BITS)
    letters = [_ALPHABET[value >> (_BITS * place) & 31] for place in reversed(range(_MARK_LETTERS))]
    return "".join(letters)
