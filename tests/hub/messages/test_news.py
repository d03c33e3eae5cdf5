"""Whose messages changed is published a little later, once, however many reports came."""

from __future__ import annotations

from sqlalchemy import select

from fieldapp.hub import schema
from fieldapp.hub.messages import news, queue
from fieldapp.hub.messages.news import HOLD_S, pass_on
from fieldapp.hub.messages.queue import Report
from fieldapp.hub.messages.tables import message, message_news
from fieldapp.hub.regions.publish import publish
from tests.hub.messages.clinic import NOON_DAY_21, Clinic

NOW = NOON_DAY_21


def sent(clinic: Clinic, count: int = 1) -> list[str]:
    """So many people were sent a message; their refs. All else is published."""
    for number in range(count):
        clinic.vaccinate(f"王{number}", f"+86139123456{number:02}")
    clinic.world.push_all(clinic.laptop)
    publish(clinic.world.store, now_s=NOW)
    assert clinic.run().sent == count
    return [row.ref for row in clinic.rows()]


def stirred(clinic: Clinic) -> int:
    with clinic.world.store.reading() as connection:
        return len(connection.execute(select(schema.stirred)).all())


def report(clinic: Clinic, told: Report, ref: str) -> None:
    with clinic.world.store.writing() as connection:
        queue.note_report(connection, told, NOW + 5, ref=ref)


def test_a_message_and_its_report_are_one_piece_of_news(clinic: Clinic) -> None:
    for ref in sent(clinic, 3):
        report(clinic, Report.DELIVERED, ref)
    assert pass_on(clinic.world.store, NOW + HOLD_S - 1) == 0
    assert stirred(clinic) == 0
    assert pass_on(clinic.world.store, NOW + HOLD_S) == 3
    assert stirred(clinic) == 3
    assert pass_on(clinic.world.store, NOW + 2 * HOLD_S) == 0


def test_the_same_report_again_is_no_news(clinic: Clinic) -> None:
    (ref,) = sent(clinic)
    report(clinic, Report.DELIVERED, ref)
    pass_on(clinic.world.store, NOW, hold_s=0)
    report(clinic, Report.DELIVERED, ref)
    report(clinic, Report.FAILED, ref)
    assert pass_on(clinic.world.store, NOW, hold_s=0) == 0


def test_a_clock_put_back_holds_nothing_for_long(clinic: Clinic) -> None:
    sent(clinic)
    assert pass_on(clinic.world.store, NOW - 86_400) == 1


def test_what_does_not_concern_a_message_is_no_news(clinic: Clinic) -> None:
    sent(clinic)
    with clinic.world.store.writing() as connection:
        news.note(connection, message.c.ref == "none of ours", NOW)
        assert len(connection.execute(select(message_news)).all()) == 1
