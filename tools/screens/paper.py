"""Pictures of the page of papers: cards, a receipt, a summary, and nobody at the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta, timezone

from fieldapp.actions.fee_rules import load_fee_rule
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
from fieldapp.ui import language
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.print.card_paper import A5, WALLET, card_paper
from fieldapp.ui.print.drawing import picture
from fieldapp.ui.print.paper import Paper
from fieldapp.ui.print.paper_screen import PaperState
from fieldapp.ui.print.receipt_paper import receipt_paper
from fieldapp.ui.print.summary_paper import summary_paper
from fieldapp.ui.words import sentences, tr
from tools.screens.frame import show_frame
from tools.screens.people import BIBP, practice, signed_text

_NOW = datetime(2026, 11, 22, 14, 32, tzinfo=timezone(timedelta(hours=8)))
_TEAM, _NURSE = "微山湖上接种队 Weishan team", "李娜 Li Na"
_CARD = VaccinationCard(
    name="王海波 Wang Haibo",
    document="3708 26•• •••• ••52 14",
    birth_date=date(1978, 4, 12),
    doses=(
        CardDose(1, BIBP, "202106-A07", date(2026, 9, 30), "left-deltoid", "", elsewhere=True),
        CardDose(2, BIBP, "202107-A12", date(2026, 10, 30), "left-deltoid", _NURSE),
    ),
    team=_TEAM,
    issued_at=_NOW,
    next_doses=(NextDose(BIBP, 3, date(2027, 4, 30)),),
    known_as_of=_NOW - timedelta(days=1, hours=6),
    signed=signed_text(),
)
_FEE_RULE = load_fee_rule("cn-nhc-2021-03-29")
_SLIP = ReceiptSlip(
    number="71-00123-K7QF",
    amount=10000,
    currency="CNY",
    person="Alexandra Example",
    document="••••••345",
    what_for=BIBP,
    dose_number=1,
    lot="202107-A12",
    team=_TEAM,
    session="Boat 3 · 70",
    taken_at=_NOW,
    taken_by=_NURSE,
    rule="cn-foreign-nationals, 23 Mar 2021",
    rule_titles=_FEE_RULE.title if _FEE_RULE else {},
)
_SUMMARY = SessionSummary(
    label="Boat 3 · 70",
    team=_TEAM,
    operation=70,
    unit="3号船 Boat 3",
    place="南阳码头 Nanyang pier",
    programme="cn-nhc-2021-03-29",
    opened_at=_NOW.replace(hour=6, minute=10),
    opened_by=_NURSE,
    closed_at=_NOW.replace(hour=17, minute=2),
    closed_by="张伟 Zhang Wei",
    staff=(_NURSE, "张伟 Zhang Wei"),
    reckoning=Reconciliation(
        (LotCount(BIBP, "202107-A12", 100, 80, 5, 13, in_use=2),),
        CashCount(start=20000, taken=30000, counted=50000, receipts=3),
    ),
    currency="CNY",
    people=80,
    doses=(DosesGiven(BIBP, 1, 50), DosesGiven(BIBP, 2, 30)),
    not_given=(NotGiven("fever", 2), NotGiven("refused", 1)),
    receipts=Receipts(3, "71-00121-8M2C", "71-00123-K7QF"),
    watched=80,
    doses_unsent=63,
    seal=Seal(71, 8150, bytes(range(32)), bytes(range(64))),
)


def _shown(paper: Callable[[], Paper], subtitle: str, larger: bool | None = None) -> _Show:
    def show(window: MainWindow) -> None:
        show_frame(window)
        made = paper()
        note = tr("Nothing is saved yet. F9 saves a PDF in {folder}.").format(
            folder="/media/vaccination/exports"
        )
        if made.private:
            note = sentences(
                note, tr("It tells about a person: hand it over, then delete the file.")
            )
        spoken = language.spoken() if larger is not None else ""
        state = PaperState(made.title, subtitle, note, picture(made, 6), larger, spoken)
        window.paper.show_paper(state)
        window.show_page("paper")

    return show


def _saved(window: MainWindow) -> None:
    _shown(lambda: card_paper(_CARD, practice().catalogue, A5), _CARD.name, larger=True)(window)
    words = tr("Saved: {file}").format(
        file="/media/vaccination/exports/vaccination-card-20261122-143200.pdf"
    )
    window.paper.show_file(True)
    window.paper.say(sentences(words, tr("Only this user of the laptop can open it.")), "ok")


def _nobody(window: MainWindow) -> None:
    show_frame(window)
    note = tr("Nobody is at the desk. Scan the person first, then press Ctrl K.")
    window.paper.show_paper(PaperState(tr("Vaccination card"), note=note))
    window.show_page("paper")


_Show = Callable[[MainWindow], None]
SCREENS: Mapping[str, _Show] = {
    "paper-card": _shown(lambda: card_paper(_CARD, practice().catalogue, A5), _CARD.name, True),
    "paper-wallet": _shown(
        lambda: card_paper(_CARD, practice().catalogue, WALLET), _CARD.name, False
    ),
    "paper-saved": _saved,
    "paper-receipt": _shown(lambda: receipt_paper(_SLIP, practice().catalogue), _SLIP.person),
    "paper-summary": _shown(lambda: summary_paper(_SUMMARY, practice().catalogue), _SUMMARY.label),
    "paper-nobody": _nobody,
}
