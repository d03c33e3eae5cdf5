"""The small forms of the desk: a dose elsewhere, a dose already given, a vial typed by hand.

Each has what it asks (a FormState) and what its values mean (an order for an action).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from fieldapp.actions.open_vial import VialScan
from fieldapp.actions.record_elsewhere import ElsewhereDose
from fieldapp.actions.record_late_dose import LateDose
from fieldapp.domain.immunization import BodySite, Evidence, VaccineLot
from fieldapp.domain.scan import Scan
from fieldapp.domain.vaccine import Catalogue
from fieldapp.journal.keyslots import StaffUser
from fieldapp.journal.vials import Vial
from fieldapp.ui.desk.vial_flow import vial_values
from fieldapp.ui.desk.words import evidence_words, lot_doubt_words
from fieldapp.ui.form_page import FormField, FormState
from fieldapp.ui.form_values import BadField, chosen_of, day_of, expiry_of, moment_of
from fieldapp.ui.words import site_words, tr

_ARMS = (BodySite.LEFT_DELTOID, BodySite.RIGHT_DELTOID, BodySite.LEFT_THIGH, BodySite.RIGHT_THIGH)


def vaccine_choices(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Every product, as people call it."""
    return tuple((vaccine.id, vaccine.short_name) for vaccine in catalogue)


def elsewhere_form(catalogue: Catalogue, name: str, usual: str) -> FormState:
    """What is asked after F4; `usual` is the product of the course."""
    evidence = tuple((one.value, evidence_words(one.value)) for one in Evidence)
    return FormState(
        tr("A dose given elsewhere: {name}").format(name=name),
        tr("From the card, or as the person says. It counts like any dose, and says its source."),
        (
            FormField("vaccine", tr("Vaccine"), usual, vaccine_choices(catalogue), span=2),
            FormField("day", tr("Date"), hint=tr("YYYY-MM-DD")),
            FormField("evidence", tr("Known from"), Evidence.CARD.value, evidence),
            FormField("lot", tr("Lot, if the card says")),
            FormField("place", tr("Where, as the card says"), span=2),
        ),
        tr("Save this dose"),
    )


def elsewhere_dose(
    client_id: bytes, values: Mapping[str, str], today: date, born: date | None
) -> ElsewhereDose:
    """The dose that was typed. Raises BadField."""
    return ElsewhereDose(
        client_id,
        chosen_of(values["vaccine"], tr("Which vaccine was it? Choose one.")),
        day_of(values["day"], today, least=born),
        Evidence(chosen_of(values["evidence"], tr("How is the dose known? Choose one."))),
        values["lot"],
        values["place"] or None,
    )


def late_form(
    catalogue: Catalogue,
    name: str,
    vial: Vial | None,
    staff: Sequence[StaffUser],
    user: str,
    now: datetime,
) -> FormState:
    """What is asked after Ctrl D, with the vial in use and the present moment filled in."""
    lot = None if vial is None else vial.lot
    expiry = "" if lot is None or lot.expiry is None else lot.expiry.isoformat()
    sites = tuple((site.value, site_words(site.value)) for site in _ARMS)
    people = tuple((one.login, one.name) for one in staff)
    vaccines = vaccine_choices(catalogue)
    return FormState(
        tr("Already given: {name}").format(name=name),
        tr("A dose that was given is a fact: it is recorded, with who gave it and why so late."),
        (
            FormField("vaccine", tr("Vaccine"), lot.vaccine_id if lot else "", vaccines, span=2),
            FormField("lot", tr("Lot"), "" if lot is None else lot.lot_number),
            FormField("expiry", tr("Expires"), expiry, hint=tr("YYYY-MM-DD")),
            FormField("day", tr("Date"), now.date().isoformat(), hint=tr("YYYY-MM-DD")),
            FormField("time", tr("Time"), f"{now:%H:%M}", hint=tr("HH:MM")),
            FormField("site", tr("Arm"), BodySite.LEFT_DELTOID.value, sites),
            FormField("vaccinator", tr("Given by"), user, people),
            FormField("why", tr("Why it is written late, or was given all the same"), span=3),
        ),
        tr("Record the dose that was given"),
    )


def late_dose(client_id: bytes, values: Mapping[str, str], now: datetime) -> LateDose:
    """The dose that was typed. Raises BadField."""
    vaccine = chosen_of(values["vaccine"], tr("Which vaccine was it? Choose one."))
    lot = chosen_of(values["lot"], tr("The lot is missing. It is on the vial."))
    site = values["site"]
    return LateDose(
        client_id,
        VaccineLot(vaccine, lot, expiry_of(values["expiry"])),
        moment_of(values["day"], values["time"], now),
        chosen_of(values["vaccinator"], tr("Who gave it? Choose one.")),
        chosen_of(values["why"], tr("Say why, in a few words.")),
        BodySite(site) if site else None,
    )


def vial_form(catalogue: Catalogue, doubtful: Scan | None = None) -> FormState:
    """What is asked after F3: a vial whose code cannot be scanned. A doubtful scan fills it, to be
    compared with the vial."""
    read = vial_values(doubtful, catalogue) if doubtful else {}
    product = read.get("vaccine", "")
    lead = lot_doubt_words(doubtful.lot_doubt) if doubtful and doubtful.lot_doubt else ""
    return FormState(
        tr("Compare with the vial") if doubtful else tr("Open a vial without a scan"),
        lead or tr("Copy what is printed on the vial."),
        (
            FormField("vaccine", tr("Vaccine"), product, vaccine_choices(catalogue), span=2),
            FormField("lot", tr("Lot"), read.get("lot", "")),
            FormField("expiry", tr("Expires"), read.get("expiry", ""), hint=tr("YYYY-MM-DD")),
            FormField("doses", tr("Doses in the vial"), hint=tr("as printed")),
        ),
        tr("Open this vial"),
    )


def typed_vial(catalogue: Catalogue, values: Mapping[str, str]) -> VialScan:
    """The vial that was typed; without a number of doses, as many as the product has. Raises
    BadField."""
    vaccine = chosen_of(values["vaccine"], tr("Which vaccine was it? Choose one."))
    lot = chosen_of(values["lot"], tr("The lot is missing. It is on the vial."))
    product = catalogue.get(vaccine)
    usual = product.doses_per_vial[0] if product else 1
    doses = values["doses"]
    if doses and not (doses.isascii() and doses.isdigit() and 0 < int(doses) <= 50):
        raise BadField(tr("The number of doses cannot be right."))
    return VialScan(VaccineLot(vaccine, lot, expiry_of(values["expiry"])), int(doses or usual))
