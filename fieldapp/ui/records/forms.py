"""What is asked to correct a dose or a registration, and what the typed values mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from fieldapp.actions import amend_client, amend_dose
from fieldapp.actions.amend_dose import DoseDetails
from fieldapp.domain.client import ClientDetails, Document, Sex
from fieldapp.domain.immunization import BodySite
from fieldapp.domain.scan import identify
from fieldapp.domain.vaccine import Catalogue
from fieldapp.journal.keyslots import StaffUser
from fieldapp.ui.catalogue_words import area_of, area_words
from fieldapp.ui.desk.given_forms import vaccine_choices
from fieldapp.ui.form_page import FormField, FormState
from fieldapp.ui.form_values import (
    BadField,
    birth_of,
    chosen_of,
    expiry_of,
    moment_of,
    phone_of,
)
from fieldapp.ui.records.words import amend_words
from fieldapp.ui.words import site_words, tr


def dose_form(
    catalogue: Catalogue, name: str, dose: DoseDetails, staff: Sequence[StaffUser]
) -> FormState:
    """The record as it stands, to be corrected."""
    vaccines = vaccine_choices(catalogue)
    sites = tuple((site.value, site_words(site.value)) for site in BodySite)
    people = [(one.login, one.name) for one in staff]
    if dose.vaccinator and dose.vaccinator not in dict(people):
        people.append((dose.vaccinator, dose.vaccinator))
    return FormState(
        tr("Correct this dose: {name}").format(name=name),
        tr("What it said before stays readable, with who corrected it and why."),
        (
            FormField("vaccine", tr("Vaccine"), dose.vaccine_id, vaccines, span=2),
            FormField("lot", tr("Lot"), dose.lot_number),
            FormField("expiry", tr("Expires"), _iso(dose.expiry), hint=tr("YYYY-MM-DD")),
            FormField("day", tr("Date"), dose.occurred.date().isoformat()),
            FormField("time", tr("Time"), f"{dose.occurred:%H:%M}", hint=tr("HH:MM")),
            FormField("site", tr("Arm"), dose.site.value if dose.site else "", sites),
            FormField("vaccinator", tr("Given by"), dose.vaccinator or "", tuple(people)),
            _reason(amend_dose.REASONS),
        ),
        tr("Save the correction"),
    )


def corrected_dose(values: Mapping[str, str], now: datetime) -> DoseDetails:
    """The dose as it should be. Raises BadField."""
    site = values["site"]
    return DoseDetails(
        chosen_of(values["vaccine"], tr("Which vaccine was it? Choose one.")),
        values["lot"],
        expiry_of(values["expiry"]),
        moment_of(values["day"], values["time"], now),
        BodySite(site) if site else None,
        values["vaccinator"] or None,
    )


def client_form(details: ClientDetails) -> FormState:
    """The registration as it stands, to be corrected."""
    sexes = (("F", tr("Female")), ("M", tr("Male")))
    return FormState(
        tr("Correct the registration: {name}").format(name=details.name),
        tr("What it said before stays readable, with who corrected it and why."),
        (
            FormField("name", tr("Name"), details.name),
            FormField("birth", tr("Birth date"), details.born, hint=tr("YYYY-MM-DD or YYYY")),
            FormField("sex", tr("Sex"), details.sex.value if details.sex else "", sexes),
            FormField("phone", tr("Phone"), details.phone or ""),
            FormField("home", tr("Home area"), area_words(details.home_area or "")),
            FormField("place", tr("To find again"), details.circumstances or ""),
            FormField("document", tr("Another document: scan or type it"), span=2),
            _reason(amend_client.REASONS),
        ),
        tr("Save the correction"),
    )


def corrected_client(
    details: ClientDetails, values: Mapping[str, str], today: date
) -> ClientDetails:
    """The registration as it should be; what was not asked stays. Raises BadField."""
    born, known_to = birth_of(values["birth"], today)
    return replace(
        details,
        name=chosen_of(values["name"], tr("The name is missing. What is the person called?")),
        birth_date=born,
        birth_known_to=known_to,
        sex=Sex(values["sex"]) if values["sex"] else None,
        phone=_phone(values["phone"], details.phone, today),
        home_area=area_of(values["home"]) or None,
        circumstances=values["place"] or None,
        documents=(*details.documents, *_documents(values["document"], today)),
    )


def reason_of(values: Mapping[str, str]) -> str:
    """Why the record is corrected. Raises BadField."""
    return chosen_of(values["reason"], tr("Why is it corrected? Choose a reason."))


def _reason(codes: Sequence[str]) -> FormField:
    reasons = tuple((code, amend_words(code)) for code in codes)
    return FormField("reason", tr("Why it is corrected"), "", reasons)


def _phone(typed: str, before: str | None, today: date) -> str | None:
    return before if typed == (before or "") else phone_of(typed, today)


def _documents(text: str, today: date) -> tuple[Document, ...]:
    if not text:
        return ()
    document = identify(text, today).document
    if document is None:
        raise BadField(tr("The document's number cannot be right. Scan it, or type it again."))
    return (document,)


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
