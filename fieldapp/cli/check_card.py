"""`fieldapp card --check`: whether a card is genuine, and what it says; needs no network."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from fieldapp.actions.card.check import CheckedCard, check_card
from fieldapp.actions.card.refusals import refusal_of
from fieldapp.cli.commands import ended
from fieldapp.cli.opening import opened
from fieldapp.domain.errors import FieldAppError
from fieldapp.wire.health_card import HealthCard

_PICTURES = (".png", ".jpg", ".jpeg")
_MOST_BYTES = 64 * 1024


class NoCardInIt(FieldAppError):
    """The text, file or picture holds no code of a card."""

    happened = "There is no vaccination card in {what}."
    safe = "Nothing was changed."
    next_step = "Give the text that begins with shc:/, a file that holds it, or a picture of it."


def check(arguments: argparse.Namespace) -> int:
    """Say what is proven. Raises the refusal of a card that is not; with --json prints it, too."""
    texts = texts_of(arguments.check)
    with opened(arguments) as at:
        found = check_card(at.journal, texts, at.clock)
    refused = refusal_of(found)
    if arguments.json:
        print(json.dumps(as_json(found), ensure_ascii=False))
        return ended(None if refused is None else str(refused))
    if refused is not None:
        raise refused
    print(in_words(found))
    return 0


def texts_of(what: str) -> list[str]:
    """The code itself, the lines of a text file, or the codes in a picture. Raises NoCardInIt."""
    if what[:5].lower() == "shc:/":
        return [what]
    path = Path(what)
    if path.suffix.lower() in _PICTURES:
        from fieldapp.ui.scanner.decode import codes_in_file

        found = codes_in_file(path)
    else:
        found = _lines(path)
    texts = [text for text in found if text[:5].lower() == "shc:/"]
    if not texts:
        raise NoCardInIt(what=path.name[:40])
    return texts


def _lines(path: Path) -> list[str]:
    try:
        with path.open(encoding="utf-8") as file:
            return [line.strip() for line in file.read(_MOST_BYTES).splitlines()]
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise NoCardInIt(what=path.name[:40]) from error


def as_json(found: CheckedCard) -> dict[str, object]:
    """The verdict, who signed, and what the card says: proven only where the verdict is valid."""
    issuer, card = found.issuer, found.card
    return {
        "verdict": found.verdict.value,
        "team": issuer.name if issuer else None,
        "device": issuer.device if issuer else None,
        "trusted_at": found.trusted_at.isoformat() if found.trusted_at else None,
        "says": None if card is None else _says(card),
    }


def _says(card: HealthCard) -> dict[str, object]:
    return {
        "issuer": card.issuer,
        "issued": card.issued,
        "name": card.name,
        "birth_date": card.born or None,
        "doses": [
            {
                "codes": [list(code) for code in dose.codes],
                "day": dose.day.isoformat(),
                "lot": dose.lot,
                "giver": dose.giver,
                "reported": dose.reported,
            }
            for dose in card.doses
        ],
    }


def in_words(found: CheckedCard) -> str:
    """The same of a valid card for a person."""
    card, issuer = found.card, found.issuer
    if card is None or issuer is None:
        return ""
    born = f", born {card.born}" if card.born else ""
    lines = [f"Valid: signed by {issuer.name}. {card.name}{born}."]
    for dose in card.doses:
        code = dose.codes[0][1] if dose.codes else "?"
        lot = f", lot {dose.lot}" if dose.lot else ""
        lines.append(f"  {dose.day.isoformat()}  {code}{lot}, {dose.giver or 'giver not named'}")
    return "\n".join(lines)
