"""What the journal answers about temperatures, put into words and a chart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from fieldapp.actions.cold_chain.cold_chain_state import ContainerState
from fieldapp.actions.cold_chain.import_temperatures import Imported
from fieldapp.actions.stock_rules import load_stock_rules
from fieldapp.domain.cold_chain import Excursion, Side
from fieldapp.journal.stock import Presence
from fieldapp.ui.language import clock_time, day, duration, moment, number
from fieldapp.ui.stock.state import (
    ChartState,
    ColdState,
    ExcursionLine,
    ImportState,
    Line,
    Mark,
    ThermometerState,
)
from fieldapp.ui.stock.words import bad_cell_words
from fieldapp.ui.words import sentences, tr
from fieldapp.wire.dates import from_wall

PERIODS = (1, 7, 30)
"""Days that a chart may show."""

_MOST_MARKS, _TICKS = 4, 5
_BAD_SHOWN = 3


def degrees(tenths: int) -> str:
    """4.6 °C"""
    return f"{tenths / 10:.1f} °C".replace("-", "−")


def thermometer(
    container: ContainerState | None, site: datetime, days: int = PERIODS[0]
) -> ThermometerState:
    """The cold-chain card of a container; None: nothing was read."""
    if container is None:
        return ThermometerState()
    low, warm = container.limits.low_tenths, container.latest.tenths > container.limits.high_tenths
    state = tr("in range")
    if not container.in_range:
        state = tr("too warm") if warm else tr("too cold")
    at = from_wall(container.latest.at_s).astimezone(site.tzinfo)
    limits = _limits_words(low, container.limits.high_tenths)
    return ThermometerState(
        name=container.name,
        now=degrees(container.latest.tenths),
        state=state,
        tone="ok" if container.in_range else "stop",
        icon="circle-check" if container.in_range else "triangle-alert",
        when=tr("read {when} · limits {limits}").format(when=moment(at, site), limits=limits),
        chart=chart(container, site, days, state),
    )


def _limits_words(low: int | None, high: int) -> str:
    if low is None:
        return tr("up to {high}").format(high=degrees(high))
    return tr("{low} to {high}").format(low=f"{low / 10:.0f}", high=f"{high / 10:.0f} °C")


def chart(container: ContainerState, site: datetime, days: int, state: str) -> ChartState:
    """The readings of the days before the newest one, with what was outside the limits."""
    last_s = container.latest.at_s
    first_s = last_s - days * 24 * 3600
    lines = [
        Line([(one.at_s, one.tenths) for one in series.readings if one.at_s >= first_s])
        for series in container.series
    ]
    oldest = min((line.points[0][0] for line in lines if line.points), default=first_s)
    first_s = max(first_s, min(oldest, last_s - 3600))
    marks = [one for one in container.excursions if one.peak.at_s >= first_s][:_MOST_MARKS]
    words = tr("{name}: {now}, {state}. Outside the limits in this time: {n}")
    return ChartState(
        lines=[line for line in lines if line.points],
        first_s=first_s,
        last_s=last_s,
        high=container.limits.high_tenths,
        low=container.limits.low_tenths,
        gap_s=load_stock_rules().longest_gap_s,
        marks=[_mark(one, newest=one is marks[0]) for one in marks],
        ticks=_ticks(first_s, last_s, site),
        words=words.format(
            name=container.name,
            now=degrees(container.latest.tenths),
            state=state,
            n=len(marks),
        ),
    )


def _mark(one: Excursion, *, newest: bool) -> Mark:
    """Only the newest excursion is written beside; the others are in the list."""
    words = f"{degrees(one.peak.tenths)}, {outside_words(one)}" if newest else ""
    return Mark(one.peak.at_s, one.peak.tenths, words)


def outside_words(one: Excursion) -> str:
    """For how long it was outside: certain, or between what is certain and what is possible."""
    least = duration(one.minutes * 60) if one.minutes else tr("{min} min").format(min=0)
    if one.most_s is None:
        return tr("{least} or more").format(least=least)
    if one.most_s - one.least_s < 60:
        return least
    return tr("{least} to {most}").format(least=least, most=duration(one.most_s))


def _ticks(first_s: int, last_s: int, site: datetime) -> list[tuple[int, str]]:
    """Whole hours, or midnights, no more than there is room for."""
    span_s = last_s - first_s
    steps = (900, 3600, 2 * 3600, 4 * 3600, 6 * 3600, 24 * 3600, 7 * 24 * 3600)
    step_s = next((one for one in steps if span_s / one <= _TICKS), steps[-1])
    offset_s = int((site.utcoffset() or timedelta()).total_seconds())
    begin = -(-(first_s + offset_s) // step_s) * step_s - offset_s
    ticks = []
    for at_s in range(begin, last_s + 1, step_s):
        local = from_wall(at_s).astimezone(site.tzinfo)
        whole_days = step_s >= 24 * 3600
        ticks.append((at_s, day(local.date())[:-5].strip() if whole_days else clock_time(local)))
    return ticks


def cold(
    containers: Sequence[ContainerState],
    known: Sequence[str],
    chosen: str,
    site: datetime,
    days: int,
    presences: Sequence[Presence],
) -> ColdState:
    """The cold-chain page, of the chosen container or the one read last."""
    found = {one.name: one for one in containers}
    container = found.get(chosen) or (containers[0] if containers and not chosen else None)
    outside = container.excursions if container else ()
    rules = load_stock_rules()
    return ColdState(
        containers=known,
        chosen=container.name if container else chosen,
        thermometer=thermometer(container, site, days),
        excursions=[_excursion(one, site, presences) for one in outside],
        rule=tr("A lot that was there is held until somebody with the right releases it. Between "
                "readings up to {gap} apart the temperature is taken to change evenly; what lies "
                "further apart was not measured. {source}").format(
            gap=tr("{min} min").format(min=rules.longest_gap_s // 60),
            source=rules.cold_chain_source,
        ),
        period=_period_words(days),
    )  # fmt: skip


def _period_words(days: int) -> str:
    return tr("24 hours") if days == 1 else tr("{n} days").format(n=days)


def _excursion(one: Excursion, site: datetime, presences: Sequence[Presence]) -> ExcursionLine:
    began = from_wall(one.began_s).astimezone(site.tzinfo)
    ended = from_wall(one.ended_s)
    there = [
        presence.lot.lot_number
        for presence in presences
        if presence.since <= ended and (presence.until is None or began <= presence.until)
    ]
    return ExcursionLine(
        began=moment(began, site),
        outside=outside_words(one),
        peak=degrees(one.peak.tenths),
        side=one.side.value,
        lots=tr(", ").join(there) or tr("none"),
        tone="stop" if one.side is Side.ABOVE else "info",
    )


def imported(came: Imported) -> ImportState:
    """What came of a logger's file."""
    parts = [
        tr("{added} readings read, {here} were here before.").format(
            added=number(came.added), here=number(came.already_here)
        )
    ]
    if came.cancelled:
        parts.append(tr("Stopped: the same file again goes on from here."))
    if came.bad:
        parts.append(_bad_words(came))
    lots = sorted({one.lot.lot_number for one in came.held})
    if lots:
        parts.append(tr("Held now: {lots}.").format(lots=tr(", ").join(lots)))
    tone = "wait" if lots else "wait" if came.bad or came.cancelled else "ok"
    return ImportState(sentences(*parts), tone)


def _bad_words(came: Imported) -> str:
    some = "; ".join(
        tr("line {line}, {column}: {why}").format(
            line=bad.line, column=bad.column, why=bad_cell_words(bad.why)
        )
        for bad in came.bad[:_BAD_SHOWN]
    )
    more = len(came.bad) - _BAD_SHOWN
    if more > 0:
        some = tr("{some}; and {n} more").format(some=some, n=number(more))
    return tr("{n} lines were not taken: {some}.").format(n=number(len(came.bad)), some=some)
