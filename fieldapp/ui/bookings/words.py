"""What a booking comes to at the desk, in words. Never a refusal: whoever is here mixes in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fieldapp.actions.booked import Booked, day_of
from fieldapp.actions.booked_day import Presence
from fieldapp.actions.consult import Consultation
from fieldapp.domain.booking import Timing
from fieldapp.ui.desk.state import VerdictState
from fieldapp.ui.language import catalogue_key, clock_time, day
from fieldapp.ui.words import sentences, tr
from fieldapp.wire.bookings import Session

_WORDS = {
    Timing.NOW: "Booked for {time} today.",
    Timing.EARLY: "Booked for {time} today: early. Go on if there is time.",
    Timing.LATE: "Booked for {time} today: late, the seat is still kept.",
    Timing.FREE: "Booked for {time} today; the seat was kept until {until}. "
    "Take them like anybody without a booking.",
    Timing.OTHER_DAY: "Booked for {day}, {time}, not for today. "
    "Take them like anybody without a booking.",
}


def booked_words(booked: Booked) -> str:
    """When they were to come, and what follows from it."""
    words = tr(_WORDS[booked.timing]).format(
        time=clock_time(booked.begins),
        until=clock_time(booked.kept_until),
        day=day(day_of(booked.session)),
    )
    if booked.here:
        return words
    where = tr("The booking is for {place}.").format(place=place_name(booked.session))
    return sentences(words, where)


def booked_tone(booked: Booked) -> str:
    """How that is said; a booking for elsewhere is worth a look."""
    if booked.here is False or booked.timing in (Timing.FREE, Timing.OTHER_DAY):
        return "wait"
    return "ok" if booked.timing is Timing.NOW else "info"


def not_booked_words() -> str:
    """Of a code that this laptop was told nothing of."""
    return tr(
        "No booking with this code is known on this laptop. Scan the document: "
        "whoever is here can be vaccinated without one."
    )


def new_here_but_booked(banner: VerdictState, booked: Booked | None) -> VerdictState:
    """The banner over the form of somebody who booked: what they declared is for us to confirm."""
    if booked is None:
        return banner
    confirm = tr("Check the document and what they declared.")
    return replace(banner, reason=sentences(booked_words(booked), confirm, banner.reason))


def booked_facts(at: Consultation) -> Iterable[tuple[str, str]]:
    """The same as short as a person's card has room for."""
    if at.booked is None:
        if at.booking_day:
            yield tr("Booked"), tr("no, walk-in")
        return
    said = [clock_time(at.booked.begins)]
    if at.booked.timing is Timing.OTHER_DAY:
        said = [f"{day(day_of(at.booked.session))} {said[0]}"]
    if at.booked.came:
        said.append(tr("came"))
    elif at.booked.timing is Timing.FREE:
        said.append(tr("seat given on"))
    if at.booked.here is False:
        said.append(place_name(at.booked.session))
    yield tr("Booked"), tr(", ").join(said)


def place_name(session: Session) -> str:
    """In the reader's language."""
    return session.name_en if catalogue_key() == "en" else session.name_zh


def presence_words(presence: Presence) -> str:
    """Whether somebody with a seat is here."""
    return tr(_PRESENCES[presence])


_PRESENCES = {
    Presence.CAME: "came, written down",
    Presence.NOTED: "is here",
    Presence.EXPECTED: "expected",
    Presence.LATE: "late, seat kept",
    Presence.MISSING: "did not come, seat free",
}
