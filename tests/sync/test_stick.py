"""The USB road at the laptop: a file goes out, receipts come back, and only they confirm."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from fieldapp.journal import hub_link, trusted
from fieldapp.journal.entries import Head
from fieldapp.journal.journal import Journal
from fieldapp.journal.tally import tally
from fieldapp.sync.errors import NotEnrolled
from fieldapp.sync.outcome import DONE
from fieldapp.sync.stick import (
    NoReceipts,
    StickUnwritable,
    Written,
    file_name,
    read_answer,
    write_stick,
)
from fieldapp.wire.bundle import read_bundle
from fieldapp.wire.messages import SyncReply, encode_sync_reply
from fieldapp.wire.signed import sign
from fieldapp.wire.trust import HubKeys, TrustList, sign_trust
from tests.journal.hub import ENROLMENT, HUB_BOX, HUB_KEY, enrol, receipt
from tests.journal.laptop import Laptop, give, register


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    opened = laptop.open()
    enrol(opened)
    person = register(opened)
    for _ in range(3):
        give(opened, person)
    return opened


def answer(
    file: Path,
    *receipts: bytes,
    key: SigningKey = HUB_KEY,
    to: Written | None = None,
    pulls: tuple[bytes, ...] = (),
) -> Path:
    """A hub's answer as it comes back, to a file of ours or of nobody."""
    nonce = sha256(to.file.read_bytes()).digest() if to else bytes(32)
    reply = SyncReply(nonce, 1_620_440_000, receipts, (), (), pulls, 600)
    file.write_bytes(sign("sync", encode_sync_reply(reply), key))
    return file


def counts(journal: Journal) -> tuple[int, int]:
    now = tally(journal, journal.clock.now())
    return now.waiting, now.confirmed


def test_everything_that_waits_is_in_the_file(journal: Journal, tmp_path: Path) -> None:
    written = write_stick(journal, tmp_path / "a.vxb", journal.clock)
    assert (written.doses, written.entries, written.whole) == (3, journal.head().seq, True)
    (page,) = read_bundle(written.file.read_bytes(), bytes(HUB_BOX))
    assert (page.first_seq, page.last_seq) == (1, journal.head().seq)
    assert written.size == written.file.stat().st_size
    assert "3 doses" in written.in_words()


def test_writing_confirms_nothing_and_writing_again_writes_the_same_doses(
    journal: Journal, tmp_path: Path
) -> None:
    for name in ("a.vxb", "b.vxb"):
        assert write_stick(journal, tmp_path / name, journal.clock).doses == 3
    assert counts(journal) == (3, 0)


def test_receipts_that_come_back_confirm_once(journal: Journal, tmp_path: Path) -> None:
    file = answer(tmp_path / "a.vxr", receipt(journal.head()))
    read = read_answer(journal, file, journal.clock)
    assert (read.receipts, read.confirmed, read.waiting) == (1, 3, 0)
    again = read_answer(journal, file, journal.clock)
    assert (again.confirmed, counts(journal)) == (0, (0, 3))


def test_what_is_confirmed_does_not_travel_again(journal: Journal, tmp_path: Path) -> None:
    read_answer(journal, answer(tmp_path / "a.vxr", receipt(journal.head())), journal.clock)
    written = write_stick(journal, tmp_path / "b.vxb", journal.clock)
    assert (written.entries, written.file.exists()) == (0, False)
    assert "Nothing waits" in written.in_words()
    give(journal, register(journal, "测试乙"))
    assert write_stick(journal, tmp_path / "b.vxb", journal.clock).doses == 1


def test_receipts_of_somebody_else_change_nothing(journal: Journal, tmp_path: Path) -> None:
    file = answer(tmp_path / "a.vxr", receipt(journal.head(), device=99))
    read = read_answer(journal, file, journal.clock)
    assert (read.receipts, counts(journal)) == (0, (3, 0))
    assert "Nothing was changed" in read.in_words()


@pytest.mark.parametrize("cut", [0, 3, 20, -1])
def test_an_answer_cut_short_is_refused(journal: Journal, tmp_path: Path, cut: int) -> None:
    file = answer(tmp_path / "a.vxr", receipt(journal.head()))
    file.write_bytes(file.read_bytes()[:cut])
    with pytest.raises(NoReceipts, match=r"a\.vxr"):
        read_answer(journal, file, journal.clock)
    assert counts(journal) == (3, 0)


def test_an_answer_that_another_hub_signed_is_refused(journal: Journal, tmp_path: Path) -> None:
    forged = answer(tmp_path / "a.vxr", receipt(journal.head()), key=SigningKey.generate())
    with pytest.raises(NoReceipts):
        read_answer(journal, forged, journal.clock)
    with pytest.raises(NoReceipts):
        read_answer(journal, tmp_path / "gone.vxr", journal.clock)
    assert counts(journal) == (3, 0)


def test_a_hub_that_lost_everything_gets_everything_on_the_next_stick(
    journal: Journal, tmp_path: Path
) -> None:
    first = write_stick(journal, tmp_path / "a.vxb", journal.clock)
    read_answer(
        journal, answer(tmp_path / "a.vxr", receipt(journal.head()), to=first), journal.clock
    )
    give(journal, register(journal, "测试乙"))
    epoch = journal.head().epoch
    start = Head(epoch, 0, hub_link.hash_at(journal, epoch, 0) or b"")
    second = write_stick(journal, tmp_path / "b.vxb", journal.clock)
    read_answer(journal, answer(tmp_path / "b.vxr", receipt(start), to=second), journal.clock)
    assert counts(journal) == (4, 0)
    assert write_stick(journal, tmp_path / "c.vxb", journal.clock).doses == 4
    read_answer(journal, tmp_path / "a.vxr", journal.clock)
    assert counts(journal) == (4, 0), "an old file read again confirms nothing"


def test_a_stick_that_is_full_read_only_or_gone_is_said_and_nothing_counts(
    journal: Journal, tmp_path: Path
) -> None:
    with pytest.raises(StickUnwritable):
        write_stick(journal, tmp_path / "gone" / "a.vxb", journal.clock)
    assert counts(journal) == (3, 0)


def test_a_laptop_without_a_hub_writes_no_stick(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path / "alone")
    laptop.set_up()
    journal = laptop.open()
    with pytest.raises(NotEnrolled):
        write_stick(journal, tmp_path / "a.vxb", journal.clock)
    laptop.close()


def test_the_log_tells_both_ways_of_the_stick(journal: Journal, tmp_path: Path) -> None:
    write_stick(journal, tmp_path / "a.vxb", journal.clock)
    read_answer(journal, answer(tmp_path / "a.vxr", receipt(journal.head())), journal.clock)
    came, went = hub_link.attempts(journal, 2)
    assert (went.road, went.doses_sent, went.doses_confirmed) == ("usb", 3, 0)
    assert (came.road, came.doses_confirmed, came.happened) == ("usb", 3, DONE)


def test_the_name_of_the_file_tells_no_person_and_no_place(journal: Journal) -> None:
    name = file_name(journal, journal.clock)
    assert name == f"laptop-{ENROLMENT.device}-20210508-{journal.head().seq}.vxb"


def test_a_half_written_file_never_has_the_name_of_a_whole_one(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pulled_out(*_: object) -> None:
        raise OSError(5, "the stick was pulled out")

    monkeypatch.setattr("os.fsync", pulled_out)
    with pytest.raises(StickUnwritable):
        write_stick(journal, tmp_path / "a.vxb", journal.clock)
    assert not (tmp_path / "a.vxb").exists()


def test_the_trust_list_comes_by_stick_too_and_what_is_not_ours_does_no_harm(
    journal: Journal, tmp_path: Path
) -> None:
    keys = HubKeys(ENROLMENT.hub_id, ENROLMENT.hub_verify_key, ENROLMENT.hub_box_key, 0, 9)
    raw = sign_trust(TrustList(5, 0, 9, (keys,)), HUB_KEY)
    file = answer(tmp_path / "a.vxr", receipt(journal.head()), pulls=(raw, b"something newer"))
    assert read_answer(journal, file, journal.clock).receipts == 1
    trust = trusted.trust_list(journal)
    assert trust is not None
    assert trust.version == 5
