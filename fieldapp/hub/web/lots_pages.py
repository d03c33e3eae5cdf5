"""Lots as pages: what became of every dose, and the recall that stops a lot at every laptop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from sqlalchemy import Connection
from starlette.responses import Response

from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.lot import lot_key
from fieldapp.hub.devices import Device, devices
from fieldapp.hub.lots import people, reading, recalls
from fieldapp.hub.lots.heard import Heard, Hearing, ahead, all_heard
from fieldapp.hub.lots.reading import LotFilter, OneLot
from fieldapp.hub.lots.recalls import MOST_LOT, MOST_NOTE, Decision, Word
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.asked import page_no, pages_of
from fieldapp.hub.web.catalogue import product_name, products
from fieldapp.hub.web.guard import Page
from fieldapp.hub.web.lots_words import (
    DECIDED,
    HEARING,
    HELD,
    LIFTED_REASONS,
    RECALL_REASONS,
    WASTED,
    words_of,
)
from fieldapp.hub.web.standing import Silence, silence_of
from fieldapp.hub.web.team_words import SILENCE, telephones_for
from fieldapp.hub.web.times import age
from fieldapp.hub.web.visit import Visit

A_PAGE = 50
MOST_TEAMS = 200
_MOST_TYPED = 80
_URGENT = (Hearing.DEAF, Hearing.NOT_YET, Hearing.STICK, Hearing.HANDED, Hearing.HEARD)


@dataclass(frozen=True, slots=True)
class Listener:
    """One laptop that should hear of a recall; `left`: doses of the lot that its team has."""

    device: Device
    hearing: Hearing
    silence: Silence
    silent_s: int
    heard: Heard
    left: int


def show_lots(visit: Visit) -> Response:
    """All lots, filtered, under those that are recalled."""
    return _lots(visit)


def _lots(visit: Visit, told: FieldAppError | None = None) -> Response:
    which, page = lot_filter(visit), page_no(visit.query.get("page", ""))
    with visit.hub.store.reading() as connection:
        number = reading.count(connection, which)
        skip = (page - 1) * A_PAGE
        lines = reading.page_of(connection, which, skip=skip, most=A_PAGE)
        recalled = recalls.standing(connection)
        known = _listening(connection)
        heard, newer = all_heard(connection), ahead(connection)
        vaccines = reading.vaccines(connection)
    come = {one.version: _come(known, heard, one.version) for one in recalled}
    return visit.show(
        "lots.html", 422 if told else 200, lines=lines, number=number, page=page,
        pages=pages_of(number, A_PAGE), recalled=recalled, come=come, laptops=len(known),
        recalled_lots={(one.vaccine, one.lot_key) for one in recalled}, chosen=chosen(visit),
        vaccines=vaccines, products=products(), product_name=product_name, form=visit.form,
        reasons=RECALL_REASONS, words_of=words_of, may_recall=visit.may(Permission.RECALL),
        told=visit.words.of_error(told) if told else None, most_lot=MOST_LOT, most_note=MOST_NOTE,
        address=address, newer=newer,
    )  # fmt: skip


def lot_filter(visit: Visit) -> LotFilter:
    """What the form asks for."""
    asked = chosen(visit)
    return LotFilter(asked["vaccine"] or None, asked["lot"], asked["held"] == "yes")


def chosen(visit: Visit) -> dict[str, str]:
    """The same as typed."""
    return {name: visit.query.get(name, "")[:_MOST_TYPED] for name in ("vaccine", "lot", "held")}


def address(vaccine: str, lot: str, path: str = "/lots/lot") -> str:
    """Where one lot is; its number may hold anything."""
    return f"{path}?{urlencode({'vaccine': vaccine, 'lot': lot})}"


def _listening(connection: Connection) -> list[Device]:
    """The laptops that a recall has to reach."""
    return [one for one in devices(connection).values() if one.revoked_s is None]


def _come(known: Sequence[Device], heard: dict[int, Heard], version: int) -> int:
    """How many laptops know a version of the list."""
    hearing = (heard.get(device.no, Heard()).of(version) for device in known)
    return sum(one is Hearing.HEARD for one in hearing)


def show_lot(visit: Visit) -> Response:
    """One lot: team by team, what was decided, who has heard of it."""
    vaccine, lot = visit.query.get("vaccine", ""), visit.query.get("lot", "")
    return _lot(visit, vaccine, lot) if vaccine and lot.strip() else visit.go("/lots")


def _lot(visit: Visit, vaccine: str, lot: str, told: FieldAppError | None = None) -> Response:
    with visit.hub.store.reading() as connection:
        one = reading.read_lot(connection, vaccine[:_MOST_TYPED], lot[:_MOST_TYPED])
        decided = recalls.decisions_about(connection, one.vaccine, one.key)
        listeners = _listeners(connection, one, decided, visit.now_s)
        got = people.count(connection, one.vaccine, one.key)
        teams = {no: device.name for no, device in devices(connection).items()}
        shown = [who.device.no for who in listeners[:MOST_TEAMS]]
        called = telephones_for(visit, connection, shown)
    return visit.show(
        "lot.html", 422 if told else 200, one=one, decided=decided, teams=teams, got=got,
        now=decided[0] if decided else None, listeners=listeners[:MOST_TEAMS],
        laptops=len(listeners), come=Counter(listener.hearing for listener in listeners),
        telephones=called, hearing=HEARING, silence=SILENCE, age=age, address=address,
        product_name=product_name,
        may_recall=visit.may(Permission.RECALL), may_see=visit.may(Permission.PEOPLE),
        recall_reasons=RECALL_REASONS, lifted_reasons=LIFTED_REASONS, wasted=WASTED, held=HELD,
        said_words=DECIDED, words_of=words_of, form=visit.form, most_note=MOST_NOTE,
        told=visit.words.of_error(told) if told else None, back=address(one.vaccine, one.key),
    )  # fmt: skip


def _listeners(
    connection: Connection, one: OneLot, decided: Sequence[Decision], now_s: int
) -> list[Listener]:
    """Who should have heard the last word about this lot, those first who have doses and have not.
    None where nothing was ever decided."""
    if not decided:
        return []
    heard, left = all_heard(connection), {team.device: team.doses.left for team in one.teams}
    found = []
    for device in _listening(connection):
        known = heard.get(device.no, Heard())
        standing = silence_of(device, now_s)
        hearing = known.of(decided[0].version)
        found.append(Listener(device, hearing, *standing, known, left.get(device.no, 0)))
    return sorted(found, key=_urgency)


def _urgency(one: Listener) -> tuple[bool, bool, int, int, str]:
    heard = one.hearing is Hearing.HEARD
    return heard, one.left <= 0, _URGENT.index(one.hearing), -one.silent_s, one.device.name


def recall(visit: Visit) -> Response:
    """Stop a lot at every laptop, from the page of the lot or from the list of all."""
    return _decide(visit, recalls.recall, "lot-recalled")


def lift(visit: Visit) -> Response:
    """Let it be used again."""
    return _decide(visit, recalls.lift, "recall-lifted")


def _decide(
    visit: Visit, decide: Callable[[Connection, str, str, Word], Decision], act: str
) -> Response:
    vaccine, lot, reason, note = (
        " ".join(visit.form.get(name, "").split()) for name in ("vaccine", "lot", "reason", "note")
    )
    word = Word(visit.login, visit.now_s, reason, note)
    try:
        with visit.hub.store.writing() as connection:
            decided = decide(connection, vaccine, lot, word)
            why = f"{decided.reason}: {decided.note}" if decided.note else decided.reason
            visit.note(connection, act, f"lot {decided.vaccine} {decided.lot}", why)
    except FieldAppError as error:
        if visit.form.get("from") == "list":
            return _lots(visit, error)
        return _lot(visit, vaccine, lot, error)
    return visit.go(address(decided.vaccine, lot_key(decided.lot)))


PAGES = (
    Page("GET", "/lots", Permission.FIGURES, show_lots),
    Page("GET", "/lots/lot", Permission.FIGURES, show_lot),
    Page("POST", "/lots/recall", Permission.RECALL, recall),
    Page("POST", "/lots/lift", Permission.RECALL, lift),
)
