"""Findings become lines of the doctor page."""

from __future__ import annotations

from collections.abc import Sequence

from fieldapp.actions.doctor.examine import worst_first
from fieldapp.actions.doctor.finding import Finding, Light, filled
from fieldapp.ui import language
from fieldapp.ui.doctor.state import DoctorItem
from fieldapp.ui.doctor.words import check_words
from fieldapp.ui.error_words import sentence
from fieldapp.ui.words import cited, tr

_LOOKS = {
    Light.GREEN: ("circle-check", "ok"),
    Light.AMBER: ("triangle-alert", "wait"),
    Light.RED: ("octagon-x", "stop"),
}


def items(findings: Sequence[Finding], looked_at: float | None = None) -> tuple[DoctorItem, ...]:
    """The lines, worst first; `looked_at`: how much of the chain, while it is still looked at."""
    lines = [_item(finding) for finding in worst_first(list(findings))]
    if looked_at is not None:
        words = tr("Checking every record: {n} %").format(n=int(looked_at * 100))
        lines.append(DoctorItem(check_words("Journal"), "clock", "muted", words))
    return tuple(lines)


def _item(finding: Finding) -> DoctorItem:
    icon, tone = _LOOKS[finding.light]
    well = finding.light is Light.GREEN
    next_step = "" if well else _words(finding.next_step, finding)
    words = _words(finding.happened, finding)
    return DoctorItem(check_words(finding.check), icon, tone, words, next_step)


def _words(english: str, finding: Finding) -> str:
    return filled(
        sentence(english),
        finding,
        duration=language.duration,
        size=language.size,
        day=language.day,
        cited=cited,
    )


def lock_words(minutes: int) -> str:
    """When the laptop locks by itself."""
    if not minutes:
        return tr("Never locks itself")
    return tr("Locks after {n} min").format(n=minutes)
