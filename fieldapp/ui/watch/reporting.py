"""The texts of the AEFI form as a report, and a report as texts again."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import date, datetime, timedelta
from typing import Any

from fieldapp.domain.adverse_event import ReactionDetails
from fieldapp.ui.form_values import BadField
from fieldapp.ui.watch.state import ReactionForm
from fieldapp.ui.words import tr

_DAY, _MINUTE = "%Y-%m-%d", "%Y-%m-%d %H:%M"
_SERIOUS = {"": None, "no": False, "yes": True}


def new_form(now: datetime, *, is_watched: bool) -> ReactionForm:
    """An empty form; for somebody who is here, it began just now unless somebody says otherwise."""
    return ReactionForm(onset=f"{now:%H:%M}" if is_watched else "")


def details_of(form: ReactionForm, given: datetime, now: datetime) -> ReactionDetails:
    """The report. `given`, `now`: the dose and this moment on the site's own clock. Raises
    BadField; nothing typed is lost by it."""
    if not form.reactions:
        raise BadField(tr("What was seen? Choose by number."))
    if not form.serious:
        raise BadField(tr("Was it serious? F7 when none of these; otherwise choose which."))
    return ReactionDetails(
        reactions=form.reactions,
        onset=_onset(form.onset, given, now),
        serious=_SERIOUS[form.serious],
        criteria=form.criteria if form.serious == "yes" else (),
        outcome=form.outcome or None,
        description=form.description or None,
        treatment=form.treatment or None,
        history=form.history or None,
        died_on=_day(form.died),
        diluent_lot=form.diluent_lot or None,
        reconstituted=_moment(form.reconstituted, given),
        reporter=form.reporter or None,
        reporter_post=form.reporter_post or None,
        reporter_contact=form.reporter_contact or None,
        notified_on=_day(form.notified),
        comment=form.comment or None,
    )


def form_of(details: ReactionDetails, given: datetime) -> ReactionForm:
    """A report as texts, to add to it."""
    said = {value: word for word, value in _SERIOUS.items()}
    return ReactionForm(
        reactions=details.reactions,
        serious=said[details.serious],
        criteria=details.criteria,
        onset=_moment_text(details.onset, given),
        outcome=details.outcome or "",
        treatment=details.treatment or "",
        description=details.description or "",
        history=details.history or "",
        comment=details.comment or "",
        reporter=details.reporter or "",
        reporter_post=details.reporter_post or "",
        reporter_contact=details.reporter_contact or "",
        notified=f"{details.notified_on:{_DAY}}" if details.notified_on else "",
        diluent_lot=details.diluent_lot or "",
        reconstituted=_moment_text(details.reconstituted, given),
        died=f"{details.died_on:{_DAY}}" if details.died_on else "",
    )


def to_draft(form: ReactionForm) -> str:
    """The form as a draft's text."""
    return json.dumps(asdict(form))


def from_draft(body: str | None) -> ReactionForm | None:
    """A draft; one that another version wrote in another shape is let go."""
    told: dict[str, Any] = json.loads(body) if body else {}
    if set(told) != {field.name for field in fields(ReactionForm)}:
        return None
    lists = {name: tuple(told[name]) for name in ("reactions", "criteria")}
    return ReactionForm(**told | lists)


def _onset(text: str, given: datetime, now: datetime) -> datetime | None:
    onset = _moment(text, given)
    if onset is None:
        return None
    if onset < given:
        raise BadField(
            tr("It cannot have begun before the dose, given at {time}.").format(
                time=f"{given:{_MINUTE}}"
            )
        )
    if onset > now + timedelta(minutes=1):
        raise BadField(tr("When it began lies in the future."))
    return onset


def _moment(text: str, given: datetime) -> datetime | None:
    """A time alone is of the day of the dose."""
    if not text:
        return None
    whole = text.replace("/", "-").replace("：", ":")
    if "-" not in whole:
        whole = f"{given:{_DAY}} {whole}"
    elif ":" not in whole:
        whole = f"{whole} 00:00"
    try:
        return datetime.strptime(whole, _MINUTE)
    except ValueError as error:
        raise BadField(tr("A time cannot be read: write HH:MM, or YYYY-MM-DD HH:MM.")) from error


def _moment_text(moment: datetime | None, given: datetime) -> str:
    if moment is None:
        return ""
    return f"{moment:%H:%M}" if moment.date() == given.date() else f"{moment:{_MINUTE}}"


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text.replace("/", "-"))
    except ValueError as error:
        raise BadField(tr("A date cannot be read: write YYYY-MM-DD.")) from error
