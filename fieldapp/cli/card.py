"""`fieldapp card CLIENT`: a vaccination card as PDF, picture or plain text, without any window."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.cli.check_card import check
from fieldapp.cli.opening import OpenHome, opened
from fieldapp.reports.files import write_private

if TYPE_CHECKING:
    from fieldapp.ui.print.paper import Paper

SIZES = {"a5": "card-a5", "wallet": "card-wallet"}
_DOTS_PER_MM = 12  # 300 dpi


def card(arguments: argparse.Namespace) -> int:
    """Write the card, for its owner's eyes alone; without --out print its text. With --check prove
    somebody's card instead."""
    if arguments.check is not None:
        return check(arguments)
    with opened(arguments) as at:
        paper = _paper(at, arguments)
    out: Path | None = arguments.out
    if out is None:
        print(paper.code)
        return 0
    write_private(_content(paper, out.suffix.lower()), out)
    print(f"The card is in {out}. It tells about a person: only you can open it; delete it after.")
    return 0


def _paper(at: OpenHome, arguments: argparse.Namespace) -> Paper:
    from fieldapp.actions.moments import site_today
    from fieldapp.actions.named_client import named_client
    from fieldapp.actions.practice import practice_on
    from fieldapp.actions.vaccination_card import vaccination_card
    from fieldapp.cli.paper import ready_for_paper
    from fieldapp.ui.print.card_paper import card_paper, language_of
    from fieldapp.ui.print.paper import stamped

    practice = practice_on(at.journal, at.clock)
    client = named_client(at.journal, arguments.client, site_today(at.clock))
    ready_for_paper(arguments.language)
    made = vaccination_card(practice, client.client_id)
    spoken = arguments.language or language_of(made)
    paper = card_paper(made, practice.catalogue, SIZES[arguments.size], spoken)
    return stamped(paper, made_up=practice.journal.team.made_up)


def _content(paper: Paper, suffix: str) -> bytes:
    from fieldapp.ui.print.drawing import pdf_bytes, png_bytes

    if suffix == ".txt":
        return f"{paper.code}\n".encode()
    return pdf_bytes(paper) if suffix == ".pdf" else png_bytes(paper, _DOTS_PER_MM)
