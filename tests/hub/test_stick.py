"""The USB road at the hub: a file in, receipts out; whatever happened to the file on its way."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.hub.devices import revoke
from fieldapp.hub.errors import HubMissing
from fieldapp.hub.stick import AnswerUnwritable, BundleUnreadable, HandedIn, read_stick
from fieldapp.wire.bundle import peek, write_bundle
from fieldapp.wire.messages import SyncReply, decode_sync_reply
from fieldapp.wire.receipt import Receipt, read_receipt
from fieldapp.wire.seal import SealedFrame
from fieldapp.wire.signed import kind_of, open_signed
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop


@pytest.fixture
def laptop(world: World) -> FakeLaptop:
    made = world.laptop()
    for number in range(4):
        made.give(made.register(f"Test {number}"))
    return made


def stick(world: World, tmp_path: Path, *pages: SealedFrame) -> Path:
    file = tmp_path / "laptop-1.vxb"
    file.write_bytes(write_bundle(pages, world.hub.store.keys.box_public))
    return file


def read(world: World, file: Path, answer: Path | None = None) -> HandedIn:
    return read_stick(world.hub.store.folder, file, answer, now_s=lambda: NOW_S)


def reply(world: World, file: Path) -> SyncReply:
    return decode_sync_reply(open_signed("sync", file.read_bytes(), world.verify_key))


def receipts(world: World, file: Path) -> list[Receipt]:
    return [read_receipt(raw, world.verify_key) for raw in reply(world, file).receipts]


def test_a_stick_is_taken_in_and_its_receipts_lie_beside_it(
    world: World, laptop: FakeLaptop, tmp_path: Path
) -> None:
    came = read(world, stick(world, tmp_path, *laptop.pages(4)))
    assert (came.doses, came.events, came.pages, came.lacking) == (4, laptop.seq, 2, 0)
    assert came.answer == tmp_path / "laptop-1.vxr"
    (receipt,) = receipts(world, came.answer)
    assert (receipt.device, receipt.head_seq) == (laptop.device, laptop.seq)
    assert receipt.head_hash == laptop.head.hash
    assert "4 new doses" in came.in_words()


def test_what_is_stored_and_could_not_be_counted_at_once_is_said_and_counted_with_the_next(
    world: World, laptop: FakeLaptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(_: object) -> None:
        raise OSError("no space left")

    file = stick(world, tmp_path, *laptop.pages(4))
    with monkeypatch.context() as patched:
        for way in ("catch_up", "fold_a_few"):  # in the file; on a server
            patched.setattr(f"fieldapp.hub.running.{way}", full_disk)
        came = read(world, file)
    assert (came.receipts, came.uncounted) == (1, 2)
    assert "not counted yet: 2." in came.in_words()
    again = read(world, file)
    assert (again.uncounted, again.doses) == (0, 4)
    assert "not counted" not in again.in_words()


def test_read_again_copied_or_renamed_it_adds_nothing_and_is_signed_for_again(
    world: World, laptop: FakeLaptop, tmp_path: Path
) -> None:
    file = stick(world, tmp_path, *laptop.pages())
    read(world, file)
    copy = tmp_path / "holiday pictures.bin"
    copy.write_bytes(file.read_bytes())
    again = read(world, copy)
    assert (again.doses, again.events, again.receipts) == (0, 0, 1)
    assert again.answer == tmp_path / "holiday pictures.vxr"
    assert world.numbers()["confirmed"] == 4


@pytest.mark.parametrize("part", [0, 3, 40, 200, -1])
def test_a_file_cut_short_is_refused_in_words_and_nothing_is_stored(
    world: World, laptop: FakeLaptop, tmp_path: Path, part: int
) -> None:
    file = stick(world, tmp_path, *laptop.pages())
    file.write_bytes(file.read_bytes()[:part])
    with pytest.raises(BundleUnreadable, match=r"laptop-1\.vxb"):
        read(world, file)
    assert not file.with_suffix(".vxr").exists()
    assert world.numbers().get("confirmed", 0) == 0


def test_a_turned_bit_anywhere_is_noticed(world: World, laptop: FakeLaptop, tmp_path: Path) -> None:
    file = stick(world, tmp_path, *laptop.pages())
    whole = file.read_bytes()
    for where in range(0, len(whole), 37):
        file.write_bytes(whole[:where] + bytes([whole[where] ^ 4]) + whole[where + 1 :])
        try:
            came = read(world, file)
        except BundleUnreadable:
            continue
        assert came.refused, f"byte {where}"
    assert world.numbers().get("confirmed", 0) == 0


def test_a_stick_that_begins_later_says_from_where_it_must_be_written_again(
    world: World, laptop: FakeLaptop, tmp_path: Path
) -> None:
    came = read(world, stick(world, tmp_path, laptop.page(5, laptop.seq)))
    assert came.lacking == 1
    (receipt,) = receipts(world, came.answer)
    assert (receipt.head_seq, receipt.head_hash) == (0, laptop.hash_at(0))
    assert "lack" in came.in_words()


def test_a_page_that_is_not_genuine_is_named_and_the_others_count(
    world: World, laptop: FakeLaptop, tmp_path: Path
) -> None:
    stranger = FakeLaptop(device=99).start()
    came = read(world, stick(world, tmp_path, *laptop.pages(), stranger.page(1, stranger.seq)))
    assert (came.doses, len(came.refused)) == (4, 1)


def test_a_folder_that_takes_no_receipts_is_said_and_the_stick_counts(
    world: World, laptop: FakeLaptop, tmp_path: Path
) -> None:
    with pytest.raises(AnswerUnwritable):
        read(world, stick(world, tmp_path, *laptop.pages()), tmp_path / "gone" / "x.vxr")
    assert world.numbers()["confirmed"] == 4


def test_a_stick_without_the_file_and_a_hub_that_is_not_there_are_said(
    world: World, tmp_path: Path
) -> None:
    with pytest.raises(BundleUnreadable):
        read(world, tmp_path / "gone.vxb")
    with pytest.raises(HubMissing):
        read_stick(tmp_path / "no-hub", tmp_path / "gone.vxb")


def test_a_finder_of_the_stick_reads_only_whose_it_is_and_up_to_where(
    world: World, laptop: FakeLaptop, tmp_path: Path
) -> None:
    content = stick(world, tmp_path, *laptop.pages()).read_bytes()
    assert [(s.device, s.first_seq, s.last_seq) for s in peek(content).spans] == [
        (laptop.device, 1, laptop.seq)
    ]
    assert b"Test 1" not in content and b"Nurse" not in content


def test_a_bit_turned_in_its_first_letters_is_a_damaged_stick_too(
    world: World, laptop: FakeLaptop, tmp_path: Path
) -> None:
    """Found by the simulator, seed 4957: VXB1 became VXB3, which looks like a newer format."""
    file = stick(world, tmp_path, *laptop.pages())
    file.write_bytes(b"VXB3" + file.read_bytes()[4:])
    with pytest.raises(BundleUnreadable, match="damaged, or of a newer program"):
        read(world, file)


def test_who_is_trusted_comes_back_with_the_receipts(
    world: World, laptop: FakeLaptop, tmp_path: Path
) -> None:
    came = read(world, stick(world, tmp_path, *laptop.pages()))
    kinds = [
        kind_of(("trust", "member"), raw, world.verify_key)
        for raw in reply(world, came.answer).pulls
    ]
    assert kinds == ["trust", "member"]
    revoke(world.store.folder, laptop.device, now_s=NOW_S)
    again = read(world, stick(world, tmp_path, *laptop.pages()))
    assert reply(world, again.answer).pulls == ()
