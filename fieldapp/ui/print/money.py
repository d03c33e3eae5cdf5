"""An amount with its currency, as slips and summaries write it."""

from __future__ import annotations

from fieldapp.domain.fees import amount_text
from fieldapp.ui.words import tr

_YUAN = "CNY"


def money(amount: int, currency: str, decimals: int) -> str:
    """100 yuan, 93.50 yuan; another currency by its letters."""
    text = amount_text(amount, decimals)
    return tr("{amount} yuan").format(amount=text) if currency == _YUAN else f"{text} {currency}"
