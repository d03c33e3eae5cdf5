"""A pack holds what a first sync would bring, for those who were admitted and nobody else."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from nacl.signing import SigningKey

from fieldapp.hub.devices import devices, revoke
from fieldapp.hub.lots import heard, recalls
from fieldapp.hub.lots.heard import Hearing
from fieldapp.hub.lots.recalls import Word
from fieldapp.hub.packs.errors import (
    NobodyAdmitted,
    NoRoomForPack,
    RequestUnreadable,
    TooManyRequests,
)
from fieldapp.hub.packs.making import NOTHING_YET, make_pack
from fieldapp.hub.pulls import pulls_for
from fieldapp.hub.registry.build import build_registry
from fieldapp.wire.lease import KIND as LEASE
from fieldapp.wire.lease import open_lease, read_sealed
from fieldapp.wire.messages import SyncRequest
from fieldapp.wire.pack import (
    MOST_LAPTOPS,
    PackHead,
    prove_rest,
    read_blobs,
    read_head,
    read_signed_head,
)
from fieldapp.wire.registry.head import decode_head
from fieldapp.wire.signed import kind_of
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, VACCINE
from tests.hub.packs.asking import code_of, request
from tests.hub.regions.test_publish import day_of


def read(world: World, requests: Sequence[bytes]) -> tuple[PackHead, list[bytes], bytes]:
    """Head, blobs and registry of the pack for these requests, as it is written."""
    stream = BytesIO(b"".join(make_pack(world.hub, requests).pieces()))
    head = read_head(read_signed_head(stream), world.verify_key)
    at = stream.tell()
    prove_rest(stream, head)
    stream.seek(at)
    return head, list(read_blobs(stream, head)), stream.read()


def test_it_brings_what_a_first_sync_would(world: World) -> None:
    day_of(world)
    key = SigningKey.generate()
    head, blobs, _ = read(world, [request(code_of(world), key)])
    (one,) = head.laptops
    with world.store.reading() as connection:
        device = devices(connection)[one.device]
    cursors = tuple(NOTHING_YET.items())
    first = pulls_for(world.hub, device, SyncRequest(b"", (), cursors, 1 << 20, b""), NOW_S)
    sealed = {LEASE}
    assert [blob for blob in first if kind_of(sealed, blob, world.verify_key) is None] == [
        blob for blob in blobs if kind_of(sealed, blob, world.verify_key) is None
    ]
    (lease,) = [blob for blob in blobs if kind_of(sealed, blob, world.verify_key)]
    assert open_lease(read_sealed(lease, world.verify_key), key).keys
    assert b"\xe7\x8e\x8b\xe5\xb0\x8f\xe6\x98\x8e" not in b"".join(blobs), "nobody's name"


def test_every_lease_comes_before_what_it_opens_and_what_is_shared_comes_once(
    world: World,
) -> None:
    day_of(world)
    head, blobs, _ = read(world, [request(code_of(world)) for _ in range(3)])
    assert [one.device for one in head.laptops] == [2, 3, 4]
    kinds = [kind_of({LEASE, "segment"}, blob, world.verify_key) for blob in blobs]
    assert kinds.count(LEASE) == 3
    assert kinds.count("segment") == 1
    assert kinds.index("segment") > max(at for at, kind in enumerate(kinds) if kind == LEASE)
    assert len({hashlib.sha256(blob).digest() for blob in blobs}) == len(blobs)


def test_the_pocket_registry_stands_behind_the_blobs(world: World) -> None:
    day_of(world)
    file = build_registry(world.store.folder, now_s=lambda: NOW_S).file
    head, _, registry = read(world, [request(code_of(world))])
    assert registry == file.read_bytes()
    assert head.registry_bytes == len(registry)
    made = make_pack(world.hub, [request(code_of(world))], with_registry=False)
    assert made.edition is None
    assert made.size == sum(map(len, made.pieces()))


def test_a_code_takes_in_one_laptop_and_the_team_of_the_other_is_named(world: World) -> None:
    code, key = code_of(world), SigningKey.generate()
    again = [request(code, key), request(code, SigningKey.generate(), team="Boat 8")]
    made = make_pack(world.hub, again)
    made.closing.close()
    assert (len(made.devices), made.refused) == (1, ("Boat 8",))
    with pytest.raises(NobodyAdmitted):
        make_pack(world.hub, again[1:])


def test_more_requests_than_a_pack_takes_are_told_and_none_is_left_out_in_silence(
    world: World,
) -> None:
    asked = request(code_of(world))
    with pytest.raises(TooManyRequests, match=f"{MOST_LAPTOPS + 1} requests"):
        make_pack(world.hub, [asked] * (MOST_LAPTOPS + 1))


def test_a_laptop_that_was_shut_out_gets_no_more_keys(world: World) -> None:
    asked = request(code_of(world))
    made = make_pack(world.hub, [asked])
    made.closing.close()
    revoke(world.store.folder, made.devices[0].no, now_s=NOW_S)
    with pytest.raises(NobodyAdmitted):
        make_pack(world.hub, [asked])


def test_what_is_no_request_is_said(world: World) -> None:
    with pytest.raises(RequestUnreadable):
        make_pack(world.hub, [b"x" * 80])


def test_of_a_recall_in_it_only_the_stick_is_known(world: World) -> None:
    with world.store.writing() as connection:
        recalls.recall(connection, VACCINE, "LOT 7", Word("lu.qing", NOW_S, "quality", ""))
    made = make_pack(world.hub, [request(code_of(world))])
    made.closing.close()
    with world.store.reading() as connection:
        told = heard.all_heard(connection)[made.devices[0].no]
        assert told.of(recalls.newest_version(connection)) is Hearing.STICK


def test_a_registry_that_is_taken_away_meanwhile_is_in_it_whole_or_not_at_all(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    day_of(world)
    file = build_registry(world.store.folder, now_s=lambda: NOW_S).file
    content = file.read_bytes()

    def taken_away(*asked: Any) -> Any:
        file.unlink()
        return decode_head(*asked)

    monkeypatch.setattr("fieldapp.hub.registry.serving.decode_head", taken_away)
    assert read(world, [request(code_of(world))])[2] == content
    made = make_pack(world.hub, [request(code_of(world))])
    made.closing.close()
    assert made.edition is None


def test_where_there_is_no_room_to_put_it_together_that_is_said_and_the_code_stays_good(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    day_of(world)
    asked = [request(code_of(world))]
    with monkeypatch.context() as patched:
        patched.setattr(tempfile, "TemporaryFile", lambda: Path("/dev/full").open("r+b"))  # noqa: SIM115  as the real one
        with pytest.raises(NoRoomForPack, match="No space left"):
            make_pack(world.hub, asked)
    made = make_pack(world.hub, asked)
    made.closing.close()
    assert made.refused == ()
