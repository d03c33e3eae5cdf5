from __future__ import annotations

from fieldapp.actions.calls.rules import load_call_rules


def test_the_rules_of_this_release_can_be_read() -> None:
    rules = load_call_rules()
    assert rules.soon_days == 7
    assert rules.most_tries == len(rules.try_again_after_days)
