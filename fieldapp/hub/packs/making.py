"""Makes a pack: who is admitted, and every blob that a first sync would bring them, once each."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from types import MappingProxyType
from typing import BinaryIO

from fieldapp.hub.asking import Asking
from fieldapp.hub.devices import Device, devices
from fieldapp.hub.enrolment import admit
from fieldapp.hub.packs.errors import (
    NobodyAdmitted,
    NoRoomForPack,
    RequestUnreadable,
    TooManyRequests,
)
from fieldapp.hub.pulls import SOURCES
from fieldapp.hub.regions import leases
from fieldapp.hub.registry.build import REGISTRY_FILE
from fieldapp.hub.registry.serving import edition_in
from fieldapp.hub.running import Hub
from fieldapp.wire import bookings
from fieldapp.wire.enrolment import read_request
from fieldapp.wire.errors import WireError
from fieldapp.wire.pack import MOST_LAPTOPS, Admitted, PackHead, write_beginning
from fieldapp.wire.roster_file import framed

NOTHING_YET: Mapping[str, int] = MappingProxyType({leases.CURSOR: 0, bookings.CURSOR: 0})
"""What a laptop that has just joined says of what is there."""
_STEP_BYTES = 1024 * 1024


@dataclass
class Pack:
    """A pack that is ready to be written, once. `refused`: what those call their teams who were not
    taken in; `edition`: that of the pocket registry in it, if there is one."""

    devices: tuple[Device, ...]
    refused: tuple[str, ...]
    edition: int | None
    size: int
    beginning: bytes
    parts: tuple[BinaryIO, ...]
    closing: ExitStack

    def pieces(self) -> Iterator[bytes]:
        """Its bytes; what it is made of is let go at the end, or when nobody wants more."""
        with self.closing:
            yield self.beginning
            for part in self.parts:
                part.seek(0)
                yield from _steps(part)


def make_pack(hub: Hub, requests: Sequence[bytes], *, with_registry: bool = True) -> Pack:
    """Admit whoever asks with a good code, and gather what they need; safe to repeat: a laptop
    keeps its number. Raises TooManyRequests, RequestUnreadable, NobodyAdmitted, NoRoomForPack."""
    if len(requests) > MOST_LAPTOPS:
        raise TooManyRequests(n=len(requests), most=MOST_LAPTOPS)
    admitted, refused = _admitted(hub, requests)
    try:
        return _gathered(hub, admitted, refused, with_registry=with_registry)
    except OSError as error:
        raise NoRoomForPack(why=error.strerror or "unknown reason") from error


def _gathered(
    hub: Hub, admitted: tuple[Admitted, ...], refused: tuple[str, ...], *, with_registry: bool
) -> Pack:
    now_s = hub.now_s()
    with hub.store.reading() as connection:
        joined = tuple(devices(connection, [one.device for one in admitted]).values())
    with ExitStack() as opened:
        blobs = opened.enter_context(tempfile.TemporaryFile())
        for blob in _blobs(hub, joined, now_s):
            blobs.write(framed(blob))
        registry = _registry(hub, opened) if with_registry else None
        parts = tuple(part for part in (blobs, registry[0] if registry else None) if part)
        head = _head(hub, now_s, admitted, parts)
        beginning = write_beginning(head, hub.key)
        size = len(beginning) + head.blobs_bytes + head.registry_bytes
        edition = registry[1] if registry else None
        return Pack(joined, refused, edition, size, beginning, parts, opened.pop_all())


def _admitted(hub: Hub, requests: Sequence[bytes]) -> tuple[tuple[Admitted, ...], tuple[str, ...]]:
    """Who is taken in, and the teams of those who are not."""
    admitted: list[Admitted] = []
    refused: list[str] = []
    for request in requests:
        try:
            one, team = admit(hub, request), read_request(request).team
        except WireError as error:
            why = error.details.get("why", "it is of a newer program")
            raise RequestUnreadable(why=why) from error
        if one is None:
            refused.append(team)
        else:
            admitted.append(one)
    if not admitted:
        raise NobodyAdmitted
    return tuple(admitted), tuple(refused)


def _blobs(hub: Hub, laptops: Sequence[Device], now_s: int) -> Iterator[bytes]:
    """What each of them lacks. Kind by kind, since every lease must come before what it opens; and
    what several of them get is there once."""
    everybody = [Asking(hub, one, NOTHING_YET, now_s, by_stick=True) for one in laptops]
    seen: set[bytes] = set()
    for source in SOURCES:
        for asking in everybody:
            for blob in source(asking):
                digest = hashlib.sha256(blob).digest()
                if digest not in seen:
                    seen.add(digest)
                    yield blob


def _registry(hub: Hub, opened: ExitStack) -> tuple[BinaryIO, int] | None:
    """The hub's pocket registry as it is now, even if a newer one takes its place meanwhile."""
    try:
        file = opened.enter_context((hub.store.folder / REGISTRY_FILE).open("rb"))
    except FileNotFoundError:
        return None
    edition = edition_in(hub, file)
    return None if edition is None else (file, edition)


def _head(
    hub: Hub, now_s: int, admitted: tuple[Admitted, ...], parts: Sequence[BinaryIO]
) -> PackHead:
    digest = hashlib.sha256()
    for part in parts:
        part.seek(0)
        for step in _steps(part):
            digest.update(step)
    sizes = [part.tell() for part in parts]
    return PackHead(
        hub=hub.store.keys.hub_id,
        issued=now_s,
        until=now_s + leases.LIFE_S,
        laptops=admitted,
        blobs_bytes=sizes[0],
        registry_bytes=sum(sizes[1:]),
        digest=digest.digest(),
    )


def _steps(stream: BinaryIO) -> Iterator[bytes]:
    while step := stream.read(_STEP_BYTES):
        yield step
