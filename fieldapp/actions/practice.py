"""What the team works by, handed to every verb that needs more than the journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from fieldapp.actions.aefi_codes import load_aefi_codes
from fieldapp.actions.programme import (
    DEFAULT_PROGRAMME,
    load_catalogue,
    load_programme,
    load_questions,
)
from fieldapp.domain.adverse_event import AefiCodes
from fieldapp.domain.clock import Clock
from fieldapp.domain.schedule.programme import Programme
from fieldapp.domain.screening import Question
from fieldapp.domain.vaccine import Catalogue
from fieldapp.journal.device_secrets import DeviceSecrets, OsKeyring
from fieldapp.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Practice:
    """What the team works by: the journal, the rules, the questions, the clock, the AEFI codes.

    `secrets` is the laptop's key ring, for a second person who proves their PIN.
    """

    journal: Journal
    catalogue: Catalogue
    programme: Programme
    questions: Sequence[Question]
    clock: Clock
    aefi: AefiCodes = field(default_factory=load_aefi_codes)
    secrets: DeviceSecrets = field(default_factory=OsKeyring)


def practice_on(journal: Journal, clock: Clock) -> Practice:
    """What a team works by with this release's rules. Raises ProgrammeInvalid, CatalogueInvalid,
    QuestionsInvalid."""
    rules = load_programme(DEFAULT_PROGRAMME)
    return Practice(journal, load_catalogue(), rules, load_questions(), clock)
