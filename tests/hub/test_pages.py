"""Promises about proving pages."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.hub.pages import prove
from fieldapp.wire import chain
from tests.hub.conftest import World
from tests.hub.fake_laptop import SEED, FakeLaptop


def test_only_pages_that_hold_are_proven(world: World) -> None:
    laptop, other = world.laptop(), world.laptop(b"epoch-02")
    good = laptop.page(1, 2)
    keys = {laptop.device: laptop.key.verify_key, other.device: other.key.verify_key}
    bad = [
        replace(good, device=99),
        replace(good, device=other.device),
        replace(good, epoch=b"epoch-03"),
        replace(good, signature=bytes(64)),
        replace(good, signature=b"short"),
        replace(good, device_time=good.device_time + 1),
        replace(good, frame_bytes=good.frame_bytes[:-3]),
        replace(good, frame_bytes=b""),
    ]
    proven, refused = prove([*bad, good], keys)
    assert [page.sealed for page in proven] == [good]
    assert len(refused) == len(bad)
    assert all(words.endswith(".") for _, _, words in refused)


def test_a_false_beginning_of_an_epoch_is_refused(world: World) -> None:
    laptop = world.laptop()
    laptop.register("Test A")
    cut_off = replace(laptop, parts=laptop.parts[1:], hashes=laptop.hashes[1:])
    _, refused = prove([FalseStart(**vars(cut_off)).page(1, 1)], {1: laptop.key.verify_key})
    assert "does not begin its epoch" in refused[0][2]


class FalseStart(FakeLaptop):
    """Claims that its first event follows another than h_0."""

    def hash_at(self, seq: int) -> bytes:
        if seq == 1:
            return chain.extend(b"?" * 32, *self.parts[0][:2], chain.salt(SEED, 1))  # type: ignore[arg-type]  # never erased here
        return self.hashes[seq - 1] if seq else b"?" * 32
