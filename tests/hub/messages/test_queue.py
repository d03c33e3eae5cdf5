"""A message's state only ever goes forward, whatever report comes twice, late or from nowhere."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from fieldapp.hub.messages import queue
from fieldapp.hub.messages.queue import MOST_TRIES, Report, Size, State
from tests.hub.messages.clinic import NOON_DAY_21, Clinic

NOW = NOON_DAY_21
SIZE = Size("zh", 1)


def claimed(clinic: Clinic) -> str:
    """The ref of a message that is being handed over."""
    clinic.vaccinate("王小明", "+8613912345678")
    (due,), _ = clinic.due()
    with clinic.world.store.writing() as connection:
        ref = queue.claim(connection, due, None, SIZE, "file", NOW)
    assert ref is not None
    return ref


def report(clinic: Clinic, told: Report, ref: str) -> bool:
    with clinic.world.store.writing() as connection:
        return queue.note_report(connection, told, NOW + 9, ref=ref)


def test_the_same_message_cannot_be_noted_twice(clinic: Clinic) -> None:
    claimed(clinic)
    (due,), _ = clinic.due()
    with pytest.raises(IntegrityError), clinic.world.store.writing() as connection:
        queue.claim(connection, due, None, SIZE, "file", NOW)


@pytest.mark.parametrize(
    ("told", "states"),
    [
        ([Report.ACCEPTED], ["sent"]),
        ([Report.ACCEPTED, Report.DELIVERED], ["delivered"]),
        ([Report.DELIVERED, Report.ACCEPTED], ["delivered"]),
        ([Report.DELIVERED, Report.FAILED], ["delivered"]),
        ([Report.FAILED, Report.FAILED], ["failed"]),
    ],
)
def test_reports_move_it_forward_only(
    clinic: Clinic, told: list[Report], states: list[str]
) -> None:
    ref = claimed(clinic)
    assert all(report(clinic, one, ref) for one in told)
    assert clinic.states() == states


def test_a_report_that_comes_before_the_answer_is_kept(clinic: Clinic) -> None:
    ref = claimed(clinic)
    report(clinic, Report.DELIVERED, ref)
    with clinic.world.store.writing() as connection:
        queue.note_sent(connection, ref, "g1", NOW)
    (row,) = clinic.rows()
    assert (row.state, row.gateway_ref, row.sent_s) == ("delivered", "g1", NOW)


def test_a_report_settles_what_was_unsure(clinic: Clinic) -> None:
    ref = claimed(clinic)
    with clinic.world.store.writing() as connection:
        queue.note_unsure(connection, ref, "no answer", NOW)
    report(clinic, Report.ACCEPTED, ref)
    assert clinic.states() == ["sent"]


def test_a_report_about_nothing_is_nothing(clinic: Clinic) -> None:
    assert not report(clinic, Report.DELIVERED, "0" * 32)


def test_what_went_after_all_is_not_handed_over_again(clinic: Clinic) -> None:
    ref = claimed(clinic)
    with clinic.world.store.writing() as connection:
        queue.note_later(connection, ref, "503", NOW)
    (due,), _ = clinic.due()
    (row,) = clinic.rows()
    report(clinic, Report.DELIVERED, ref)
    with clinic.world.store.writing() as connection:
        assert queue.claim(connection, due, row, SIZE, "file", NOW + 999) is None


def test_what_is_refused_again_and_again_fails_in_the_end(clinic: Clinic) -> None:
    ref = claimed(clinic)
    for _ in range(MOST_TRIES - 1):
        with clinic.world.store.writing() as connection:
            queue.note_later(connection, ref, "503", NOW)
        (due,), _ = clinic.due()
        (row,) = clinic.rows()
        with clinic.world.store.writing() as connection:
            queue.claim(connection, due, row, SIZE, "file", NOW)
    assert clinic.states() == [State.SENDING]
    with clinic.world.store.writing() as connection:
        assert queue.being_sent(connection) == [(ref, "file")]
        queue.note_later(connection, ref, "503", NOW)
    assert [(row.state, row.why, row.tries) for row in clinic.rows()] == [("failed", "503", 8)]
