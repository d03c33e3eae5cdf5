"""Every dose reaches the hub exactly once, whatever the link does, and only a receipt says so."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.journal import hub_link
from fieldapp.journal.tally import Tally, tally
from fieldapp.sync.errors import (
    ClockRefused,
    ConnectionCut,
    HubBusy,
    HubFault,
    HubRefused,
    HubSilent,
    HubStuck,
    NotEnrolled,
    Revoked,
    SyncError,
    SyncRunning,
    SyncStopped,
    TruncatedReply,
    UnknownDevice,
    UnsignedAnswer,
    VersionMismatch,
)
from fieldapp.sync.link import Answer
from fieldapp.sync.outcome import DONE, SyncOutcome, SyncProgress
from fieldapp.sync.pace import Pace
from fieldapp.sync.run import run_exchange
from fieldapp.sync.turn import turn
from tests.journal.laptop import Laptop
from tests.sync.fake_hub import FakeHub, Fault, Pair, enrolled

SMALL = Pace(frame_bytes=1024)


def sync(pair: Pair, pace: Pace = SMALL) -> SyncOutcome:
    return run_exchange(pair.journal, pair.hub, pair.laptop.clock, pace=pace)


def counted(pair: Pair) -> Tally:
    return tally(pair.journal, pair.laptop.clock.now())


def test_everything_waiting_is_confirmed_in_several_requests() -> None:
    with enrolled(doses=120) as pair:
        outcome = sync(pair)
        assert (outcome.sent, outcome.confirmed, outcome.waiting) == (120, 120, 0)
        assert outcome.entries_sent == outcome.entries_confirmed == counted(pair).entries
        assert outcome.requests > 3
        assert outcome.happened == DONE
        assert set(pair.hub.filed) == pair.ids()


def test_a_day_of_doses_travels_in_one_request() -> None:
    with enrolled(doses=100) as pair:
        sync(pair, Pace())
        assert len(pair.hub.requests) == 1


def test_a_sync_with_nothing_to_send_asks_once_and_sends_no_bundle() -> None:
    with enrolled(doses=3) as pair:
        sync(pair)
        again = sync(pair)
        assert (again.sent, again.confirmed, again.requests) == (0, 0, 1)
        assert pair.hub.requests[-1].bundle == b""


def test_a_dose_recorded_while_a_sync_runs_goes_with_it() -> None:
    with enrolled(doses=2) as pair:
        late = [1]

        def record_one_more(progress: SyncProgress) -> None:
            if late:
                late.pop()
                pair.record(1)

        outcome = run_exchange(pair.journal, pair.hub, pair.laptop.clock, record_one_more)
        assert (outcome.confirmed, outcome.waiting) == (3, 0)


def test_recording_in_another_thread_goes_on_while_a_sync_runs() -> None:
    with enrolled(doses=60) as pair:
        recorder = Thread(target=pair.record, args=(40,))
        recorder.start()
        sync(pair)
        recorder.join()
        sync(pair)
        assert (counted(pair).recorded, counted(pair).confirmed) == (100, 100)
        assert set(pair.hub.filed) == pair.ids()


@settings(max_examples=25)
@given(
    doses=st.integers(0, 60),
    faults=st.lists(st.sampled_from(Fault), max_size=12),
    frame_bytes=st.sampled_from([1024, 2048, 16384]),
)
def test_no_pattern_of_cuts_loses_or_doubles_a_dose_or_sends_more_than_a_frame_again(
    doses: int, faults: list[Fault], frame_bytes: int
) -> None:
    with enrolled(doses) as pair:
        pair.hub.faults = list(faults)
        for _ in range(len(faults) + 1):
            with suppress(SyncError):
                sync(pair, Pace(frame_bytes))
        assert counted(pair).waiting == 0
        assert counted(pair).confirmed == doses
        assert set(pair.hub.filed) == pair.ids()
        assert set(pair.hub.times_filed.values()) == {1}
        cuts = sum(fault in (Fault.REPLY_LOST, Fault.REPLY_CUT) for fault in faults)
        for frames, size in zip(pair.hub.sent_again, pair.hub.bytes_again, strict=True):
            assert frames <= 1 or size <= frame_bytes, "several small ones are together one frame"
        assert cuts or not any(pair.hub.sent_again)


@pytest.mark.parametrize(
    ("fault", "failure"),
    [
        (Fault.REQUEST_LOST, ConnectionCut),
        (Fault.REPLY_LOST, ConnectionCut),
        (Fault.REPLY_CUT, TruncatedReply),
        (Fault.SILENCE, HubSilent),
    ],
)
def test_a_link_that_stays_bad_ends_the_sync_and_confirms_nothing(
    fault: Fault, failure: type[SyncError]
) -> None:
    with enrolled(doses=5) as pair:
        pair.hub.faults = [fault] * 20
        with pytest.raises(failure):
            sync(pair)
        assert (counted(pair).waiting, counted(pair).confirmed) == (5, 0)


def test_a_lost_reply_is_made_good_by_the_next_sync_without_a_second_copy() -> None:
    with enrolled(doses=5) as pair:
        pair.hub.faults = [Fault.REPLY_LOST] * 3
        with pytest.raises(ConnectionCut):
            sync(pair)
        assert sync(pair).confirmed == 5
        assert set(pair.hub.times_filed.values()) == {1}


def test_a_silent_hub_gets_smaller_frames() -> None:
    with enrolled(doses=100) as pair:
        pair.hub.faults = [Fault.SILENCE]
        sync(pair, Pace(4096))
        assert all(len(request.bundle) < 3000 for request in pair.hub.requests)


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        (Answer(200, b"<html>Welcome to Hotel Test</html>"), UnsignedAnswer),
        (Answer(200, b""), UnsignedAnswer),
        (Answer(200, bytes.fromhex("84010203f6")), UnsignedAnswer),
        (Answer(302, b""), UnsignedAnswer),
        (Answer(401, b"Proxy login"), UnsignedAnswer),
        (Answer(403, b""), UnsignedAnswer),
        (Answer(409, b"conflict"), UnsignedAnswer),
        (Answer(429, b"", retry_after_s=9), HubBusy),
        (Answer(503, b""), HubBusy),
        (Answer(500, b"Traceback"), HubFault),
        (Answer(502, b"Bad gateway"), HubFault),
    ],
)
def test_nothing_unsigned_confirms_anything(answer: Answer, failure: type[SyncError]) -> None:
    with enrolled(doses=2) as pair:
        pair.hub.answer_instead = [answer]
        with pytest.raises(failure) as ended:
            sync(pair)
        assert ended.value.retry
        assert (counted(pair).waiting, counted(pair).confirmed) == (2, 0)
        assert ended.value.happened == hub_link.attempts(pair.journal, 1)[0].happened


@pytest.mark.parametrize(
    ("status", "failure"),
    [
        (401, UnknownDevice),
        (403, Revoked),
        (415, VersionMismatch),
        (426, VersionMismatch),
        (422, HubRefused),
        (400, HubRefused),
    ],
)
def test_what_only_a_person_can_cure_stops_at_once(status: int, failure: type[SyncError]) -> None:
    with enrolled(doses=2) as pair:
        pair.hub.answer_instead = [pair.hub.problem(status)]
        with pytest.raises(failure) as ended:
            sync(pair)
        assert not ended.value.retry
        assert len(pair.hub.sent_again) == 1
        assert counted(pair).waiting == 2


def test_another_hubs_signature_is_nobodys() -> None:
    with enrolled(doses=2) as pair:
        stranger = FakeHub(pair.hub.device_key, pair.hub.now_s, box=pair.hub.box)
        with pytest.raises(SyncError):
            run_exchange(pair.journal, stranger, pair.laptop.clock)
        assert stranger.filed == {}
        assert counted(pair).confirmed == 0


def test_an_answer_to_an_earlier_request_is_not_believed() -> None:
    with enrolled(doses=2) as pair:
        sync(pair)
        kept = pair.hub._reply(pair.hub.requests[0], [], ())
        pair.record(1)
        pair.hub.answer_instead = [Answer(200, kept)]
        with pytest.raises(UnsignedAnswer):
            sync(pair)


def test_a_request_too_large_for_somebody_on_the_way_is_halved() -> None:
    with enrolled(doses=100) as pair:
        pair.hub.answer_instead = [Answer(413, b"")]
        sync(pair, Pace(4096))
        assert all(len(request.bundle) < 3000 for request in pair.hub.requests)


def test_a_wrong_clock_still_syncs_and_the_laptops_own_clock_is_left_alone() -> None:
    with enrolled(doses=2) as pair:
        pair.hub.hello(b"")
        sync(pair)
        right = pair.laptop.clock.now().timestamp()
        pair.hub.now_s = lambda: int(right)
        pair.laptop.clock.wall += timedelta(days=4000)
        pair.record(1)
        assert sync(pair).confirmed == 1
        assert pair.laptop.clock.now().timestamp() > right + 86400 * 3999


def test_a_hub_that_refuses_its_own_time_is_not_asked_for_ever() -> None:
    with enrolled(doses=2) as pair:
        ticks = iter(range(0, 10**9, 10**6))
        pair.hub.now_s = lambda: next(ticks)
        with pytest.raises(ClockRefused):
            sync(pair)


def test_first_contact_and_contact_after_a_failure_are_probed_before_anything_is_sent() -> None:
    with enrolled(doses=1) as pair:
        sync(pair)
        assert pair.hub.hellos == 1
        sync(pair)
        assert pair.hub.hellos == 1
        pair.hub.faults = [Fault.REQUEST_LOST] * 3
        with pytest.raises(ConnectionCut):
            sync(pair)
        sync(pair)
        assert pair.hub.hellos == 2


def test_a_hub_put_back_to_an_older_state_is_sent_what_it_lost() -> None:
    with enrolled(doses=60) as pair:
        sync(pair)
        pair.hub.forget_after(40)
        pair.laptop.clock.pass_s(60)
        pair.record(1)
        assert sync(pair).waiting == 0
        assert set(pair.hub.filed) == pair.ids()


def test_a_hub_that_forgot_this_laptop_entirely_is_sent_everything() -> None:
    with enrolled(doses=20) as pair:
        sync(pair)
        pair.hub.forget_after(0)
        pair.laptop.clock.pass_s(60)
        pair.record(1)
        assert sync(pair).waiting == 0
        assert set(pair.hub.filed) == pair.ids()


def test_a_hub_that_always_lacks_the_parent_does_not_keep_us_busy() -> None:
    with enrolled(doses=20) as pair:
        pair.hub._file = lambda frame: False  # type: ignore[method-assign] # a hub out of order
        with pytest.raises(HubStuck):
            sync(pair)
        assert len(pair.hub.sent_again) < 10


def test_a_receipt_ahead_of_our_log_begins_a_new_epoch_and_nothing_is_numbered_anew() -> None:
    with enrolled(doses=3) as pair:
        sync(pair)
        before = pair.ids()
        epoch = pair.journal.head().epoch
        later = b"\x11" * 32
        pair.hub.filed[later] = (epoch, pair.journal.head().seq + 5)
        pair.record(1)
        sync(pair)
        assert pair.journal.head().epoch != epoch
        assert before < pair.ids()
        assert counted(pair).waiting == 0


def test_one_sync_at_a_time() -> None:
    with enrolled(doses=1) as pair, turn(pair.journal.home), pytest.raises(SyncRunning):
        sync(pair)


def test_a_stopped_sync_keeps_what_was_confirmed_and_says_so_in_the_log() -> None:
    with enrolled(doses=60) as pair:
        rounds = iter([False, True])
        with pytest.raises(SyncStopped):
            run_exchange(
                pair.journal,
                pair.hub,
                pair.laptop.clock,
                cancelled=lambda: next(rounds),
                pace=SMALL,
            )
        assert 0 < counted(pair).waiting < 60
        assert hub_link.attempts(pair.journal, 1)[0].happened == SyncStopped.happened


def test_a_laptop_without_a_hub_says_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    laptop = Laptop(tmp_path_factory.mktemp("lone") / "home")
    laptop.set_up()
    with enrolled() as other, pytest.raises(NotEnrolled):
        run_exchange(laptop.open(), other.hub, laptop.clock)
    laptop.close()


def test_every_attempt_leaves_a_line_with_its_cost_in_the_log() -> None:
    with enrolled(doses=4) as pair:
        sync(pair)
        (line,) = hub_link.attempts(pair.journal, 5)
        assert (line.happened, line.doses_sent, line.doses_confirmed) == (DONE, 4, 4)
        assert (line.requests, line.head_seq) == (2, pair.journal.head().seq)


def test_the_hubs_wish_for_the_next_contact_is_handed_on() -> None:
    with enrolled(doses=1) as pair:
        pair.hub.next_after_s = 120
        assert sync(pair).next_after_s == 120
