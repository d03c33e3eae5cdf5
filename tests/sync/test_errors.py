"""Every failure of a sync says what happened, what is safe and what to do now."""

from __future__ import annotations

import inspect
import re

import pytest

from fieldapp.sync import errors
from fieldapp.sync.errors import SyncError

FAILURES = [
    cls
    for _, cls in inspect.getmembers(errors, inspect.isclass)
    if issubclass(cls, SyncError) and cls not in (SyncError, errors.NeedsPerson)
]


@pytest.mark.parametrize("failure", FAILURES)
def test_every_failure_says_what_happened_what_is_safe_and_what_to_do(
    failure: type[SyncError],
) -> None:
    for sentence in (failure.happened, failure.safe, failure.next_step):
        assert sentence.endswith(".")
    assert "happened" in vars(failure)


@pytest.mark.parametrize("failure", FAILURES)
def test_no_failure_shows_a_code_or_claims_success(failure: type[SyncError]) -> None:
    words = f"{failure.happened} {failure.safe} {failure.next_step}"
    assert not re.search(r"\d{3}|success|error|exception|invalid", words, re.IGNORECASE)


def test_a_busy_hub_says_when_to_come_back() -> None:
    assert errors.HubBusy(retry_after_s=30).retry_after_s == 30
    assert errors.HubFault(503, 20).retry_after_s == 20


def test_the_status_stays_in_the_log_and_off_the_screen() -> None:
    refused = errors.HubRefused(422)
    assert refused.details == {"status": 422}
    assert "422" not in str(refused)
