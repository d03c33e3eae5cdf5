"""What a programme says of doses already given, so that the teams concerned hear of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fieldapp.domain.schedule.case import Evaluation, PriorDose, Validity
from fieldapp.domain.schedule.history import evaluate_history
from fieldapp.domain.schedule.programme import Programme
from fieldapp.domain.vaccine import Catalogue
from fieldapp.hub.regions.people import Judge

TOO_EARLY, WRONG_PRODUCT, AFTER_SERIES = "too-early", "wrong-product", "after-series"


def judge_by(programme: Programme, catalogue: Catalogue) -> Judge:
    """The judge of one programme."""

    def judge(birth_date: date | None, doses: Sequence[PriorDose]) -> Sequence[str]:
        today = max((dose.date for dose in doses), default=date.min)
        judged = evaluate_history(programme, catalogue, birth_date, doses, today)
        marks = {evaluation.dose: _mark(evaluation) for evaluation in judged}
        return [marks.get(dose, "") for dose in doses]

    return judge


def _mark(evaluation: Evaluation) -> str:
    """Two records of one day are not judged here: the hub calls them a possible double."""
    if evaluation.reason == "PLATFORM_MISMATCH":
        return WRONG_PRODUCT
    if evaluation.validity is Validity.EXTRANEOUS:
        return AFTER_SERIES
    too_early = evaluation.validity is Validity.NOT_VALID or (
        evaluation.validity is Validity.REVIEW and evaluation.early
    )
    return TOO_EARLY if too_early else ""
