"""Whole numbers shared out in proportion, by the largest remainder; of equals the first."""

from __future__ import annotations

from collections.abc import Sequence


def shares(total: int, wanted: Sequence[int]) -> list[int]:
    """As much of `total` as is wanted, in proportion to what each wants; nobody gets more."""
    whole = sum(wanted)
    if total >= whole:
        return list(wanted)
    got = [total * one // whole for one in wanted]
    left_over = sorted(range(len(wanted)), key=lambda at: (-(total * wanted[at] % whole), at))
    for at in left_over[: total - sum(got)]:
        got[at] += 1
    return got


def weighted(total: int, weights: Sequence[int], most: Sequence[int | None]) -> list[int]:
    """`total` in proportion to the weights; what is over the most of one goes to the others."""
    got = [0] * len(weights)
    open_to = [at for at, weight in enumerate(weights) if weight > 0 and most[at] != 0]
    while open_to and sum(got) < total:
        left = total - sum(got)
        parts = _parts(left, [weights[at] for at in open_to])
        for at, part in zip(open_to, parts, strict=True):
            limit = most[at]
            got[at] = got[at] + part if limit is None else min(limit, got[at] + part)
        open_to = [at for at in open_to if got[at] != most[at]]
    return got


def _parts(total: int, weights: Sequence[int]) -> list[int]:
    """All of `total`, in proportion."""
    whole = sum(weights)
    got = [total * one // whole for one in weights]
    left_over = sorted(range(len(weights)), key=lambda at: (-(total * weights[at] % whole), at))
    for at in left_over[: total - sum(got)]:
        got[at] += 1
    return got
