"""What the journal answers about stock, put into words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from fieldapp.actions.moments import site_today
from fieldapp.actions.practice import Practice
from fieldapp.actions.stock.stock_board import LotRow, OpenVial, StockBoard
from fieldapp.actions.stock.undo_movement import can_be_taken_back
from fieldapp.actions.stock_rules import load_stock_rules
from fieldapp.domain.lot import LotStanding
from fieldapp.domain.stock import vials_and_doses
from fieldapp.domain.vaccine import Catalogue
from fieldapp.journal.lots import LotDecision
from fieldapp.journal.stock import StockMovement
from fieldapp.ui.language import (
    CHINESE,
    catalogue_key,
    clock_time,
    day,
    duration,
    moment,
    number,
    spoken,
)
from fieldapp.ui.stock.present_cold import thermometer
from fieldapp.ui.stock.state import (
    AlertState,
    BoardState,
    LotLine,
    MovementLine,
    Tile,
    VialState,
)
from fieldapp.ui.stock.words import kind_words, reason_words, standing_words
from fieldapp.ui.words import sentences, tr

_TONES = {
    LotStanding.RECALLED: ("stop", "octagon-x"),
    LotStanding.EXPIRED: ("stop", "octagon-x"),
    LotStanding.HELD: ("wait", "triangle-alert"),
    LotStanding.BELOW_ZERO: ("wait", "triangle-alert"),
    LotStanding.SOON: ("wait", "clock"),
    LotStanding.IN_USE: ("ok", "syringe"),
    LotStanding.GOOD: ("ok", "check"),
}
_GRAVE = (
    LotStanding.RECALLED,
    LotStanding.EXPIRED,
    LotStanding.HELD,
    LotStanding.BELOW_ZERO,
)


def board(practice: Practice, now: StockBoard, site: datetime) -> BoardState:
    """The whole board; `site` is the site's own time, aware."""
    return BoardState(
        counted=_counted(now, site),
        tiles=_tiles(now),
        lots=[lot_line(practice.catalogue, row, site) for row in now.lots],
        vial=_vial(practice.catalogue, now.vials, site),
        cold=thermometer(now.containers[0] if now.containers else None, site),
        alert=alert(practice, now),
    )


def site_time(practice: Practice) -> datetime:
    """Now, aware, in the site's zone."""
    zone = timezone(timedelta(minutes=practice.clock.utc_offset_min()))
    return practice.clock.now().astimezone(zone)


def product_choices(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Every product, for a list to choose from."""
    if spoken() == CHINESE:
        return [(one.id, one.name.get(catalogue_key(), one.short_name)) for one in catalogue]
    return [(one.id, f"{one.short_name} · {', '.join(one.antigens)}") for one in catalogue]


def doses_words(doses: int, vial_doses: int) -> str:
    """So many doses, and in how many vials they are where a vial holds several."""
    words = tr("{n} doses").format(n=number(doses))
    if vial_doses <= 1:
        return words
    vials, rest = vials_and_doses(doses, vial_doses)
    if rest:
        return tr("{doses} ({vials} and {rest})").format(
            doses=words, vials=vials_words(vials), rest=rest
        )
    return tr("{doses} ({vials})").format(doses=words, vials=vials_words(vials))


def vials_words(vials: int) -> str:
    """So many vials."""
    return tr("1 vial") if vials == 1 else tr("{n} vials").format(n=number(vials))


def lot_line(catalogue: Catalogue, row: LotRow, site: datetime) -> LotLine:
    """A line of the table."""
    tone, icon = _TONES[row.standing]
    return LotLine(
        vaccine_id=row.lot.vaccine_id,
        lot_number=row.lot.lot_number,
        product=catalogue.short_name(row.lot.vaccine_id),
        expires=day(row.lot.expiry) if row.lot.expiry else tr("not known"),
        expires_tone=_expiry_tone(row),
        vials=_vials_words(row),
        doses=number(row.on_hand),
        state=standing_words(row.standing.value),
        tone=tone,
        icon=icon,
        detail=_detail(row, site),
    )


def _vials_words(row: LotRow) -> str:
    if row.on_hand < 0:
        return "–"
    vials, rest = vials_and_doses(row.on_hand, row.vial_doses)
    return f"{number(vials)} +{rest}" if rest else number(vials)


def _expiry_tone(row: LotRow) -> str:
    if row.standing is LotStanding.EXPIRED:
        return "stop"
    return "wait" if row.standing is LotStanding.SOON else ""


def _detail(row: LotRow, site: datetime) -> str:
    """Where the doses are, and why the lot stands as it does."""
    parts = [_places(row)]
    parts += [decision_words(decision, site) for decision in row.decisions]
    if row.standing is LotStanding.BELOW_ZERO:
        parts.append(tr("More went out than came in. Count it."))
    elif row.standing is LotStanding.EXPIRED and not row.decisions:
        parts.append(tr("Keep it apart and bring it back."))
    return " · ".join(part for part in parts if part)


def _places(row: LotRow) -> str:
    if row.in_box and row.in_store:
        words = tr("In the box {box}, in the store {store}")
        return words.format(box=number(row.in_box), store=number(row.in_store))
    if row.in_box:
        return tr("All in the box")
    return tr("All in the store") if row.on_hand > 0 else ""


def decision_words(decision: LotDecision, site: datetime) -> str:
    """Who held or recalled a lot, when and why."""
    why = reason_words(decision.reason)
    if decision.began is not None and decision.container:
        why = tr("{why}: {minutes} min or more in {container}").format(
            why=why, minutes=decision.minutes or 0, container=decision.container
        )
    head = standing_words(decision.state.value)
    if decision.from_hub:
        head = tr("Recalled by the hub")
    parts = [f"{head} {moment(decision.at, site)}", why, decision.note or "", decision.by]
    return tr(", ").join(part for part in parts if part)


def _tiles(now: StockBoard) -> list[Tile]:
    box = now.box
    blocked = now.on_board - now.usable
    left = tr("{n} you can use").format(n=number(now.usable))
    if blocked:
        left = tr("{n} you can use, {blocked} not").format(
            n=number(now.usable), blocked=number(blocked)
        )
    tone = "stop" if blocked else ""
    on_board = Tile(tr("Left on board"), number(now.on_board), left, tone)
    if box is None:
        nothing = tr("no session is open")
        empty = [Tile(name, "–", nothing) for name in (tr("Loaded"), tr("Given"), tr("Wasted"))]
        return [*empty, on_board]
    share = tr("doses")
    if box.loaded:
        share = tr("{n} % of loaded").format(n=round(100 * box.given / box.loaded))
    return [
        Tile(tr("Loaded"), number(box.loaded), tr("doses, {n} lots").format(n=box.lots)),
        Tile(tr("Given"), number(box.given), share),
        Tile(tr("Wasted"), number(box.wasted), tr("doses")),
        on_board,
    ]


def _counted(now: StockBoard, site: datetime) -> str:
    if now.counted is None:
        return tr("not counted yet")
    at, who = now.counted
    return tr("counted {when} by {who}").format(when=moment(at, site), who=who)


def _vial(catalogue: Catalogue, open_vials: Sequence[OpenVial], site: datetime) -> VialState | None:
    """The vial opened last that holds several doses."""
    several = [vial for vial in open_vials if vial.doses > 1]
    if not several:
        return None
    vial = several[0]
    opened = vial.opened_at.astimezone(site.tzinfo)
    words = tr("Opened {when}.").format(when=moment(opened, site))
    if vial.discard_at is not None:
        words = sentences(words, _discard(vial, vial.discard_at, site))
    return VialState(
        title=tr("Open vial, {product}, lot {lot}").format(
            product=catalogue.short_name(vial.lot.vaccine_id), lot=vial.lot.lot_number
        ),
        left=tr("{left} of {doses} doses left").format(left=vial.doses_left, doses=vial.doses),
        words=words,
        part=vial.doses_left / vial.doses,
        tone="stop" if vial.over else "ink",
    )


def _discard(vial: OpenVial, until: datetime, site: datetime) -> str:
    if vial.over:
        return tr("Open for too long: throw it away.")
    left = duration(int((until - site).total_seconds()))
    when = moment(until.astimezone(site.tzinfo), site)
    if until.astimezone(site.tzinfo).date() == site.date():
        when = clock_time(until.astimezone(site.tzinfo))
    return tr("Discard at {when}, in {left}.").format(when=when, left=left)


def alert(practice: Practice, now: StockBoard) -> AlertState | None:
    """What needs somebody most: the gravest lot, then a vial that was open for too long."""
    needs = [row for row in now.lots if row.needs_somebody]
    if needs:
        return _lot_alert(practice, min(needs, key=lambda row: _GRAVE.index(row.standing)))
    over = [vial for vial in now.vials if vial.over and vial.doses_left > 0]
    if over:
        return _vial_alert(practice.catalogue, over[0])
    return None


def _lot_alert(practice: Practice, row: LotRow) -> AlertState:
    site, lot = site_time(practice), row.lot
    doses = doses_words(abs(row.on_hand), row.vial_doses)
    blocked = tr("{doses} are blocked: the desk refuses this lot.").format(doses=doses)
    name = {"lot": lot.lot_number}
    why = [tr("{words}.").format(words=decision_words(one, site)) for one in row.decisions]
    if row.standing is LotStanding.RECALLED:
        title = tr("Lot {lot} is recalled")
        words, button, action = sentences(blocked, *why), tr("Send it back"), "return"
    elif row.standing is LotStanding.EXPIRED and lot.expiry is not None:
        title = tr("Lot {lot} expired {day}")
        name["day"] = day(lot.expiry)
        words = sentences(blocked, tr("Keep it apart and bring it back."))
        button, action = tr("Return as expired"), "return"
    elif row.standing is LotStanding.HELD:
        title = tr("Lot {lot} is held")
        words = tr("Ask the supplier; never throw it away for that alone.")
        words = sentences(blocked, *why, words)
        button, action = tr("Decide"), "decide"
    else:
        title = tr("Lot {lot} is below zero by {doses}")
        name["doses"] = doses
        words = tr("More went out than came in: something is not written down.")
        button, action = tr("Count it"), "count"
    tone, icon = _TONES[row.standing]
    return AlertState(
        title.format(**name), words, tone, icon, button, action, lot.vaccine_id, lot.lot_number
    )


def _vial_alert(catalogue: Catalogue, vial: OpenVial) -> AlertState:
    return AlertState(
        title=tr("A vial was open for too long"),
        words=tr("{product}, lot {lot}, {left} doses left: throw it away. {source}").format(
            product=catalogue.short_name(vial.lot.vaccine_id),
            lot=vial.lot.lot_number,
            left=vial.doses_left,
            source=load_stock_rules().multi_dose_source,
        ),
        tone="stop",
        icon="octagon-x",
        button=tr("It was thrown away"),
        action="discard",
        vaccine_id=vial.lot.vaccine_id,
        lot_number=vial.lot.lot_number,
    )  # fmt: skip


def movement_lines(
    practice: Practice, found: Sequence[StockMovement], names: dict[str, str]
) -> list[MovementLine]:
    """The list of movements. `names`: people by login."""
    site, catalogue = site_time(practice), practice.catalogue
    return [
        MovementLine(
            event_id=one.event_id,
            when=moment(one.at, site),
            what=_what(one),
            lot=f"{catalogue.short_name(one.lot.vaccine_id)} {one.lot.lot_number}",
            doses=f"{one.doses:+,}" if one.kind.value == "counted" else number(one.doses),
            where=one.session or tr("Store"),
            why=_why(one),
            who=names.get(one.by, one.by),
            struck=one.taken_back or one.takes_back,
            may_take_back=can_be_taken_back(one),
        )
        for one in found
    ]


def _what(one: StockMovement) -> str:
    words = kind_words(one.kind.value)
    return tr("Taken back: {what}").format(what=words) if one.takes_back else words


def _why(one: StockMovement) -> str:
    parts = [reason_words(one.reason), one.note or ""]
    if one.counted is not None:
        parts.insert(0, tr("{n} found").format(n=one.counted))
    if one.vvm is not None:
        parts.append(tr("vial monitor {stage}").format(stage=one.vvm))
    return " · ".join(part for part in parts if part)


def today_words(practice: Practice) -> str:
    """An example of how a day is typed."""
    return site_today(practice.clock).isoformat()
