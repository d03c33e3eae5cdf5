"""What a meeting of two laptops came to, in words: what both counted, and what is news here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fieldapp.ui.words import sentences, tr

if TYPE_CHECKING:
    from fieldapp.sync.neighbours.tally import Learned, Met

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class MetWords:
    """`counted` is told of every meeting; `news`, empty for none, stays until there is other."""

    counted: str
    news: str = ""


def met_words(met: Met) -> MetWords:
    """What both ends counted, and what the hub says by way of the neighbour."""
    words = tr(
        "{name}: {given} doses handed over, {taken} taken; it holds {theirs} of ours, "
        "we hold {ours}. Both counted the same."
    ).format(
        name=met.name,
        given=met.given.doses,
        taken=met.taken.doses,
        theirs=met.it_holds.doses,
        ours=met.we_hold.doses,
    )
    if met.confirmed:
        confirmed = tr("Newly confirmed by its receipts: {n}").format(n=met.confirmed)
        words = sentences(words, confirmed)
    if met.learned.refused:
        strange = tr("Lists it brought that do not hold: {n}. They changed nothing.")
        words = sentences(words, strange.format(n=met.learned.refused))
    return MetWords(words, news_words(met.learned))


def news_words(learned: Learned) -> str:
    """What people must know of it; empty for nothing."""
    said = []
    if learned.recalled:
        words = tr("Learned from the neighbour: lot {lot} recalled.")
        said.append(words.format(lot=_named([lot for _, lot in learned.recalled])))
    if learned.lifted:
        words = tr("Learned from the neighbour: lot {lot} may be used again.")
        said.append(words.format(lot=_named([lot for _, lot in learned.lifted])))
    if learned.shut_out:
        words = tr("Learned from the neighbour: the hub closed the access of {name}.")
        said.append(words.format(name=_named(learned.shut_out)))
    return sentences(*said)


def _named(names: Sequence[str]) -> str:
    named = tr(", ").join(names[:_MOST_NAMED])
    left = len(names) - _MOST_NAMED
    return named if left <= 0 else tr("{names} and {n} more").format(names=named, n=left)
