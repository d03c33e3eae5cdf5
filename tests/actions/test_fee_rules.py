from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.actions import fee_rules
from fieldapp.actions.fee_rules import load_fee_rule
from fieldapp.actions.programme import load_programmes
from fieldapp.domain.fees import FeeRuleInvalid


def test_a_rule_names_its_source_edition_and_programme() -> None:
    programmes = {programme.id for programme in load_programmes()}
    rule = load_fee_rule("cn-nhc-2021-03-29")
    assert rule is not None
    assert rule.programme in programmes
    assert rule.source and rule.edition and set(rule.title) == {"en", "zh-Hans"}


def test_a_programme_without_a_file_takes_no_fees() -> None:
    assert load_fee_rule("who") is None


@pytest.mark.parametrize("written", ["{", "[]", "{}"])
def test_a_damaged_file_is_said_not_guessed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    file = tmp_path / "test.json"
    file.write_text(written, "utf-8")
    monkeypatch.setattr(fee_rules, "resource_path", lambda *_parts: file)
    with pytest.raises(FeeRuleInvalid):
        load_fee_rule(f"damaged {written}")
