"""The pocket registry on this laptop: `registry.vxp` beside the journal.

The file says nothing without the secret of the lease; nothing in it is of this laptop's making, so
no backup holds it.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from nacl.signing import VerifyKey

from fieldapp.domain.client import Document
from fieldapp.journal.errors import JournalError, NotEnrolled
from fieldapp.journal.hub_link import enrolment
from fieldapp.journal.journal import Journal
from fieldapp.wire.errors import WireError
from fieldapp.wire.registry.entry import Holding
from fieldapp.wire.registry.head import MAGIC, MOST_HEAD_BYTES, Head, decode_head, head_length
from fieldapp.wire.registry.key import slow_key
from fieldapp.wire.registry.reading import look_up as look_up_key

REGISTRY_FILE = "registry.vxp"
_START_BYTES = 8


class RegistryUnusable(JournalError):
    """The file is none, is another hub's, or was changed on its way."""

    happened = "This pocket registry cannot be used: {why}."
    safe = "The one that is on this laptop stays; no record is touched."
    next_step = "Ask the hub for a fresh copy."


@dataclass(frozen=True, slots=True)
class Kept:
    """The registry that is here: its proven head, and where its entries begin."""

    path: Path
    head: Head
    body_at: int

    def look_up(self, secret: bytes, documents: Iterable[Document]) -> list[Holding]:
        """What is known of the holder of these documents; some 50 ms a document. Raises WireError.

        Two documents of one person find the same; what they find differently is told, too.
        """
        found: dict[Holding, None] = {}
        with self.path.open("rb") as file:
            for document in documents:
                key = slow_key(secret, document.kind, document.number)
                found |= dict.fromkeys(look_up_key(file, self.head, self.body_at, key))
        return list(found)


def kept(journal: Journal) -> Kept | None:
    """The registry of this laptop's hub; None when there is none that can be read."""
    path, joined = journal.home / REGISTRY_FILE, enrolment(journal)
    if joined is None:
        return None
    try:
        beginning = beginning_of(path)
        head = read_head(journal, beginning)
    except (OSError, RegistryUnusable):
        return None
    return Kept(path, head, len(beginning))


def is_registry(file: Path) -> bool:
    """Whether a file begins like a registry; one that cannot be read does not."""
    with suppress(OSError), file.open("rb") as stream:
        return stream.read(len(MAGIC)) == MAGIC
    return False


def beginning_of(path: Path, begins_at: int = 0) -> bytes:
    """The bytes up to the first entry, unproven, of the registry that begins there in a file.

    Raises RegistryUnusable, OSError."""
    with path.open("rb") as file:
        file.seek(begins_at)
        start = file.read(_START_BYTES)
        try:
            return start + file.read(min(head_length(start), MOST_HEAD_BYTES) - len(start))
        except WireError as error:
            raise RegistryUnusable(why="it is not a pocket registry") from error


def read_head(journal: Journal, beginning: bytes) -> Head:
    """The head, if this laptop's hub signed it. Raises RegistryUnusable, NotEnrolled."""
    joined = enrolment(journal)
    if joined is None:
        raise NotEnrolled
    try:
        head = decode_head(beginning, VerifyKey(joined.hub_verify_key))
    except WireError as error:
        raise RegistryUnusable(why="it was not signed by this laptop's hub") from error
    if head.hub != joined.hub_id:
        raise RegistryUnusable(why="it is another hub's")
    return head
