"""Status and findings as plain words for people."""

from __future__ import annotations

from typing import Any

from fieldapp.hub.verify import Findings

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def status_words(status: dict[str, Any]) -> str:
    """A few lines: the totals, then each laptop, then what needs somebody."""
    lines = [_totals(status), _sum_words(status)]
    behind = status["newest_frame"] - status["projected_to"]
    if behind:
        lines.append(f"{_count(behind, 'page')} stored but not in these numbers yet.")
    lines += _generation_lines(status["generation"])
    lines += [line for device in status["devices"] for line in _device_lines(device)]
    if not status["devices"]:
        lines.append("No laptop has joined yet: `fieldapp hub add-team` makes a code for one.")
    lines += _quarantine_lines(status)
    return "\n".join(lines)


def _totals(status: dict[str, Any]) -> str:
    people, doses = _count(status["clients"], "client"), _count(status["doses"], "dose")
    return f"{people}, {doses}, {_count(status['frames'], 'page')} stored."


def _sum_words(numbers: dict[str, Any]) -> str:
    parts = " + ".join(
        f"{numbers[name]} {name}"
        for name in ("counted", "contested", "quarantined", "voided", "erased")
    )
    return f"confirmed {numbers['confirmed']} = {parts}"


def _generation_lines(life: dict[str, Any] | None) -> list[str]:
    if life is None:
        return []
    lines = [f"Put back on {life['restored']} from the backup of {life['backup_made']}."]
    waiting = life["not_heard_since"]
    if waiting:
        lines.append(
            f"{_count(waiting, 'laptop')} not heard since: each sends again what is lacking here "
            "at its next sync."
        )
    else:
        lines.append("Every laptop has been here since and sent again what was lacking.")
    return lines


def _device_lines(device: dict[str, Any]) -> list[str]:
    shut_out = f", shut out since {device['revoked']}" if device["revoked"] else ""
    lines = [
        f"\n{device['device']}  {device['name']} ({device['kind']}, {device['region']}), "
        f"{_silence(device['silent_s'])}{shut_out}",
        f"   {_sum_words(device)}",
    ]
    for epoch in device["epochs"]:
        for point in epoch["forked_at"]:
            lines.append(
                f"   FORK after record {point['seq']}: this laptop was copied or put back. "
                "Both branches count. Find the second laptop and enrol it anew."
            )
    for missing in device["owed"]:
        lines.append(
            f"   OWED: events {missing['first_seq']} to {missing['last_seq']}"
            f" ({missing['events']}), known by {missing['source']} since {missing['since']}."
            " They have not come here by any road."
        )
    if device["orphans"]:
        lines.append(f"   {_count(device['orphans'], 'page')} waiting for the page before.")
    return lines


def _silence(seconds: int | None) -> str:
    if seconds is None:
        return "never heard"
    for unit, name in ((_DAY, "day"), (_HOUR, "hour"), (_MINUTE, "minute")):
        if seconds >= unit:
            return f"silent for {_count(seconds // unit, name)}"
    return "heard just now"


def _quarantine_lines(status: dict[str, Any]) -> list[str]:
    if not status["in_quarantine"]:
        return []
    lines = ["\nIn quarantine:"]
    for held in status["in_quarantine"]:
        where = f"laptop {held['device']}, record {held['seq']}"
        lines.append(f"   {where}: {held['code']}. {held['words']}")
    return lines


def findings_words(findings: Findings) -> str:
    """What was proven, or what is wrong."""
    checked = (
        f"{_count(findings.frames, 'page')} with {_count(findings.events, 'event')} "
        f"and {_count(findings.receipts, 'receipt')} checked"
    )
    if findings.ok:
        return f"{checked}: every seal holds, and the tables are what the pages say."
    return "\n".join([f"{checked}. Wrong:", *findings.problems])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
