"""One dose became two, or two became none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from fieldapp.actions.void_dose import NothingToVoid, void_dose
from fieldapp.journal import clients, doses
from fieldapp.journal.journal import Journal
from fieldapp.journal.rebuild import digest, rebuild
from fieldapp.journal.tally import tally
from fieldapp.journal.verify import verify
from fieldapp.sync.errors import SyncError
from fieldapp.wire.facts import ClientLinked, ClientUnlinked
from tests.journal.laptop import NURSE, Laptop, give, register
from tests.sync.fake_hub import Fault, enrolled
from tests.war_stories.test_false_green import sync


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    yield laptop.open()
    laptop.close()


def test_a_dose_sent_ten_times_is_filed_once() -> None:
    """getodk/collect#3517: forms were sent again and again; 1006 of them became 1514."""
    with enrolled(doses=25) as pair:
        for _ in range(10):
            pair.hub.faults = [Fault.REPLY_LOST] * 4
            with suppress(SyncError):
                sync(pair)
        sync(pair)
        assert set(pair.hub.times_filed.values()) == {1}
        assert set(pair.hub.filed) == pair.ids()


def test_no_number_of_the_hub_is_needed_to_record(journal: Journal) -> None:
    """avniproject/avni-client#1255: ID ranges ran out, and nobody could be registered."""
    given = [give(journal, register(journal, f"测试{n}")) for n in range(300)]
    assert len(set(given)) == 300
    assert tally(journal, journal.clock.now()).recorded == 300


def test_giving_and_taking_back_leaves_a_trace_and_counts_once(journal: Journal) -> None:
    """msupply-foundation/open-msupply#9009: ungive and give drained stock and gave twice."""
    person = register(journal)
    first = give(journal, person)
    void_dose(journal, first, "wrong-person", user=NURSE.login)
    with pytest.raises(NothingToVoid):
        void_dose(journal, first, "wrong-person", user=NURSE.login)
    give(journal, person)
    t = tally(journal, journal.clock.now())
    assert (t.recorded, t.doses) == (2, 1)
    assert len(doses.of_client(journal, person)) == 2, "what was struck through is still to be seen"
    before = digest(journal)
    rebuild(journal)
    assert digest(journal) == before


def test_people_found_to_be_one_keep_every_dose_and_can_be_parted(journal: Journal) -> None:
    """msupply-foundation/mobile#4484: duplicates were merged, and doses vanished."""
    one, other = register(journal, "测试甲"), register(journal, "测试甲")
    give(journal, one)
    give(journal, other)
    pair = journal.ref(one), journal.ref(other)
    journal.append([ClientLinked(*pair, "seen-together")], user=NURSE.login)
    assert len(doses.of_client(journal, one)) == len(doses.of_client(journal, other)) == 2
    assert len(clients.linked(journal, one)) == 2
    journal.append([ClientUnlinked(*pair, "two people")], user=NURSE.login)
    assert len(doses.of_client(journal, one)) == len(doses.of_client(journal, other)) == 1
    assert verify(journal).ok


def test_a_person_seen_this_morning_is_found_whatever_was_typed(journal: Journal) -> None:
    """medic/cht-core#6363: duplicates were not looked for among everything on the device."""
    register(journal, "张秀梅")
    for typed in ("张秀梅", "zhang xiumei", "zxm"):
        assert clients.search(journal, typed), typed
    assert clients.lookalikes(journal, "张秀梅", None)
