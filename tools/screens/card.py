"""Pictures of scanned vaccination cards at the desk: taken over, and refused for every reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from fieldapp.actions.card.check import CardVerdict, CheckedCard
from fieldapp.actions.card.refusals import refusal_of
from fieldapp.actions.card.take_over import TakenOver
from fieldapp.ui.desk import present, present_card, present_people
from fieldapp.ui.desk.card_flow import prefilled
from fieldapp.ui.desk.registering import form_state
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.words import tr
from fieldapp.wire.trust import Issuer
from tools.screens.desk import ALL_NO
from tools.screens.frame import show_frame
from tools.screens.people import (
    BIBP,
    NOW,
    card_scan,
    consultation,
    health_card,
    practice,
    wang,
)

_TEAM = "济宁二队 Jining team 2"
_SINCE = int((NOW - timedelta(days=9)).timestamp())


def _desk(window: MainWindow) -> None:
    show_frame(window)
    window.show_room("desk")


def _refused(verdict: CardVerdict) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        _desk(window)
        issuer = Issuer(12, _TEAM, bytes(64), _SINCE)
        found = CheckedCard(verdict, health_card(), issuer, NOW - timedelta(days=61))
        refused = refusal_of(found)
        if refused is not None:
            state = present_card.refused_card(found, refused, practice().catalogue)
            window.desk.show_card(state)
        window.desk.scan.say(present_card.verdict_title(verdict), "stop")

    return show


def _taken(window: MainWindow) -> None:
    _desk(window)
    at = consultation(53, ALL_NO, BIBP, wang())
    window.desk.show_person(present.person_page(practice(), at, ALL_NO, "left-deltoid", NOW))
    words, tone = present_card.taken_words(_TEAM, TakenOver(added=1), practice().catalogue)
    window.desk.scan.say(words, tone)


def _new_here(window: MainWindow) -> None:
    _desk(window)
    banner = present_people.new_here("", NOW - timedelta(days=21), NOW)
    scan = prefilled(card_scan(), health_card())
    window.desk.show_register(form_state(scan), banner)
    words = tr("Valid card, signed by {team}. Its doses are added when this is saved.")
    window.desk.scan.say(words.format(team=_TEAM), "ok")


SCREENS: Mapping[str, Callable[[MainWindow], None]] = {
    "card-taken": _taken,
    "card-new-here": _new_here,
    "card-altered": _refused(CardVerdict.ALTERED),
    "card-unknown": _refused(CardVerdict.UNKNOWN_ISSUER),
    "card-shut-out": _refused(CardVerdict.REVOKED_ISSUER),
    "card-old-list": _refused(CardVerdict.TRUST_TOO_OLD),
    "card-newer": _refused(CardVerdict.NOT_READABLE),
}
