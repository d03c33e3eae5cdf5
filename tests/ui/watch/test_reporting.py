"""The form's texts become a report and come back; what cannot be read is said, never guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from fieldapp.domain.adverse_event import ReactionDetails
from fieldapp.ui.form_values import BadField
from fieldapp.ui.watch.reporting import details_of, form_of, from_draft, new_form, to_draft
from fieldapp.ui.watch.state import ReactionForm

GIVEN, NOW = datetime(2026, 11, 22, 14, 21), datetime(2026, 11, 24, 9, 0)
WHOLE = ReactionDetails(
    reactions=("urticaria",),
    onset=datetime(2026, 11, 23, 2, 0),
    serious=True,
    criteria=("hospital",),
    outcome="recovering",
    description="a",
    treatment="b",
    history="c",
    died_on=date(2026, 11, 24),
    diluent_lot="d",
    reconstituted=datetime(2026, 11, 22, 9, 0),
    reporter="e",
    reporter_post="f",
    reporter_contact="g",
    notified_on=date(2026, 11, 23),
    comment="h",
)
FORM = form_of(WHOLE, GIVEN)


def test_a_report_comes_back_from_its_form() -> None:
    assert details_of(FORM, GIVEN, NOW) == WHOLE
    bare = ReactionDetails(("fever",), serious=False)
    assert details_of(form_of(bare, GIVEN), GIVEN, NOW) == bare


def test_a_time_alone_is_of_the_day_of_the_dose() -> None:
    assert (FORM.onset, FORM.reconstituted) == ("2026-11-23 02:00", "09:00")
    for typed in ("14:33", "2026/11/22 14:33", "14：33"):
        onset = details_of(replace(FORM, onset=typed), GIVEN, NOW).onset
        assert onset == datetime(2026, 11, 22, 14, 33)


def test_for_somebody_who_is_here_it_began_now_unless_said_otherwise() -> None:
    assert new_form(GIVEN, is_watched=True) == ReactionForm(onset="14:21")
    assert new_form(GIVEN, is_watched=False) == ReactionForm()


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        ({"reactions": ()}, "What was seen?"),
        ({"serious": ""}, "Was it serious?"),
        ({"onset": "14:20"}, "before the dose"),
        ({"onset": "2026-11-24 09:02"}, "in the future"),
        ({"onset": "25:00"}, "A time cannot be read"),
        ({"reconstituted": "soon"}, "A time cannot be read"),
        ({"died": "yesterday"}, "A date cannot be read"),
        ({"notified": "31.12."}, "A date cannot be read"),
    ],
)
def test_what_cannot_be_taken_is_said(slip: dict[str, object], said: str) -> None:
    form = replace(FORM, **slip)  # type: ignore[arg-type]  # fields of ReactionForm
    with pytest.raises(BadField, match=said.replace("?", r"\?")):
        details_of(form, GIVEN, NOW)


def test_criteria_count_only_with_a_yes() -> None:
    form = replace(FORM, serious="no")
    assert details_of(form, GIVEN, NOW).criteria == ()


def test_a_draft_comes_back_and_one_of_another_shape_is_let_go() -> None:
    assert from_draft(to_draft(FORM)) == FORM
    assert from_draft(None) is None
    assert from_draft('{"reactions": []}') is None
