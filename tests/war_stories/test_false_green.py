"""They were told that everything had arrived."""

from __future__ import annotations

from contextlib import suppress

import pytest

from fieldapp.actions.status import status
from fieldapp.journal import hub_link
from fieldapp.journal.tally import Tally, tally
from fieldapp.sync.errors import HubSilent, NetworkWantsLogin, SyncError, TlsWrong, UnsignedAnswer
from fieldapp.sync.link import Answer
from fieldapp.sync.outcome import DONE, SyncProgress
from fieldapp.sync.pace import Pace
from fieldapp.sync.run import run_exchange
from tests.sync.fake_hub import Fault, Pair, enrolled

SMALL = Pace(frame_bytes=1024)


def sync(pair: Pair, pace: Pace = SMALL) -> None:
    run_exchange(pair.journal, pair.hub, pair.laptop.clock, pace=pace)


def counted(pair: Pair) -> Tally:
    return tally(pair.journal, pair.laptop.clock.now())


def test_a_timeout_is_never_called_a_success() -> None:
    """medic/cht-core#8303: "Sync Now" said success after a timeout."""
    with enrolled(doses=20) as pair:
        pair.hub.faults = [Fault.SILENCE] * 9
        with pytest.raises(HubSilent):
            sync(pair)
        assert counted(pair).waiting == 20
        (attempt,) = hub_link.attempts(pair.journal, 1)
        assert attempt.happened == HubSilent.happened
        assert attempt.doses_confirmed == 0


def test_a_failure_names_its_cause_and_the_next_step() -> None:
    """opensrp/fhircore#2575: "Sync Complete" on a failure, and nobody learned why."""
    with enrolled(doses=3) as pair:
        pair.hub.answer_instead = [Answer(200, b"<html>Log in to the hotel</html>")] * 4
        with pytest.raises(UnsignedAnswer) as told:
            sync(pair)
        for words in (told.value.happened, told.value.safe, told.value.next_step):
            assert words.endswith(".")
        assert counted(pair).confirmed == 0


def test_recorded_and_confirmed_are_two_numbers_everywhere() -> None:
    """SanaMobile/vaccine_registry#88: status green, in the daily report, not on the server."""
    with enrolled(doses=7) as pair:
        told = status(pair.journal, pair.laptop.clock)
        assert (told["recorded"], told["waiting"], told["confirmed"]) == (7, 7, 0)
        sync(pair)
        told = status(pair.journal, pair.laptop.clock)
        assert (told["recorded"], told["waiting"], told["confirmed"]) == (7, 0, 7)


def test_progress_never_passes_its_total_and_ends_where_the_tally_is() -> None:
    """opensrp/fhircore#2541: progress beyond 100 %, "successful", and records still unsent."""
    with enrolled(doses=60) as pair:
        seen: list[SyncProgress] = []
        run_exchange(pair.journal, pair.hub, pair.laptop.clock, seen.append, pace=SMALL)
        assert seen
        assert all(one.held <= one.total for one in seen)
        assert [one.held for one in seen] == sorted(one.held for one in seen)
        t = counted(pair)
        assert (seen[-1].held == seen[-1].total == t.entries, t.waiting) == (True, 0)


def test_a_login_page_gets_no_record_and_no_green() -> None:
    """RFC 8952: a captive portal answers in the server's place, often with 200."""
    with enrolled(doses=3) as pair:
        asked: list[bytes] = []

        class Portal:
            def hello(self, nonce: bytes) -> Answer:
                return Answer(200, b"<html>Welcome</html>")

            def sync(self, body: bytes, authorization: str) -> Answer:
                asked.append(body)
                return Answer(200, b"<html>Welcome</html>")

            def enrol(self, body: bytes) -> Answer:
                raise AssertionError

        with pytest.raises(NetworkWantsLogin):
            run_exchange(pair.journal, Portal(), pair.laptop.clock)
        assert asked == []
        assert counted(pair).waiting == 3


def test_the_last_attempt_and_the_last_contact_are_told_apart() -> None:
    """msupply-foundation/open-msupply#4006: only one date was shown, and it was the wrong one."""
    with enrolled(doses=1) as pair:
        sync(pair)
        contact = hub_link.last_contact(pair.journal)
        pair.record(1)
        pair.laptop.clock.pass_s(86_400)
        pair.hub.faults = [Fault.REQUEST_LOST] * 9
        with suppress(SyncError):
            sync(pair)
        (newest,) = hub_link.attempts(pair.journal, 1)
        assert newest.happened != DONE
        assert newest.started_at > contact == hub_link.last_contact(pair.journal)  # type: ignore[operator]  # there was a contact


def test_the_age_of_the_oldest_unsent_dose_is_always_known() -> None:
    """medic/cht-core#5136: some workers took weeks to replicate, and no screen said so."""
    with enrolled(doses=2) as pair:
        pair.laptop.clock.pass_s(20 * 86_400)
        pair.record(1)
        assert counted(pair).oldest_waiting_s == 20 * 86_400
        sync(pair)
        assert counted(pair).oldest_waiting_s is None


def test_a_tls_mistake_is_said_in_words_that_help() -> None:
    """msupply-foundation/open-msupply#1567: a TLS mistake was shown as "record overflow"."""
    said = TlsWrong(why="its certificate has expired")
    assert "did not prove to be our hub (its certificate has expired)" in said.happened
    assert "Check this laptop's date" in said.next_step
    assert not said.retry
