"""The made-up people, doses and rules that the pictures of every room share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from typing import cast

from fieldapp.actions.consult import Consultation, Practice
from fieldapp.actions.known_history import History, Origin, Source
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.actions.system_clock import SystemClock
from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import Client, ClientDetails, Document, Sex
from fieldapp.domain.immunization import (
    DoseSource,
    ImmunizationEvent,
    ImmunizationStatus,
    VaccineLot,
)
from fieldapp.domain.scan import Scan, identify
from fieldapp.domain.schedule.advice import Person, advise
from fieldapp.domain.schedule.history import doses_given
from fieldapp.journal.journal import Journal
from fieldapp.journal.vials import Vial
from fieldapp.wire.health_card import CardDose, HealthCard, IssuingKey, write_card
from fieldapp.wire.health_card.content import CVX

SITE_ZONE = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 22, 14, 32, tzinfo=SITE_ZONE)
BIBP = "covid-inact-bibp"
WANG_ID = "370826198001010014"
NAMES = (
    "张秀梅 Zhang Xiumei",
    "刘福生 Liu Fusheng",
    "赵春花 Zhao Chunhua",
    "孙发 Sun Fa",
    "高林 Gao Lin",
)


def practice() -> Practice:
    """A practice with the real rules and no journal: nothing here looks into one."""
    return Practice(
        journal=cast(Journal, None),
        catalogue=load_catalogue(),
        programme=load_programme("cn-nhc-2021-03-29"),
        questions=load_questions(),
        clock=SystemClock(),
    )


def wang() -> Client:
    """The person at the desk."""
    details = ClientDetails(
        name="王海波 Wang Haibo",
        documents=(Document("cn-resident-id", WANG_ID),),
        birth_date=date(1980, 1, 1),
        sex=Sex.MALE,
        key_group="grp-lake",
        home_area="370826",
    )
    return Client(b"w" * 32, details)


def health_card() -> HealthCard:
    """What another team signed for him: his first dose."""
    details = wang().details
    first = CardDose(((CVX, "510"),), date(2026, 9, 30), "202106-A07", "济宁二队 Jining team 2")
    issued = int(NOW.timestamp()) - 53 * 86_400
    return HealthCard("https://hub.invalid", issued, details.name, details.birth_date, (first,))


def signed_text() -> str:
    """The same as the text of its code, under a made-up key."""
    return write_card(health_card(), IssuingKey(b"made-up key for cards, never a real one!")).text


def card_scan() -> Scan:
    """The same, scanned."""
    return identify(signed_text(), NOW.date())


def chen() -> Client:
    """A woman of childbearing age, with much to write about."""
    details = ClientDetails(
        name="陈晓燕 Chen Xiaoyan",
        documents=(Document("cn-resident-id", "370826199506151220"),),
        birth_date=date(1995, 6, 15),
        sex=Sex.FEMALE,
        home_area="微山县南阳镇 Nanyang Town, Weishan County",
        key_group="grp-transport",
        circumstances="鲁微山渔1234号船，二号泊位 boat 1234, berth 2, south pier",
    )
    return Client(b"c" * 32, details)


def deckhand() -> Client:
    """Somebody without papers who knows the year of their birth alone: perhaps of age."""
    details = ClientDetails(
        name="赵小船 Zhao Xiaochuan",
        documents=(Document("provisional", "T0042-0007"),),
        birth_date=date(2008, 1, 1),
        sex=Sex.MALE,
        key_group="grp-transport",
        circumstances="鲁微山渔1234号船 boat 1234",
        birth_known_to=Precision.YEAR,
    )
    return Client(b"d" * 32, details)


def dose(days_ago: int, at: datetime = NOW, number: int = 0) -> ImmunizationEvent:
    """A dose of BIBP, some days ago."""
    when = at - timedelta(days=days_ago)
    return ImmunizationEvent(
        event_id=bytes([number + 1]) * 32,
        client_id=b"w" * 32,
        status=ImmunizationStatus.COMPLETED,
        lot=VaccineLot(BIBP, "202608041", date(2028, 2, 28)),
        occurred_at=when,
        recorded_at=when,
        recorded_by="li-na",
        source=DoseSource.GIVEN_HERE,
    )


def history_of(events: tuple[ImmunizationEvent, ...]) -> History:
    """These doses, known from this laptop's own records; the hub was reached five hours ago."""
    origins = {event.event_id: Origin(Source.OWN, event.recorded_at) for event in events}
    known = (Origin(Source.OWN, NOW),) if events else ()
    return History(events, NOW - timedelta(hours=5), origins, known)


def consultation(
    days_ago: int | None, answers: Mapping[str, bool], vial: str, who: Client
) -> Consultation:
    """Somebody who had dose 1 so many days ago or never, with or without a vial at hand."""
    rules, client = practice(), who
    events = () if days_ago is None else (dose(days_ago),)
    lot = VaccineLot(vial, "2026080417", date(2028, 2, 28))
    in_use = Vial(b"v" * 32, lot, 1, 1, NOW, None) if vial else None
    advice = advise(
        rules.programme,
        rules.catalogue,
        Person(
            client.details.birth_date,
            doses_given(events),
            client.details.sex,
            latest_birth_date=client.details.latest_birth_date,
        ),
        questions=rules.questions,
        answers=answers,
        today=NOW.date(),
        visit_product=vial or None,
    )
    return Consultation(client, history_of(events), in_use, advice)
