"""The app syncs by itself when that can help, and leaves network and battery alone otherwise."""

from __future__ import annotations

from fieldapp.sync.auto import (
    GATHER_S,
    HEARTBEAT_S,
    METERED_GATHER_S,
    RETURN_S,
    LastTry,
    Network,
    after_try,
    next_try_in_s,
)
from fieldapp.sync.errors import HubBusy, HubUnreachable, SyncError, UnknownDevice


def half() -> float:
    return 0.5


def tried(*errors: SyncError | None, next_after_s: int | None = None) -> LastTry:
    last: LastTry | None = None
    for error in errors:
        last = after_try(last, 100.0, error, half, next_after_s)
    assert last is not None
    return last


def test_no_network_means_no_loop() -> None:
    assert next_try_in_s(None, Network.OFFLINE, 5, 0.0, half) is None
    assert next_try_in_s(tried(HubUnreachable()), Network.OFFLINE, 5, 9e9, half) is None


def test_the_first_try_comes_within_seconds_of_the_start() -> None:
    planned = next_try_in_s(None, Network.UNKNOWN, 0, 0.0, half)
    assert planned is not None and planned <= RETURN_S


def test_doses_of_one_minute_travel_together() -> None:
    assert next_try_in_s(tried(None), Network.ONLINE, 3, 100.0, half) == GATHER_S
    assert next_try_in_s(tried(None), Network.ONLINE, 3, 130.0, half) == GATHER_S - 30


def test_with_nothing_to_send_the_hub_is_asked_once_an_hour() -> None:
    assert next_try_in_s(tried(None), Network.ONLINE, 0, 100.0, half) == HEARTBEAT_S


def test_failures_in_a_row_wait_longer_and_a_success_forgets_them() -> None:
    waits = [
        next_try_in_s(tried(*[HubUnreachable()] * n), Network.UNKNOWN, 1, 100.0, half)
        for n in (1, 2, 3)
    ]
    assert waits == [2.5, 5.0, 10.0]
    assert tried(HubUnreachable(), HubUnreachable(), None).failures == 0


def test_a_network_that_came_back_is_tried_at_once() -> None:
    last = tried(*[HubUnreachable()] * 12)
    assert next_try_in_s(last, Network.ONLINE, 1, 100.0, half, came_back=True) == RETURN_S / 2


def test_a_busy_hub_is_left_in_peace_even_when_the_network_came_back() -> None:
    last = tried(HubBusy(retry_after_s=300))
    planned = next_try_in_s(last, Network.ONLINE, 1, 100.0, half, came_back=True)
    assert planned is not None and planned >= 300


def test_after_a_sync_that_went_well_a_flapping_network_waits_for_a_minute_of_doses() -> None:
    last = tried(None, next_after_s=600)
    assert next_try_in_s(last, Network.ONLINE, 1, 110.0, half, came_back=True) == GATHER_S - 10
    assert next_try_in_s(last, Network.ONLINE, 1, 400.0, half, came_back=True) == RETURN_S / 2


def test_a_network_that_came_back_is_left_alone_when_nothing_waits() -> None:
    planned = next_try_in_s(tried(None), Network.ONLINE, 0, 100.0, half, came_back=True)
    assert planned == HEARTBEAT_S


def test_the_hubs_own_wish_is_kept_after_a_success() -> None:
    planned = next_try_in_s(tried(None, next_after_s=600), Network.ONLINE, 1, 100.0, half)
    assert planned is not None and planned >= 600


def test_what_needs_a_person_is_not_tried_again_by_itself() -> None:
    last = tried(UnknownDevice())
    assert next_try_in_s(last, Network.ONLINE, 9, 9e9, half, came_back=True) is None


def test_where_bytes_cost_money_requests_are_fewer_and_none_goes_empty() -> None:
    def planned(waiting: int, **more: bool) -> float | None:
        last = tried(None)
        return next_try_in_s(last, Network.ONLINE, waiting, 100.0, half, metered=True, **more)

    assert planned(0) is None
    assert planned(3) == METERED_GATHER_S
    assert planned(3, came_back=True) == METERED_GATHER_S
