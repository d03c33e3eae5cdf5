"""Promises of the words about bookings: a reader's own language, and what is paid said plainly."""

from __future__ import annotations

import pytest

from fieldapp.hub.booking.offers import Session
from fieldapp.hub.booking.programmes import programme_of
from fieldapp.hub.booking.typed import KINDS
from fieldapp.hub.store import Store
from fieldapp.hub.web.booking_words import FAULTS, PAPER_KINDS, Reader, fault_words
from fieldapp.hub.web.words import CHINESE, ENGLISH, words_of
from tests.hub.booking.desk import open_day, passport
from tests.hub.conftest import World


@pytest.fixture
def store(sqlite_world: World) -> Store:
    return sqlite_world.store


@pytest.fixture
def session(store: Store) -> Session:
    return open_day(store)


def both() -> tuple[Reader, Reader]:
    return Reader(words_of(ENGLISH)), Reader(words_of(CHINESE))


def test_place_day_and_hours_are_said_in_the_readers_language(session: Session) -> None:
    english, chinese = both()
    assert english.name(session.place) == "Port clinic"
    assert chinese.address(session.place) == "港口路1号"
    assert english.day(session) == "Monday, 5 Jul 2021"
    assert chinese.day(session) == "2021-07-05 星期一"
    assert english.time(session, session.slots[1]) == "09:20–09:40"
    assert english.hours(session) == "09:00–10:00"
    assert english.zone(session) == "UTC+8"
    assert english.programme(session) == "China, COVID-19"


def test_the_fee_is_said_before_and_after(session: Session, store: Store) -> None:
    english, chinese = both()
    assert "without social security pay 100 yuan for each dose" in english.fee_rule(session)
    assert "100 元" in chinese.fee_rule(session)
    programme = programme_of(session.programme)
    due = programme.fee(passport(1), social_security=False)
    assert english.fee(session, due) == "100 yuan to be paid at the place."
    free = programme.fee(passport(1), social_security=True)
    assert english.fee(session, free) == "Nothing is to be paid."
    assert "asks" in english.fee(session, programme.fee(passport(1), social_security=None))
    assert [english.to_pay(session, fee) for fee in (due, free)] == ["100 yuan", "nothing"]
    assert english.to_pay(session, programme.fee(passport(1), social_security=None)) == "ask"
    without = open_day(store, programme="who")
    assert english.fee_rule(without) == english.fee(without, None) == "Nothing is to be paid."


def test_countries_groups_and_languages_have_names() -> None:
    english, chinese = both()
    assert (english.nationality("DEU"), english.nationality(None)) == ("Germany", "")
    assert chinese.nationality("XXX") == "其他国家"
    assert english.group("grp-foreigner") == "Foreign nationals"
    assert english.language("zh-CN") == "简体中文"


def test_every_kind_has_a_name_and_every_fault_a_sentence() -> None:
    assert PAPER_KINDS.keys() == KINDS.keys()
    assert fault_words("CHECK_DIGIT") is FAULTS["CHECK_DIGIT"]
    assert "Compare it once more" in fault_words("REGION").text
