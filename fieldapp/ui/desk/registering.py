"""Between the registration form and a person's details: what a scan fills in, what was typed."""

from __future__ import annotations

import json
from datetime import date

from fieldapp.domain.client import ClientDetails, Document, Sex
from fieldapp.domain.documents.masking import mask
from fieldapp.domain.scan import Scan, identify, read_as
from fieldapp.resource_files import resource_path
from fieldapp.ui.desk.state import Hit, RegisterForm, RegisterState
from fieldapp.ui.language import catalogue_key
from fieldapp.ui.words import tr

LANGUAGES = (("zh", "中文"), ("en", "English"))


class BadField(Exception):
    """A field of the form cannot be taken as it is; the text says which and why."""


def form_state(scan: Scan | None, lookalikes: tuple[Hit, ...] = ()) -> RegisterState:
    """The form with what the scan says filled in."""
    filled = RegisterState(groups=_groups(), languages=LANGUAGES, lookalikes=lookalikes)
    if scan is None:
        return filled
    document = scan.document
    region = scan.fields.get("region")
    return RegisterState(
        name=scan.name or "",
        birth_date=scan.birth_date.isoformat() if scan.birth_date else "",
        sex=scan.sex.value if scan.sex else "",
        home_area=str(region or ""),
        document=mask(document) if document else "",
        phone=scan.text if scan.kind == "phone" else "",
        from_document=document is not None,
        groups=_groups(),
        languages=LANGUAGES,
        lookalikes=lookalikes,
    )


def _groups() -> tuple[tuple[str, str], ...]:
    text = resource_path("catalogue", "priority_groups.json").read_text(encoding="utf-8")
    catalogue = json.loads(text)
    language = catalogue_key()
    lists = (catalogue["groups"], catalogue["mobile_groups"], catalogue["extension_groups"])
    return tuple((group["id"], group["name"][language]) for part in lists for group in part)


def details_of(form: RegisterForm, scan: Scan | None, today: date) -> ClientDetails:
    """The details to register. Raises BadField; nothing typed is lost by it."""
    if not form.name:
        raise BadField(tr("The name is missing. What is the person called?"))
    named = identify(form.name, today)
    if named.valid and named.kind != "name":
        raise BadField(tr("The name is a number or a code. Was something scanned into it?"))
    document = scan.document if scan else None
    return ClientDetails(
        name=form.name,
        documents=_documents(document),
        birth_date=_birth_date(form.birth_date, today),
        sex=Sex(form.sex) if form.sex else None,
        phone=_phone(form.phone, today),
        key_group=form.key_group or None,
        home_area=form.home_area or None,
        nationality=scan.nationality if scan else None,
        language=form.language or None,
        consent=form.consent,
        circumstances=form.circumstances or None,
    )


def _documents(document: Document | None) -> tuple[Document, ...]:
    return () if document is None else (document,)


def _birth_date(text: str, today: date) -> date | None:
    if not text:
        return None
    try:
        born = date.fromisoformat(text.replace("/", "-"))
    except ValueError as error:
        raise BadField(tr("The birth date is not a date: write YYYY-MM-DD.")) from error
    if born > today:
        raise BadField(tr("The birth date lies in the future."))
    return born


def _phone(text: str, today: date) -> str | None:
    if not text:
        return None
    scan = read_as("phone", text, today)
    if not scan.valid:
        raise BadField(tr("The phone number cannot be right. Correct it, or leave it empty."))
    return str(scan.fields["e164"])
