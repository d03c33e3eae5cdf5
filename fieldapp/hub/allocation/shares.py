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


def weighted(
    total: int,
    weights: Sequence[int],
    most: Sequence[int | None],
    has: Sequence[int] | None = None,
) -> list[int]:
    """`total`, so that what each `has` before and what it gets are together in proportion to the
    weights; what is over the most of one goes to the others."""
    before, got = has or [0] * len(weights), [0] * len(weights)
    open_to = [at for at, weight in enumerate(weights) if weight > 0 and most[at] != 0]
    while open_to and sum(got) < total:
        parts = _levelled(total - sum(got), open_to, weights, before)
        full = {at: most[at] or 0 for at in parts if _is_over(parts[at], most[at])}
        for at, part in (full or parts).items():
            got[at] = part
        open_to = [at for at in open_to if at not in full] if full else []
    return got


def _is_over(part: int, most: int | None) -> bool:
    return most is not None and part > most


def _levelled(
    total: int, among: Sequence[int], weights: Sequence[int], has: Sequence[int]
) -> dict[int, int]:
    """All of `total`: who has more than its part of the whole already gets nothing."""
    among = list(among)
    while True:
        pool, whole = total + sum(has[at] for at in among), sum(weights[at] for at in among)
        poor = [at for at in among if has[at] * whole <= pool * weights[at]]
        if len(poor) == len(among):
            break
        among = poor
    parts = _parts(pool, [weights[at] for at in among])
    return {at: part - has[at] for at, part in zip(among, parts, strict=True)}


def _parts(total: int, weights: Sequence[int]) -> list[int]:
    """All of `total`, in proportion."""
    whole = sum(weights)
    got = [total * one // whole for one in weights]
    left_over = sorted(range(len(weights)), key=lambda at: (-(total * weights[at] % whole), at))
    for at in left_over[: total - sum(got)]:
        got[at] += 1
    return got
