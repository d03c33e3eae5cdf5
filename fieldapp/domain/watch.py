"""How long somebody is watched after a dose, and what a laptop's clocks can say about it.

Two clocks: the running time, which counts only while the laptop is on and cannot be set, and the
wall clock, which goes on while it is off and may be wrong. Within one boot the running time is the
truth. Across a boot the wall clock tells what passed meanwhile, and is believed only within reason:
a wrong clock neither releases anybody early in silence nor holds them for years.
"""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.domain.schedule.programme import Programme

LONGEST_OFF_S = 2 * 3600
"""What the wall clock may say a laptop was off, and be believed."""

CLOCK_SLACK_S = 120


@dataclass(frozen=True, slots=True)
class Elapsed:
    """The time since a dose: `ran_s` by the running time, at the least; `wall_s` by the clock.

    `same_boot`: the laptop ran all the while. `before_s` passed before the dose was recorded.
    """

    ran_s: int
    wall_s: int
    same_boot: bool
    before_s: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """How a watch stands: `left_s` 0 means that the person may leave.

    `off_s`: what only the wall clock vouches for, as the laptop was off, and is counted.
    `clock_doubtful`: the two clocks disagree and only the running time was counted.
    """

    left_s: int
    passed_s: int
    off_s: int = 0
    clock_doubtful: bool = False

    @property
    def may_leave(self) -> bool:
        """Whether the time is over."""
        return self.left_s == 0


def standing(elapsed: Elapsed, length_s: int) -> Standing:
    """How a watch of `length_s` stands by now. Counts no more than what is known to have passed."""
    ran, gap = max(0, elapsed.ran_s), elapsed.wall_s - elapsed.ran_s
    off, doubtful = 0, abs(gap) > CLOCK_SLACK_S
    if not elapsed.same_boot and -CLOCK_SLACK_S <= gap <= LONGEST_OFF_S:
        off, doubtful = max(0, gap), False
    passed = ran + off + max(0, elapsed.before_s)
    return Standing(max(0, length_s - passed), passed, off, doubtful)


def watch_minutes(programme: Programme, vaccine_id: str, *, had_reaction: bool) -> int:
    """How long the programme has people watched after this vaccine; longer, where it says so, for
    somebody who had a reaction to a vaccine before."""
    series = programme.series_for(vaccine_id)
    usual = programme.observation_minutes
    if series is not None and series.observation_minutes is not None:
        usual = series.observation_minutes
    if not had_reaction:
        return usual
    return max(usual, programme.observation_minutes_after_reaction or 0)
