"""All that is told of a person hangs together, whatever is odd or missing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import ClientDetails, Document, Sex
from fieldapp.domain.immunization import (
    BodySite,
    DoseSource,
    ImmunizationStatus,
    VaccineLot,
)
from fieldapp.reports.fhir.records import DoseTold, PersonTold
from fieldapp.reports.fhir.telling import KINDS, tell
from tests.reports.fhir.people import BIBP, GROUND, TODAY, client, dose, event, person, report
from tests.reports.fhir.reader import ID, accept, dangling


def numbers(somebody: PersonTold) -> list[int | None]:
    told = tell(somebody, GROUND, TODAY).resources
    given = [one for one in told if one["resourceType"] == "Immunization"]
    protocols = [one.get("protocolApplied", [{}])[0] for one in given]
    return [one.get("doseNumberPositiveInt") for one in protocols]


def test_every_kind_is_told_and_refers_to_nothing_else() -> None:
    told = tell(person(dose(), reactions=(report(),)), GROUND, TODAY)
    assert [one["resourceType"] for one in told.resources] == list(KINDS)
    assert not dangling(told.resources)


def test_doses_are_numbered_unless_one_of_them_is_doubtful() -> None:
    later = dose(11, day=date(2021, 6, 1))
    assert numbers(person(dose(), later)) == [1, 2]
    assert numbers(person(dose(contest="possible-double"), later)) == [None, None]


def test_a_dose_told_twice_is_one_dose() -> None:
    told_of = dose(11, source=DoseSource.ELSEWHERE)
    assert numbers(person(dose(), told_of, dose(12, day=date(2021, 6, 1)))) == [1, None, 2]


def test_a_withdrawn_report_is_no_resource() -> None:
    withdrawn = replace(report(), withdrawn="reported-twice")
    told = tell(person(dose(), reactions=(withdrawn,)), GROUND, TODAY)
    assert "AdverseEvent" not in [one["resourceType"] for one in told.resources]
    assert told.withdrawn == (withdrawn.reaction_id.hex(),)


def test_since_a_day_leaves_out_what_was_before_and_still_counts_it() -> None:
    both = person(dose(), dose(11, day=date(2021, 6, 1)), reactions=(report(),))
    told = tell(both, GROUND, TODAY, date(2021, 5, 9)).resources
    kinds = [one["resourceType"] for one in told]
    assert kinds == ["Patient", "Immunization", "ImmunizationRecommendation"]
    assert told[1]["protocolApplied"][0]["doseNumberPositiveInt"] == 2


_TEXTS = st.text(max_size=12)
_DAYS = st.dates(date(1900, 1, 1), date(2021, 6, 28))
_DETAILS: st.SearchStrategy[ClientDetails] = st.builds(
    ClientDetails,
    name=_TEXTS,
    documents=st.lists(
        st.builds(Document, st.sampled_from(["passport", "provisional"]), _TEXTS), max_size=2
    ).map(tuple),
    birth_date=st.none() | _DAYS,
    sex=st.none() | st.sampled_from(Sex),
    phone=st.none() | _TEXTS,
    home_area=st.none() | _TEXTS,
    birth_known_to=st.sampled_from(Precision),
)


def _dose(number: int, changes: dict[str, Any]) -> DoseTold:
    return DoseTold(event(number, **changes), changes.get("note") or "")


_DOSES = st.lists(
    st.fixed_dictionaries(
        {
            "day": _DAYS,
            "status": st.sampled_from(ImmunizationStatus),
            "source": st.sampled_from(DoseSource),
            "site": st.none() | st.sampled_from(BodySite),
            "vaccinator": st.none() | _TEXTS,
            "reason": st.none() | _TEXTS,
            "note": st.none() | _TEXTS,
            "evidence": st.none() | _TEXTS,
            "place": st.none() | _TEXTS,
            "lot": st.builds(
                VaccineLot,
                st.sampled_from([BIBP, "bopv", "new-one", ""]),
                _TEXTS,
                st.none() | _DAYS,
            ),
        }
    ),
    max_size=4,
)


@given(_DETAILS, _DETAILS, _DOSES)
def test_odd_names_and_missing_dates_make_valid_resources(
    one: ClientDetails, other: ClientDetails, doses: list[dict[str, Any]]
) -> None:
    given_ = sorted(doses, key=lambda changes: changes["day"])
    somebody = PersonTold(
        (client(1, one), client(2, other)),
        tuple(_dose(10 + number, changes) for number, changes in enumerate(given_)),
    )
    told = tell(somebody, GROUND, TODAY).resources
    for resource in told:
        accept(resource)
        assert re.fullmatch(ID, resource["id"])
    assert not dangling(told)
