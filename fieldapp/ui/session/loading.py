"""Between the form for vials and the vials: what a scan fills in, what was typed."""

from __future__ import annotations

from datetime import date

from fieldapp.actions.load_vials import Load
from fieldapp.actions.vial_scan import vial_of
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.scan import Scan
from fieldapp.domain.vaccine import Catalogue
from fieldapp.ui.session.state import LoadForm
from fieldapp.ui.words import tr

VIALS = ("gs1", "cn-trace-code")
_MOST_VIALS = 100_000


class BadEntry(Exception):
    """A field of the form cannot be taken as it is; the text says which and why."""


def form_of_scan(scan: Scan, catalogue: Catalogue) -> LoadForm:
    """What a vial's code says. Raises UnknownVial."""
    vial = vial_of(scan, catalogue)
    expiry = vial.lot.expiry
    return LoadForm(
        vaccine=vial.lot.vaccine_id,
        lot=vial.lot.lot_number,
        expiry=expiry.isoformat() if expiry else "",
        vial_doses=str(vial.doses),
        vials="",
        vvm="",
        code=vial.code or "",
    )


def load_of(form: LoadForm) -> Load:
    """The vials that were typed or scanned. Raises BadEntry."""
    if not form.lot:
        raise BadEntry(tr("Which lot? Scan a vial, or type what is printed on the box."))
    if not form.vaccine:
        raise BadEntry(tr("Which vaccine is it? Choose it from the list."))
    return Load(
        lot=VaccineLot(form.vaccine, form.lot, _expiry(form.expiry)),
        vials=_vials(form.vials),
        vial_doses=int(form.vial_doses or 1),
        code=form.code or None,
        vvm=int(form.vvm) if form.vvm else None,
    )


def _expiry(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text.replace("/", "-"))
    except ValueError as error:
        raise BadEntry(tr("The expiry is not a date: write YYYY-MM-DD.")) from error


def _vials(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or not 0 < int(text) <= _MOST_VIALS:
        raise BadEntry(tr("How many vials? Type a number."))
    return int(text)
