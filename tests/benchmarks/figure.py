"""What a benchmark found: one figure, and how far it is from its goal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`goal` is the most that it may be, or with `at_least` the least; None: only told."""

    code: str
    words: str
    value: float
    unit: str
    goal: float | None = None
    at_least: bool = False
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """1 or less when the goal is met."""
        if self.goal is None:
            return None
        worse, better = (self.goal, self.value) if self.at_least else (self.value, self.goal)
        if better:
            return worse / better
        return float("inf") if worse else 0.0

    @property
    def line(self) -> str:
        """For a terminal."""
        parts = [f"    {self.words}: {rounded(self.value)} {self.unit}".rstrip()]
        if self.goal is not None:
            parts.append(f"goal {self.goal_words}, ratio {self.ratio:.2f}")
        return ", ".join(parts) + (f" ({self.note})" if self.note else "")

    @property
    def goal_words(self) -> str:
        """With its direction; nothing where there is none."""
        if self.goal is None:
            return ""
        sign = "≥" if self.at_least else "≤"
        return f"{sign} {rounded(self.goal)} {self.unit}".rstrip()


def rounded(value: float) -> str:
    """As many digits as say something."""
    if value == int(value) or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def show(figures: Iterable[Figure]) -> list[Figure]:
    """Print each as soon as it is there."""
    shown = []
    for figure in figures:
        print(figure.line, flush=True)
        shown.append(figure)
    return shown
