"""Between the registration form and a person's details: what a scan fills in, what was typed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from fieldapp.actions.booked import Booked
from fieldapp.domain.client import ClientDetails, Document, Sex
from fieldapp.domain.documents.masking import mask
from fieldapp.domain.scan import Scan, identify
from fieldapp.resource_files import resource_path
from fieldapp.ui.catalogue_words import area_of, area_words, groups
from fieldapp.ui.desk.register_page import CITIZEN
from fieldapp.ui.desk.state import Hit, RegisterForm, RegisterState
from fieldapp.ui.form_values import BadField, birth_of, phone_of
from fieldapp.ui.language import catalogue_key
from fieldapp.ui.words import tr

LANGUAGES = (
    ("zh", "中文"),
    ("en", "English"),
    ("ru", "Русский"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("vi", "Tiếng Việt"),
    ("fr", "Français"),
    ("es", "Español"),
    ("ar", "العربية"),
)
_RESIDENT_ID = "cn-resident-id"


def form_state(scan: Scan | None, lookalikes: tuple[Hit, ...] = ()) -> RegisterState:
    """The form with what the scan says filled in."""
    if scan is None:
        return RegisterState(
            nationality=CITIZEN,
            nationalities=_nationalities(CITIZEN),
            groups=groups(),
            languages=LANGUAGES,
            lookalikes=lookalikes,
        )
    document = scan.document
    region = scan.fields.get("region")
    nationality = _nationality(scan)
    return RegisterState(
        name=scan.name or "",
        birth_date=scan.birth_date.isoformat() if scan.birth_date else "",
        sex=scan.sex.value if scan.sex else "",
        home_area=area_words(str(region or "")),
        document=mask(document) if document else "",
        phone=scan.text if scan.kind == "phone" else "",
        from_document=document is not None,
        citizen=document is not None and document.kind == _RESIDENT_ID,
        nationality=nationality,
        nationalities=_nationalities(nationality),
        groups=groups(),
        languages=LANGUAGES,
        language="zh" if nationality in ("", CITIZEN) else "en",
        lookalikes=lookalikes,
    )


def with_declared(state: RegisterState, booked: Booked | None) -> RegisterState:
    """The form with what somebody declared when they booked, for the team to confirm."""
    if booked is None:
        return state
    nationality = booked.nationality or state.nationality
    return replace(
        state,
        nationality=nationality,
        nationalities=_nationalities(nationality),
        language=_language(booked.seat.language) or state.language,
        key_group=booked.seat.key_group or "",
        social_security=booked.seat.social_security,
    )


def _language(tag: str) -> str:
    """The form's word for a page's language, zh for zh-CN."""
    spoken = tag.split("-")[0]
    return spoken if spoken in dict(LANGUAGES) else ""


def _nationality(scan: Scan) -> str:
    """What the document says; of people without one, who are mostly neighbours, the usual."""
    if scan.nationality is not None:
        return scan.nationality
    foreign = scan.document is not None and scan.document.kind != _RESIDENT_ID
    return "" if foreign else CITIZEN


def _nationalities(also: str) -> tuple[tuple[str, str], ...]:
    text = resource_path("catalogue", "nationalities.json").read_text(encoding="utf-8")
    language = catalogue_key()
    listed = [(one["code"], one["name"][language]) for one in json.loads(text)["nationalities"]]
    known = {code for code, _ in listed}
    return (*listed, (also, also)) if also and also not in known else tuple(listed)


def details_of(form: RegisterForm, scan: Scan | None, today: date) -> ClientDetails:
    """The details to register. Raises BadField; nothing typed is lost by it."""
    if not form.name:
        raise BadField(tr("The name is missing. What is the person called?"))
    named = identify(form.name, today)
    if named.valid and named.kind != "name":
        raise BadField(tr("The name is a number or a code. Was something scanned into it?"))
    document = scan.document if scan else None
    born, known_to = birth_of(form.birth_date, today)
    return ClientDetails(
        name=form.name,
        documents=_documents(document),
        birth_date=born,
        sex=Sex(form.sex) if form.sex else None,
        phone=phone_of(form.phone, today),
        key_group=form.key_group or None,
        home_area=area_of(form.home_area) or None,
        nationality=_told_nationality(form, document),
        social_security=form.social_security,
        language=form.language or None,
        consent=form.consent,
        circumstances=form.circumstances or None,
        birth_known_to=known_to,
    )


def _documents(document: Document | None) -> tuple[Document, ...]:
    return () if document is None else (document,)


def _told_nationality(form: RegisterForm, document: Document | None) -> str | None:
    """None where it follows from the document: a resident ID is a citizen's."""
    if document is not None and document.kind == _RESIDENT_ID:
        return None
    return form.nationality or None
