"""How a text comes into the scan box: key by key, how fast, and with which separators.

Tells a scanner from a hand by the pace alone. Knows no widget.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

_FEWEST_KEYS = 6
_MACHINE_MS = 35  # a key: no hand types so fast for so long
_PAUSE_MS = 120  # after it, the next key belongs to something else


@dataclass(frozen=True, slots=True)
class Arrived:
    """One text as it came. `ended_by`: enter, tab or line-feed; `separators`: how each GS1
    separator came (its own key, ctrl, alt, arrow); `caps_lock` None: no letter told."""

    text: str
    keys: int
    by_scanner: bool
    ms_a_key: int
    ended_by: str
    separators: tuple[str, ...]
    caps_lock: bool | None


class Arrival:
    """Collects the keys of one text."""

    def __init__(self, now_ms: Callable[[], int]) -> None:
        self._now_ms = now_ms
        self.forget()

    def forget(self) -> None:
        """Begin with the next text."""
        self._times: list[int] = []
        self._separators: list[str] = []
        self.caps_lock: bool | None = None

    def key(self, text: str, *, shift: bool) -> None:
        """A key that typed something."""
        self._times.append(self._now_ms())
        if text.isascii() and text.isalpha() and (shift or text.islower()):
            self.caps_lock = text.islower() and shift  # a capital alone may be an input method's

    def separator(self, how: str) -> None:
        """A GS1 separator, however it came."""
        self._times.append(self._now_ms())
        self._separators.append(how)

    @property
    def by_scanner(self) -> bool:
        """Whether no hand can have typed this."""
        return len(self._times) >= _FEWEST_KEYS and self._ms_a_key <= _MACHINE_MS

    @property
    def under_way(self) -> bool:
        """Whether a scanner is typing at this very moment."""
        return self.by_scanner and self._now_ms() - self._times[-1] <= _PAUSE_MS

    def ended(self, text: str, by: str) -> Arrived:
        """The whole text, and forget it."""
        arrived = Arrived(
            text,
            len(self._times),
            self.by_scanner,
            self._ms_a_key,
            by,
            tuple(self._separators),
            self.caps_lock,
        )
        self.forget()
        return arrived

    @property
    def _ms_a_key(self) -> int:
        if len(self._times) < 2:
            return 0
        return round((self._times[-1] - self._times[0]) / (len(self._times) - 1))
