"""Who booked for the demo day: some who come and some who do not, at any hour of the day."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from fieldapp.cli.demo.bookings import book_today
from fieldapp.cli.demo.hub_process import REGION
from fieldapp.cli.demo.people import made_up_people
from fieldapp.hub.booking import offers
from fieldapp.hub.booking.roster import roster
from fieldapp.hub.enrolment import add_team
from fieldapp.hub.store import open_store

HERE = timezone(timedelta(hours=8))


@pytest.mark.parametrize("hour", [0, 9, 23])
def test_some_who_come_and_some_who_do_not_have_booked(tmp_path: Path, hour: int) -> None:
    add_team(tmp_path / "hub", "Boat", "boat", REGION, now_s=1_600_000_000)
    now = datetime(2026, 11, 28, hour, 30, tzinfo=HERE)
    people = made_up_people(20, 7, now.date())
    count = book_today(tmp_path / "hub", ("Pier", "码头"), people, now)
    store = open_store(tmp_path / "hub")
    with store.reading() as connection:
        (session,) = offers.sessions_since(connection, now.date())
        papers = {line.paper.document.number for line in roster(connection, store.keys, session)}
    store.close()
    coming = {person.scan for person in people}
    assert (len(papers), session.place.region) == (count, REGION)
    assert len(papers - coming) == 3 and len(papers & coming) >= 3
