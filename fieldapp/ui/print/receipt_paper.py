"""A receipt for a fee or its refund in words, on its slip."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from fieldapp.domain.vaccine import Catalogue
from fieldapp.reports.receipt_slip import ReceiptSlip
from fieldapp.ui.language import catalogue_key, clock_time, day
from fieldapp.ui.print.card_paper import long_name
from fieldapp.ui.print.money import money
from fieldapp.ui.print.paper import Paper, paper_of
from fieldapp.ui.print.template import Values
from fieldapp.ui.words import tr, void_words


def receipt_paper(slip: ReceiptSlip, catalogue: Catalogue) -> Paper:
    """The slip; its QR code holds number, amount and day, for whoever checks many."""
    title = tr("Refund") if slip.is_refund else tr("Receipt")
    amount = -slip.amount if slip.is_refund else slip.amount
    values: Values = {
        "title": title,
        "team": slip.team,
        "number_word": tr("No."),
        "number": slip.number,
        "back": tr("The fee of this receipt was given back in full.") if slip.is_refund else "",
        "amount": money(amount, slip.currency, slip.decimals),
        "lines": [
            {"word": word, "value": value} for word, value in _lines(slip, catalogue) if value
        ],
        "rule": tr("For the accounts: {rule}").format(rule=slip.rule),
    }
    moment = slip.refunded_at or slip.taken_at
    code = f"VXREC1|{slip.number}|{amount}|{slip.currency}|{moment:%Y-%m-%dT%H:%M}"
    kind = "refund" if slip.is_refund else "receipt"
    return paper_of("receipt", values, title=title, stem=f"{kind}-{slip.number}", code=code)


def _lines(slip: ReceiptSlip, catalogue: Catalogue) -> Iterable[tuple[str, str]]:
    yield tr("Person"), slip.person
    yield tr("Document"), slip.document
    yield tr("Paid by"), slip.payer
    yield tr("For"), _what_for(slip, catalogue)
    yield tr("Lot"), slip.lot
    yield tr("Session"), slip.session
    yield tr("Paid on"), _moment(slip.taken_at)
    if slip.refunded_at is not None:
        yield tr("Given back on"), _moment(slip.refunded_at)
        yield tr("Reason"), void_words(slip.refund_reason)
    yield tr("Taken by"), slip.taken_by
    yield tr("Fee rule"), slip.rule_titles.get(catalogue_key(), "")


def _what_for(slip: ReceiptSlip, catalogue: Catalogue) -> str:
    name = long_name(catalogue, slip.what_for)
    if slip.dose_number is None:
        return name
    return tr("Dose {n}").format(n=slip.dose_number) + f" · {name}"


def _moment(moment: datetime) -> str:
    return f"{day(moment.date())} {clock_time(moment)}"
