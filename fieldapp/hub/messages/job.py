"""What a run of the job needs, what it came to, and the text for one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from fieldapp.hub.messages.due import Due, Ground
from fieldapp.hub.messages.gateways.gateway import Answer, Fate, Gateway
from fieldapp.hub.messages.texts import Filling, Texts
from fieldapp.hub.store import Store


@dataclass(frozen=True, slots=True)
class Job:
    """What a run needs. `gateway_name` is the settings' name of the gateway."""

    store: Store
    ground: Ground
    texts: Texts
    gateway: Gateway
    gateway_name: str
    now_s: Callable[[], int]


@dataclass
class Outcome:
    """What a run came to, in counts: nobody is named."""

    sent: int = 0
    by_kind: Counter[str] = field(default_factory=Counter)
    before: int = 0
    quiet: int = 0
    later: int = 0
    failed: int = 0
    unsure: int = 0
    reports: int = 0
    left: Counter[str] = field(default_factory=Counter)

    def as_json(self) -> dict[str, object]:
        """For --json."""
        return {
            "sent": self.sent,
            "by_kind": dict(sorted(self.by_kind.items())),
            "sent_before": self.before,
            "quiet_hours": self.quiet,
            "later": self.later,
            "failed": self.failed,
            "unsure": self.unsure,
            "reports": self.reports,
            "left_out": dict(sorted(self.left.items())),
        }

    def count(self, due: Due, answer: Answer) -> None:
        """One message more was handed over, or not."""
        if answer.fate is Fate.TAKEN:
            self.sent += 1
            self.by_kind[due.kind.value] += 1
        self.later += answer.fate is Fate.LATER
        self.failed += answer.fate is Fate.NEVER
        self.unsure += answer.fate is Fate.UNSURE


def language_for(job: Job, due: Due) -> str:
    """In which of our languages this person is written to."""
    default = job.ground.settings.default_language
    return job.texts.language_for(due.somebody.language, default)


def text_for(job: Job, due: Due, language: str) -> str:
    """What this person would read."""
    course = due.course
    assert course.due is not None  # noqa: S101  only a course with a day is due
    named = job.ground.settings.may_name(shared=due.somebody.shared)
    vaccine = job.ground.catalogue.get(course.vaccine) if named else None
    told = Filling(
        kind=due.kind.value,
        name=due.somebody.details.name,
        due=course.due,
        latest=course.latest,
        dose=due.dose,
        vaccine=vaccine.short_name if vaccine else None,
    )
    return job.texts.fill(language, told)
