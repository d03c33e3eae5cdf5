"""The verb: run CDC's published test cases through CDSi's supporting data and count, by group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from fieldapp.actions.cdsi_data import load_supporting_data
from fieldapp.actions.cdsi_workbook import read_workbook
from fieldapp.domain.cdsi.explain import explanation
from fieldapp.domain.cdsi.published_case import PublishedCase, answer_to, differences
from fieldapp.domain.cdsi.supporting_data import SupportingData, VaccineGroup


class Verdict(StrEnum):
    """How a case came out. Explained: we differ, and the supporting data itself shows why."""

    PASSED = "passed"
    EXPLAINED = "explained"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case, its group and how it came out; `why` is empty for one that passed."""

    case: str
    group: str
    verdict: Verdict
    why: str = ""

    def as_json(self) -> dict[str, str]:
        """The object that `fieldapp programme test --cdsi --json` prints for this case."""
        return {"id": self.case, "group": self.group, "result": self.verdict, "why": self.why}


def run_published_cases(cases: Path, folder: Path) -> list[Outcome]:
    """Run every case of the workbook; one that cannot be read fails with words and stops nothing.

    Raises SupportingDataInvalid and UnreadableWorkbook.
    """
    return list(_outcomes(cases, load_supporting_data(folder)))


def _outcomes(cases: Path, data: SupportingData) -> Iterator[Outcome]:
    for name, written, case in read_workbook(cases):
        group = _group(data, written)
        if group is None:
            why = f"vaccine_group: {written} is not in the supporting data"
            yield Outcome(name, written, Verdict.FAILED, why)
        elif isinstance(case, PublishedCase):
            yield _outcome(data, group, case)
        else:
            yield Outcome(name, group.name, Verdict.FAILED, str(case))


def _group(data: SupportingData, written: str) -> VaccineGroup | None:
    names = {group.name.lower(): group for group in data.schedule.groups}
    return names.get(written.lower())


def _outcome(data: SupportingData, group: VaccineGroup, case: PublishedCase) -> Outcome:
    answer = answer_to(data, group, case)
    found = differences(data, case, answer)
    if not found:
        return Outcome(case.id, group.name, Verdict.PASSED)
    said = "; ".join(map(str, found))
    because = explanation(data, group, case, answer, found)
    if because is None:
        return Outcome(case.id, group.name, Verdict.FAILED, said)
    return Outcome(case.id, group.name, Verdict.EXPLAINED, f"{because} ({said})")
