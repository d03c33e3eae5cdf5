"""Promises of a no: one form for programs, FHIR's own for FHIR, and nothing about who is here."""

from __future__ import annotations

import json

import pytest

from fieldapp.hub.api import problems
from fieldapp.hub.api.problems import PROBLEM, Why, problem
from tests.reports.fhir.reader import accept

WHYS = [one for one in vars(problems).values() if isinstance(one, Why)]


@pytest.mark.parametrize("why", WHYS)
def test_every_no_is_said_in_both_forms(why: Why) -> None:
    plain = problem(why, fhir=False)
    assert (plain.status_code, plain.media_type) == (why.status, PROBLEM)
    assert json.loads(bytes(plain.body))["code"] == why.code
    accept(json.loads(bytes(problem(why, fhir=True).body)))


def test_what_is_wrong_with_which_parameter_is_said() -> None:
    said = problem(problems.BAD_PARAMETER, fhir=False, detail="no such day", parameter="as_of")
    body = json.loads(bytes(said.body))
    assert (body["detail"], body["parameter"]) == ("no such day", "as_of")
    outcome = problem(problems.BAD_PARAMETER, fhir=True, detail="no such day", parameter="date")
    issue = json.loads(bytes(outcome.body))["issue"][0]
    assert issue["diagnostics"] == "A parameter cannot be read. date: no such day"


def test_codes_are_given_once() -> None:
    assert len({why.code for why in WHYS}) == len(WHYS)
