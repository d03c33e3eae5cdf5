"""Turns the day of bookings into what its page shows. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterable

from fieldapp.actions.booked import day_of, local
from fieldapp.actions.booked_day import BookedDay, BookedLine, Presence
from fieldapp.domain.booking import KEPT
from fieldapp.domain.documents.masking import mask
from fieldapp.ui.bookings.state import BookedRow, BookedState
from fieldapp.ui.bookings.words import place_name, presence_words
from fieldapp.ui.language import clock_time, day
from fieldapp.ui.pill import Pill
from fieldapp.ui.words import kind_words, tr
from fieldapp.wire.bookings import code_text

_LOOKS = {
    Presence.CAME: ("ok", "circle-check"),
    Presence.NOTED: ("ok", "check"),
    Presence.EXPECTED: ("", ""),
    Presence.LATE: ("info", "clock"),
    Presence.MISSING: ("wait", "circle-x"),
}


def booked_page(at: BookedDay | None) -> BookedState:
    """The list, or why there is none."""
    if at is None:
        return BookedState(
            tr("Booked today"),
            nothing=tr(
                "Nobody has booked for today as far as this laptop knows. "
                "Whoever comes can be vaccinated without a booking."
            ),
        )
    where = tr("Booked today: {place}").format(place=place_name(at.session))
    rule = tr("A seat is kept {n} minutes after its time, then it is anybody’s.")
    return BookedState(
        title=f"{where} · {day(day_of(at.session))}",
        rule=rule.format(n=int(KEPT.total_seconds()) // 60),
        figures=tuple(_figures(at)),
        rows=tuple(_row(at, line) for line in at.lines),
        other=place_name(at.others[0]) if at.others else "",
        nothing="" if at.lines else tr("Nobody has booked here for today."),
    )


def _figures(at: BookedDay) -> Iterable[tuple[str, str, str]]:
    yield tr("Booked"), str(len(at.lines)), ""
    yield tr("Came"), str(at.count(Presence.CAME, Presence.NOTED)), "ok"
    yield tr("Expected"), str(at.count(Presence.EXPECTED, Presence.LATE)), ""
    yield tr("Did not come"), str(at.count(Presence.MISSING)), "wait"
    yield tr("Walk-ins"), str(at.walk_ins), ""
    yield tr("Seats left"), f"{at.left} / {at.seats}", "info"


def _row(at: BookedDay, line: BookedLine) -> BookedRow:
    tone, icon = _LOOKS[line.presence]
    known = line.client.details.name if line.client is not None else ""
    document = line.seat.document
    return BookedRow(
        session=at.session.no,
        code=code_text(line.seat.code),
        time=clock_time(local(at.session, line.slot.begins_s)),
        who=known or tr("not known here"),
        paper=f"{kind_words(document.kind)} {mask(document)}",
        presence=Pill(tone, icon, presence_words(line.presence)),
        may_note=line.presence not in (Presence.CAME, Presence.NOTED),
        may_take_back=line.presence is Presence.NOTED,
    )
