"""The verb: take whatever the hub gave for this laptop from a stick, in the order of its weight.

A pack first, for it lets a new laptop join; then receipts, since doses wait for them; then the
roster and the pocket registry. Safe to repeat: what is here already is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from fieldapp.actions.enrol_by_stick import join_by_pack
from fieldapp.domain.clock import Clock
from fieldapp.journal.journal import Journal
from fieldapp.journal.registry import RegistryUnusable, is_registry
from fieldapp.journal.registry_arrival import RegistryNotNewer, take_file
from fieldapp.sync.pack import NoPack, is_pack
from fieldapp.sync.roster_stick import NoRoster, is_roster, read_roster
from fieldapp.sync.stick import ANSWER_SUFFIX, NoReceipts, ReadBack, read_answer


@dataclass(frozen=True, slots=True)
class FromStick:
    """What was there for us. `files` held receipts; `confirmed` doses of ours are so newly, and
    `carried` are neighbours'. `people` came with a roster, `edition` is that of a new registry;
    None where the stick had none. `device`: a pack took this laptop in under that number; `refused`
    says why a pack could not be used."""

    files: int = 0
    confirmed: int = 0
    carried: int = 0
    people: int | None = None
    edition: int | None = None
    device: int | None = None
    refused: NoPack | None = None

    @property
    def anything(self) -> bool:
        """Whether the stick held anything of our hub."""
        return bool(self.files) or self.people is not None or self.edition is not None


def take_from_stick(journal: Journal, clock: Clock, folder: Path) -> FromStick:
    """Everything of our hub in a folder. Raises NotEnrolled, DiskFull.

    What is of another hub, cut short or damaged is left where it lies: the others may be whole.
    """
    taken = FromStick()
    for file in filter(is_pack, _files(folder)):
        taken = _with_pack(taken, journal, clock, file)
    for file in _receipts(folder):
        taken = _with_receipts(taken, journal, clock, file)
    others = [file for file in _files(folder) if file.suffix != ANSWER_SUFFIX]
    for file in filter(is_roster, others):
        taken = _with_roster(taken, journal, file)
    for file in filter(is_registry, others):
        taken = _with_registry(taken, journal, file)
    return taken


def _files(folder: Path) -> Iterator[Path]:
    """Nothing where the stick was pulled out."""
    inside = sorted(folder.iterdir()) if folder.is_dir() else []
    return (file for file in inside if file.is_file())


def _receipts(folder: Path) -> Iterable[Path]:
    return (file for file in _files(folder) if file.suffix == ANSWER_SUFFIX)


def _with_receipts(taken: FromStick, journal: Journal, clock: Clock, file: Path) -> FromStick:
    try:
        read: ReadBack = read_answer(journal, file, clock)
    except NoReceipts:
        return taken
    confirmed, carried = taken.confirmed + read.confirmed, taken.carried + read.carried
    return replace(taken, files=taken.files + 1, confirmed=confirmed, carried=carried)


def _with_pack(taken: FromStick, journal: Journal, clock: Clock, file: Path) -> FromStick:
    try:
        came = join_by_pack(journal, file, clock)
    except NoPack as refused:
        return replace(taken, refused=refused)
    people = (taken.people or 0) + came.people
    return replace(taken, device=came.device, people=people, edition=came.edition)


def _with_roster(taken: FromStick, journal: Journal, file: Path) -> FromStick:
    try:
        return replace(taken, people=(taken.people or 0) + read_roster(journal, file).people)
    except NoRoster:
        return taken


def _with_registry(taken: FromStick, journal: Journal, file: Path) -> FromStick:
    try:
        return replace(taken, edition=take_file(journal, file).edition)
    except RegistryNotNewer as known:
        return replace(taken, edition=known.edition)
    except RegistryUnusable:
        return taken
