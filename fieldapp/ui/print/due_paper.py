"""The call list on paper, for a desk without a laptop: who, where to call, room for the answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from fieldapp.actions.calls.call_list import Entry
from fieldapp.domain.call import Step
from fieldapp.domain.demand import Demand
from fieldapp.domain.documents.phone_groups import grouped
from fieldapp.domain.vaccine import Catalogue
from fieldapp.ui.calls.present import demand_state, due_words, last_words, spoken_language
from fieldapp.ui.calls.present_message import message_column
from fieldapp.ui.calls.words import NOT_KNOWN
from fieldapp.ui.language import moment
from fieldapp.ui.print.paper import Paper, paper_of
from fieldapp.ui.print.template import Values
from fieldapp.ui.words import tr


def due_paper(
    entries: Sequence[Entry],
    needed: Sequence[Demand],
    catalogue: Catalogue,
    team: str,
    now: datetime,
) -> Paper:
    """The people in the order of the screen, over as many pages as they need; then the demand."""
    title = tr("Call list")
    state = demand_state(catalogue, needed)
    values: Values = {
        "title": title,
        "team": team,
        "as_of": tr("As of {time}.").format(time=moment(now, now)),
        "private": tr("It tells about people: do not leave it lying about, destroy it afterwards."),
        **_words(),
        "people": [_person(entry, now.date()) for entry in entries],
        "nobody": "" if entries else tr("Nobody is to be called."),
        "demand_word": state.title,
        "demand_note": state.lead,
        "week_1_word": state.weeks[0],
        "week_2_word": state.weeks[1],
        "needed": [
            {
                "product": line.product,
                "place": line.place,
                "now": line.now,
                "week_1": line.week_1,
                "week_2": line.week_2,
                "total": line.total,
            }
            for line in state.lines
        ],
    }
    return paper_of("due", values, title=title, stem=f"calls-{now:%Y%m%d-%H%M}")


def _words() -> Mapping[str, str]:
    return {
        "person_word": tr("Person"),
        "phone_word": tr("Phone"),
        "language_word": tr("Language"),
        "due_word": tr("Dose and days"),
        "last_word": tr("Message, last call"),
        "result_word": tr("What came of it"),
        "product_word": tr("Product"),
        "place_word": tr("Place"),
        "now_word": tr("Now"),
        "total_word": tr("Together"),
    }


def _person(entry: Entry, today: date) -> Mapping[str, str]:
    contact = entry.contact
    born = "" if contact.birth_date is None else f" ({contact.birth_date.year})"
    nowhere = " · ".join(part for part in (tr("no phone"), contact.area) if part)
    return {
        "name": f"{contact.name}{born}",
        "phone": grouped(contact.phone) if contact.phone else nowhere,
        "language": spoken_language(contact.language),
        "due": due_words(entry, today),
        "last": tr(", ").join((*_written_to(entry), last_words(entry))),
    }


def _written_to(entry: Entry) -> Iterable[str]:
    """Paper has no tip to explain a dash, and no phone is said already."""
    words = message_column(entry)
    if words != NOT_KNOWN and entry.plan.step is not Step.NO_PHONE:
        yield words
