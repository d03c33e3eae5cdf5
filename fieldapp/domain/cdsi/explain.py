"""Why a published case cannot come out as printed, where the supporting data itself shows it.

Nothing is listed by hand: each explanation is a fact that anybody can check in the files.
"""

from __future__ import annotations

from collections.abc import Iterator

from fieldapp.domain.cdsi.assess import GroupAnswer
from fieldapp.domain.cdsi.published_case import Difference, PublishedCase
from fieldapp.domain.cdsi.series import InForce, TargetDose
from fieldapp.domain.cdsi.supporting_data import SupportingData, VaccineGroup
from fieldapp.domain.cdsi.track import Reason


def explanation(
    data: SupportingData,
    group: VaccineGroup,
    case: PublishedCase,
    answer: GroupAnswer,
    found: tuple[Difference, ...],
) -> str | None:
    """What explains every difference of a case; None when something is left unexplained."""
    if any(dose.day > case.today for dose in case.person.doses):
        return "a dose is dated after the day of the assessment"
    targets = list(_targets(data, group))
    if all(_no_such_inadvertent(targets, case, one) for one in found):
        return "it expects an inadvertent vaccine, and the data names no such vaccine here"
    if all(_counts_the_course(answer, case, one) for one in found):
        return "it counts the doses of the whole course, later workbooks those of the season"
    if any(_another_season(dose.season, case) for dose in targets):
        return "it was written for another season than the one in the data"
    return None


def _targets(data: SupportingData, group: VaccineGroup) -> Iterator[TargetDose]:
    for name in group.antigens:
        for series in data.antigens[name].series if name in data.antigens else ():
            yield from series.doses


def _no_such_inadvertent(targets: list[TargetDose], case: PublishedCase, found: Difference) -> bool:
    if found.place is None or Reason.INADVERTENT.value.lower() not in found.expected.lower():
        return False
    dose = next(dose for dose in case.person.doses if dose.place == found.place)
    return not any(dose.cvx in target.inadvertent for target in targets)


def _counts_the_course(answer: GroupAnswer, case: PublishedCase, found: Difference) -> bool:
    if found.what != "dose number" or answer.dose_number is None:
        return False
    return any(
        one.target is not None
        and one.target.season.since is not None
        and case.dose_number == len(one.track.valid) + 1
        for one in answer.series
    )


def _another_season(season: InForce, case: PublishedCase) -> bool:
    """Whether the case expects a day before the data's season begins, or was asked after it."""
    if season.since is None:
        return False
    too_old = case.earliest is not None and case.today <= case.earliest < season.since
    return too_old or (season.until is not None and case.today > season.until)
