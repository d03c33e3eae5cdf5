"""The hub's pack at the laptop: proven whole before anything of it is believed, then kept like what
a sync brings. Safe to repeat and to interrupt: what is here already is passed over.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from nacl.signing import VerifyKey

from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import asked, hub_link
from fieldapp.journal.hub_link import Enrolment
from fieldapp.journal.journal import Journal
from fieldapp.journal.registry_arrival import RegistryNotNewer, take_file
from fieldapp.journal.roster import find
from fieldapp.sync.errors import AlreadyEnrolled
from fieldapp.sync.pulls import keep_carried
from fieldapp.wire.enrolment import read_answer
from fieldapp.wire.errors import NewerFormat, WireError
from fieldapp.wire.messages import EnrolReply
from fieldapp.wire.pack import (
    MAGIC,
    PackHead,
    is_pack_file,
    prove_rest,
    read_blobs,
    read_head,
    read_signed_head,
    read_unproven,
)


class NoPack(FieldAppError):
    """It cannot be used here; this one is damaged, or no pack at all."""

    happened = "The pack {file} is damaged or cut short."
    safe = "Nothing was changed, and every record is where it was."
    next_step = "Copy it to the stick again, and take the stick out only when it says so."


class PackForOthers(NoPack):
    """This laptop's request is not among those that it answers."""

    happened = "The pack {file} is for other laptops."
    next_step = "Let this laptop ask, and have a pack written at the hub from its request."


class PackForTwin(NoPack):
    """Two laptops were given one code, and the other one asked first."""

    happened = "The pack {file} answers another laptop that was given the same code."
    next_step = "Ask your supervisor for a new code, and let this laptop ask again with it."


class PackTooOld(NoPack):
    """Its keys open nothing any more."""

    happened = "The pack {file} is too old, or this laptop’s date is wrong."
    next_step = "Check the date. Then have the pack written again at the hub."


class PackOfNewerProgram(NoPack):
    """The hub is ahead of this laptop."""

    happened = "The pack {file} was written by a newer program than this."
    next_step = "Update the program on this laptop, then read the stick again."


class PackBrokeOff(NoPack):
    """The stick was taken out too early; this laptop has joined already."""

    happened = "The pack {file} could not be read to its end."
    safe = "What came so far is kept, and every record is where it was."
    next_step = "Put the stick in and read it once more: it goes on."


@dataclass(frozen=True, slots=True)
class ProvenPack:
    """A whole pack of our hub for this laptop. `reply` is its answer to what this laptop asked;
    None where it has joined already. `at`: where the first blob begins."""

    file: Path
    head: PackHead
    at: int
    reply: EnrolReply | None


@dataclass(frozen=True, slots=True)
class PackTaken:
    """What came of it: people told of by new segments, people here in all, the edition of the
    pocket registry that came."""

    device: int
    people: int
    in_all: int
    edition: int | None

    def as_json(self) -> dict[str, object]:
        """The object that `enrol --pack --json` prints."""
        return {
            "device": self.device,
            "people": self.people,
            "in_all": self.in_all,
            "registry": self.edition,
        }

    def in_words(self) -> str:
        """The same for a person."""
        came = f"{self.people} people came with the pack; {self.in_all} are here now."
        if self.edition is None:
            return came
        return f"{came} The pocket registry, edition {self.edition}, is here."


def is_pack(file: Path) -> bool:
    """Whether a file is a pack; one that cannot be read is not."""
    with suppress(OSError), file.open("rb") as stream:
        return is_pack_file(stream.read(len(MAGIC)))
    return False


def prove_pack(journal: Journal, file: Path) -> ProvenPack:
    """Read all of it and change nothing. Raises NoPack, AlreadyEnrolled."""
    try:
        with file.open("rb") as stream:
            signed = read_signed_head(stream)
            reply = _answer(journal, file, read_unproven(signed))
            head = read_head(signed, _hub_key(journal, reply))
            at = stream.tell()
            if int(journal.clock.now().timestamp()) > head.until:
                raise PackTooOld(file=file.name)
            prove_rest(stream, head)
    except NewerFormat as fault:
        raise PackOfNewerProgram(file=file.name) from fault
    except (OSError, WireError) as fault:
        raise NoPack(file=file.name) from fault
    return ProvenPack(file, head, at, reply)


def _answer(journal: Journal, file: Path, head: PackHead) -> EnrolReply | None:
    """The hub's answer to what this laptop asked; None for a laptop that joined before and is
    named. Raises NoPack, AlreadyEnrolled, WireError."""
    joined, question = hub_link.enrolment(journal), asked.read(journal)
    for one in head.laptops:
        if question is not None and one.code_id == question.code.code_id:
            reply = read_answer(one.answer, question.code)
            if reply.nonce != question.nonce:
                raise PackForTwin(file=file.name)
            if joined is not None and joined.hub_id != reply.hub:
                raise AlreadyEnrolled(hub_url=joined.hub_url)
            return reply
    if joined is not None and _is_named(joined, head):
        return None
    raise PackForOthers(file=file.name)


def _is_named(joined: Enrolment, head: PackHead) -> bool:
    """Another hub's laptops have the same numbers."""
    return head.hub == joined.hub_id and joined.device in {one.device for one in head.laptops}


def _hub_key(journal: Journal, reply: EnrolReply | None) -> VerifyKey:
    joined = hub_link.enrolment(journal)
    if reply is not None:
        return VerifyKey(reply.verify_key)
    return VerifyKey(joined.hub_verify_key if joined else b"")


def take_pack(journal: Journal, pack: ProvenPack) -> PackTaken:
    """Keep all that it brings, once this laptop has joined. Raises PackBrokeOff, DiskFull."""
    people = 0
    try:
        with pack.file.open("rb") as stream:
            stream.seek(pack.at)
            for raw in read_blobs(stream, pack.head):
                people += keep_carried(journal, raw)
    except (OSError, WireError) as fault:
        raise PackBrokeOff(file=pack.file.name) from fault
    joined = hub_link.enrolment(journal)
    device = joined.device if joined else 0
    return PackTaken(device, people, find.count(journal), _take_registry(journal, pack))


def _take_registry(journal: Journal, pack: ProvenPack) -> int | None:
    if not pack.head.registry_bytes:
        return None
    try:
        return take_file(journal, pack.file, pack.at + pack.head.blobs_bytes).edition
    except RegistryNotNewer as known:
        return known.edition
