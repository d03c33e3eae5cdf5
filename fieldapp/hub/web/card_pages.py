"""A person's card made again: asked for with a reason, written as a PDF, noted in the audit."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection
from starlette.responses import Response

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub.cards.errors import IdentityContested, NoDoseStands, WhyMissing
from fieldapp.hub.cards.issuing import Desk, card_of
from fieldapp.hub.erasure.erasing import person_of
from fieldapp.hub.erasure.errors import NobodyThere
from fieldapp.hub.sync_log.fonts import NoFont
from fieldapp.hub.web import audit
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.allocation_pages import ground_of
from fieldapp.hub.web.downloads import download
from fieldapp.hub.web.guard import Page, problem
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import CHINESE, ENGLISH, LANGUAGES, Said, said, words_of
from fieldapp.reports.vaccination_card import VaccinationCard

ACT = "card-reissued"
REASONS: Mapping[str, Said] = {
    "lost": said("lost"),
    "damaged": said("damaged or unreadable"),
    "corrected": said("the record was corrected"),
    "other-team": said("another team asks for proof"),
}
_MOST_NOTE = 120
_MOST_SHOWN = 5
_SPOKEN = {"zh": CHINESE, "en": ENGLISH}
_REFUSALS = (IdentityContested, NoDoseStands)


def ask_card(visit: Visit) -> Response:
    """What would stand on the card, the reason to be chosen, and when it was made before."""
    return _form(visit)


def _form(visit: Visit, told: FieldAppError | None = None) -> Response:
    with visit.hub.store.reading() as connection:
        try:
            person = person_of(connection, visit.params["person"])
        except NobodyThere:
            return problem(visit, 404, said("Nobody is recorded under this address."))
        card, told = _made(visit, connection, person, told)
        before = audit.about(connection, ACT, _subject(person), most=_MOST_SHOWN)
    with visit.hub.store.writing() as connection:
        visit.note(connection, "person-looked-at", _subject(person))
    return visit.show(
        "card.html", 422 if told else 200, person=person, card=card, before=before,
        told=visit.words.of_error(told) if told else None, reasons=REASONS, form=visit.form,
        language=_language(visit, card), most=_MOST_NOTE, why_words=why_words,
    )  # fmt: skip


def _made(
    visit: Visit, connection: Connection, person: bytes, told: FieldAppError | None
) -> tuple[VaccinationCard | None, FieldAppError | None]:
    try:
        return card_of(connection, person, _desk(visit)), told
    except _REFUSALS as refused:
        return None, told or refused


def why_words(details: str) -> Said:
    """The reason of a row of the audit."""
    return REASONS.get(details.partition(" · ")[0], Said("{which}", {"which": details}))


def _subject(person: bytes) -> str:
    return f"person {person.hex()[:16]}"


def _desk(visit: Visit) -> Desk:
    """Raises NoProgramme."""
    address = f"{'https' if visit.secure else 'http'}://{visit.host}"
    now = visit.place.local(visit.now_s)
    return Desk(visit.hub.store.keys, ground_of(visit), address, now)


def _language(visit: Visit, card: VaccinationCard | None) -> str:
    """What was chosen; otherwise the person's own, or that of the page."""
    chosen = visit.form.get("language", "")
    own = _SPOKEN.get(card.language, "") if card else ""
    return chosen if chosen in LANGUAGES else own or visit.words.language


def make_card(visit: Visit) -> Response:
    """The card as a PDF; who, whose, and why is in the audit before it leaves."""
    if visit.form.get("why", "") not in REASONS:
        return _form(visit, WhyMissing())
    with visit.hub.store.reading() as connection:
        try:
            person = person_of(connection, visit.params["person"])
            card = card_of(connection, person, _desk(visit))
        except NobodyThere:
            return problem(visit, 404, said("Nobody is recorded under this address."))
        except _REFUSALS as refused:
            return _form(visit, refused)
    try:
        response = _paper(visit, card)
    except NoFont as missing:
        return _form(visit, missing)
    with visit.hub.store.writing() as connection:
        visit.note(connection, ACT, _subject(person), _why(visit))
    return response


def _paper(visit: Visit, card: VaccinationCard) -> Response:
    # fpdf takes a good part of the start, and few papers are asked for
    from fieldapp.hub.cards.paper import write_paper

    spoken, catalogue = words_of(_language(visit, card)), _desk(visit).ground.catalogue

    def write(file: Path) -> None:
        write_paper(file, card, catalogue, spoken, practice=visit.practice)

    return download(visit, "vaccination-card", "pdf", write)


def _why(visit: Visit) -> str:
    note = " ".join(visit.form.get("note", "").split())[:_MOST_NOTE]
    return " · ".join(part for part in (visit.form["why"], note) if part)


PAGES = (
    Page("GET", "/people/{person}/card", Permission.PEOPLE, ask_card),
    Page("POST", "/people/{person}/card", Permission.PEOPLE, make_card),
)
