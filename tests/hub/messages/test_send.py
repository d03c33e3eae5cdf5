"""Each due person gets one message, however often the job runs, is refused or dies."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from fieldapp.hub.messages.alone import alone
from fieldapp.hub.messages.errors import AlreadySending, GatewayDown
from fieldapp.hub.messages.gateways.gateway import Answer, Fate, Outgoing, Receipt
from fieldapp.hub.messages.queue import Report, State
from fieldapp.hub.messages.send import MOST_REFUSALS, send_due, would_send
from fieldapp.wire.facts import ClientLinked, ContactWished
from tests.hub.messages.clinic import Clinic, Scripted, at, lines_of, to_file

MOBILE = "+861391234567"
NO_ANSWER = Answer(Fate.UNSURE, why="no answer in time")
FULL = Answer(Fate.LATER, why="503 full")


def people(clinic: Clinic, count: int) -> list[int]:
    return [clinic.vaccinate(f"王{number}", f"{MOBILE}{number}") for number in range(count)]


def test_each_gets_one_message_however_often_the_job_runs(clinic: Clinic, tmp_path: Path) -> None:
    people(clinic, 3)
    to_file(clinic, tmp_path / "out.csv")
    assert (clinic.run().sent, clinic.run().sent, clinic.run().before) == (3, 0, 3)
    lines = lines_of(tmp_path / "out.csv")
    assert sorted(line["phone"] for line in lines) == [f"{MOBILE}{n}" for n in range(3)]
    assert lines[0]["text"].startswith("王") and "5月29日起" in lines[0]["text"]


def test_the_last_reminder_is_another_message(clinic: Clinic) -> None:
    people(clinic, 1)
    clinic.run()
    clinic.now_s += timedelta(days=30).total_seconds().__int__()
    assert clinic.run().by_kind == {"last": 1}
    assert [row.kind for row in clinic.rows()] == ["due", "last"]


def test_nothing_goes_out_in_the_quiet_hours(clinic: Clinic) -> None:
    people(clinic, 1)
    clinic.now_s = at("2021-05-29T12:00")  # 20:00 there
    assert (clinic.run().quiet, clinic.rows()) == (1, [])
    clinic.now_s = at("2021-05-30T01:00")
    assert clinic.run().sent == 1


def test_none_after_an_opt_out_not_even_one_that_waits_for_another_try(clinic: Clinic) -> None:
    (seq,) = people(clinic, 1)
    clinic.scripted.answers = [FULL]
    clinic.run()
    assert clinic.states() == ["queued"]
    clinic.laptop.add(ContactWished(seq, True, False))
    clinic.now_s += 7200
    outcome = clinic.run()
    assert (outcome.sent, outcome.left, len(clinic.scripted.sent)) == (0, {"opted-out": 1}, 1)


def test_who_was_refused_for_now_goes_later_under_the_same_ref(clinic: Clinic) -> None:
    people(clinic, 1)
    clinic.scripted.answers = [FULL]
    assert clinic.run().later == 1
    assert clinic.run().later == 1 and len(clinic.scripted.sent) == 1
    clinic.now_s += 300
    assert clinic.run().sent == 1
    assert len({sent.ref for sent in clinic.scripted.sent}) == 1
    assert [(row.state, row.tries) for row in clinic.rows()] == [("sent", 2)]


def test_a_gateway_that_is_down_is_left_alone(clinic: Clinic) -> None:
    people(clinic, MOST_REFUSALS + 3)
    clinic.scripted.answers = [FULL] * 99
    with pytest.raises(GatewayDown):
        clinic.run()
    assert len(clinic.scripted.sent) == MOST_REFUSALS


def test_one_that_is_set_up_wrongly_does_not_fail_everybody(clinic: Clinic) -> None:
    people(clinic, MOST_REFUSALS + 3)
    clinic.scripted.answers = [Answer(Fate.NEVER, why="400 Sender missing")] * MOST_REFUSALS
    with pytest.raises(GatewayDown, match="400 Sender missing"):
        clinic.run()
    assert clinic.states() == ["failed"] * MOST_REFUSALS
    assert clinic.run().sent == 3
    assert clinic.run(State.FAILED).sent == MOST_REFUSALS


def test_silence_leaves_it_unsure_and_it_is_not_sent_again_unasked(clinic: Clinic) -> None:
    people(clinic, 1)
    clinic.scripted.answers = [NO_ANSWER]
    assert clinic.run().unsure == 1
    assert (clinic.run().sent, clinic.states()) == (0, ["unsure"])
    assert clinic.run(State.UNSURE).sent == 1


class Dies(Scripted):
    """A gateway in whose hands the program dies."""

    def send(self, message: Outgoing) -> Answer:
        """Take it, and die."""
        super().send(message)
        raise KeyboardInterrupt


def test_dead_in_the_middle_of_handing_over_is_unsure_not_twice(clinic: Clinic) -> None:
    people(clinic, 3)
    clinic.gateway = Dies()
    with pytest.raises(KeyboardInterrupt):
        clinic.run()
    assert clinic.states() == ["sending"]
    clinic.gateway = Scripted()
    outcome = clinic.run()
    assert (outcome.sent, outcome.unsure) == (2, 1)
    assert sorted(clinic.states()) == ["sent", "sent", "unsure"]


@pytest.mark.parametrize(("fate", "state"), [(Fate.TAKEN, "sent"), (Fate.LATER, "queued")])
def test_a_gateway_that_can_be_asked_settles_it(clinic: Clinic, fate: Fate, state: str) -> None:
    people(clinic, 1)
    clinic.gateway = Dies()
    with pytest.raises(KeyboardInterrupt):
        clinic.run()
    clinic.gateway = Scripted(after=Answer(fate))
    clinic.run()
    assert clinic.states() == [state]


def test_two_registrations_found_to_be_one_person_get_no_second(clinic: Clinic) -> None:
    (one,) = people(clinic, 1)
    clinic.run()
    other = clinic.vaccinate("王零", MOBILE + "9", day=9)
    clinic.laptop.add(ClientLinked(one, other, "test"))
    clinic.now_s = at("2021-05-30T04:00")
    assert clinic.run().sent == 0
    assert len(clinic.rows()) == 1


def test_a_text_that_is_too_long_is_not_sent(clinic: Clinic) -> None:
    people(clinic, 1)
    clinic.set(most_parts=0)
    assert (clinic.run().failed, clinic.scripted.sent) == (1, [])
    assert clinic.rows()[0].why == "1 parts are too long"


def test_a_report_that_a_gateway_brings_is_taken_in(clinic: Clinic) -> None:
    people(clinic, 1)
    clinic.scripted.waiting = [Receipt("g1", Report.DELIVERED), Receipt("?", Report.FAILED)]
    assert (clinic.run().reports, clinic.states()) == (1, ["delivered"])


def test_a_dry_run_shows_all_and_notes_nothing(clinic: Clinic) -> None:
    people(clinic, 2)
    clinic.world.push_all(clinic.laptop)
    outcome, listed = would_send(clinic.job)
    assert (outcome.by_kind, len(listed), clinic.rows()) == ({"due": 2}, 2, [])
    assert clinic.scripted.sent == []


def test_while_another_program_sends_nothing_is_sent(clinic: Clinic) -> None:
    people(clinic, 1)
    with alone(clinic.world.store), pytest.raises(AlreadySending):
        send_due(clinic.job)


def test_no_name_no_number_and_no_text_is_kept(clinic: Clinic) -> None:
    people(clinic, 1)
    clinic.run()
    kept = repr(clinic.rows())
    assert "王" not in kept and MOBILE not in kept
