"""Puts into words what becomes of the open vials when an operation is closed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from fieldapp.actions.session_standing import SessionStanding
from fieldapp.domain.vaccine import Catalogue
from fieldapp.journal.vials import Vial
from fieldapp.ui.session.state import CheckItem
from fieldapp.ui.words import tr

KEEP, DROP = "keep ", "drop "
"""Begin what a check asks about an open vial; its id in hexadecimal follows."""


def vial_checks(catalogue: Catalogue, at: SessionStanding) -> Iterator[CheckItem]:
    """The vials that may outlive the session, and what becomes of them as it stands."""
    for one in at.open_vials:
        vial = vial_name(catalogue, one.vial)
        if one.kept:
            words = tr("{vial}: kept for the next operation").format(vial=vial)
            ask = f"{DROP}{one.vial.vial_id.hex()}", tr("Discard")
            yield CheckItem("ok", "circle-check", words, (ask,))
        elif one.asks:
            words = tr("{vial}: thrown away at the close").format(vial=vial)
            ask = f"{KEEP}{one.vial.vial_id.hex()}", tr("Keep…")
            yield CheckItem("info", "info", words, (ask,))


def vial_name(catalogue: Catalogue, vial: Vial) -> str:
    """An open vial with what is left in it."""
    name = f"{catalogue.short_name(vial.lot.vaccine_id)} {vial.lot.lot_number}"
    return QCoreApplication.translate(
        "session", "Open vial of {lot}, %n dose(s)", "", vial.doses_left
    ).format(lot=name)
