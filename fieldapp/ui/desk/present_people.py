"""Puts people into words: who somebody is, who may be meant, who may be the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from fieldapp.actions.find_duplicates import Duplicate, Likeness
from fieldapp.domain.client import Client, ClientDetails, Sex
from fieldapp.domain.documents.masking import mask
from fieldapp.domain.documents.phone import tail_of
from fieldapp.domain.screening import age_in_years
from fieldapp.ui.catalogue_words import area_words, group_words
from fieldapp.ui.desk.state import Hit, VerdictState
from fieldapp.ui.desk.words import likeness_words
from fieldapp.ui.language import moment as moment_words
from fieldapp.ui.words import sentences, tr
from fieldapp.wire.chain import REF_BYTES


def facts_of(details: ClientDetails, today: date) -> Iterable[tuple[str, str]]:
    """(word, value) pairs, those first that tell people apart."""
    if details.documents:
        yield tr("ID"), mask(details.documents[0])
    if details.birth_date is not None:
        yield _age(details.birth_date, details.latest_birth_date, today), _sex_words(details.sex)
    if details.phone and not details.documents:
        yield tr("Phone"), f"•••• {tail_of(details.phone)}"
    if details.home_area:
        yield tr("Home"), area_words(details.home_area)
    if details.circumstances:
        yield tr("Find again"), details.circumstances
    if details.key_group:
        yield tr("Key group"), group_words(details.key_group)


def _age(first: date, latest: date | None, today: date) -> str:
    """Completed years; *40-41* where the birth date is not known well enough."""
    ages = {age_in_years(min(born, today), today) for born in (latest or first, first)}
    return "–".join(str(age) for age in sorted(ages))


def _sex_words(sex: Sex | None) -> str:
    words = {Sex.FEMALE: tr("years, female"), Sex.MALE: tr("years, male")}
    return words.get(sex, tr("years")) if sex is not None else tr("years")


def new_here(text: str, known_as_of: datetime | None, now: datetime) -> VerdictState:
    """The banner over the form for somebody new."""
    where = tr("Not in this laptop’s records.")
    if known_as_of is not None:
        contact = tr("Last contact with the hub: {when}.")
        where = sentences(where, contact.format(when=moment_words(known_as_of, now)))
    said = sentences(where, tr("Ask: any dose before, anywhere?"))
    return VerdictState("info", "user-plus", tr("New here"), said, text)


def hits(found: Sequence[Client], today: date) -> tuple[Hit, ...]:
    """People who may be meant."""
    return tuple(
        Hit(c.client_id, c.details.name, facts_line(c.details, today) + _whence(c)) for c in found
    )


def _whence(client: Client) -> str:
    """Somebody whom only the roster knows has a ref for an id."""
    return f" · {tr('from the roster')}" if len(client.client_id) == REF_BYTES else ""


def facts_line(details: ClientDetails, today: date) -> str:
    """The same in one line."""
    return " · ".join(f"{word} {value}" for word, value in facts_of(details, today))


def duplicates(found: Sequence[Duplicate], today: date) -> tuple[Hit, ...]:
    """People who may be the same, and why."""
    return tuple(
        Hit(
            one.client.client_id,
            one.client.details.name,
            facts_line(one.client.details, today),
            likeness_words(one.likeness.value),
        )
        for one in found
    )


def same_person(found: Sequence[Duplicate]) -> VerdictState:
    """The banner that asks before somebody is registered a second time."""
    likeness = {one.likeness for one in found}
    reason = tr("Compare the person with what is on record before a second registration is made.")
    if Likeness.CONTEST in likeness:
        reason = tr(
            "This document is on record under another name. Ask whose it is. "
            "Both registrations stay: nobody is merged."
        )
    return VerdictState("wait", "circle-question-mark", tr("Is it the same person?"), reason)
