"""Every code of the watch has words."""

from __future__ import annotations

import pytest

from fieldapp.actions.aefi_codes import load_aefi_codes
from fieldapp.actions.end_watch import EARLY_REASONS
from fieldapp.actions.report_reaction import WITHDRAWN
from fieldapp.domain.adverse_event import ReactionDetails, still_missing
from fieldapp.ui.watch import words


@pytest.mark.parametrize("reason", EARLY_REASONS)
def test_every_reason_to_leave_early_has_words(reason: str) -> None:
    assert words.early_words(reason) != reason


@pytest.mark.parametrize("reason", WITHDRAWN)
def test_every_reason_to_strike_a_report_through_has_words(reason: str) -> None:
    assert words.withdrawn_words(reason) != reason


def test_everything_that_may_be_missing_has_words() -> None:
    codes = load_aefi_codes()
    missing = still_missing(ReactionDetails(), codes)
    told = words.missing_words(missing)
    assert told == "what was seen, when it began, whether it was serious, the outcome"


def test_a_code_of_a_newer_program_is_shown_as_it_is() -> None:
    codes = load_aefi_codes().reactions
    assert words.code_words(codes, ("fever", "newer")) == "Fever, 38 °C or more; newer"
