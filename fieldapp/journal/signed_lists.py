"""Lists that the hub numbers and signs: of each kind the newest that this laptop heard.

An older list never replaces a newer one, whatever road it comes by.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from nacl.signing import VerifyKey

from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import settings
from fieldapp.journal.hub_link import enrolment
from fieldapp.journal.journal import Journal
from fieldapp.wire.errors import BadSignature, WireError


class Numbered(Protocol):
    """A list of which there are editions."""

    @property
    def version(self) -> int:
        """Counts up with every edition."""
        ...


Read = TypeVar("Read", bound=Numbered)


@dataclass(frozen=True, slots=True)
class SignedList(Generic[Read]):
    """One kind: under which name it is kept, what it is called in errors, its name in requests; how
    it is read, whether it is of a hub (by id), and what is raised of an older one."""

    kept: str
    what: str
    cursor: str
    read: Callable[[bytes, VerifyKey], Read]
    is_of: Callable[[Read, bytes], bool]
    older: type[FieldAppError]

    def store(self, j: Journal, raw: bytes) -> Read:
        """Keep a list that our hub signed; the same one again changes nothing.

        Raises what `older` is, BadSignature, Undecodable, NewerFormat.
        """
        read = self._proven(j, raw)
        with j.db.transaction():
            known = self.newest(j)
            if known is not None and read.version < known.version:
                raise self.older()
            if known is None or read.version > known.version:
                settings.write(j.db, self.kept, raw)
        return read

    def newest(self, j: Journal) -> Read | None:
        """The list in force; None before the first."""
        raw = settings.read(j.db, self.kept)
        if raw is None:
            return None
        try:
            return self._proven(j, raw)
        except WireError:
            return None  # of a hub that was left, or of a newer program

    def cursors(self, j: Journal) -> list[tuple[str, int]]:
        """What a request says of the list that is here."""
        known = self.newest(j)
        return [] if known is None else [(self.cursor, known.version)]

    def version(self, j: Journal) -> int:
        """Of the list that is here; 0 before the first."""
        known = self.newest(j)
        return 0 if known is None else known.version

    def newer_than(self, j: Journal, version: int) -> list[bytes]:
        """The list as the hub signed it, for whoever has this version; nothing for the same."""
        raw = settings.read(j.db, self.kept)
        return [raw] if raw is not None and self.version(j) > version else []

    def _proven(self, j: Journal, raw: bytes) -> Read:
        joined = enrolment(j)
        if joined is None:
            raise BadSignature(what=self.what, who="our hub")
        read = self.read(raw, VerifyKey(joined.hub_verify_key))
        if not self.is_of(read, joined.hub_id):
            raise BadSignature(what=self.what, who="our hub")
        return read
