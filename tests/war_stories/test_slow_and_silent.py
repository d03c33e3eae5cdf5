"""It took hours, ran for ever, or did not run at all; and clocks went wrong."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

import pytest

from fieldapp.journal.entries import all_entries
from fieldapp.sync.auto import RETURN_S, Network, after_try, next_try_in_s
from fieldapp.sync.errors import HubUnreachable, SyncError, UnknownDevice
from fieldapp.wire.events import FLAG_CLOCK_DOUBTFUL
from tests.sync.fake_hub import Fault, enrolled
from tests.war_stories.test_false_green import SMALL, counted, sync


def test_a_days_work_goes_in_pieces_that_a_bad_link_can_carry() -> None:
    """getodk/getodk#577: on 2G one big POST always failed."""
    with enrolled(doses=200) as pair:
        sync(pair)
        sizes = [len(request.bundle) for request in pair.hub.requests]
        assert len(sizes) >= 4
        assert all(size < 1.1 * SMALL.frame_bytes for size in sizes[:3])
        assert counted(pair).waiting == 0


def test_what_only_a_person_can_cure_is_asked_once() -> None:
    """getodk/collect#1939: a thousand forms were tried, one by one, after a fatal error."""
    with enrolled(doses=100) as pair:
        pair.hub.answer_instead = [pair.hub.problem(401)] * 50
        with pytest.raises(UnknownDevice) as told:
            sync(pair)
        assert len(pair.hub.answer_instead) == 49
        last = after_try(None, 0.0, told.value, lambda: 0.5)
        assert next_try_in_s(last, Network.ONLINE, 100, 9e9, lambda: 0.5) is None


def test_without_a_network_nothing_is_tried() -> None:
    """ohs-foundation/android-fhir#2281: retrying while offline ate memory and battery."""
    last = after_try(None, 0.0, HubUnreachable(), lambda: 0.5)
    assert next_try_in_s(last, Network.OFFLINE, 40, 9e9, lambda: 0.5) is None


def test_a_sync_starts_by_itself_when_the_network_is_back() -> None:
    """DHIS2 ANDROAPP-6611, getodk/collect#6120: sync did not start on reconnection."""
    last = None
    for _ in range(20):
        last = after_try(last, 0.0, HubUnreachable(), lambda: 0.9)
    soon = next_try_in_s(last, Network.ONLINE, 1, 1.0, lambda: 0.9, came_back=True)
    assert soon is not None
    assert soon <= RETURN_S


def test_a_cut_costs_one_piece_not_the_whole() -> None:
    """msupply-foundation/open-msupply#7410: after 30 minutes a timeout, and all over again."""
    with enrolled(doses=150) as pair:
        for _ in range(8):
            pair.hub.faults = [Fault.NONE, *[Fault.REPLY_LOST] * 4]
            with suppress(SyncError):
                sync(pair)
        pair.hub.faults = []
        sync(pair)
        assert counted(pair).waiting == 0
        assert max(pair.hub.sent_again) <= 1, "more than one frame was sent again"


def test_a_clock_that_fell_back_reorders_nothing_and_is_marked() -> None:
    """medic/cht-core#6284: clocks jump back after the battery was empty."""
    with enrolled(doses=3) as pair:
        before = [entry.id for entry in all_entries(pair.journal.db)]
        pair.laptop.clock.wall -= timedelta(days=400)
        pair.record(1)
        entries = list(all_entries(pair.journal.db))
        assert [entry.id for entry in entries[: len(before)]] == before
        assert entries[-1].header.flags & FLAG_CLOCK_DOUBTFUL
        assert pair.journal.clock_doubtful
        sync(pair)
        assert counted(pair).waiting == 0
