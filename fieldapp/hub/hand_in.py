"""Pages on their way into the hub, by whatever road: take them in, and say how far it then holds.

What the web request and the USB stick have in common; who may hand in what is theirs to decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from fieldapp.hub.devices import Device
from fieldapp.hub.ingest import Taken, end_of, take_in
from fieldapp.hub.pages import ProvenPage, Refused
from fieldapp.hub.tree import Trees, furthest, holds
from fieldapp.wire.messages import HeadHeld

BARE = "Records of this page came without what they say, and this hub never erased them."


@dataclass(frozen=True, slots=True)
class CameIn:
    """What was not taken: pages that still lack a parent, and those of which the hub holds nothing
    because they say nothing."""

    lacking: list[ProvenPage]
    bare: list[ProvenPage]

    @property
    def refused(self) -> list[Refused]:
        """The bare ones, as an answer names them."""
        return [(page.frame.epoch, page.frame.base_seq, BARE) for page in self.bare]


def take_all_in(
    trees: Trees,
    owners: Mapping[int, Device],
    proven: Sequence[ProvenPage],
    now_s: int,
    took: Callable[[ProvenPage, Taken], None] = lambda _page, _taken: None,
) -> CameIn:
    """Store pages inside the caller's write transaction; `took` hears what became of each.

    `owners` are read in it, too: a revocation may have come since the pages were proven.
    """
    orphans: list[ProvenPage] = []
    bare: list[ProvenPage] = []
    for page in proven:
        late = owners[page.frame.device].revoked_s is not None
        taken = take_in(trees, page, now_s=now_s, late=late)
        took(page, taken)
        if taken is Taken.ORPHAN:
            orphans.append(page)
        elif taken is Taken.BARE:
            bare.append(page)
    return CameIn([page for page in orphans if not holds(trees, end_of(page))], bare)


def held_beyond(trees: Trees, heads: Iterable[HeadHeld]) -> list[HeadHeld]:
    """How far the hub holds the branch of each of these events; those it lacks are left out."""
    return [furthest(trees, head) for head in heads if holds(trees, head)]


def each_once(heads: Iterable[HeadHeld]) -> list[HeadHeld]:
    """Every event once, without the beginnings of epochs."""
    return list({head.hash: head for head in heads if head.seq > 0}.values())
