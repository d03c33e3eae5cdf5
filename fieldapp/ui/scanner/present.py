"""What the scanner check says of one scan: how it came, what it is, what to set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fieldapp.domain.scan import Scan, identify
from fieldapp.ui.desk.arrival import Arrived
from fieldapp.ui.desk.words import lot_doubt_words
from fieldapp.ui.scanner.words import end_words, field_words, separator_words
from fieldapp.ui.words import scan_words, tr


@dataclass(frozen=True, slots=True)
class CheckState:
    """Lines of (word, value), and what to do; `tone` ok when nothing is to be done."""

    lines: tuple[tuple[str, str], ...]
    advice: tuple[str, ...]
    tone: str


def check(arrived: Arrived, today: date) -> CheckState:
    """Everything about one scan. Personal numbers are shown as they came: that is the check."""
    scan = identify(arrived.text, today)
    advice = tuple(_advice(arrived, scan))
    lines = (
        *lines_of(arrived),
        (tr("Separators"), _separators(arrived, scan)),
        (tr("It is"), scan_words(scan)),
        *((field_words(code), str(value)) for code, value in _fields(scan)),
    )
    good = tr("Nothing to set: this scanner works with this laptop.")
    return CheckState(lines, advice or (good,), "wait" if advice else "ok")


def lines_of(arrived: Arrived) -> tuple[tuple[str, str], ...]:
    """What came, by whom it was typed, and what ended it."""
    return (
        (tr("Arrived"), visible(arrived.text)),
        (tr("Typed by"), _typed_by(arrived)),
        (tr("Ended by"), end_words(arrived.ended_by)),
    )


def how_it_came(arrived: Arrived) -> Iterable[str]:
    """What to set because of its end, its pace and Caps Lock, whatever the code was."""
    if arrived.ended_by == "tab":
        yield tr("Set the scanner’s suffix to Enter (CR), not Tab.")
    if not arrived.by_scanner:
        yield tr(
            "This came at the pace of a hand. Scan instead of typing, or set the scanner faster."
        )
    if arrived.caps_lock:
        yield tr("Switch Caps Lock off.")


def input_method_advice() -> str:
    """An input method made other letters of what was typed."""
    return tr("Switch the Chinese input method to English (Shift) before scanning.")


def layout_advice() -> str:
    """Letters or signs were swapped."""
    return tr("Set the scanner’s keyboard language to this laptop’s keyboard, usually US English.")


def separator_advice() -> str:
    """The separators of GS1 were swallowed."""
    return tr("Set the scanner to send GS1 separators (FNC1, ASCII 29) and AIM identifiers.")


def visible(text: str) -> str:
    """The text with what cannot be seen written out."""
    written = {"\x1d": "<GS>", "\x1e": "<RS>", "\x04": "<EOT>", "\n": " ⏎ ", "\t": "<TAB>"}
    return "".join(written.get(character, character) for character in text)


def _typed_by(arrived: Arrived) -> str:
    if arrived.by_scanner:
        return tr("a scanner, {ms} ms a key").format(ms=arrived.ms_a_key)
    return tr("hand, {ms} ms a key").format(ms=arrived.ms_a_key)


def _separators(arrived: Arrived, scan: Scan) -> str:
    if arrived.separators:
        how = sorted({separator_words(way) for way in arrived.separators})
        return f"{len(arrived.separators)} · {', '.join(how)}"
    return tr("none") if scan.kind != "gs1" else tr("none; a vial’s code may need one")


def _fields(scan: Scan) -> Iterable[tuple[str, object]]:
    return scan.fields.items() if scan.kind == "gs1" else ()


def _advice(arrived: Arrived, scan: Scan) -> Iterable[str]:
    yield from how_it_came(arrived)
    if scan.error == "INPUT_METHOD":
        yield input_method_advice()
    if scan.error == "KEYBOARD_LAYOUT":
        yield layout_advice()
    if scan.lot_doubt:
        yield lot_doubt_words(scan.lot_doubt)
    cut_short = scan.kind == "gs1" and not scan.valid and not arrived.separators
    if cut_short or scan.lot_doubt == "POSSIBLE_MISSING_SEPARATOR":
        yield separator_advice()
    if not scan.valid:
        yield tr("Scan it once more: the code itself may be damaged.")
    if scan.valid and scan.lot and "21" not in scan.fields and not arrived.separators:
        yield tr("No separator came. Does the lot above hold a serial number? Then set FNC1.")
    if "arrow" in arrived.separators:
        yield tr("Switch off the scanner’s function key mapping: it sends arrows for separators.")
