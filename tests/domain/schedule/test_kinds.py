"""Which products may take part in which course."""

from __future__ import annotations

import pytest

from fieldapp.domain.schedule.kinds import Fit, fit
from fieldapp.domain.schedule.programme_file import parse_programme

from .asking import (
    BIBP,
    CANSINO,
    CN,
    COMIRNATY,
    FLU,
    KCONVAC,
    SAGE,
    WIBP,
    a_programme,
    ask,
    catalogue,
    judged,
    outcome,
    programme,
)


@pytest.mark.parametrize(
    ("under", "vaccine", "expected"),
    [
        (CN, BIBP, Fit.OWN),
        (CN, KCONVAC, Fit.OTHER_MAKER),
        (CN, CANSINO, Fit.NONE),
        (CN, FLU, Fit.NONE),
        (CN, "not-in-the-catalogue", Fit.NONE),
        (SAGE, WIBP, Fit.OTHER_MAKER),
        (SAGE, COMIRNATY, Fit.FOLLOWING),
        (SAGE, FLU, Fit.NONE),
    ],
)
def test_the_same_kind_means_same_platform_and_same_disease(
    under: str, vaccine: str, expected: Fit
) -> None:
    series = programme(under).series_for(BIBP)
    assert series is not None
    assert fit(series, catalogue(), vaccine) is expected


def test_a_programme_may_keep_to_its_own_makers() -> None:
    series = {
        "id": "one-maker",
        "title": {"en": "One maker only"},
        "vaccines": [BIBP],
        "doses": [{"dose": 1}, {"dose": 2, "min_interval": "21d"}],
    }
    rules = parse_programme(a_programme(series))
    assert outcome(ask(BIBP, 30, [(BIBP, 0)], hand=WIBP, under=rules)) == (
        None,
        "NEEDS_CLINICAL_REVIEW",
    )
    answer = ask(BIBP, 60, [(BIBP, 0), (WIBP, 30)], under=rules)
    assert judged(answer)[1] == ("review", "PLATFORM_MISMATCH")
