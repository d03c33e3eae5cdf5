"""A vaccination card in words, on one of its two sheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fieldapp.domain.vaccine import Catalogue
from fieldapp.reports.vaccination_card import CardDose, NextDose, VaccinationCard, card_text
from fieldapp.ui.desk.words import evidence_words
from fieldapp.ui.language import (
    CHINESE,
    ENGLISH,
    birth_day,
    catalogue_key,
    clock_time,
    day,
    speaking,
    spoken,
)
from fieldapp.ui.print.paper import Paper, paper_of
from fieldapp.ui.print.template import Values
from fieldapp.ui.words import site_words, tr

A5, WALLET = "card-a5", "card-wallet"
_OURS = {"zh": CHINESE, "en": ENGLISH}


def language_of(card: VaccinationCard) -> str:
    """The language of the card: the person's, where it is one of ours, else the screens'."""
    return _OURS.get(card.language, "") or spoken()


def card_paper(
    card: VaccinationCard, catalogue: Catalogue, sheet: str, language: str = ""
) -> Paper:
    """The card on the sheet A5 or WALLET, in `language` (empty: that of the screens); its QR code
    holds the doses under a signature."""
    with speaking(language):
        return _written(card, catalogue, sheet)


def _written(card: VaccinationCard, catalogue: Catalogue, sheet: str) -> Paper:
    values: Values = {
        **_words(),
        "name": card.name,
        "document": card.document,
        "born": birth_day(card.birth_date, card.birth_known_to),
        "doses": [_dose(dose, card.team, catalogue) for dose in card.doses],
        "none": "" if card.doses else tr("No dose is known here."),
        "next": [{"words": words} for words in _next(card, catalogue)],
        "known": _known(card),
        "code_words": _code_words(card),
        "issued": tr("{team}, printed on {day}").format(
            team=card.team, day=day(card.issued_at.date())
        ),
    }
    stem = f"vaccination-card-{card.issued_at:%Y%m%d-%H%M%S}"
    return paper_of(
        sheet, values, title=tr("Vaccination card"), stem=stem, code=code_text(card, catalogue)
    )


def code_text(card: VaccinationCard, catalogue: Catalogue) -> str:
    """What the QR code says: the signed card; of a laptop that may not sign, one line of text."""
    return card.signed or plain_text(card, catalogue)


def plain_text(card: VaccinationCard, catalogue: Catalogue) -> str:
    """The card as one line of text."""
    return card_text(card, {vaccine.id: vaccine.short_name for vaccine in catalogue})


def _words() -> Mapping[str, str]:
    return {
        "title": tr("Vaccination card"),
        "document_word": tr("Document"),
        "born_word": tr("Born"),
        "number_word": tr("Dose"),
        "day_word": tr("Date"),
        "vaccine_word": tr("Vaccine"),
        "lot_word": tr("Lot"),
        "by_word": tr("Given by"),
        "advice": tr("Keep this card and show it before the next dose, to whatever team."),
    }


def _dose(dose: CardDose, team: str, catalogue: Catalogue) -> Mapping[str, str]:
    giver, where = dose.given_by, team
    if dose.elsewhere:
        giver = dose.given_by or tr("elsewhere")
        where = evidence_words(dose.evidence) if dose.evidence else tr("as told or from paper")
    return {
        "number": str(dose.number),
        "day": day(dose.given_on),
        "vaccine": long_name(catalogue, dose.vaccine),
        "short": catalogue.short_name(dose.vaccine),
        "lot": dose.lot or tr("not known"),
        "site": site_words(dose.site) if dose.site else "",
        "name_of_giver": giver or team,
        "by": ", ".join(part for part in (giver, where) if part),
    }


def long_name(catalogue: Catalogue, vaccine_id: str) -> str:
    """A product as its label names it, in the language of the paper."""
    vaccine = catalogue.get(vaccine_id)
    if vaccine is None:
        return vaccine_id
    return vaccine.name.get(catalogue_key()) or vaccine.name.get("en", vaccine_id)


def _next(card: VaccinationCard, catalogue: Catalogue) -> Iterable[str]:
    several = len(card.next_doses) > 1
    for dose in card.next_doses:
        yield _next_words(dose, catalogue.short_name(dose.vaccine) if several else "")
    if card.complete and card.doses:
        yield tr("Complete: nothing more is due.")


def _next_words(dose: NextDose, name: str) -> str:
    words = tr("Next: dose {n}, from {day}").format(n=dose.number, day=day(dose.due_on))
    return f"{name} · {words}" if name else words


def _code_words(card: VaccinationCard) -> str:
    if not card.signed:
        return ""
    if card.left_out:
        return tr(
            "The code is signed and holds the newest {n} doses; the older ones stand here only."
        ).format(n=len(card.doses) - card.left_out)
    return tr("The code is signed: any team can prove it without a network.")


def _known(card: VaccinationCard) -> str:
    if card.known_as_of is None:
        return tr("Known from this team’s own records only.")
    return tr("Known as of {day}, {time}, from this team’s records and the hub.").format(
        day=day(card.known_as_of.date()), time=clock_time(card.known_as_of)
    )
