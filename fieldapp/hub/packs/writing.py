"""A pack by a command: the requests on a stick in, one file for all of their laptops out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fieldapp.hub.errors import FileUnwritable
from fieldapp.hub.packs.making import Pack, make_pack
from fieldapp.hub.packs.requests import requests_at
from fieldapp.hub.regions.leases import LIFE_S
from fieldapp.hub.regions.people import Judge, no_judge
from fieldapp.hub.regions.snapshot import take_due
from fieldapp.hub.regions.stick import publish_all
from fieldapp.hub.running import Hub, unix_time
from fieldapp.hub.store import open_store
from fieldapp.hub.web.audit import OPERATOR, note
from fieldapp.hub.whole_file import whole_file
from fieldapp.wire.pack import SUFFIX

ACT = "laptops-packed"
_DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class PackWritten:
    """What a pack holds, and for which laptops; `names` are their teams'."""

    file: Path
    devices: tuple[int, ...]
    names: tuple[str, ...]
    refused: tuple[str, ...]
    edition: int | None
    size: int

    def as_json(self) -> dict[str, object]:
        """The object that `hub pack --json` prints."""
        return {
            "file": str(self.file),
            "devices": list(self.devices),
            "refused": list(self.refused),
            "registry": self.edition,
            "bytes": self.size,
        }

    def in_words(self) -> str:
        """The same for a person."""
        whose = ", ".join(
            f"{no} ({name})" for no, name in zip(self.devices, self.names, strict=True)
        )
        registry = "without a pocket registry" if self.edition is None else "with the registry"
        return (
            f"{self.file}: {self.size:,} bytes, {registry}, for laptop {whose}.\n"
            f"On each of them, within {LIFE_S // _DAY_S} days: fieldapp enrol --pack FILE"
        )


def write_pack(
    data: Path,
    place: Path,
    out: Path | None = None,
    judge: Judge = no_judge,
    *,
    with_registry: bool = True,
    database: str | None = None,
    now_s: Callable[[], int] = unix_time,
) -> PackWritten:
    """Take in whoever asks at `place`, a folder or a file, and write their pack beside it or to
    `out`; also while the hub serves. Safe to repeat.

    Raises HubMissing, NoRequests, RequestUnreadable, NobodyAdmitted, FileUnwritable.
    """
    requests = requests_at(place)
    folder = place if place.is_dir() else place.parent
    store = open_store(data, database=database)
    try:
        hub = Hub(store, now_s)
        publish_all(hub, judge)
        take_due(store, judge, now_s=now_s())
        made = make_pack(hub, requests, with_registry=with_registry)
        file = out or folder / name_of(made)
        with made.closing:
            _write(file, made.pieces())
        with store.writing() as connection:
            for device in made.devices:
                note(connection, store.keys, now_s(), OPERATOR, ACT, f"laptop {device.no}")
    finally:
        store.close()
    names = tuple(device.name for device in made.devices)
    numbers = tuple(device.no for device in made.devices)
    return PackWritten(file, numbers, names, made.refused, made.edition, made.size)


def name_of(made: Pack) -> str:
    """Of its file, without a name of a person or place."""
    numbers = [str(device.no) for device in made.devices]
    which = numbers[0] if len(numbers) == 1 else f"{numbers[0]}-to-{numbers[-1]}"
    return f"pack-{which}{SUFFIX}"


def _write(file: Path, pieces: Iterator[bytes]) -> None:
    try:
        with whole_file(file) as stream:
            stream.writelines(pieces)
    except OSError as error:
        raise FileUnwritable(file=file.name, why=error.strerror or "unknown reason") from error
