"""What is held for neighbours goes on a stick too, each parcel a sealed file of its own.

The hub reads it like any other; its answer brings the owner's receipts, which wait here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fieldapp.journal import parcels
from fieldapp.journal.errors import JournalError
from fieldapp.journal.files import write_whole
from fieldapp.journal.journal import Journal
from fieldapp.journal.parcels import HeldParcel
from fieldapp.sync.errors import NeedsPerson

SUFFIX = ".vxb"


class ParcelsUnwritable(NeedsPerson):
    """The stick did not take them."""

    happened = "The stick did not take the records held for other laptops."
    safe = "Everything is still on this laptop; nothing counts as handed in."
    next_step = "See that the stick is in, has room and may be written to, then try again."


@dataclass(frozen=True, slots=True)
class Carried:
    """The files that were written, and the doses of neighbours in them."""

    files: tuple[Path, ...] = ()
    doses: int = 0

    def in_words(self) -> str:
        """For a person; empty for nothing."""
        if not self.files:
            return ""
        return f"{self.doses} doses held for other laptops are in {len(self.files)} more files."


def write_parcels(journal: Journal, folder: Path) -> Carried:
    """Write everything held for others into a folder. Raises ParcelsUnwritable; safe to repeat."""
    files: list[Path] = []
    doses = 0
    for one in parcels.held(journal):
        bundle = parcels.bundle_of(journal, one.no)
        if bundle is None:
            continue
        file = folder / file_name(one)
        try:
            write_whole(file, bundle, durable=True)
        except JournalError as fault:
            raise ParcelsUnwritable from fault
        files.append(file)
        doses += one.place.doses
    return Carried(tuple(files), doses)


def file_name(one: HeldParcel) -> str:
    """The same parcel has the same name, and no two share one; no name of a person or place."""
    place = one.place
    end = f"{place.epoch.hex()[:6]}-{place.last_seq}-{place.last_hash.hex()[:6]}"
    return f"held-{one.device}-{end}{SUFFIX}"
