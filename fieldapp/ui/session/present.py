"""Turns how a session stands into what its room shows: words, chips, tones. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from fieldapp.actions.load_vials import Load
from fieldapp.actions.moments import site_today
from fieldapp.actions.session_standing import SessionStanding
from fieldapp.actions.start_operation import Proposal
from fieldapp.domain.clock import Clock
from fieldapp.domain.fees import amount_text
from fieldapp.domain.reconciliation import CashCount, LotCount, total
from fieldapp.domain.vaccine import Catalogue
from fieldapp.ui.language import clock_time, day, number
from fieldapp.ui.pill import Pill
from fieldapp.ui.session.present_count import count_state
from fieldapp.ui.session.present_vials import vial_checks, vial_name
from fieldapp.ui.session.state import (
    CheckItem,
    ClosedState,
    LoadRow,
    LotKey,
    LotRow,
    NamedUser,
    OpenState,
    Product,
    StartState,
)
from fieldapp.ui.session.words import missing_words, money, money_unit, title_words
from fieldapp.ui.words import tr

_DONE, _OPEN, _WRONG = ("ok", "circle-check"), ("wait", "clock"), ("stop", "triangle-alert")


def open_page(
    catalogue: Catalogue,
    at: SessionStanding,
    counting: LotKey | None,
    clock: Clock,
    *,
    before: tuple[int, int] = (0, 0),
    asks_about_old: bool = True,
) -> OpenState:
    """An operation at work. `before`: people and operations known from earlier."""
    session, today = at.session, site_today(clock)
    opened = session.opened_at.replace(tzinfo=None) + timedelta(minutes=clock.utc_offset_min())
    old = asks_about_old and opened.date() < today
    return OpenState(
        title=title_words(session),
        opened=_opened(opened, session.place, today),
        aside=_aside(at, before),
        rows=tuple(_rows(catalogue, at)),
        checks=tuple(_checks(catalogue, at)),
        count=count_state(at, counting),
        close=tr("Close the operation"),
        may_close=at.reconciliation.adds_up and not at.watched,
        old=_old(opened.date()) if old else "",
    )


def _opened(opened: datetime, place: str, today: date) -> str:
    when = clock_time(opened)
    if opened.date() != today:
        when = f"{day(opened.date())} {when}"
    return tr("opened {time} at {place}").format(time=when, place=place)


def _old(opened: date) -> str:
    words = tr("This operation was opened on {day}. Go on with it, or count and close it now?")
    return words.format(day=day(opened))


def _aside(at: SessionStanding, before: tuple[int, int]) -> str:
    parts = []
    if at.session.key_area:
        parts.append(tr("key area: {area}").format(area=at.session.key_area))
    people, operations = before
    if operations:
        words = QCoreApplication.translate(
            "session", "{people} people in %n operation(s) before", "", operations
        )
        parts.append(words.format(people=number(people)))
    return " · ".join(parts)


# the table


def lot_name(catalogue: Catalogue, lot: LotCount) -> str:
    """A lot as it stands in the table."""
    return f"{catalogue.short_name(lot.vaccine)} {lot.lot}"


def _rows(catalogue: Catalogue, at: SessionStanding) -> Iterator[LotRow]:
    lots = at.reconciliation.lots
    for lot in lots:
        yield _row(lot, (lot.vaccine, lot.lot), lot_name(catalogue, lot), _chip(lot))
    if len(lots) > 1:
        open_ones = at.reconciliation.to_explain
        words = tr("{n} to explain").format(n=open_ones) if open_ones else ""
        yield _row(total(lots), None, tr("All"), Pill("", "", words))


def _row(lot: LotCount, key: LotKey | None, name: str, chip: Pill) -> LotRow:
    returned = tr("–") if lot.returned is None else str(lot.returned + lot.back + lot.kept)
    loaded, wasted = lot.loaded + lot.extra, lot.wasted + max(0, lot.in_use)
    return LotRow(key, name, str(loaded), str(lot.given), str(wasted), returned, chip)


def _chip(lot: LotCount) -> Pill:
    if lot.missing is None:
        return Pill(*_OPEN, tr("not counted"))
    if lot.adds_up:
        return Pill(*_DONE, tr("yes"))
    return Pill(*_WRONG, missing_words(lot))


# before you close


def _checks(catalogue: Catalogue, at: SessionStanding) -> Iterator[CheckItem]:
    yield CheckItem(*_DONE, _doses(at))
    yield from _cash(at)
    if at.watched:
        count = len(at.watched)
        words = QCoreApplication.translate("session", "%n people still being watched", "", count)
        yield CheckItem(*_OPEN, words, (("watch", tr("Watch")), ("left", tr("They left…"))))
    yield _unsent(at)
    if at.drafts:
        words = QCoreApplication.translate("session", "%n form(s) left half typed", "", at.drafts)
        yield CheckItem(*_OPEN, words, (("desk", tr("Desk")),))
    yield from vial_checks(catalogue, at)
    yield from _lots(at)


def _doses(at: SessionStanding) -> str:
    words = tr("{n} doses recorded").format(n=number(at.counts.given))
    parts = [words]
    for dose, count in sorted(at.by_number.items())[:3]:
        pattern = {1: tr("{n} first"), 2: tr("{n} second")}.get(dose, tr("{n} later"))
        parts.append(pattern.format(n=number(count)))
    if at.counts.not_given:
        parts.append(tr("{n} not given").format(n=at.counts.not_given))
    return tr(", ").join(parts)


def _cash(at: SessionStanding) -> Iterator[CheckItem]:
    cash, programme = at.reconciliation.cash, at.session.programme
    if cash.handled:
        tone = _OPEN if cash.counted is None else _DONE if cash.adds_up else _WRONG
        yield CheckItem(*tone, _cash_words(cash, programme), (("cash", tr("Count")),))
    if at.waivers:
        words = QCoreApplication.translate(
            "session", "%n fee(s) not taken, by name and reason", "", len(at.waivers)
        )
        yield CheckItem("info", "info", words)


def _cash_words(cash: CashCount, programme: str) -> str:
    receipts = QCoreApplication.translate("session", "%n receipt(s)", "", cash.receipts)
    if cash.counted is None:
        words = tr("Cash not counted yet; {receipts}")
        return words.format(receipts=receipts)
    counted, taken = money(cash.counted, programme), money(cash.taken - cash.refunded, programme)
    if cash.missing:
        words = (
            tr("Cash {counted}: {missing} short")
            if cash.missing > 0
            else tr("Cash {counted}: {missing} too much")
        )
        missing = money(abs(cash.missing), programme)
        why = f" ({cash.reason})" if cash.reason else ""
        return words.format(counted=counted, missing=missing) + why
    if cash.start:
        words = tr("Cash {counted} = {start} to begin with + {taken} for {receipts}")
        start = money(cash.start, programme)
        return words.format(counted=counted, start=start, taken=taken, receipts=receipts)
    return tr("Cash {counted} = {receipts}").format(counted=counted, receipts=receipts)


def _unsent(at: SessionStanding) -> CheckItem:
    if not at.waiting:
        return CheckItem(*_DONE, tr("Every dose is confirmed by the hub"))
    words = QCoreApplication.translate(
        "session",
        "%n dose(s) not yet at the hub. Closing is fine; they stay safe here.",
        "",
        at.waiting,
    )
    return CheckItem(*_OPEN, words)


def _waiting(at: SessionStanding) -> str:
    if not at.waiting:
        return tr("Every dose is confirmed by the hub")
    return QCoreApplication.translate(
        "session", "%n dose(s) wait for the hub; they stay safe here.", "", at.waiting
    )


def _lots(at: SessionStanding) -> Iterator[CheckItem]:
    lots = at.reconciliation.lots
    uncounted = [lot for lot in lots if lot.missing is None]
    if uncounted:
        count = len(uncounted)
        words = QCoreApplication.translate("session", "%n lot(s) to count", "", count)
        yield CheckItem(*_OPEN, words)
    for lot in lots:
        if lot.missing:
            words = tr("Lot {lot}: {missing}")
            yield CheckItem(*_WRONG, words.format(lot=lot.lot, missing=missing_words(lot)))
    if lots and all(lot.adds_up for lot in lots):
        yield CheckItem(*_DONE, tr("Every dose that was loaded is explained"))


# the morning, and the evening


def start_page(proposal: Proposal, programme: str, position: str) -> StartState:
    """The form, filled in as last time."""
    plan, equipment = proposal.plan, proposal.plan.equipment
    here = {member.login for member in equipment.staff}
    return StartState(
        operation=str(plan.operation),
        unit=equipment.unit,
        place=plan.place,
        key_area=plan.key_area or "",
        named=tuple(
            NamedUser(one.login or "", one.name, one.login in here) for one in proposal.named
        ),
        others=", ".join(member.name for member in equipment.staff if member.login is None),
        cash_float=amount_text(equipment.cash_float),
        currency=money_unit(programme),
        position=position,
        waiting=_cash_waiting(proposal.cash_waiting, programme),
    )


def _cash_waiting(amount: int, programme: str) -> str:
    if amount == 0:
        return ""
    words = tr("{amount} came in since the last close and is counted beside the float.")
    if amount < 0:
        words = tr("{amount} was given back since the last close, out of the float.")
    return words.format(amount=money(abs(amount), programme))


def products(catalogue: Catalogue) -> tuple[Product, ...]:
    """The vaccines to choose by hand."""
    return tuple(Product(one.id, one.short_name, one.doses_per_vial) for one in catalogue)


def load_rows(catalogue: Catalogue, loads: Sequence[Load]) -> tuple[LoadRow, ...]:
    """What is on board."""
    return tuple(_load_row(catalogue, load) for load in loads)


def _load_row(catalogue: Catalogue, load: Load) -> LoadRow:
    name = f"{catalogue.short_name(load.lot.vaccine_id)} {load.lot.lot_number}"
    parts = [tr("{n} vials").format(n=load.vials)]
    if load.vial_doses > 1:
        parts[0] = tr("{n} vials of {doses} doses").format(n=load.vials, doses=load.vial_doses)
    if load.lot.expiry is not None:
        parts.append(tr("expires {day}").format(day=day(load.lot.expiry)))
    if load.vvm is not None:
        parts.append(tr("VVM {stage}").format(stage=load.vvm))
    return LoadRow(name, " · ".join(parts))


def closed_page(catalogue: Catalogue, at: SessionStanding, next_number: int) -> ClosedState:
    """The end of the day."""
    kept = [vial_name(catalogue, one.vial) for one in at.open_vials if one.kept]
    words = tr("{vial}: kept for the next operation")
    title = tr("{operation} is closed").format(operation=title_words(at.session))
    return ClosedState(
        title=title,
        lines=(
            _doses(at),
            *(item.words for item in _cash(at)),
            *(words.format(vial=vial) for vial in kept),
            _waiting(at),
        ),
        next_words=tr("Open operation {n}").format(n=next_number),
    )
