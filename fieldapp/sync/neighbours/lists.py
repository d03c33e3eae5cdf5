"""The hub's signed lists go on from laptop to laptop, once the records are over: the newer wins.

Only what the hub signed for everybody travels. What comes is believed as if it came from the hub,
by its signature and its version; a neighbour can withhold a list, and cannot make one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from fieldapp.journal import recalls, trusted
from fieldapp.journal.erasure import orders
from fieldapp.journal.journal import Journal
from fieldapp.sync.errors import SyncError
from fieldapp.sync.neighbours.errors import MeetingCut, NotALaptop
from fieldapp.sync.neighbours.proving import Talk
from fieldapp.sync.neighbours.tally import Learned
from fieldapp.sync.pulls import KINDS, HandedOn, keep_signed
from fieldapp.wire.errors import WireError
from fieldapp.wire.neighbour import MAX_LIST_BYTES, MOST_LISTS, Known, Listed, Told

MOST_BYTES = 2 * 1024 * 1024
"""At one meeting, each way; what is left over goes at the next one."""
OF_ALL = tuple(kind for kind in KINDS if kind.handed_on is not None)
"""The kinds that any laptop may carry, the weightiest first."""


@dataclass
class _Exchange:
    """What was said and heard so far. `strange`: what came was no list at all."""

    journal: Journal
    talk: Talk
    theirs: Mapping[str, int] = field(default_factory=dict)
    came: list[bytes] = field(default_factory=list)
    given: int = 0
    strange: int = 0
    whole: bool = False


def exchange_lists(
    journal: Journal, talk: Talk, in_turn: Callable[[Callable[[], None], Callable[[], None]], None]
) -> Learned:
    """Tell each other what is here, hand over what is newer, keep what holds.

    However it ends, the meeting stands: an older program hangs up, and the next meeting goes on.
    Raises only what keeping a list does, such as DiskFull.
    """
    under_way = _Exchange(journal, talk)
    try:
        in_turn(lambda: talk.say(Known(versions(journal))), lambda: _hear_known(under_way))
        in_turn(lambda: _give(under_way), lambda: _take(under_way))
        under_way.whole = True
    except MeetingCut:
        pass
    except SyncError:
        under_way.strange += 1
    return _kept(under_way)


def versions(journal: Journal) -> tuple[tuple[str, int], ...]:
    """What this laptop has of each list; of what it has none, nothing is said."""
    here = [(name, on.version(journal)) for name, on in _handed_on()]
    return tuple((name, version) for name, version in here if version)


def _handed_on() -> Sequence[tuple[str, HandedOn]]:
    return [(kind.name, kind.handed_on) for kind in OF_ALL if kind.handed_on is not None]


def _hear_known(under_way: _Exchange) -> None:
    under_way.theirs = dict(under_way.talk.hear(Known).versions)


def _give(under_way: _Exchange) -> None:
    for raw in _newer_here(under_way.journal, under_way.theirs):
        under_way.talk.say(Listed(raw))
        under_way.given += 1
    under_way.talk.say(Told(under_way.given))


def _newer_here(journal: Journal, theirs: Mapping[str, int]) -> list[bytes]:
    """What the other lacks, as far as one meeting carries it."""
    found: list[bytes] = []
    room = MOST_BYTES
    for name, on in _handed_on():
        for raw in on.newer_than(journal, theirs.get(name, 0)):
            room -= len(raw)
            if len(raw) > MAX_LIST_BYTES or room < 0 or len(found) == MOST_LISTS:
                break  # of this kind nothing after it would follow on
            found.append(raw)
    return found


def _take(under_way: _Exchange) -> None:
    """Read what comes until it ends; it is kept when the line is free."""
    came = under_way.came
    while True:
        match under_way.talk.next_message():
            case Listed(raw) if _is_bounded([*came, raw]):
                came.append(raw)
            case Told(lists) if lists == len(came):
                return
            case _:
                raise NotALaptop


def _is_bounded(lists: Sequence[bytes]) -> bool:
    return len(lists) <= MOST_LISTS and sum(map(len, lists)) <= MOST_BYTES


def _kept(under_way: _Exchange) -> Learned:
    """Keep what holds, each list on its own, and tell what is new here by it."""
    journal, kept = under_way.journal, 0
    before = _Word.now(journal)
    for raw in under_way.came:
        with suppress(WireError):
            keep_signed(journal, raw, OF_ALL)
            kept += 1
    orders.carry_on(journal)  # the receipts of this meeting may cover what has waited
    after = _Word.now(journal)
    return Learned(
        recalled=tuple(sorted(after.recalled - before.recalled)),
        lifted=tuple(sorted(before.recalled - after.recalled)),
        shut_out=tuple(sorted(after.shut_out - before.shut_out)),
        given=under_way.given,
        taken=kept,
        refused=len(under_way.came) - kept + under_way.strange,
        whole=under_way.whole,
    )


@dataclass(frozen=True, slots=True)
class _Word:
    """What the hub's lists say: lots that nobody may use, names of teams that are shut out."""

    recalled: frozenset[tuple[str, str]]
    shut_out: frozenset[str]

    @classmethod
    def now(cls, journal: Journal) -> _Word:
        lots, trust = recalls.recall_list(journal), trusted.trust_list(journal)
        issuers = () if trust is None else trust.issuers
        return cls(
            frozenset((one.vaccine, one.lot) for one in (lots.recalls if lots else ())),
            frozenset(one.name for one in issuers if one.revoked is not None),
        )
