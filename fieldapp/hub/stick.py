"""The USB road at the hub: a bundle comes in as a file, the hub's signed answer goes back as one.

The answer is the same that the web request gets, so a laptop reads it by the same rules. Its nonce
is the SHA-256 of the bundle that it answers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub import memberships, schema, trust_list
from fieldapp.hub.asking import Asking
from fieldapp.hub.devices import Device, devices, heard_from, hold
from fieldapp.hub.erasure import listed
from fieldapp.hub.fold.projector import projected_to
from fieldapp.hub.hand_in import each_once, held_beyond, take_all_in
from fieldapp.hub.ingest import end_of
from fieldapp.hub.lots import heard
from fieldapp.hub.pages import ProvenPage, Refused, prove
from fieldapp.hub.receipts import NEXT_AFTER_S, promise, sign_for
from fieldapp.hub.running import Hub, unix_time
from fieldapp.hub.store import newest_place, open_store
from fieldapp.hub.sync_log.attempts import STICK, Attempt
from fieldapp.hub.tree import Trees, holds, newest
from fieldapp.hub.whole_file import whole_file
from fieldapp.wire.bundle import MAX_BUNDLE_BYTES, read_bundle
from fieldapp.wire.errors import NewerFormat, Undecodable
from fieldapp.wire.messages import HeadHeld, SyncReply, encode_sync_reply
from fieldapp.wire.seal import SealedFrame
from fieldapp.wire.signed import sign

ANSWER_SUFFIX = ".vxr"
_NEWER = "it is damaged, or of a newer program than this hub"


class BundleUnreadable(FieldAppError):
    """The file is no whole bundle for this hub; a stick pulled out too early makes such files."""

    happened = "{file} cannot be taken in: {why}."
    safe = "Nothing of it was stored; the laptop still has its records."
    next_step = "Write the bundle again on the laptop, and take the stick out only when it says so."


class AnswerUnwritable(FieldAppError):
    """The receipts could not be put on the stick."""

    happened = "The receipts could not be written to {file}: {why}."
    safe = "What was handed in is stored."
    next_step = "See that the stick has room and may be written to, and read the bundle again."


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What came of a bundle. `doses` and `events` count what is new to the hub; `uncounted`: pages
    that are stored, by whatever road they came, and that no number shows yet."""

    devices: tuple[int, ...]
    pages: int
    events: int
    doses: int
    lacking: int
    refused: tuple[Refused, ...]
    receipts: int
    uncounted: int
    answer: Path

    def as_json(self) -> dict[str, object]:
        """The object that `hub bundle read --json` prints."""
        return {
            "devices": list(self.devices),
            "pages": self.pages,
            "events": self.events,
            "doses": self.doses,
            "lacking": self.lacking,
            "refused": [[epoch.hex(), first, why] for epoch, first, why in self.refused],
            "receipts": self.receipts,
            "uncounted": self.uncounted,
            "answer": str(self.answer),
        }

    def in_words(self) -> str:
        """The same for a person."""
        whose = ", ".join(map(str, self.devices)) or "no laptop"
        lines = [f"{self.doses} new doses taken in, of device {whose}."]
        if self.lacking or self.refused:
            lines.append(
                f"{self.lacking} pages still lack what came before them,"
                f" {len(self.refused)} were not taken."
            )
        if self.uncounted:
            lines.append(
                f"Pages stored and not counted yet: {self.uncounted}. The hub counts them when it"
                " starts, or takes in the next."
            )
        lines.append(f"Bring the receipts back to the laptop: {self.answer}")
        return "\n".join(lines)


def read_stick(
    data: Path,
    file: Path,
    answer: Path | None = None,
    *,
    database: str | None = None,
    now_s: Callable[[], int] = unix_time,
) -> HandedIn:
    """Take a bundle in and write the receipts beside it, or to `answer`; safe to repeat.

    Raises BundleUnreadable, AnswerUnwritable, HubMissing.
    """
    store = open_store(data, database=database)
    try:
        hub = Hub(store, now_s)
        bundle = _content(file)
        try:
            sealed = read_bundle(bundle, store.keys.box_private)
        except Undecodable as error:
            raise BundleUnreadable(file=file.name, why=error.details["why"]) from error
        except NewerFormat as error:
            raise BundleUnreadable(file=file.name, why=_NEWER) from error
        return _hand_in(hub, bundle, sealed, answer or file.with_suffix(ANSWER_SUFFIX))
    finally:
        store.close()


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(MAX_BUNDLE_BYTES + 1)
    except OSError as error:
        why = error.strerror or "it cannot be read"
        raise BundleUnreadable(file=file.name, why=why) from error


def _hand_in(hub: Hub, bundle: bytes, sealed: Sequence[SealedFrame], answer: Path) -> HandedIn:
    now_s = hub.now_s()
    with hub.store.reading() as connection:
        owners = devices(connection, {page.device for page in sealed})
        before = _numbers(connection)
    proven, refused = prove(sealed, {no: owner.key for no, owner in owners.items()})
    attempt = Attempt(now_s, len(bundle), STICK)
    attempt.refuse(sealed, proven)
    with hub.store.taking_in(()) as connection:
        owners, trees = hold(connection, owners), Trees(connection)
        came = take_all_in(trees, owners, proven, now_s, attempt.took)
        attempt.store(connection)
        heads = _heads(trees, proven, came.lacking)
        promise(connection, each_once(heads), now_s)
        for device in owners:
            heard_from(connection, device, now_s)
    hub.fold()
    with hub.store.reading() as connection:
        after = _numbers(connection)
        uncounted = newest_place(connection) - projected_to(connection)
        nonce = hashlib.sha256(bundle).digest()
        receipts = [sign_for(hub, connection, head, nonce, now_s) for head in heads]
    refused += came.refused
    pulls = _keys_and_names(hub, list(owners.values()), now_s)
    reply = SyncReply(nonce, now_s, tuple(receipts), (), tuple(refused), pulls, NEXT_AFTER_S)
    _write(answer, sign("sync", encode_sync_reply(reply), hub.key))
    return HandedIn(
        tuple(sorted(owners)), len(sealed), after[0] - before[0], after[1] - before[1],
        len(came.lacking), tuple(refused), len(receipts), uncounted, answer,
    )  # fmt: skip


def _keys_and_names(hub: Hub, owners: Sequence[Device], now_s: int) -> tuple[bytes, ...]:
    """A laptop that never has a network hears by stick, too, which lots are recalled, whose cards
    count, who is shut out and what to erase; each takes the membership that is its own."""
    asking = [Asking(hub, one, {}, now_s) for one in owners if one.revoked_s is None]
    recalled = heard.for_stick(hub, [one.device for one in asking], now_s)
    lists = [blob for one in asking[:1] for blob in trust_list.for_laptop(one)]
    members = (blob for one in asking for blob in memberships.for_laptop(one))
    return (*recalled, *lists, *members, *(listed.for_stick(hub, now_s) if asking else ()))


def _heads(
    trees: Trees, proven: Sequence[ProvenPage], lacking: Sequence[ProvenPage]
) -> list[HeadHeld]:
    """What to sign for: how far each branch is held, and the bundle's very end, by which a
    neighbour that carries it knows it; of an epoch that lacks something, how far it really is,
    even if that is nothing, so that the next stick brings it."""
    ends = [end_of(page) for page in proven]
    last = [end for end in ends[-1:] if holds(trees, end)]
    heads = each_once([*held_beyond(trees, ends), *last])
    for device, epoch in sorted({(page.frame.device, page.frame.epoch) for page in lacking}):
        heads += newest(trees, device, epoch)
    return list({head.hash: head for head in heads}.values())


def _numbers(connection: Connection) -> tuple[int, int]:
    """Events and given doses in the tables."""
    events = select(func.count()).select_from(schema.event)
    doses = select(func.count()).where(schema.dose.c.given)
    return int(connection.execute(events).scalar_one()), int(connection.execute(doses).scalar_one())


def _write(answer: Path, content: bytes) -> None:
    try:
        with whole_file(answer) as stream:
            stream.write(content)
    except OSError as error:
        why = error.strerror or "unknown reason"
        raise AnswerUnwritable(file=answer.name, why=why) from error
