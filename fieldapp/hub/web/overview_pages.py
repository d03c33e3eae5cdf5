"""The overview as a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection
from starlette.responses import Response

from fieldapp.hub.cases import listing
from fieldapp.hub.cases.listing import COUNTED_UP_TO, CaseFilter
from fieldapp.hub.fold.doses import STATES
from fieldapp.hub.lots.heard import spread
from fieldapp.hub.reactions.listing import grave_since
from fieldapp.hub.sync_log.proof import Tally
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.asked import page_no
from fieldapp.hub.web.guard import Page
from fieldapp.hub.web.overview import Overview, read_overview
from fieldapp.hub.web.standing import SILENT, TO_CALL, Silence
from fieldapp.hub.web.team_words import (
    SILENCE,
    STATES_ASKED,
    TEAMS,
    asked_teams,
    chosen_teams,
    team_filter,
    telephones_for,
)
from fieldapp.hub.web.times import age
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import Said, counted, said

STATE_WORDS: Mapping[str, Said] = {
    "counted": said("counted"),
    "contested": said("contested"),
    "quarantined": said("quarantined"),
    "voided": said("struck through"),
    "erased": said("erased"),
}
_WEEK_S = 7 * 86_400
_WIDTH, _HEIGHT, _BASE = 560, 190, 158
_MOST_BESIDE = 999
"""The highest number that stands above a bar without touching its neighbour's."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The sentence at the top: its look, and what it says."""

    kind: str
    title: Said
    text: Said


def show_overview(visit: Visit) -> Response:
    """All teams and the sums."""
    page = page_no(visit.query.get("page", ""))
    with visit.hub.store.reading() as connection:
        seen = read_overview(connection, visit.now_s, visit.today, page, team_filter(visit))
        cases = listing.count(connection, CaseFilter())
        recalled = spread(connection)
        grave = _grave_of_the_week(visit, connection)
        called = telephones_for(visit, connection, [team.device.no for team in seen.teams])
    return visit.show(
        "overview.html",
        seen=seen,
        cases=cases,
        most_cases=COUNTED_UP_TO,
        recalled=recalled,
        grave=grave,
        telephones=called,
        kinds=TEAMS,
        to_call=TO_CALL,
        may_decide=visit.may(Permission.PEOPLE),
        verdict=verdict_on(seen),
        age=age,
        silence=SILENCE,
        red=seen.silences.get(Silence.RED, 0),
        states=STATES,
        state_words=STATE_WORDS,
        bars=bars_of(seen.days),
        chosen=chosen_teams(visit),
        states_asked=STATES_ASKED,
        asked=asked_teams(visit),
    )


def _grave_of_the_week(visit: Visit, connection: Connection) -> int:
    """Of no concern to readers of figures, who see nobody."""
    return grave_since(connection, visit.now_s - _WEEK_S) if visit.may(Permission.PEOPLE) else 0


def verdict_on(seen: Overview) -> Verdict:
    """Whether every record is accounted for, as far as anybody can know."""
    whole, silent = (
        seen.whole,
        sum(seen.silences.get(one, 0) for one in SILENT),
    )
    if seen.behind:
        title = counted("{n} page being counted|{n} pages being counted", seen.behind)
        return Verdict(
            "info", title, said("They are stored and signed for; look again in a moment.")
        )
    if whole.unaccounted:
        title = counted("{n} record unaccounted|{n} records unaccounted", whole.unaccounted)
        text = said("Type “fieldapp hub verify” on the hub's machine, and tell the maker.")
        return Verdict("stop", title, text)
    title = said("0 unaccounted")
    return Verdict("wait" if silent or whole.waiting else "ok", title, _known(whole, silent))


def _known(whole: Tally, silent: int) -> Said:
    if silent:
        return counted(
            "{n} team is silent: what it made since is not known. All else is here or waiting.|"
            "{n} teams are silent: what they made since is not known. All else is here or waiting.",
            silent,
        )
    if whole.waiting:
        return said("All that laptops are known to have recorded is here or named as waiting.")
    return said("All that laptops are known to have recorded is here.")


def bars_of(days: tuple[tuple[date, int], ...]) -> list[dict[str, object]]:
    """The chart: one bar a day; its highest fills the room. Where numbers are long, only those of
    today and of the highest day stand there."""
    most = max((number for _, number in days), default=0) or 1
    step = _WIDTH / max(1, len(days))
    drawn = []
    for at, (day, number) in enumerate(days):
        height = round((_BASE - 22) * number / most, 1)
        drawn.append(
            {
                "day": day,
                "number": number,
                "x": round(at * step + step * 0.1, 1),
                "middle": round(at * step + step / 2, 1),
                "y": round(_BASE - height, 1),
                "width": round(step * 0.8, 1),
                "height": height,
                "today": (today := at == len(days) - 1),
                "valued": number > 0 and (most <= _MOST_BESIDE or today or number == most),
            }
        )
    return drawn


PAGES = (Page("GET", "/overview", Permission.FIGURES, show_overview),)
