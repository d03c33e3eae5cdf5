"""Made-up papers, and eyes that read them back: text out of PDFs, codes out of pictures."""

from __future__ import annotations

import io
import unicodedata
from datetime import date, datetime, timedelta, timezone

import zxingcpp
from pypdf import PdfReader
from PySide6.QtGui import QImage

from fieldapp.domain.reconciliation import CashCount, LotCount, Reconciliation
from fieldapp.reports.receipt_slip import ReceiptSlip
from fieldapp.reports.session_summary import (
    DosesGiven,
    NotGiven,
    Receipts,
    Seal,
    SessionSummary,
)
from fieldapp.reports.vaccination_card import CardDose, NextDose, VaccinationCard
from fieldapp.wire.health_card import write_card
from tests.wire.health_card.cards import CARD, KEY

SITE = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=SITE)
SIGNED = write_card(CARD, KEY).text
BIBP, SINOVAC = "covid-inact-bibp", "covid-inact-sinovac"
LONG_NAME = "Wolfeschlegelsteinhausen-Ramírez, María del Carmen"


def card(doses: int = 2, name: str = "王甲 Wang Jia") -> VaccinationCard:
    given = tuple(
        CardDose(
            n, BIBP, f"LOT-{n:04d}", date(2026, 1, n), "left-deltoid", "Nurse Test", n % 3 == 2
        )
        for n in range(1, doses + 1)
    )
    return VaccinationCard(
        name=name,
        document="1101 05•• •••• ••01 7X",
        birth_date=date(1980, 5, 17),
        doses=given,
        team="微山湖上接种队 Weishan team",
        issued_at=NOW,
        next_doses=(NextDose(BIBP, doses + 1, date(2027, 5, 1)),),
        known_as_of=NOW - timedelta(days=1),
        signed=SIGNED,
    )


SLIP = ReceiptSlip(
    number="71-00123-K7QF",
    amount=9350,
    currency="CNY",
    person="Alexandra Example",
    document="••••••345",
    what_for=BIBP,
    dose_number=1,
    lot="TEST-0001",
    team="Palace gate",
    session="Vehicle 2 · 12",
    taken_at=NOW,
    taken_by="Nurse Test",
    rule="cn-foreign-nationals, 23 Mar 2021",
    rule_titles={"en": "Foreign nationals pay for each dose", "zh-Hans": "外籍人士按剂自费"},
)
SUMMARY = SessionSummary(
    label="Boat 3 · 70",
    team="微山湖上接种队",
    operation=70,
    unit="Boat 3",
    place="Nanyang pier",
    key_area="port",
    position=(34.78912, 116.98701),
    programme="cn-nhc-2021-03-29",
    opened_at=NOW.replace(hour=6),
    opened_by="Nurse Test",
    closed_at=NOW.replace(hour=17),
    closed_by="Lead Test",
    staff=("Nurse Test", "Lead Test"),
    reckoning=Reconciliation(
        (
            LotCount(BIBP, "TEST-0001", 100, 80, 5, 13, in_use=2),
            LotCount(SINOVAC, "TEST-0002", 60, 40, 0, 19),
        ),
        CashCount(start=20000, taken=30000, refunded=10000, counted=39000, receipts=3),
    ),
    currency="CNY",
    people=118,
    doses=(DosesGiven(BIBP, 1, 80), DosesGiven(SINOVAC, 2, 40)),
    not_given=(NotGiven("fever", 2),),
    receipts=Receipts(3, "71-00120-AAAA", "71-00122-BBBB", refunds=1, not_taken=1),
    watched=117,
    reactions=1,
    doses_unsent=63,
    note="Rain from three o'clock.",
    seal=Seal(71, 8150, bytes(range(32)), bytes(range(64))),
)


def pages(pdf: bytes) -> list[str]:
    """The text of every page, one blank for any; fonts may spell a character by its radical."""
    read = (page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return [" ".join(unicodedata.normalize("NFKC", text).split()) for text in read]


def joined(text: str) -> str:
    """Without any blank: a line may break anywhere."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def codes(image: QImage) -> list[str]:
    """What a reader finds in a picture."""
    return [found.text for found in zxingcpp.read_barcodes(image)]
