"""Their records were gone, or stood in the way of all others."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.journal import doses, hub_link
from fieldapp.journal.backup import backup, restore
from fieldapp.journal.errors import AlreadyOpen, DiskFull, HomeMissing
from fieldapp.journal.journal import open_journal
from fieldapp.journal.standing import next_moment
from fieldapp.journal.tally import tally
from fieldapp.journal.verify import verify
from fieldapp.sync.errors import ConnectionCut, SyncRunning
from fieldapp.sync.run import run_exchange
from fieldapp.sync.turn import turn
from fieldapp.wire.receipt import Receipt, sign_receipt
from tests.journal.laptop import Laptop, give, register
from tests.sync.fake_hub import DEVICE, HUB, Fault, Pair, enrolled
from tests.war_stories.test_false_green import counted, sync


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    made = Laptop(tmp_path / "home")
    made.set_up()
    return made


def set_aside(pair: Pair, *seqs: int) -> None:
    """What the hub signs when it cannot read some of the events."""
    head, now_s = pair.journal.head(), int(pair.laptop.clock.now().timestamp())
    reasons = tuple((seq, "lot-unknown") for seq in seqs)
    receipt = Receipt(
        HUB, DEVICE, head.epoch, head.seq, head.hash, head.seq, reasons, now_s, b"", 0
    )
    asked = next_moment(pair.journal.db)
    hub_link.store_receipt(pair.journal, sign_receipt(receipt, pair.hub.key), asked=asked)


def test_a_refused_dose_stays_is_shown_and_is_counted() -> None:
    """SanteSuite KB005: a rejected record disappeared after the next pull and "looked lost"."""
    with enrolled(doses=3) as pair:
        sync(pair)
        before = set(pair.ids())
        (dose, *_) = pair.journal.db.rows("SELECT no FROM dose ORDER BY no")
        set_aside(pair, dose[0] & 0xFFFFFFFF)
        t = counted(pair)
        assert (t.recorded, t.confirmed, t.quarantined, t.counted) == (3, 3, 1, 2)
        assert set(pair.ids()) == before


def test_one_refused_dose_does_not_hold_up_the_others() -> None:
    """dimagi/commcare-android#1807: one bad form blocked every other, the phone was "bricked"."""
    with enrolled(doses=3) as pair:
        sync(pair)
        set_aside(pair, 3)
        pair.record(4)
        sync(pair)
        assert counted(pair).waiting == 0
        assert set(pair.hub.filed) == pair.ids()


def test_nothing_is_deleted_because_sending_failed() -> None:
    """getodk/getodk#1017: forms were deleted automatically after an error in sending."""
    with enrolled(doses=5) as pair:
        held = pair.ids()
        pair.hub.faults = [Fault.REPLY_CUT, Fault.REPLY_LOST, Fault.SILENCE] * 4
        with pytest.raises(Exception, match=r"\."):
            sync(pair)
        assert held <= pair.ids()
        assert verify(pair.journal).ok


def test_a_card_that_is_not_in_yet_never_makes_an_empty_journal(laptop: Laptop) -> None:
    """getodk/getodk#48: the app started before the SD card, and saved surveys were erased."""
    journal = laptop.open()
    dose = give(journal, register(journal))
    laptop.close()
    key, away = laptop.key(), laptop.home.with_name("not mounted yet")
    laptop.home.rename(away)
    laptop.home.mkdir()  # the empty mount point
    with pytest.raises(HomeMissing):
        open_journal(laptop.home, key, laptop.clock)
    assert list(laptop.home.iterdir()) == []
    laptop.home.rmdir()
    away.rename(laptop.home)
    back = laptop.open()
    assert back.db.number("SELECT count(*) FROM entry WHERE id = ?", dose) == 1
    laptop.close()


def test_a_full_disk_refuses_the_dose_in_words_and_keeps_every_earlier_one(
    laptop: Laptop,
) -> None:
    """medic/cht-android#273: with the storage full the app crashed and data was lost."""
    journal = laptop.open()
    person = register(journal)
    kept = give(journal, person)
    pages = journal.db.number("PRAGMA page_count")
    journal.db.rows(f"PRAGMA max_page_count = {pages}")
    given = [kept]
    with pytest.raises(DiskFull) as told:
        for _ in range(2000):
            given.append(give(journal, person))
    assert "this last record was not" in told.value.safe
    journal.db.rows("PRAGMA max_page_count = 1000000")
    assert [e.event_id for e in doses.of_client(journal, person)] == given
    assert verify(journal).ok
    laptop.close()


def test_a_hub_put_back_to_yesterday_gets_todays_doses_again() -> None:
    """medic/cht-core#8093: the server was restored, and clients believed that all was sent."""
    with enrolled(doses=30) as pair:
        sync(pair)
        pair.hub.forget_after(10)
        pair.record(1)
        sync(pair)
        assert set(pair.hub.filed) == pair.ids()
        assert set(pair.hub.times_filed.values()) <= {1, 2}


def test_a_person_always_travels_before_their_dose() -> None:
    """SanaMobile/vaccine_registry#69: children registered offline did not go with their doses."""
    with enrolled(doses=0) as pair:
        give(pair.journal, register(pair.journal, "测试子"))
        pair.hub.faults = [Fault.REQUEST_LOST]
        sync(pair)
        assert set(pair.hub.filed) == pair.ids()
        seqs = [at[1] for at in pair.hub.filed.values()]
        assert seqs == sorted(seqs), "an event arrived before what it refers to"


def test_after_an_interruption_the_next_sync_works() -> None:
    """msupply-foundation/open-msupply#963: after one interruption sync never worked again."""
    with enrolled(doses=40) as pair:
        for fault in (Fault.REQUEST_LOST, Fault.REPLY_LOST, Fault.REPLY_CUT, Fault.SILENCE):
            pair.hub.faults = [fault] * 4
            with pytest.raises(Exception, match=r"\."):
                sync(pair)
            pair.hub.faults = []
        sync(pair)
        assert counted(pair).waiting == 0


def test_a_sync_that_died_leaves_no_lock_behind(laptop: Laptop) -> None:
    """getodk/collect#4513: "background send running", even after a reboot."""
    try:
        with turn(laptop.home):
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        pass
    with turn(laptop.home):
        pass


def test_two_syncs_never_run_together() -> None:
    """ohs-foundation/android-fhir#2361: two syncs ran together, older data overwrote newer."""
    with enrolled(doses=1) as pair, turn(pair.journal.home), pytest.raises(SyncRunning):
        sync(pair)


def test_two_programs_never_write_one_journal(laptop: Laptop) -> None:
    """msupply-foundation/open-msupply#7581: "record locked by another process"."""
    first = laptop.open()
    with pytest.raises(AlreadyOpen):
        open_journal(laptop.home, laptop.key(), laptop.clock)
    give(first, register(first))
    laptop.close()
    again = laptop.open()
    assert verify(again).ok
    laptop.close()


def test_a_sync_never_stands_in_the_way_of_the_next_dose() -> None:
    """opensrp/fhircore#3841: stuck at 0 % or 100 %, and the app was blocked."""
    with enrolled(doses=30) as pair:

        def record_meanwhile(_: object) -> None:
            pair.record(1)

        with pytest.raises(ConnectionCut):
            pair.hub.faults = [Fault.NONE, *[Fault.REQUEST_LOST] * 9]
            run_exchange(pair.journal, pair.hub, pair.laptop.clock, record_meanwhile)
        assert counted(pair).recorded > 30


def test_a_backup_put_back_numbers_nothing_twice(laptop: Laptop, tmp_path: Path) -> None:
    """medic/cht-core#8093, the other way round: the laptop comes back from last week."""
    journal = laptop.open()
    person = register(journal)
    give(journal, person)
    backup(journal, tmp_path / "b")
    lost = journal.head()
    give(journal, person)
    laptop.close()
    restore(tmp_path / "b", tmp_path / "new")
    back = open_journal(tmp_path / "new", laptop.key(), laptop.clock)
    assert back.head().epoch != lost.epoch
    give(back, person)
    assert tally(back, laptop.clock.now()).recorded == 2
    assert verify(back).ok
    back.close()
