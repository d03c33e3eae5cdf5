from __future__ import annotations

from datetime import UTC, date, datetime

from fieldapp.domain.message import Fate, Kind, MessagesKnown, SentMessage

DAY = date(2021, 5, 29)
FIRST = SentMessage("cn-inactivated", 2, Kind.DUE, DAY, Fate.FAILED)
LAST = SentMessage("cn-inactivated", 2, Kind.LAST, DAY, Fate.SENT)
OTHER = SentMessage("mr", 2, Kind.DUE, DAY, Fate.DELIVERED)


def test_the_newest_message_about_a_dose_is_the_one_to_show() -> None:
    known = MessagesKnown(datetime(2021, 6, 1, tzinfo=UTC), (FIRST, LAST, OTHER))
    assert known.about("cn-inactivated", 2) == LAST
    assert known.about("mr", 2) == OTHER
    assert known.about("mr", 3) is None
