"""A region tells its laptops what was sent to whom once that changed, and publishes nobody else."""

from __future__ import annotations

import pytest

from fieldapp.domain.message import Fate, Kind
from fieldapp.hub.messages import queue
from fieldapp.hub.messages.gateways.gateway import Answer
from fieldapp.hub.messages.gateways.gateway import Fate as GatewayFate
from fieldapp.hub.messages.news import pass_on
from fieldapp.hub.messages.queue import Report
from fieldapp.hub.regions import snapshot
from fieldapp.hub.regions.publish import publish
from fieldapp.wire.facts import ClientLinked, ContactWished
from fieldapp.wire.roster_messages import NO_MESSAGES, RosterMessage, RosterMessages
from fieldapp.wire.segment import Content, open_box
from tests.hub.conftest import World
from tests.hub.messages.clinic import NOON_DAY_21, Clinic, new_clinic
from tests.hub.regions.readers import Reader

DAY = NOON_DAY_21 // 86_400
COURSE = "cn-inactivated"
WANG, LI = 3, 5
"""Their registrations in the laptop's journal."""


@pytest.fixture
def clinic(world: World) -> Clinic:
    made = new_clinic(world)
    assert made.vaccinate("王小明", "+8613912345678") == WANG
    assert made.vaccinate("李四", "+8613912345679") == LI
    return made


def told(clinic: Clinic) -> Reader:
    """Publish the news, and read all of it as a laptop."""
    pass_on(clinic.world.store, NOON_DAY_21, hold_s=0)
    publish(clinic.world.store, now_s=NOON_DAY_21)
    return Reader(clinic.world, clinic.laptop).pull()


def lines(clinic: Clinic) -> list[Content]:
    """What each segment of the line holds."""
    reader = Reader(clinic.world, clinic.laptop).pull()
    return [open_box(s, reader.keys["region/north", s.key_id].key) for s in reader.segments]


def reminder(fate: Fate) -> RosterMessage:
    return RosterMessage(COURSE, 2, Kind.DUE, DAY, fate)


def test_what_was_sent_is_told_and_what_became_of_it(clinic: Clinic) -> None:
    assert clinic.run().sent == 2
    people = told(clinic).named()
    assert people["王小明"].messages.sent == (reminder(Fate.SENT),)
    first, second = [row.ref for row in clinic.rows()]
    with clinic.world.store.writing() as connection:
        queue.note_report(connection, Report.DELIVERED, NOON_DAY_21, ref=first)
        queue.note_report(connection, Report.FAILED, NOON_DAY_21, ref=second)
    fates = [person.messages.sent for person in told(clinic).people.values()]
    assert sorted(fates, key=str) == [(reminder(Fate.DELIVERED),), (reminder(Fate.FAILED),)]


def test_only_whom_it_is_about_is_published_again(clinic: Clinic) -> None:
    clinic.world.push_all(clinic.laptop)
    told(clinic)
    clinic.run()
    ref, _ = [row.ref for row in clinic.rows()]
    told(clinic)
    with clinic.world.store.writing() as connection:
        queue.note_report(connection, Report.DELIVERED, NOON_DAY_21, ref=ref)
    told(clinic)
    published = [content.people for content in lines(clinic)]
    assert [len(people) for people in published] == [2, 2, 1]
    pass_on(clinic.world.store, NOON_DAY_21, hold_s=0)
    assert publish(clinic.world.store, now_s=NOON_DAY_21) == 0


def test_what_waits_or_is_under_way_is_not_told(clinic: Clinic) -> None:
    clinic.scripted.answers = [Answer(GatewayFate.LATER, why="503")] * 2
    clinic.run()
    assert {person.messages for person in told(clinic).people.values()} == {NO_MESSAGES}


def test_nobody_knows_whether_is_told_as_that(clinic: Clinic) -> None:
    clinic.scripted.answers = [Answer(GatewayFate.UNSURE, why="no answer")] * 2
    clinic.run()
    assert told(clinic).named()["王小明"].messages.sent == (reminder(Fate.UNSURE),)


def test_who_wants_no_messages_is_told_at_once(clinic: Clinic) -> None:
    clinic.world.push_all(clinic.laptop)
    told(clinic)
    clinic.laptop.add(ContactWished(WANG, True, False))
    clinic.world.push_all(clinic.laptop)
    people = told(clinic).named()
    assert people["王小明"].messages.none_wanted
    assert people["李四"].messages == NO_MESSAGES


def test_two_who_are_one_have_the_messages_of_both(clinic: Clinic) -> None:
    clinic.run()
    clinic.laptop.add(ClientLinked(WANG, LI, "person-says"))
    clinic.world.push_all(clinic.laptop)
    (person,) = told(clinic).people.values()
    assert person.messages == RosterMessages((reminder(Fate.SENT),) * 2)


def test_a_snapshot_tells_it_too(clinic: Clinic) -> None:
    clinic.run()
    told(clinic)
    snapshot.take(clinic.world.store, "north", now_s=NOON_DAY_21)
    people = Reader(clinic.world, clinic.laptop).pull().named()
    assert people["李四"].messages.sent == (reminder(Fate.SENT),)
