"""Promises of the tables of cases."""

from __future__ import annotations

from fieldapp.hub.cases.tables import case_decision, found_case, judged_case


def test_a_decision_keeps_everything_that_was_said_of_its_case() -> None:
    said = set(found_case.columns.keys()) & set(judged_case.columns.keys()) - {"id", "reopened"}
    assert {"kind", "one", "other", "code", "facts"} <= said
    assert said <= set(case_decision.columns.keys())
