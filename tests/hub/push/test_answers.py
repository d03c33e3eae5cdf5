"""Promises of reading what a server said: which entry it means, whether to come again, in words."""

from __future__ import annotations

from typing import Any

import pytest

from fieldapp.hub.push.answers import Fate, Refusal, read_answer, words_of
from fieldapp.hub.push.errors import ServerAway, ServerUnfit
from fieldapp.hub.push.link import Answer


def outcome(*places: str, severity: str = "error", name: str = "expression") -> dict[str, Any]:
    issues = [{"severity": severity, "code": "invalid", name: [place]} for place in places]
    return {"resourceType": "OperationOutcome", "issue": issues}


@pytest.mark.parametrize("name", ["expression", "location"])
def test_the_entries_that_are_named_are_found(name: str) -> None:
    said = outcome("Bundle.entry[3].resource.lotNumber", "Bundle.entry[1]", name=name)
    verdict = read_answer(Answer(422, said), 5)
    assert verdict.fate is Fate.REFUSED
    assert [one.entry for one in verdict.refusals] == [1, 3]


@pytest.mark.parametrize(
    "body", [{}, outcome("Immunization.lot"), outcome("Bundle.entry[1]", severity="warning"),
             {"issue": "?"}, {"issue": [{"severity": "error", "expression": "Bundle.entry[1]"}]}],
)  # fmt: skip
def test_a_refusal_that_names_no_entry_is_of_all(body: dict[str, Any]) -> None:
    (refusal,) = read_answer(Answer(400, body), 5).refusals
    assert (refusal.entry, refusal.status) == (None, 400)


def taken(*statuses: str) -> dict[str, Any]:
    entries = [{"response": {"status": one}} for one in statuses]
    return {"resourceType": "Bundle", "type": "transaction-response", "entry": entries}


def test_each_entry_of_what_was_taken_is_read() -> None:
    verdict = read_answer(Answer(200, taken("201 Created", "422 No", "200")), 3)
    assert verdict.fate is Fate.TAKEN
    assert verdict.refusals == (Refusal(1, 422, "{}"),)


@pytest.mark.parametrize(
    "said",
    [
        None,
        {},
        {"response": None},
        {"response": "200"},
        "200",
        [],
        {"response": {"status": "²00"}},
        {"response": {"status": "٢٠٠"}},
    ],
)
def test_an_entry_of_which_nothing_sensible_is_said_is_refused(said: object) -> None:
    body = taken("200") | {"entry": [{"response": {"status": "200"}}, said]}
    verdict = read_answer(Answer(200, body), 2)
    assert verdict.refusals == (Refusal(1, 0, "{}"),)


def test_an_absurd_number_of_an_entry_names_none() -> None:
    (refusal,) = read_answer(Answer(422, outcome(f"Bundle.entry[{'9' * 5000}]")), 1).refusals
    assert refusal.entry is None


def test_what_a_server_says_can_be_stored_whatever_it_says() -> None:
    body = outcome("Bundle.entry[0]") | {"text": "\ud800 \0"}
    (refusal,) = read_answer(Answer(422, body), 1).refusals
    refusal.outcome.encode()
    assert "\0" not in refusal.outcome


@pytest.mark.parametrize("body", [{}, taken("200"), taken("200") | {"type": "searchset"}])
def test_what_is_no_answer_to_a_transaction_is_seen(body: dict[str, Any]) -> None:
    with pytest.raises(ServerUnfit):
        read_answer(Answer(200, body), 2)


@pytest.mark.parametrize("status", [408, 425, 429, 500, 503])
def test_who_cannot_now_is_asked_again(status: int) -> None:
    with pytest.raises(ServerAway) as away:
        read_answer(Answer(status, {}, 9), 1)
    assert away.value.wait_s == 9


def test_an_outcome_in_words() -> None:
    told = '{"issue":[{"code":"invalid","diagnostics":"no such lot"},{"details":{"text":"x"}}]}'
    assert words_of(told) == ["invalid: no such lot", "x"]
    assert words_of("{}") == ["the server did not say why"]
    assert words_of("cut sh") == ["cut sh"]
