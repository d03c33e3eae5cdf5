"""A programme is data: a country adds its own by a file, and a slip in it is named."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.domain.schedule.programme_file import parse_programme
from fieldapp.domain.schedule.reader import ProgrammeInvalid

from .asking import CN, SAGE, WHO, a_programme, ask, catalogue, outcome, programme, window

WHO_SERIES = {
    "who-dtpcv-3",
    "who-flu",
    "who-hpv-1dose",
    "who-hpv-2dose",
    "who-mcv-low",
    "who-mcv-ongoing",
    "who-mcv0-outbreak",
    "who-ocv-wc",
    "who-pep-im-2wk",
    "who-tt5-women",
    "who-yf",
    "who-bopv-ipv",
    "who-ipv-with-bopv",
    "who-hepb-birth",
    "who-pep-id-1wk",
    "who-pep-im-zagreb",
    "who-pep-previously-vaccinated",
    "who-prep",
    "who-ocv-1dose-outbreak",
    "adult-0-1-6",
}


def test_the_who_programme_has_every_series_of_the_catalogue() -> None:
    assert {series.id for series in programme(WHO).series} >= WHO_SERIES


@pytest.mark.parametrize("name", [CN, SAGE, WHO])
def test_every_programme_says_where_it_comes_from_and_that_it_must_be_confirmed(name: str) -> None:
    found = programme(name)
    assert found.id == name
    assert found.source and found.edition
    assert "must confirm" in found.status
    assert all({"en", "zh-Hans"} <= set(series.title) for series in found.series)
    assert all(series.source for series in found.series)


@pytest.mark.parametrize("name", [CN, SAGE, WHO])
def test_every_product_of_a_programme_is_in_the_catalogue(name: str) -> None:
    named = {vaccine for series in programme(name).series for vaccine in series.vaccines}
    assert all(vaccine in catalogue() for vaccine in named)


def test_another_country_adds_its_programme_as_data_alone() -> None:
    series = {
        "id": "aland-flu",
        "title": {"en": "Influenza, three doses"},
        "vaccines": ["flu-inactivated"],
        "doses": [
            {"dose": 1, "min_age": "2y"},
            {"dose": 2, "min_interval": "10d", "due_interval": "2w", "max_interval": "1m"},
            {"dose": 3, "min_from_first": "3m"},
        ],
        "conditions": [{"condition": "left-handed", "effect": "defer"}],
    }
    rules = parse_programme(a_programme(series))
    first = [("flu-inactivated", date(2026, 1, 31))]
    answer = ask("flu-inactivated", date(2026, 2, 9), first, under=rules)
    assert outcome(answer) == (False, "TOO_EARLY")
    assert window(answer) == (date(2026, 2, 10), date(2026, 2, 14), date(2026, 3, 1))
    second = [*first, ("flu-inactivated", date(2026, 2, 10))]
    answer = ask("flu-inactivated", date(2026, 5, 1), second, under=rules, having=["left-handed"])
    assert outcome(answer) == (False, "DEFER")
    assert window(answer) == (date(2026, 5, 1), date(2026, 5, 1), None)


GOOD = {"id": "s", "title": {"en": "S"}, "vaccines": ["td"], "doses": [{"dose": 1}]}


@pytest.mark.parametrize(
    ("series", "place"),
    [
        ({**GOOD, "id": None}, r"programme\.series\[0\]\.id: must be a text"),
        ({**GOOD, "title": {"fr": "S"}}, r"series\[0\]\.title: must have a text in en"),
        ({**GOOD, "title": "S"}, r"series\[0\]\.title: must be texts by language"),
        ({**GOOD, "vaccines": []}, r"series\[0\]\.vaccines: must not be empty"),
        ({**GOOD, "vaccines": [7]}, r"series\[0\]\.vaccines: must be a list of texts"),
        ({**GOOD, "doses": []}, r"series\[0\]\.doses: must not be empty"),
        ({**GOOD, "doses": {}}, r"series\[0\]\.doses: must be a list"),
        ({**GOOD, "doses": [3]}, r"series\[0\]\.doses\[0\]: is not an object"),
        ({**GOOD, "doses": [{"dose": "1"}]}, r"doses\[0\]\.dose: must be a whole number"),
        ({**GOOD, "doses": [{"dose": -1}]}, r"doses\[0\]\.dose: must be a whole number"),
        ({**GOOD, "doses": [{"dose": 1, "min_age": 18}]}, r"min_age: must be a text"),
        ({**GOOD, "doses": [{"dose": 1, "min_age": "18"}]}, r"min_age: '18' is not a period"),
        ({**GOOD, "doses": [{"dose": 1, "min_interva1": "3d"}]}, r"min_interva1: is not the name"),
        ({**GOOD, "live-gap": {}}, r"series\[0\]\.live-gap: is not the name of a rule"),
        ({**GOOD, "live_gap": {"platforms": []}}, r"live_gap\.gap: must be a text"),
        ({**GOOD, "infection": {"gap": "6m", "on": 1}}, r"infection\.on: is not the name"),
        ({**GOOD, "due_at_min_age": 1}, r"due_at_min_age: must be true or false"),
        ({**GOOD, "history": "all"}, r"history: 'all' is not a valid History"),
        ({**GOOD, "other_maker": "no"}, r"other_maker: 'no' is not a valid OtherMaker"),
        (
            {**GOOD, "conditions": [{"condition": "fever", "effect": "wait"}]},
            r"conditions\[0\]\.effect: 'wait' is not a valid Effect",
        ),
        (
            {**GOOD, "doses": [{"dose": 1, "early": [{"under_days": 9}]}]},
            r"early\[0\]\.reason: must say why",
        ),
        (
            {
                **GOOD,
                "doses": [
                    {"dose": 1, "early": [{"counts": True}, {"under_days": 9, "counts": True}]}
                ],
            },
            r"early: must go from the shortest",
        ),
    ],
)
def test_a_slip_in_a_rule_is_named_by_its_place(series: dict[str, object], place: str) -> None:
    with pytest.raises(ProgrammeInvalid, match=place):
        parse_programme(a_programme(series))


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"id": ""}, r"programme\.id"),
        ({"valid_from": "29 March"}, r"programme\.valid_from"),
        ({"observation_minutes": True}, r"programme\.observation_minutes"),
        ({"series": [GOOD, GOOD]}, r"programme\.series: has s twice"),
        ({"serie": []}, r"programme\.serie: is not the name of a rule"),
    ],
)
def test_a_slip_in_the_programme_itself_is_named(more: dict[str, object], place: str) -> None:
    with pytest.raises(ProgrammeInvalid, match=place):
        parse_programme(a_programme(GOOD, **more))


def test_remarks_are_allowed_everywhere() -> None:
    series = {**GOOD, "notes": "read twice", "doses": [{"dose": 1, "note": "first contact"}]}
    assert parse_programme(a_programme(series, sources={}, decisions=[])).series[0].id == "s"
